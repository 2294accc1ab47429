import HeijunModel

/// Two days of a record, the second of which must not come first.
struct Span {
    let kind: String, key: String, field: String
    let first: Day?, last: Day?

    func breach(_ context: Context) -> Breach? {
        guard let first, let last, last < first else { return nil }
        return Breach(
            kind: kind, key: key, field: field, value: last.fieldText,
            ja: "終わりの日（\(context.ja(last))）が始まりの日（\(context.ja(first))）より前です。",
            en: "the last day (\(last.fieldText)) comes before the first (\(first.fieldText)).")
    }
}

/// Every pair of days in the ledger.
func spans(in context: Context) -> [Span] {
    let ledger = context.portfolio
    return ledger.systems.map {
        Span(kind: "system", key: $0.id.text, field: "valid_to", first: $0.validFrom, last: $0.validTo)
    }
        + ledger.sections.map {
            Span(kind: "section", key: $0.id.text, field: "valid_to", first: $0.validFrom, last: $0.validTo)
        }
        + ledger.facilities.map {
            Span(kind: "facility", key: $0.id.text, field: "closes", first: $0.opens, last: $0.closes)
        }
        + ledger.rooms.map {
            Span(kind: "room", key: $0.id.text, field: "closes", first: $0.opens, last: $0.closes)
        }
        + ledger.contracts.filter { ($0.starts ?? $0.ends) != $0.ends }.map {
            Span(kind: "contract", key: $0.recordKey, field: "ends", first: $0.starts, last: $0.ends)
        }
}
