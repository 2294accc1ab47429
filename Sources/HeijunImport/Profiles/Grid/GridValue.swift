import HeijunModel

/// How texts of cells are written where people fill tables in.
enum GridValue {
    /// A cell's text as its field reads it; empty where the cell says that there is nothing.
    static func plain(
        _ text: String, _ column: GridHeading.Column, _ info: FieldInfo, _ names: KnownNames
    ) throws(ImportError.Reason) -> String {
        if case .text = info.type { return text }
        if case .key = info.type { return text }
        let form = matchForm(text)
        if nothing.contains(form) { return "" }
        if info.key == "memory" { return try SizeUnit.mebibytes(text, column.unit ?? "MiB") }
        switch info.type {
        case .yen: return amount(whole(text), column.unit)
        case .day: return lastOfMonth(column.isTerm ? end(of: text) : text)
        case .reference(let kind): return names.key(of: text, kind: kind) ?? text
        case .fiscalYear: return year(text)
        case .flag: return marks[form] ?? text
        case .choice: return word(form, info.key) ?? Dictionaries.kindWord(text, info)
        case .text: return text
        default: return whole(text)
        }
    }

    /// A number as the programs that reckon leave it, `1250000.0` or `1249999.9999999998`, in whole units.
    private static func whole(_ text: String) -> String {
        guard text.contains("."), let value = Double(text), value.magnitude < 1e15 else { return text }
        let rounded = value.rounded()
        return (value - rounded).magnitude <= 1e-9 * max(1, value.magnitude) ? String(Int(rounded)) : text
    }

    /// The last day of a month that is told as 令和9年9月末.
    private static func lastOfMonth(_ text: String) -> String {
        let form = halfWidth(text)
        guard form.hasSuffix("月末") || form.hasSuffix("月末日"), let month = form.firstIndex(of: "月"),
            let first = try? Day(fieldText: form[...month] + "1日")
        else { return text }
        return (28...31).lazy.compactMap { Day(existingYear: first.year, month: first.month, day: $0) }
            .reversed().first.map(\.fieldText) ?? text
    }

    /// What people write into a cell that has nothing to say.
    private static let nothing = Set(
        ["-", "--", "ー", "―", "‐", "－", "なし", "無し", "未定", "未設定", "不明", "該当なし", "n/a", "na", "対象外", "/"]
            .map(matchForm))

    /// An amount with the unit of its column, where it has none of its own; a broken number is reckoned in whole yen.
    private static func amount(_ text: String, _ unit: String?) -> String {
        let bare = halfWidth(text)
        guard let unit, let factor = yen[unit], let last = bare.unicodeScalars.last,
            ("0"..."9").contains(last)
        else { return text }
        guard bare.contains("."), let value = Double(bare.filter { $0 != "," }), value.magnitude < 1e9 else {
            return text + unit
        }
        return String(Int((value * Double(factor)).rounded()))
    }

    private static let yen = ["円": 1, "千円": 1000, "万円": 10_000, "百万円": 1_000_000, "億円": 100_000_000]

    /// The end of `R4.10.1～R9.9.30`.
    private static func end(of text: String) -> String {
        var text = text.replacing("から", with: "～")
        if text.hasSuffix("まで") { text.removeLast(2) }
        return text.split(whereSeparator: { "～〜~".contains($0) || $0.isNewline }).last.map(String.init)
            ?? text
    }

    /// The fiscal year of a day, where a day stands for a year.
    private static func year(_ text: String) -> String {
        guard (try? FiscalYear(fieldText: text)) == nil, let day = try? Day(fieldText: text) else {
            return text
        }
        return FiscalYear(of: day).fieldText
    }

    private static let marks = [
        "●": "true", "◯": "true", "◎": "true", "✓": "true", "✔": "true", "レ": "true", "あり": "true",
        "該当": "true",
        "対象": "true", "有り": "true", "×": "", "✕": "", "x": "", "非該当": "", "いいえ": "", "無": "", "無し": "",
        "なし": "",
    ]

    /// Words for choices that people use and the ledger does not.
    private static func word(_ form: String, _ field: String) -> String? {
        words[field]?.first { form.contains($0.part) }?.value
    }

    private static let words: [String: [(part: String, value: String)]] = [
        "hosting": [
            ("ガバメント", "governmentCloud"), ("ガバクラ", "governmentCloud"), ("saas", "saas"), ("asp", "saas"),
            ("iaas", "iaas"), ("paas", "iaas"), ("共通基盤", "commonPlatform"), ("仮想基盤", "commonPlatform"),
            ("ハウジング", "housing"), ("データセンタ", "housing"), ("idc", "housing"), ("オンプレ", "onPremises"),
            ("庁内", "onPremises"), ("自庁", "onPremises"),
        ],
        "tier": [
            ("番号", "mynumber"), ("マイナンバー", "mynumber"), ("基幹", "mynumber"), ("lgwan", "lgwan"),
            ("インターネット", "internet"), ("校務", "school"), ("教育", "school"), ("単独", "standalone"),
            ("スタンドアロン", "standalone"),
        ],
    ]
}

/// Rows of a table that are no records.
enum GridRow {
    /// What a row of sums is called; nil where the row is none.
    static func sum(_ cells: [GridCell]) -> String? {
        cells.prefix(3).first { sums.contains(matchForm($0.text).filter { $0 != " " }) }?.text
    }

    private static let sums: Set<String> = [
        "合計", "総計", "小計", "計", "総合計", "累計", "合計額", "total", "grandtotal", "subtotal", "sum",
    ]

    /// Whether a row is a remark under the table.
    static func isRemark(_ cells: [GridCell]) -> Bool {
        guard cells.count == 1, let text = cells.first?.text else { return false }
        return ["※", "＊", "*", "注", "(注", "（注", "★", "以上"].contains { text.hasPrefix($0) }
    }
}
