import HeijunModel

extension DataCheck {
    /// Orders, separations and groups that contradict each other.
    static let constraints: [DataCheck] = [
        DataCheck(
            "precedence-cycle", .contradictory, .error,
            fix: Words(ja: "輪になった順序のうち一つを削除してください。", en: "Remove one order of the circle."),
            check: .whole { context in
                cycles(in: context.portfolio.precedences).map { members in
                    let names = (members + members.prefix(1)).map(\.text).joined(separator: " → ")
                    return Breach(
                        kind: "precedence", key: members[0].text, field: "then", value: names,
                        ja: "再構築の順序が輪になっています: \(names)", en: "the orders run in a circle: \(names)")
                }
            }),
        DataCheck(
            "precedence-years", .contradictory, .warning,
            fix: Words(ja: "再構築年度か順序を直してください。", en: "Correct the rebuild years or the order."),
            check: .whole { context in
                context.portfolio.precedences.compactMap { order in
                    guard let first = context.ledger.system(order.first),
                        let then = context.ledger.system(order.then),
                        let early = first.rebuildYear, let late = then.rebuildYear, early > late
                    else { return nil }
                    return Breach(
                        kind: "precedence", key: order.recordKey, field: "first", value: early.fieldText,
                        ja:
                            "先行する「\(first.name)」（\(context.ja(early))）が「\(then.name)」（\(context.ja(late))）より後です。",
                        en:
                            "“\(first.name)” (FY\(early.startYear)) must come first, but “\(then.name)” is in "
                            + "FY\(late.startYear).")
                }
            }),
        DataCheck(
            "separation-years", .contradictory, .warning,
            fix: Words(ja: "どちらかの再構築年度をずらしてください。", en: "Shift one of the two rebuild years."),
            check: .whole { context in
                context.portfolio.separations.compactMap { pair in
                    guard let first = context.ledger.system(pair.first),
                        let second = context.ledger.system(pair.second),
                        let year = first.rebuildYear, year == second.rebuildYear
                    else { return nil }
                    return Breach(
                        kind: "separation", key: pair.recordKey, field: "second", value: year.fieldText,
                        ja: "同年度不可の「\(first.name)」と「\(second.name)」がともに\(context.ja(year))です。",
                        en: "“\(first.name)” and “\(second.name)” must not share a year, but both are in "
                            + "FY\(year.startYear).")
                }
            }),
        DataCheck(
            "move-group-targets", .contradictory, .warning,
            fix: Words(ja: "移設先をそろえるか、グループを分けてください。", en: "Give them one target, or split the group."),
            check: .whole { context in
                context.portfolio.moveGroups.compactMap { group in
                    let targets = group.members.compactMap { context.ledger.system($0)?.targetRoom }
                    let rooms = Set(targets).sorted().map(\.text).joined(separator: ", ")
                    guard Set(targets).count > 1 else { return nil }
                    return Breach(
                        kind: "move_group", key: group.id.text, field: "members", value: rooms,
                        ja: "同時に移設するシステムの移設先が分かれています: \(rooms)",
                        en: "its members move together, but to different rooms: \(rooms)")
                }
            }),
    ]
}
