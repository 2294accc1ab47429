import HeijunModel

/// A field that names records of another kind, and how to read it quickly.
struct Reference: Sendable {
    let kind: String, field: String, target: String
    /// The record's key and the key it names, for every reference that leads nowhere.
    let dangling: @Sendable (Portfolio, Set<Key>) -> [(key: String, value: Key)]

    private static func of<Record: LedgerRecord>(
        _ records: any KeyPath<Portfolio, [Record]> & Sendable, _ field: String, to target: String,
        _ keys: @escaping @Sendable (Record) -> Key?
    ) -> Reference {
        Reference(kind: Record.kind.name, field: field, target: target) { portfolio, known in
            portfolio[keyPath: records].compactMap { record in
                guard let key = keys(record), !known.contains(key) else { return nil }
                return (record.recordKey, key)
            }
        }
    }

    private static func list<Record: LedgerRecord>(
        _ records: any KeyPath<Portfolio, [Record]> & Sendable, _ field: String, to target: String,
        _ keys: @escaping @Sendable (Record) -> [Key]
    ) -> Reference {
        Reference(kind: Record.kind.name, field: field, target: target) { portfolio, known in
            portfolio[keyPath: records].flatMap { record in
                keys(record).filter { !known.contains($0) }.map { (record.recordKey, $0) }
            }
        }
    }

    /// Beyond that many keys no likely one is proposed: looking through them would take too long.
    static let mostCandidates = 300

    /// Every field of the ledger that names a record, but those that name the body.
    static let all: [Reference] = [
        .list(\.sections, "successors", to: "section", \.successors),
        .of(\.staffCapacities, "section", to: "section", \.section),
        .of(\.rooms, "facility", to: "facility", \.facility),
        .of(\.roomCapacities, "room", to: "room", \.room),
        .of(\.ceilings, "account", to: "account", \.account),
        .of(\.steps, "business", to: "business", \.business),
        .of(\.schemeGrades, "scheme", to: "scheme", \.scheme),
        .of(\.questionChoices, "question", to: "question", \.question),
        .of(\.programmes, "section", to: "section", \.section),
        .of(\.programmeSheets, "programme", to: "programme", \.programme),
        .of(\.programmeSheets, "scheme", to: "scheme", \.scheme),
        .of(\.programmeCosts, "programme", to: "programme", \.programme),
        .of(\.programmeStaffs, "programme", to: "programme", \.programme),
        .of(\.answers, "programme", to: "programme", \.programme),
        .of(\.answers, "question", to: "question", \.question),
        .of(\.minimalProjects, "programme", to: "programme", \.programme),
        .of(\.systems, "business_section", to: "section", \.businessSection),
        .of(\.systems, "system_section", to: "section", \.systemSection),
        .of(\.systems, "room", to: "room", \.room),
        .of(\.systems, "target_room", to: "room", \.targetRoom),
        .of(\.systems, "account", to: "account", \.account),
        .of(\.systems, "vendor", to: "vendor", \.vendor),
        .list(\.systems, "businesses", to: "business", \.businesses),
        .list(\.systems, "programmes", to: "programme", \.programmes),
        .list(\.systems, "successors", to: "system", \.successors),
        .of(\.accountShares, "system", to: "system", \.system),
        .of(\.accountShares, "account", to: "account", \.account),
        .of(\.costs, "system", to: "system", \.system),
        .of(\.costs, "account", to: "account", \.account),
        .of(\.costs, "vendor", to: "vendor", \.vendor),
        .of(\.costs, "section", to: "section", \.section),
        .of(\.contracts, "system", to: "system", \.system),
        .of(\.contracts, "vendor", to: "vendor", \.vendor),
        .of(\.supportEnds, "system", to: "system", \.system),
        .of(\.supportEnds, "software", to: "software", \.software),
        .of(\.supportEnds, "equipment", to: "equipment", \.equipment),
        .of(\.links, "system", to: "system", \.system),
        .of(\.links, "to", to: "system", \.to),
        .of(\.gates, "system", to: "system", \.system),
        .of(\.precedences, "first", to: "system", \.first),
        .of(\.precedences, "then", to: "system", \.then),
        .of(\.separations, "first", to: "system", \.first),
        .of(\.separations, "second", to: "system", \.second),
        .list(\.moveGroups, "members", to: "system", \.members),
        .of(\.fieldCounts, "field", to: "policy_field", \.field),
        .of(\.measures, "scheme", to: "scheme", \.scheme),
        .of(\.measures, "main_field", to: "policy_field", \.mainField),
        .list(\.measures, "fields", to: "policy_field", \.fields),
        .of(\.measureYears, "measure", to: "measure", \.measure),
        .of(\.indicators, "measure", to: "measure", \.measure),
        .of(\.indicators, "programme", to: "programme", \.programme),
        .of(\.indicators, "owner", to: "section", \.owner),
        .of(\.indicatorValues, "indicator", to: "indicator", \.indicator),
        .of(\.summaryReviews, "system", to: "system", \.system),
    ]
}

extension DataCheck {
    /// One check for every reference; the code is the same.
    static let references: [DataCheck] = [
        DataCheck(
            "dangling-reference", .dangling, .error,
            fix: Words(ja: "参照先を追加するか、値を直してください。", en: "Add the record it names, or correct the value."),
            check: .whole { context in danglingReferences(context) })
    ]
}

private func danglingReferences(_ context: Context) -> [Breach] {
    let known = knownKeys(context.portfolio)
    return Reference.all.flatMap { reference -> [Breach] in
        let keys = known[reference.target] ?? []
        let texts = keys.count <= Reference.mostCandidates ? keys.map(\.text).sorted() : []
        return reference.dangling(context.portfolio, keys).map { key, value in
            danglingBreach(reference, key, value, closest: closest(to: value.text, among: texts))
        }
    }
}

private func danglingBreach(_ reference: Reference, _ key: String, _ value: Key, closest: String?) -> Breach {
    let kind = RecordKind.named(reference.kind)
    let title = kind?.title(of: reference.field) ?? Words(ja: "", en: "")
    let target = RecordKind.named(reference.target)?.title ?? Words(ja: "", en: "")
    return Breach(
        kind: reference.kind, key: key, field: reference.field, value: value.text,
        ja: "\(kind?.title.ja ?? "")「\(key)」の「\(title.ja)」が指す\(target.ja)「\(value.text)」がありません。"
            + (closest.map { "「\($0)」ではありませんか。" } ?? ""),
        en:
            "“\(key)” names the \(target.en.lowercased()) “\(value.text)” (\(title.en)), which does not exist."
            + (closest.map { " Did you mean “\($0)”?" } ?? ""))
}

private func knownKeys(_ portfolio: Portfolio) -> [String: Set<Key>] {
    [
        "section": Set(portfolio.sections.map(\.id)), "facility": Set(portfolio.facilities.map(\.id)),
        "room": Set(portfolio.rooms.map(\.id)), "vendor": Set(portfolio.vendors.map(\.id)),
        "account": Set(portfolio.accounts.map(\.id)), "business": Set(portfolio.businesses.map(\.id)),
        "programme": Set(portfolio.programmes.map(\.id)), "system": Set(portfolio.systems.map(\.id)),
        "indicator": Set(portfolio.indicators.map(\.id)),
        "measure": Set(portfolio.measures.map(\.id)), "scheme": Set(portfolio.schemes.map(\.id)),
        "question": Set(portfolio.questions.map(\.id)),
        "policy_field": Set(portfolio.policyFields.map(\.id)),
    ]
}
