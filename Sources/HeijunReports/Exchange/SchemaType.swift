import HeijunModel

/// A simple type of the schema that several fields share.
struct SchemaType {
    let name: String
    let title: Words
    let base: String
    let facets: [(name: String, value: String)]

    static let all: [SchemaType] = [
        SchemaType(
            name: "text", title: Words(ja: "文字列", en: "Text"), base: "xs:string", facets: [("minLength", "1")]
        ),
        SchemaType(
            name: "key", title: Words(ja: "識別子。空白を含まない。", en: "A key: text without blanks."),
            base: "xs:token", facets: [("pattern", "\\S+")]),
        SchemaType(
            name: "integer", title: Words(ja: "整数", en: "A whole number"), base: "xs:integer", facets: []),
        SchemaType(
            name: "yen", title: Words(ja: "円単位の金額", en: "Whole yen"), base: "xs:integer",
            facets: [("totalDigits", "16")]),
        SchemaType(
            name: "fiscal_year",
            title: Words(ja: "年度。4月1日が属する西暦年", en: "A fiscal year, by the year of its 1 April"),
            base: "xs:integer",
            facets: [
                ("minInclusive", "\(FiscalYear.range.lowerBound.startYear)"),
                ("maxInclusive", "\(FiscalYear.range.upperBound.startYear)"),
            ]),
        SchemaType(name: "day", title: Words(ja: "日付", en: "A day"), base: "xs:date", facets: []),
        SchemaType(name: "flag", title: Words(ja: "はい・いいえ", en: "Yes or no"), base: "xs:boolean", facets: []),
        SchemaType(
            name: "rack_units", title: Words(ja: "ラックの高さ。0.5U 単位", en: "Rack height in steps of 0.5U"),
            base: "xs:decimal", facets: [("minInclusive", "0"), ("pattern", "[0-9]+(\\.5)?")]),
        SchemaType(
            name: "count", title: Words(ja: "0以上の整数", en: "A whole number from 0"),
            base: "xs:nonNegativeInteger", facets: []),
        SchemaType(
            name: "person_months", title: Words(ja: "人月。0.1 単位", en: "Person-months in steps of 0.1"),
            base: "xs:decimal", facets: [("minInclusive", "0"), ("fractionDigits", "1")]),
        SchemaType(
            name: "rate", title: Words(ja: "0 から 1 までの割合", en: "A fraction from 0 to 1"), base: "xs:decimal",
            facets: [("minInclusive", "0"), ("maxInclusive", "1"), ("fractionDigits", "4")]),
        SchemaType(
            name: "figure", title: Words(ja: "小数第4位までの数値", en: "A figure to four decimals"),
            base: "xs:decimal", facets: [("fractionDigits", "4")]),
    ]

    /// The name of a field's type in the schema.
    static func name(of field: FieldInfo, in kind: RecordKind) -> String {
        single(field, kind) + (field.isList ? "-list" : "")
    }

    private static func single(_ field: FieldInfo, _ kind: RecordKind) -> String {
        switch field.type {
        case .text: "text"
        case .key: "key"
        // The body's own record is the one whose key is a name, blanks and all.
        case .reference(let target): RecordKind.named(target)?.keyIsText == true ? "text" : "key"
        case .integer: "integer"
        case .yen: "yen"
        case .fiscalYear: "fiscal_year"
        case .day: "day"
        case .flag: "flag"
        case .choice: "\(kind.name).\(field.key)"
        case .rackUnits: "rack_units"
        case .watts, .kilograms: "count"
        case .personMonths: "person_months"
        case .rate: "rate"
        case .figure: "figure"
        }
    }
}

extension RecordKind {
    fileprivate var keyIsText: Bool { identityPositions.contains { fields[$0].type == .text } }
}
