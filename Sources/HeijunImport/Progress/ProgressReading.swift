public import HeijunModel
public import HeijunPolicy

/// What progress sheets in the ministry's layouts say: bodies × businesses × steps, or bodies × businesses with rates.
public struct ProgressReading: Sendable {
    /// The bodies, in the order in which the sheets name them first.
    public var bodies: [Body] = []
    /// Everything that is wrong, by place; figures of a business with an error are not among the bodies'.
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
        /// Which steps the sheet has a cell for, by position in `StandardBusiness.all`: bit n for step n.
        public var given: [UInt64]

        init(prefecture: String, name: String) {
            (self.prefecture, self.name) = (prefecture, name)
            steps = Array(repeating: nil, count: StandardBusiness.all.count)
            rates = Array(repeating: nil, count: StandardBusiness.all.count)
            given = Array(repeating: 0, count: StandardBusiness.all.count)
        }

        /// Whether the sheet says anything of a step.
        public func says(_ step: Int, of business: Int) -> Bool { given[business] & (1 << UInt64(step)) != 0 }
    }
}

extension ProgressReading {
    /// Whether the file as a whole cannot be read.
    public var isFatal: Bool { read.isEmpty }
}

extension ProgressReading.Body {
    /// Prefecture and body, as messages name it.
    var fullName: String { prefecture + (name == prefecture ? "" : name) }

    /// Leaves out what the sheet says of a business.
    mutating func reject(_ business: Int) {
        steps[business] = nil
        rates[business] = nil
        given[business] = 0
    }
}
