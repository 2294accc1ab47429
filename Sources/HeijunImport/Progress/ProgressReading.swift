public import HeijunModel
public import HeijunPolicy

/// What progress sheets in the ministry's layouts say: bodies × businesses × steps, or bodies × businesses with rates.
public struct ProgressReading: Sendable {
    /// The bodies, in the order in which the sheets name them first.
    public var bodies: [Body] = []
    /// Everything that is wrong, by place.
    public var errors: [ProgressError] = []
    /// What is unusual but was read: steps without a column, empty cells.
    public var remarks: [Words] = []
    /// The day that the sheets name, such as 31 January 2026 of 令和8年1月.
    public var asOf: Day?
    /// The sheets that were read, and those that hold no such table.
    public var read: [String] = [], passedOver: [String] = []
    /// Cells that hold a step's state.
    public var stateCount = 0

    /// One body's progress.
    public struct Body: Sendable {
        /// The prefecture; empty where the sheet names none.
        public var prefecture: String
        /// The body; empty where the sheet is one body's own.
        public var name: String
        /// The body, where the sheet gives its code (団体コード).
        public var code: BodyCode?
        /// Its category (団体区分), where the sheet gives it.
        public var category: Organization.Category?
        /// States of the steps, by position in `StandardBusiness.all`.
        public var steps: [StepLetters?]
        /// Published rates in ten-thousandths, by position in `StandardBusiness.all`.
        public var rates: [Rate?]
        /// The published rate of the body as a whole.
        public var overall: Rate?

        init(prefecture: String, name: String) {
            (self.prefecture, self.name) = (prefecture, name)
            steps = Array(repeating: nil, count: StandardBusiness.all.count)
            rates = Array(repeating: nil, count: StandardBusiness.all.count)
        }
    }
}

/// What is wrong with a progress sheet, with its place.
public struct ProgressError: Error, Hashable, Sendable {
    /// Where it stands.
    public let place: SheetPlace
    /// What is wrong.
    public let reason: Reason

    /// Everything that can be wrong.
    public enum Reason: Hashable, Sendable {
        case noTable
        case unknownBusiness(String, closest: String?)
        case unknownState(String)
        case badRate(String)
        case badCode(String)
        case twice(body: String, business: String)
        case noBusiness
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
        }
    }
}
