import HeijunModel

extension Rule {
    /// Moving rooms with the renewal of equipment.
    static let migration: [Rule] = [
        Rule(
            "M01", .migration, .must, line: "1442",
            ja: "移設は機器更新に合わせて順次行う",
            en: "Move to the new hall stepwise, at the time of equipment renewal.",
            quote: "新本庁舎にはシステム機器の更新に合わせて順次移設する",
            remedy: Words(
                ja: "次期機器更新か再構築の年度を記入してください。",
                en: "Enter the year of its renewal or rebuild."),
            check: .eachSystem { system, context in
                guard system.isToMove, context.ledger.needsRoom(system), !system.isLeaving,
                    system.nextChange(from: context.year) == nil
                else { return nil }
                return Breach(
                    system, "renewal_year", system.renewalYear?.fieldText, severity: .warning,
                    ja: "移設先がありますが、今後の機器更新・再構築の年度がなく、移設の時期が決まりません。",
                    en: "it has a target room but no coming renewal or rebuild to move at.")
            }),
        Rule(
            "M02", .migration, .must, line: "1473",
            ja: "竣工後に更新・再構築を迎えるシステムから移設する",
            en: "Start with systems whose equipment renewal or rebuild comes after hall completion.",
            quote: "竣工後に機器更新・システム再構築を迎えるシステムから順次新本庁舎に移設し",
            remedy: Words(
                ja: "更新を竣工後に合わせるか、暫定の設置先を決めてください。",
                en: "Put the renewal after the opening, or decide where it stands until then."),
            check: .eachSystem { system, context in
                guard system.isToMove, let target = system.targetRoom,
                    let opens = context.ledger.opens(target),
                    let next = system.nextChange(from: context.year), next < FiscalYear(of: opens)
                else { return nil }
                return Breach(
                    system, "renewal_year", next.fieldText, severity: .warning,
                    ja: "\(context.ja(next))の更新・再構築は、移設先の供用開始（\(context.ja(opens))）より前です。",
                    en:
                        "its change in FY\(next.startYear) comes before its target opens (\(opens.fieldText))."
                )
            }),
        Rule(
            "M03", .migration, .must, line: "1473–1474",
            ja: "移設完了後に第３庁舎マシン室を転用する",
            en: "After all moves are complete the 3rd hall machine room is converted to other use.",
            quote: "第３庁舎マシン室はシステムの移設が完了した後、他用途に転用する",
            remedy: Words(
                ja: "移設を早めるか、明渡しの期限を見直してください。",
                en: "Move it earlier, or reconsider the day of closing."),
            check: .eachSystem { system, context in
                guard let room = system.room, context.ledger.site(of: system)?.role == .third,
                    let closes = context.ledger.closes(room),
                    let leaves = system.leavesRoom(from: context.year), leaves > FiscalYear(of: closes)
                else { return nil }
                return Breach(
                    system, "renewal_year", leaves.fieldText,
                    ja: "移設できるのは\(context.ja(leaves))ですが、第３庁舎の明渡しは\(context.ja(closes))です。",
                    en: "it can leave in FY\(leaves.startYear), but the room closes on \(closes.fieldText).")
            }),
        Rule(
            "M04", .migration, .must, line: "1408–1409",
            ja: "移行期間はマシン室間の専用回線を使う",
            en:
                "A dedicated optical link between the two machine rooms serves the migration period, later used for load sharing/redundancy.",
            quote: "サーバ機器を移行する期間のマシン室間ネットワークに使用する",
            manual: .noField),
        Rule(
            "M05", .migration, .must, line: "1397–1398",
            ja: "第３庁舎のWAN回線は新本庁舎へ段階的に移設する",
            en: "WAN links in the 3rd hall move stepwise to the new hall.",
            quote: "新本庁舎に段階的に移設する",
            manual: .noField),
        Rule(
            "M06", .migration, .must, line: "669–671",
            ja: "標準化に伴い連携システムを改修する",
            en: "Inter-system data links must be reworked for the standard systems.",
            quote: "標準準拠システム移行に伴うシステム間データ連携システムの改修",
            remedy: Words(
                ja: "連携先の改修を同じ時期かそれより前に計画してください。",
                en: "Plan the rework of the linked systems for the same period or before."),
            check: .eachSystem { system, context in
                let isMoving = system.businesses.contains {
                    context.ledger.business($0)?.state.isOpen ?? false
                }
                let peers = Set(context.ledger.links(from: system.id).map(\.to.text)).sorted()
                guard isMoving, !peers.isEmpty else { return nil }
                return Breach(
                    system, nil, peers.joined(separator: " "), severity: .info,
                    ja: "標準準拠システムへの移行で、連携先\(peers.count)システムの改修が要ります。",
                    en: "its migration needs rework in \(peers.count) linked systems.")
            }),
        Rule(
            "M07", .migration, .must, line: "671–672",
            ja: "移行日程は職員と事業者の要員不足を考慮する",
            en: "Migration schedule must take staff and vendor shortage into account.",
            quote: "職員・ベンダの要員不足を考慮した移行スケジュールの策定",
            remedy: Words(
                ja: "年度をずらすか、要員・同時再構築の上限を見直してください。計画（heijun plan）は上限を守ります。",
                en: "Shift the years or revise the limits; heijun plan keeps them."),
            check: .whole { context in staffOverload(context) + vendorOverload(context) }),
        Rule(
            "M08", .migration, .must, line: "489–490",
            ja: "第２庁舎は移転完了後に取り壊す",
            en: "2nd hall is demolished after the move to the new hall is complete.",
            quote: "第２庁舎は、新本庁舎への移転完了後に取り壊し",
            manual: .outside),
    ]
}
