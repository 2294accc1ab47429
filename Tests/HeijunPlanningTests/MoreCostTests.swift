import HeijunModel
import Testing

@testable import HeijunPlanning

/// Tenants to come, soft links, the allocation tax, and what instalments mean for budget, acts and stress, by hand.
struct MoreCostTests {
    private func rule(_ rate: Int, tax: Int? = nil) -> FundingRule {
        var rule = FundingRule()
        (rule.system, rule.name, rule.rate) = ("S1", "補助金", Rate(tenThousandths: rate))
        rule.taxShare = tax.map { Rate(tenThousandths: $0) }
        return rule
    }

    private func one(_ change: (inout Portfolio) -> Void = { _ in }) -> Portfolio {
        body {
            $0.systems = [
                system {
                    $0.renewalYear = nil; $0.cycleYears = nil; $0.lifeYears = 30
                }
            ]
            change(&$0)
        }
    }

    /// Build 500 in FY2028; half of it is the state's, and 40 % of that half is said to come back as allocation tax.
    @Test func theAllocationTaxIsAMemo() async throws {
        let made = await plan(one { $0.fundingRules = [rule(5000, tax: 4000)] })
        let uses = try #require(made.fundings).filter { $0.year == FiscalYear(2028) }
        let national = try #require(uses.first { $0.funding == .national })
        #expect(national.before == Yen(thousands: 250) && national.taxMemoBefore == Yen(thousands: 100))
        // Running 200 and the other half: the memo lowers nothing.
        #expect(uses.first { $0.funding == .general }?.before == Yen(thousands: 450))
    }

    @Test func theBudgetIsFundedByTheRules() throws {
        let portfolio = one { $0.fundingRules = [rule(5000)] }
        let line = try #require(budgetSheet(portfolio, plan: nil, fiscalYear: FiscalYear(2030)).first)
        // Equipment 300 is not eligible; of the migration's 50 the state pays 25.
        #expect(
            line.funding == [
                .init(funding: .national, amount: Yen(thousands: 25)),
                .init(funding: .general, amount: Yen(thousands: 325)),
            ])
    }

    /// A platform renewed in FY2033, FY2038 and so on charges 70 to the tenant that joins in FY2030; one that stands on
    /// it already pays with the platform's own course.
    @Test(arguments: [(2030, [2033: 70, 2038: 70]), (2032, [2033: 70, 2038: 70])])
    func tenantsToComePayWithThePlatform(joins: Int, expected: [Int: Int]) {
        let portfolio = body {
            $0.systems = [
                system(),
                system("P") {
                    $0.rebuildYear = FiscalYear(2028); $0.renewalYear = FiscalYear(2028)
                },
            ]
            var option = HostingOption()
            (option.system, option.hosting, option.platform) = ("S1", .commonPlatform, "P")
            option.tenantCost = Yen(thousands: 70)
            $0.hostingOptions = [option]
        }
        let basis = PlanningBasis(portfolio)
        let facts = SystemFacts(portfolio.systems[0], in: basis)
        var decision = Decision(rebuild: FiscalYear(joins))
        decision.hosting = .commonPlatform
        let course = CourseMaker(facts: facts, basis: basis).course(decision)
        var paid: [Int: Int] = [:]
        for payment in course.payments where payment.kind == .tenants {
            paid[payment.year.startYear] = payment.amount
        }
        #expect(paid == expected)
    }

    // MARK: instalments

    private func financed(_ form: ProcurementForm, years: Int) -> (Portfolio, Plan) {
        var option = ProcurementOption()
        (option.system, option.form, option.years) = ("S1", form, years)
        option.premium = Rate(tenThousandths: 0)
        let portfolio = one {
            $0.procurementOptions = [option]
            $0.settingValues = [setting(.debtMinimum, 1)]
        }
        var plan = Plan(asOf: Day(year: 2026, month: 10, day: 1), scope: "一般会計", outcome: .feasible)
        var choice = Plan.Choice(system: "S1")
        (choice.firstRebuild, choice.form) = (FiscalYear(2030), form)
        plan.choices = [choice]
        return (portfolio, plan)
    }

    private func debts(_ made: (Portfolio, Plan), _ year: Int) -> [DebtLine] {
        debtSheet(made.0, plan: made.1, fiscalYear: FiscalYear(year))
    }

    /// A lease of 300 over six years, longer than the by-law's five: 50 in its year, 250 promised after it.
    @Test func aLeaseBeyondTheByLawNeedsAnAct() throws {
        let lines = debts(financed(.lease, years: 6), 2030).filter { $0.subject.ja.contains("賃貸借") }
        let line = try #require(lines.first)
        #expect(lines.count == 1 && line.isNew && line.limit == Yen(thousands: 250))
        #expect(line.period == FiscalYear(2031)...FiscalYear(2035))
        #expect(debts(financed(.lease, years: 5), 2030).allSatisfy { !$0.subject.ja.contains("賃貸借") })
    }

    /// Concluded when building begins in FY2028; build 1001, equipment 300, migration 50 and running 220 a year, over
    /// seven years: 7 · 220 + 1351.
    @Test func aServiceContractNeedsAnActOfItsWhole() throws {
        let lines = debts(financed(.service, years: 7), 2028)
        #expect(lines.map(\.limit) == [Yen(thousands: 2891)])
        #expect(lines.map(\.period) == [FiscalYear(2030)...FiscalYear(2036)])
    }

    /// An overrun of 10 % raises a lease that the plan concludes, and no payment that a contract binds.
    @Test func overrunsRaiseInstalmentsButNotCommitments() {
        var made = financed(.lease, years: 6)
        var payment = ContractPayment()
        (payment.system, payment.contract, payment.year) = ("S1", "C1", FiscalYear(2031))
        payment.amount = Yen(thousands: 40)
        made.0.contractPayments = [payment]
        let basis = PlanningBasis(made.0)
        let world = StressWorld(basis, event: nil)
        let facts = SystemFacts(made.0.systems[0], in: basis)
        let system = StressSystem(facts, made.1.choices[0].decision, basis)
        let loads = StressLoads(system, most: StressSlip(), world)
        var sums = [[Int](repeating: 0, count: 12)]
        loads.add(StressSlip(), percent: 10, to: &sums)
        // FY2031: running 220, contracted 40, and 50 of the lease raised to 55.
        #expect(sums[0][4] == 315)
    }

    // MARK: cuts

    @Test func aCutRenewalWaitsAYear() async throws {
        var portfolio = body {
            $0.systems = [
                system {
                    $0.renewalYear = FiscalYear(2028); $0.rebuildYear = FiscalYear(2033)
                }
            ]
        }
        var cut = BudgetAmount()
        (cut.system, cut.year, cut.stage) = ("S1", FiscalYear(2028), .notified)
        (cut.item, cut.amount) = (.goods, .zero)
        portfolio.budgetAmounts = [cut]
        let first = await plan(portfolio)
        let changes = cutChanges(portfolio, plan: nil, fiscalYear: FiscalYear(2028))
        #expect(changes.cuts.map(\.effect) == [.renewedLater(FiscalYear(2029))])
        #expect(changes.changes == ["S1.pinned_renewal=2029"])
        let variant = try PlanVariant(scenario: nil, changes: changes.changes, in: portfolio)
        let second = await plan(try variant.applied(to: portfolio), options: PlanOptions(startFrom: first))
        #expect(second.choices[0].plannedRenewal == FiscalYear(2029))
    }
}
