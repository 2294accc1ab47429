import HeijunModel

extension DataCheck {
    /// Rooms, links and support that do not fit a system's state.
    static let places: [DataCheck] = [
        DataCheck(
            "room-closed", .contradictory, .error,
            fix: Words(
                ja: "設置場所を直すか、施設の閉鎖期限を確かめてください。", en: "Correct its room, or check the day of closing."),
            check: .eachSystem { system, context in
                guard context.ledger.needsRoom(system), system.isRunning, let room = system.room,
                    let closes = context.ledger.closes(room), closes < context.asOf
                else { return nil }
                return Breach(
                    system, "room", room.text, ja: "設置場所は\(context.ja(closes))に閉鎖済みです。",
                    en: "its room closed on \(closes.fieldText).")
            }),
        DataCheck(
            "room-closes-without-target", .contradictory, .warning,
            fix: Words(ja: "移設先か、部屋を要しない稼働形態を記入してください。", en: "Enter a target room or a hosting without one."),
            check: .eachSystem { system, context in
                guard context.ledger.needsRoom(system), let room = system.room, !system.isLeaving,
                    let closes = context.ledger.closes(room), closes >= context.asOf,
                    !system.isToMove, !system.mayLeaveItsRoom
                else { return nil }
                return Breach(
                    system, "target_room", nil,
                    ja: "設置場所は\(context.ja(closes))に閉鎖されますが、移設先がありません。",
                    en: "its room closes on \(closes.fieldText), and it has no target.")
            }),
        DataCheck(
            "room-not-needed", .contradictory, .warning,
            fix: Words(ja: "設置場所を消すか、稼働形態を直してください。", en: "Clear its room, or correct its hosting."),
            check: .eachSystem { system, _ in
                guard let hosting = system.hosting, !hosting.needsRoom, let room = system.room,
                    hosting != .commonPlatform
                else { return nil }
                return Breach(
                    system, "room", room.text, ja: "稼働形態は\(hosting.title.ja)ですが、設置場所があります。",
                    en: "its hosting is \(hosting.title.en), yet it has a room.")
            }),
        DataCheck(
            "room-over-capacity", .contradictory, .warning,
            fix: Words(ja: "容量か、設置システムの値を確かめてください。", en: "Check the capacity and what stands there."),
            check: .whole { context in
                RoomLoad.all(in: context).flatMap { load in
                    load.excesses.map { excess in
                        Breach(
                            kind: "room_capacity", key: load.capacity.recordKey, field: excess.field,
                            value: excess.load,
                            ja:
                                "「\(load.room.name)」の使用\(excess.load)\(excess.unit)が容量\(excess.limit)\(excess.unit)を超えています。",
                            en: "“\(load.room.name)” holds \(excess.load) \(excess.unit) "
                                + "of \(excess.limit) \(excess.unit).")
                    }
                }
            }),
        DataCheck(
            "retired-but-linked", .contradictory, .warning,
            fix: Words(ja: "連携を削除するか、状態を直してください。", en: "Remove the link, or correct the stage."),
            check: .whole { context in
                let retired = Dictionary(
                    context.portfolio.systems.filter { !$0.isLive }.map { ($0.id, $0.name) },
                    uniquingKeysWith: { first, _ in first })
                guard !retired.isEmpty else { return [] }
                return context.portfolio.links.compactMap { link in
                    (retired[link.system] ?? retired[link.to]).map { name in
                        Breach(
                            kind: "link", key: link.recordKey, field: "to", value: link.to.text,
                            ja: "廃止された「\(name)」との連携「\(link.content)」が残っています。",
                            en: "link “\(link.content)” joins “\(name)”, which is retired.")
                    }
                }
            }),
        DataCheck(
            "standalone-but-linked", .contradictory, .info,
            fix: Words(ja: "ネットワーク層か連携方式を直してください。", en: "Correct its tier or the link's method."),
            check: .eachSystem { system, context in
                guard system.tier == .standalone,
                    let link = context.ledger.links(from: system.id).first(where: { $0.method != .media })
                else { return nil }
                return Breach(
                    system, "tier", "standalone", ja: "単独のシステムですが、「\(link.content)」を通信で連携しています。",
                    en: "it stands alone, yet passes “\(link.content)” over a network.")
            }),
        DataCheck(
            "link-to-itself", .contradictory, .error,
            fix: Words(ja: "連携先を直してください。", en: "Correct the link's end."),
            check: .whole { context in
                context.portfolio.links.filter { $0.system == $0.to }.map {
                    Breach(
                        kind: "link", key: $0.recordKey, field: "to", value: $0.to.text,
                        ja: "連携元と連携先が同じです。", en: "it leads from a system to itself.")
                }
            }),
    ]
}
