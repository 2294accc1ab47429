public import HeijunModel

extension EvaluationCheck {
    /// Counts of agreements that do not add up, or that fall short of the document's own rule.
    static let agreements: [EvaluationCheck] = [
        EvaluationCheck(
            "agreement-sum-differs", .warning,
            fix: Words(ja: "種別ごとの件数を数え直してください。", en: "Count the agreements again.")
        ) { sumsDiffer($0.context) },
        EvaluationCheck(
            "agreement-below-rule", .info,
            fix: Words(
                ja: "規定どおりのレビューを行うか、行わない理由を記録してください。",
                en: "Review as the rule says, or record why not.")
        ) { belowRule($0.context) },
    ]
}

/// The kinds of agreements do not sum to all agreements of a year.
private func sumsDiffer(_ context: Context) -> [Breach] {
    let counts = context.portfolio.agreementCounts
    return counts.filter { $0.grouping == .total }.compactMap { total in
        let types = counts.filter { $0.grouping == .type && $0.year == total.year }
        let sum = types.map(\.count).reduce(0, +)
        guard !types.isEmpty, sum != total.count else { return nil }
        return Breach(
            kind: AgreementCount.kind.name, key: total.recordKey, field: "count", value: String(total.count),
            ja: "\(context.ja(total.year))の協定は \(total.count) 件と記載、種類別の合計は \(sum) 件です。",
            en:
                "\(total.count) agreements are reported of FY\(total.year.startYear), but their kinds add up to \(sum)."
        )
    }
}

private func belowRule(_ context: Context) -> [Breach] {
    let counts = context.portfolio.agreementCounts
    return counts.filter { $0.isBelowRule && $0.count > 0 }.map { short in
        let all = counts.filter { $0.grouping == short.grouping && $0.year == short.year }
        let sum = all.map(\.count).reduce(0, +)
        let note = short.note.map { "（\($0)）" } ?? ""
        return Breach(
            kind: AgreementCount.kind.name, key: short.recordKey, field: "count", value: String(short.count),
            ja:
                "\(context.ja(short.year))の協定 \(sum) 件のうち \(short.count) 件は「\(short.item.text)」で、資料自身の規定に満たないものです\(note)。",
            en:
                "\(short.count) of \(sum) agreements of FY\(short.year.startYear) fall short of the document's own rule "
                + "(\(short.item.text)).")
    }
}

/// The counts of agreements as a table shows them: one sort a line, its years side by side.
public struct AgreementLine: Sendable, Hashable {
    /// What they are counted by.
    public let grouping: AgreementCount.Grouping
    /// The sort within it.
    public let item: String
    /// Year and count, oldest first.
    public let counts: [AgreementCount]
    /// The last count less the first of the same sort; nil with one year alone.
    public var difference: Int? {
        guard let first = counts.first, let last = counts.last, counts.count > 1 else { return nil }
        return last.count - first.count
    }
}

/// Every sort of agreement, in the order of the document.
public func agreementLines(_ portfolio: Portfolio) -> [AgreementLine] {
    let groups = Dictionary(grouping: portfolio.agreementCounts) { [$0.grouping.rawValue, $0.item.text] }
    let order = AgreementCount.Grouping.allCases
    return groups.values.compactMap { group in
        group.first.map {
            (
                $0,
                AgreementLine(
                    grouping: $0.grouping, item: $0.item.text, counts: group.sorted { $0.year < $1.year })
            )
        }
    }.sorted { left, right in
        let places = [left.0, right.0].map { order.firstIndex(of: $0.grouping) ?? order.count }
        return (places[0], left.0.order ?? .max, left.1.item) < (
            places[1], right.0.order ?? .max, right.1.item
        )
    }.map(\.1)
}
