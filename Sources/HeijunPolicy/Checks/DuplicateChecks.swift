import HeijunModel

extension DataCheck {
    /// Records that say the same thing twice.
    static let duplicates: [DataCheck] = [
        DataCheck(
            "duplicate-key", .duplicate, .error,
            fix: Words(ja: "片方を削除するか、別の識別子を付けてください。", en: "Remove one, or give it another key."),
            check: .whole { context in
                doubles(context.portfolio.systems, "system", "id", \.id)
                    + doubles(context.portfolio.sections, "section", "id", \.id)
                    + doubles(context.portfolio.facilities, "facility", "id", \.id)
                    + doubles(context.portfolio.rooms, "room", "id", \.id)
                    + doubles(context.portfolio.vendors, "vendor", "id", \.id)
                    + doubles(context.portfolio.accounts, "account", "id", \.id)
                    + doubles(context.portfolio.businesses, "business", "id", \.id)
                    + doubles(context.portfolio.programmes, "programme", "id", \.id)
                    + doubles(context.portfolio.moveGroups, "move_group", "id", \.id)
                    + doubles(context.portfolio.indicators, "indicator", "id", \.id)
            }),
        DataCheck(
            "duplicate-name", .duplicate, .warning,
            fix: Words(
                ja: "同じシステムなら統合し、別なら名称で区別してください。",
                en: "Join them if they are one system, else tell them apart by name."),
            check: .whole { context in sameNames(context) }),
        DataCheck(
            "duplicate-link", .duplicate, .warning,
            fix: Words(ja: "重複した連携を削除してください。", en: "Remove the doubled link."),
            check: .whole { context in
                let groups = Dictionary(grouping: context.portfolio.links) {
                    LinkIdentity(from: $0.system, to: $0.to, content: plain($0.content))
                }
                return groups.values.filter { $0.count > 1 }.compactMap { links in
                    links.map(\.recordKey).min().map { key in
                        Breach(
                            kind: "link", key: key, field: "content", value: links[0].content,
                            ja: "同じ連携が\(links.count)件あります。",
                            en: "the same link is recorded \(links.count) times.")
                    }
                }
            }),
        DataCheck(
            "duplicate-cost", .duplicate, .error,
            fix: Words(ja: "重複した経費を削除してください。", en: "Remove the doubled cost."),
            check: .whole { context in
                doubledCosts(context).map {
                    Breach(
                        kind: "cost", key: $0.recordKey, field: "amount", value: $0.amount.fieldText,
                        ja: "同じ年度・費目・段階・財源・会計の経費が重複しています。",
                        en: "a cost of the same year, item, stage, funding and account is recorded already.")
                }
            }),
    ]
}

private struct LinkIdentity: Hashable {
    let from: Key, to: Key, content: String
}

/// What tells a system's amounts apart.
private struct CostIdentity: Hashable {
    let year: FiscalYear, item: CostItem, stage: CostStage, funding: Funding, account: Key?
}

/// Amounts of systems whose identity an earlier one has, system by system.
private func doubledCosts(_ context: Context) -> [Cost] {
    var seen: Set<CostIdentity> = []
    return context.portfolio.systems.flatMap { system in
        seen.removeAll(keepingCapacity: true)
        return context.ledger.costs(of: system.id).filter { cost in
            !seen.insert(
                CostIdentity(
                    year: cost.year, item: cost.item, stage: cost.stage, funding: cost.funding,
                    account: cost.account)
            ).inserted
        }
    }
}

/// Records whose key another record bears, one finding a key.
private func doubles<Record>(
    _ records: [Record], _ kind: String, _ field: String, _ key: (Record) -> Key
) -> [Breach] {
    Dictionary(grouping: records, by: key).filter { $0.value.count > 1 }.sorted { $0.key < $1.key }.map {
        Breach(
            kind: kind, key: $0.key.text, field: field, value: $0.key.text,
            ja: "「\($0.key.text)」が\($0.value.count)件あります。",
            en: "“\($0.key.text)” is recorded \($0.value.count) times.")
    }
}

/// Live systems of one name, one finding for all but the first.
private func sameNames(_ context: Context) -> [Breach] {
    var first: [String: Key] = [:]
    return context.portfolio.systems.filter(\.isLive).compactMap { system in
        let name = plain(system.name)
        guard let known = first[name], known != system.id else {
            first[name] = system.id
            return nil
        }
        return Breach(
            system, "name", system.name, ja: "「\(known.text)」と同じ名称です。",
            en: "it bears the name of “\(known.text)”.")
    }
}

/// A name without blanks, in half width and lower case: for telling whether two are the same.
func plain(_ text: String) -> String {
    if text.utf8.allSatisfy({ (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) }) { return text }
    return halfWidth(text).lowercased().filter { !$0.isWhitespace }
}
