public import HeijunModel
public import HeijunPlanning
public import HeijunPolicy

/// Everything that reports are made of. No part is read from a clock, a file or the environment.
public struct ReportInput: Sendable {
    public var portfolio: Portfolio
    public var asOf: Day
    /// Heijun's version, and the SHA-256 of what the report is made from.
    public var version: String
    public var inputHash: String
    /// The plan; reports without one show the indicators, the standardization and the facilities.
    public var plan: Plan?
    public var findings: [Finding] = []
    public var indicators: [IndicatorRow] = []
    public var standardization: StandardizationTable?
    /// What ends or must be renewed soon, and what this autumn's budget request must hold.
    public var due: [DueItem] = []
    public var autumn: AutumnDecisions?
    public var format: Format

    /// Starts the input; the language and the way of writing years are the portfolio's unless others are given.
    public init(
        portfolio: Portfolio, asOf: Day, version: String, inputHash: String, language: Language? = nil,
        years: YearStyle? = nil
    ) {
        self.portfolio = portfolio
        self.asOf = asOf
        self.version = version
        self.inputHash = inputHash
        let organization = portfolio.organization
        let spoken = language ?? organization.reportLanguage ?? .ja
        format = Format(
            language: spoken, years: years ?? organization.yearStyle ?? (spoken == .ja ? .era : .western))
    }

    /// The deadline of every business that has one and has not migrated.
    var deadlines: [Key: Deadline] {
        var result: [Key: Deadline] = [:]
        for row in standardization?.rows ?? [] where row.isOpen { result[row.key] = row.deadline }
        return result
    }
}
