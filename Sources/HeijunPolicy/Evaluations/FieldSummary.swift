public import HeijunModel

/// How many measures have which grade, field by field, and over all: a measure in several fields counts once in each
/// of them, and once in the total.
public struct FieldSummary: Sendable, Hashable {
    /// The fields in order, then everything.
    public let rows: [Row]
    /// Every grade, the best first.
    public let grades: [Key]
    /// The sum over the fields that are not relisted: more than the total where measures lie in several.
    public let overlapping: Int

    /// One field; the last row has none.
    public struct Row: Sendable, Hashable {
        /// The field; nil for the total.
        public let field: PolicyField?
        /// Counted from the measures, in the order of the grades.
        public let counts: [Int]
        /// As published, in the same order; empty where nothing was.
        public let published: [Int?]
        /// How many of the measures are on track.
        public let onTrack: Int
        /// Measures of the field.
        public var total: Int { counts.reduce(0, +) }
        /// Measures of the field as published.
        public var publishedTotal: Int? {
            published.isEmpty ? nil : published.compactMap { $0 }.reduce(0, +)
        }
        /// Whether every published count is the counted one; nil where nothing was published.
        public var agrees: Bool? {
            published.isEmpty ? nil : zip(counts, published).allSatisfy { $0 == ($1 ?? 0) }
        }
    }

    /// Counts the measures that are evaluated: new ones are not yet.
    public init(_ measures: [MeasureRow], _ portfolio: Portfolio) {
        let counted = measures.filter { $0.measure.state != .new && $0.grade != nil }
        let order = portfolio.schemeGrades.sorted { ($0.order, $0.code) < ($1.order, $1.code) }
        grades = FieldSummary.distinct(order.map(\.code)).filter { code in
            counted.contains { $0.grade == code } || portfolio.fieldCounts.contains { $0.grade == code }
        }
        let makeRow = RowMaker(grades: grades, onTrack: Set(order.filter(\.isOnTrack).map(\.code)), portfolio)
        let everything = portfolio.policyFields.first { $0.id == FieldSummary.everything }
        let fields = portfolio.policyFields.filter { $0.id != FieldSummary.everything }.sorted {
            ($0.order ?? .max, $0.id) < ($1.order ?? .max, $1.id)
        }
        rows =
            fields.map { field in
                makeRow(
                    field,
                    counted.filter {
                        $0.measure.mainField == field.id || $0.measure.fields.contains(field.id)
                    })
            } + [makeRow(everything, counted)]
        overlapping = rows.dropLast().filter { $0.field?.isRelisted == false }.map {
            $0.publishedTotal ?? $0.total
        }.reduce(0, +)
    }

    /// The key of the field that stands for all measures, where a total is published.
    public static let everything: Key = "all"

    private static func distinct(_ keys: [Key]) -> [Key] {
        keys.reduce(into: []) { list, key in if !list.contains(key) { list.append(key) } }
    }
}

/// Makes the rows of a summary.
private struct RowMaker {
    let grades: [Key]
    let onTrack: Set<Key>
    let portfolio: Portfolio

    init(grades: [Key], onTrack: Set<Key>, _ portfolio: Portfolio) {
        self.grades = grades
        self.onTrack = onTrack
        self.portfolio = portfolio
    }

    func callAsFunction(_ field: PolicyField?, _ measures: [MeasureRow]) -> FieldSummary.Row {
        let published = portfolio.fieldCounts.filter { $0.field == field?.id }
        return FieldSummary.Row(
            field: field, counts: grades.map { code in measures.count { $0.grade == code } },
            published: published.isEmpty
                ? [] : grades.map { code in published.first { $0.grade == code }?.count },
            onTrack: measures.count { $0.grade.map(onTrack.contains) == true })
    }
}
