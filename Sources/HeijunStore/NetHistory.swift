import HeijunModel

extension [HistoryLine] {
    /// What a stretch of history, oldest first, comes to: each field once, from what it was to what it became, and nothing
    /// of what was taken back. A line stands where its last change did.
    public var net: [HistoryLine] {
        var first: [Place: HistoryLine] = [:], last: [Place: HistoryLine] = [:]
        var order: [Place: Int] = [:]
        let whole = Set(filter { $0.verb != .changed }.map(\.record))
        for (index, line) in enumerated() {
            // The fields of a record that came or went say no more than that it did.
            if line.verb == .changed, whole.contains(line.record) { continue }
            let place = Place(record: line.record, field: line.field)
            if first[place] == nil { first[place] = line }
            (last[place], order[place]) = (line, index)
        }
        return order.sorted { $0.value < $1.value }.compactMap { place, _ in
            guard let from = first[place], let to = last[place] else { return nil }
            return to.since(from)
        }
    }

    private struct Place: Hashable {
        let record: HistoryLine.Record
        let field: String?
    }
}

extension HistoryLine {
    fileprivate struct Record: Hashable {
        let kind: String, key: String
    }
    fileprivate var record: Record { Record(kind: kind, key: key) }

    /// The line with what was before an earlier one; nil where that is as it became.
    fileprivate func since(_ from: HistoryLine) -> HistoryLine? {
        switch (from.verb, verb) {
        case (.added, .removed): nil
        case (.removed, .added): batch.undoes == from.batch.id ? nil : self
        case (.changed, .changed):
            from.before == after
                ? nil
                : HistoryLine(
                    batch: batch, kind: kind, key: key, verb: verb, field: field, before: from.before,
                    after: after)
        default: self
        }
    }
}
