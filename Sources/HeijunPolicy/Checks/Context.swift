public import HeijunModel

/// What every check looks at: the ledger with its indexes, and the day that counts as today.
///
/// It never changes; it is a class so that handing it to a check copies one reference, not every array's.
public final class Context: Sendable {
    /// The portfolio that is checked.
    public let portfolio: Portfolio
    /// The ledger, found by key.
    public let ledger: LedgerIndex
    /// The day that counts as today; never read from a clock.
    public let asOf: Day

    /// Prepares a portfolio for checking as of a day.
    public init(_ portfolio: Portfolio, asOf: Day) {
        self.portfolio = portfolio
        ledger = LedgerIndex(portfolio)
        self.asOf = asOf
    }

    /// The fiscal year that today lies in.
    public var year: FiscalYear { FiscalYear(of: asOf) }

    /// A fiscal year and a day in the portfolio's own style, for Japanese sentences.
    func ja(_ year: FiscalYear) -> String { year.long(style) }
    func ja(_ day: Day) -> String { day.long(style) }
    private var style: YearStyle { portfolio.organization.yearStyle ?? .era }

    /// Whether a review of a system is recorded as done.
    func hasReview(_ review: Gate.Review, _ system: ITSystem) -> Bool {
        ledger.gates(of: system.id).contains { $0.review == review && $0.done != nil }
    }
}
