public import HeijunModel

/// One line of the statement on debt burden acts (債務負担行為に関する調書, 地方自治法施行規則 別記 予算に関する説明書).
public struct DebtLine: Hashable, Sendable {
    /// The system concerned.
    public let system: Key
    /// 事項: what is promised.
    public let subject: Words
    /// Whether this budget sets it, or it stands from earlier ones.
    public let isNew: Bool
    /// Whether nothing is spent in the year that sets it (ゼロ債務負担行為).
    public let isZero: Bool
    /// The fiscal years in which it may be spent: those after the year that sets it.
    public let period: ClosedRange<FiscalYear>
    /// 限度額: the most that may be spent in its period.
    public let limit: Yen
    /// 前年度末までの支出（見込）額 with its years; nil where none lies before the budget year.
    public let before: Part?
    /// 当該年度以降の支出予定額 with its years.
    public let after: Part?
    /// 財源内訳 of what is still to be spent; it adds up to `after`.
    public let funding: [BudgetLine.FundingPart]

    /// An amount with the fiscal years that it covers.
    public struct Part: Hashable, Sendable {
        /// The years.
        public let years: ClosedRange<FiscalYear>
        /// The amount.
        public let amount: Yen
    }
}

/// The statement on debt burden acts for a fiscal year's budget: new ones first, then existing ones, each by system.
///
/// - A rebuild whose payments reach past the first year of building is set in that year's budget; with
///   `budget.zero-debt` in the budget of the year before it, without spending there.
/// - A contract of the ledger that is a 債務負担行為 stands until its last year; its amount is spread over its fiscal
///   years by months.
public func debtSheet(_ portfolio: Portfolio, plan: Plan?, fiscalYear: FiscalYear, asOf: Day? = nil)
    -> [DebtLine]
{
    let planned = PlannedCourses(portfolio, plan: plan, asOf: asOf)
    let ledger = BudgetLedger(portfolio)
    let lines = planned.courses.flatMap { facts, course in
        DebtMaker(facts: facts, course: course, basis: planned.basis, year: fiscalYear, ledger: ledger).lines
    }
    return lines.filter(\.isNew) + lines.filter { !$0.isNew }
}
