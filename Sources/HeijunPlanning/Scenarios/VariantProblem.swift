public import HeijunModel

/// Why a change of a scenario cannot be read or made.
public enum VariantProblem: Error, Hashable, Sendable {
    /// Not of the form `target=value`.
    case malformed(String)
    /// A value that the target does not take.
    case badValue(String, target: String, Words)
    /// Neither a setting, nor a year, nor a system; the nearest name where one is near.
    case unknownTarget(String, closest: String?)
    /// A field that systems do not have.
    case unknownField(String, closest: String?)
    /// A percentage of a ceiling that the ledger does not have.
    case noCeiling(account: Key, year: FiscalYear)
    /// An account that the ledger does not have.
    case unknownAccount(Key, known: [Key])
    /// A scenario that the ledger does not have.
    case unknownScenario(Key, closest: String?)

    /// Whether the text is at fault, whatever the ledger holds.
    public var isUsage: Bool {
        switch self {
        case .malformed, .badValue, .unknownField: true
        case .unknownTarget, .noCeiling, .unknownAccount, .unknownScenario: false
        }
    }

    /// What is wrong, and what to do.
    public var words: Words {
        switch self {
        case .malformed(let text):
            Words(
                ja: "「\(text)」は R11=-15%、R11=9500000千円、plan.large-per-year=3、SYS-0002=R11 のように書いてください。",
                en: "Write “\(text)” as in R11=-15%, 2029=9500000千円, plan.large-per-year=3 or SYS-0002=2029.")
        case .badValue(let value, let target, let why):
            Words(ja: "\(target) の値「\(value)」: \(why.ja)", en: "\(target), value “\(value)”: \(why.en)")
        case .unknownTarget(let name, let near):
            Words(
                ja: "「\(name)」という設定もシステムもありません。\(VariantProblem.hint(near).ja)",
                en: "There is no setting and no system “\(name)”. \(VariantProblem.hint(near).en)")
        case .unknownField(let name, let near):
            Words(
                ja: "システムに「\(name)」という項目はありません。\(VariantProblem.hint(near).ja)",
                en: "Systems have no field “\(name)”. \(VariantProblem.hint(near).en)")
        case .noCeiling(let account, let year):
            Words(
                ja: "\(account.text) の \(year.short(.era)) に予算上限の登録がないため、割合では変えられません。金額で指定してください。",
                en:
                    "\(account.text) has no ceiling in \(year.startYear), so no percentage of it can be taken. Give an amount."
            )
        case .unknownAccount(let key, let known):
            Words(
                ja: "「\(key.text)」という会計は台帳にありません。台帳の会計: \(known.map(\.text).joined(separator: "、"))",
                en:
                    "The ledger has no account “\(key.text)”. It has: \(known.map(\.text).joined(separator: ", "))"
            )
        case .unknownScenario(let key, let near):
            Words(
                ja: "シナリオ「\(key.text)」はありません。\(VariantProblem.hint(near).ja)heijun plan scenario で一覧を示します。",
                en:
                    "There is no scenario “\(key.text)”. \(VariantProblem.hint(near).en)heijun plan scenario lists them."
            )
        }
    }

    private static func hint(_ name: String?) -> Words {
        guard let name else { return Words(ja: "", en: "") }
        return Words(ja: "「\(name)」ではありませんか。", en: "Did you mean “\(name)”? ")
    }
}
