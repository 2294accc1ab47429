public import HeijunModel
public import HeijunPolicy

extension JSONValue {
    /// Grades, summary, sheets and findings of the evaluations.
    public static func evaluation(
        _ input: EvaluationInput, _ findings: [Finding], _ format: Format
    ) -> JSONValue {
        let found = Dictionary(grouping: findings, by: \.key)
        let measures = input.measures.map { measure($0, found[$0.measure.id.text] ?? []) }
        return .object([
            ("asOf", JSONValue(input.context.asOf)), ("measures", .array(measures)),
            ("summary", .array(input.summary.rows.map { row($0, input.summary.grades, format) })),
            ("overlapping", .int(input.summary.overlapping)),
            ("sheets", Table.sheets(input.sheets, findings, format).json),
            ("agreements", Table.agreements(agreementLines(input.context.portfolio), format).json),
            ("findings", Table.findings(findings, format).json),
        ])
    }

    private static func measure(_ row: MeasureRow, _ found: [Finding]) -> JSONValue {
        let measure = row.measure
        let findings = found.filter { $0.kind == "measure" }.map { JSONValue.string($0.code) }
        return .object([
            ("number", .int(measure.number)), ("name", .string(measure.name)),
            ("rates", .array(row.years.map(year))), ("mean", JSONValue(row.mean?.rate)),
            ("reportedMean", percent(measure.reportedMean)), ("grade", JSONValue(row.grade)),
            ("computedGrade", JSONValue(row.computedGrade)),
            ("reportedGrade", JSONValue(measure.reportedGrade)),
            ("ruleMean", JSONValue(row.ruleMean?.rate)), ("ruleGrade", JSONValue(row.ruleGrade)),
            ("overrideReason", JSONValue(row.override == nil ? nil : measure.overrideReason)),
            ("state", .string(measure.state.rawValue)), ("fields", JSONValue(fields(of: measure))),
            ("findings", .array(findings)), ("source", JSONValue(measure.source)),
        ])
    }

    private static func fields(of measure: Measure) -> [Key] {
        (measure.mainField.map { [$0] } ?? []) + measure.fields
    }

    private static func year(_ year: MeasureRow.Year) -> JSONValue {
        .object([
            ("year", JSONValue(year.year)), ("reported", percent(year.reported)),
            ("sheet", percent(year.sheet)),
            ("computed", JSONValue(year.computed?.rate)), ("used", JSONValue(year.used?.rate)),
            ("met", .int(year.met)), ("judged", .int(year.judged)), ("leftOut", JSONValue(year.leftOut)),
        ])
    }

    private static func percent(_ figure: Figure?) -> JSONValue {
        JSONValue(figure.map { AchievementRate(percent: $0).rate })
    }

    private static func row(_ row: FieldSummary.Row, _ grades: [Key], _ format: Format) -> JSONValue {
        let counts = zip(grades, row.counts).map { ($0.text, JSONValue.int($1)) }
        let published = zip(grades, row.published).map { ($0.text, JSONValue($1)) }
        let name = row.field?.name ?? format(Words(ja: "全施策", en: "All measures"))
        return .object([
            ("field", .string(name)), ("counts", .object(counts)), ("total", .int(row.total)),
            ("published", published.isEmpty ? .null : .object(published)),
            ("agrees", row.agrees.map(JSONValue.bool) ?? .null),
            ("relisted", .bool(row.field?.isRelisted ?? false)),
        ])
    }
}
