/// Why a text is not a value of a field. `words` says it with the value seen and what to write instead.
public enum ValueProblem: Error, Hashable, Codable, Sendable {
    case missing
    case notAFiscalYear(String)
    case notADay(String)
    case impossibleDay(String)
    case outOfRange(String, allowed: String)
    case notANumber(String, example: String)
    case notAFlag(String)
    case unknownChoice(String, allowed: [String], closest: String?)
    case notAKey(String)
    case notText(String)

    /// A short stable code, as `import --json` reports it.
    public var code: String {
        switch self {
        case .missing: "missing-value"
        case .notAFiscalYear: "not-a-fiscal-year"
        case .notADay: "not-a-day"
        case .impossibleDay: "impossible-day"
        case .outOfRange: "out-of-range"
        case .notANumber: "not-a-number"
        case .notAFlag: "not-a-flag"
        case .unknownChoice: "unknown-choice"
        case .notAKey: "not-a-key"
        case .notText: "not-text"
        }
    }

    /// The value as it was seen; empty where there was none.
    public var seen: String {
        switch self {
        case .missing: ""
        case .notAFiscalYear(let text), .notADay(let text), .impossibleDay(let text), .notAFlag(let text),
            .notAKey(let text), .notText(let text), .outOfRange(let text, _), .notANumber(let text, _),
            .unknownChoice(let text, _, _):
            text
        }
    }

    /// The sentence for the user.
    public var words: Words {
        switch self {
        case .missing:
            Words(ja: "値がありません。必須の項目です。", en: "There is no value, and one is required.")
        case .notAFiscalYear(let text):
            Words(
                ja: "「\(text)」は年度として読めません。令和9年度、R9、2027年度、2027 のように書いてください。",
                en: "“\(text)” is not a fiscal year. Write 2027, FY2027, R9 or 令和9年度.")
        case .notADay(let text):
            Words(
                ja: "「\(text)」は日付として読めません。2026-03-31、令和8年3月31日、R8.3.31 のように書いてください。",
                en: "“\(text)” is not a date. Write 2026-03-31, R8.3.31 or 令和8年3月31日.")
        case .impossibleDay(let text):
            Words(
                ja: "「\(text)」という日付は暦にありません。年・月・日を確かめてください。",
                en: "“\(text)” is not in the calendar. Check its year, month and day.")
        case .outOfRange(let text, let allowed):
            Words(
                ja: "「\(text)」は範囲外です。\(allowed) の値にしてください。",
                en: "“\(text)” is out of range. It must be \(allowed).")
        case .notANumber(let text, let example):
            Words(
                ja: "「\(text)」は数値として読めません。\(example) のように書いてください。",
                en: "“\(text)” is not a number. Write it as in \(example).")
        case .notAFlag(let text):
            Words(
                ja: "「\(text)」は true か false（はい・いいえ）で書いてください。",
                en: "“\(text)” is neither true nor false.")
        case .unknownChoice(let text, let allowed, let closest):
            Words(
                ja: "「\(text)」は選べません。\(closest.map { "「\($0)」ではありませんか。" } ?? "")"
                    + "選べる値: \(allowed.joined(separator: "、"))",
                en: "“\(text)” is not one of the choices.\(closest.map { " Did you mean “\($0)”?" } ?? "")"
                    + " Choices: \(allowed.joined(separator: ", "))")
        case .notAKey(let text):
            Words(
                ja: "「\(text)」は識別子に使えません。空白と制御文字を含まない文字列にしてください。",
                en: "“\(text)” cannot be a key. Use text without blanks and control characters.")
        case .notText(let text):
            Words(
                ja: "「\(text)」に制御文字が含まれています。取り除いてください。",
                en: "“\(text)” contains control characters. Take them out.")
        }
    }
}
