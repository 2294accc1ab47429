public import HeijunModel
import HeijunPolicy

/// What is wrong with a progress sheet, with its place.
public struct ProgressError: Error, Hashable, Sendable {
    /// Sheet, row and column.
    public let place: SheetPlace
    /// What is wrong.
    public let reason: Reason
    /// The body, the business and the step whose figure it is; empty where the sheet does not tell.
    public var body = "", business = "", step = ""

    /// Names a fault and its place.
    init(place: SheetPlace, reason: Reason) { (self.place, self.reason) = (place, reason) }

    /// Everything that can be wrong.
    public enum Reason: Hashable, Sendable {
        case noTable
        case unknownBusiness(String, closest: String?)
        case unknownState(String)
        case badRate(String)
        case badCode(String)
        case twice(body: String, business: String)
        case noBusiness
        case unknownStep(String, closest: String?)
    }

    /// The text at fault, as the sheet has it.
    public var value: String {
        switch reason {
        case .noTable, .noBusiness: ""
        case .unknownBusiness(let text, _), .unknownStep(let text, _), .unknownState(let text),
            .badRate(let text), .badCode(let text), .twice(_, let text):
            text
        }
    }

    /// What may have been meant; nil where nothing is near.
    public var suggestion: String? {
        switch reason {
        case .unknownBusiness(_, let closest), .unknownStep(_, let closest): closest
        case .unknownState(let text): closest(to: text, among: Step.State.allCases.map(\.title.ja))
        case .noTable, .noBusiness, .badRate, .badCode, .twice: nil
        }
    }

    /// Short stable code.
    public var code: String {
        switch reason {
        case .noTable: "no-progress-table"
        case .unknownBusiness: "unknown-business"
        case .unknownState: "unknown-state"
        case .badRate: "bad-rate"
        case .badCode: "bad-code"
        case .twice: "given-twice"
        case .noBusiness: "missing-business"
        case .unknownStep: "unknown-step"
        }
    }

    /// What is wrong and what to do, after its place.
    public var words: Words {
        let said = sentence
        let place = place.description
        return place.isEmpty ? said : Words(ja: "\(place): \(said.ja)", en: "\(place): \(said.en)")
    }

    private var sentence: Words {
        switch reason {
        case .noTable:
            Words(
                ja: "進捗の表が見つかりません。見出しの行に、40の作業ステップ名（①-1 …）か業務名を並べてください。",
                en: "There is no table of progress. Its heading holds the 40 steps (①-1 …) or the businesses."
            )
        case .unknownBusiness(let name, let closest):
            Words(
                ja: "「\(name)」は標準化対象業務にありません。\(closest.map { "「\($0)」ではありませんか。" } ?? "業務名を確かめてください。")",
                en: "“\(name)” is no standardized business. "
                    + (closest.map { "Did you mean “\($0)”?" } ?? "Check its name."))
        case .unknownState(let text):
            Words(
                ja: "状態「\(text)」は読めません。未、作業中、完了済み、対象外のいずれかにしてください。",
                en: "“\(text)” is no state. Write 未, 作業中, 完了済み or 対象外.")
        case .badRate(let text):
            Words(
                ja: "進捗率「\(text)」は読めません。0〜1 の小数か、% を付けた数にしてください。",
                en: "“\(text)” is no rate. Write a fraction from 0 to 1, or a number with %.")
        case .badCode(let text):
            Words(
                ja: "団体コード「\(text)」は正しくありません。検査数字を含む6桁にしてください。",
                en: "“\(text)” is no body code. Write six digits, the check digit included.")
        case .twice(let body, let business):
            Words(
                ja: "\(body)の「\(business)」が2回あります。どちらか一方にしてください。",
                en: "“\(business)” of \(body) stands there twice. Keep one of them.")
        case .noBusiness:
            Words(ja: "業務名が空です。", en: "The business is empty.")
        case .unknownStep(let name, let closest):
            Words(
                ja:
                    "「\(name)」は40の作業ステップにありません。\(closest.map { "「\($0)」ではありませんか。" } ?? "①-1 のような番号を確かめてください。")",
                en: "“\(name)” is none of the 40 steps. "
                    + (closest.map { "Did you mean “\($0)”?" } ?? "Check its number, such as ①-1."))
        }
    }
}
