public import HeijunModel

extension Table {
    /// Every finding (指摘) with what to do about it.
    public static func findings(_ findings: [Finding], _ format: Format) -> Table {
        Table(
            key: "findings", title: Words(ja: "指摘", en: "Findings"),
            columns: [
                Column("severity", ja: "区分", en: "Grade"), Column("code", ja: "コード", en: "Code"),
                Column("rule", ja: "ルール", en: "Rule", isDataOnly: true),
                .data("kind", ja: "種類", en: "Kind"), Column("system", ja: "対象", en: "Record"),
                Column("field", ja: "項目", en: "Field", isDataOnly: true),
                .data("value", ja: "値", en: "Value"), Column("message", ja: "内容", en: "Finding"),
                Column("remedy", ja: "対応", en: "Remedy"), .data("source", ja: "根拠", en: "Source"),
            ],
            rows: findings.map { row($0, format) })
    }

    private static func row(_ finding: Finding, _ format: Format) -> [Cell] {
        [
            Cell(
                format(finding.severity.title), .string(finding.severity.rawValue),
                tone: tone(finding.severity)),
            Cell(finding.code), Cell(finding.rule.isEmpty ? nil : finding.rule), Cell(finding.kind),
            Cell(finding.key), Cell(finding.field), Cell(finding.value), format.cell(finding.message),
            format.cell(finding.remedy), Cell(finding.source.isEmpty ? nil : finding.source),
        ]
    }

    /// The findings grouped by rule: how many of each, the gravest first, with one example.
    public static func findingGroups(_ findings: [Finding], _ format: Format) -> Table {
        let groups = Dictionary(grouping: findings, by: \.code).values.sorted { left, right in
            (left[0].severity, right.count, left[0].code) < (right[0].severity, left.count, right[0].code)
        }
        return Table(
            key: "counts", title: Words(ja: "ルール別の指摘件数", en: "Findings by rule"),
            columns: [
                Column("severity", ja: "区分", en: "Grade"), Column("code", ja: "コード", en: "Code"),
                Column("count", ja: "件数", en: "Count", .trailing),
                Column("example", ja: "内容（先頭の1件）", en: "First finding"),
                Column("remedy", ja: "対応", en: "Remedy"), Column("source", ja: "根拠", en: "Source"),
            ],
            rows: groups.map { group in
                let first = group[0]
                return [
                    Cell(
                        format(first.severity.title), .string(first.severity.rawValue),
                        tone: tone(first.severity)),
                    Cell(first.code), format.cell(group.count), format.cell(first.message),
                    format.cell(first.remedy), Cell(first.source),
                ]
            },
            total: [
                Cell(format(Sentences.total)), Cell(nil), format.cell(findings.count), Cell(nil), Cell(nil),
                Cell(nil),
            ])
    }

    private static func tone(_ severity: Finding.Severity) -> Cell.Tone {
        switch severity {
        case .error: .bad
        case .warning: .caution
        case .info: .muted
        }
    }
}
