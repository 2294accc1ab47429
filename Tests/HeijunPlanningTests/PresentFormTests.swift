import HeijunModel
import Testing

@testable import HeijunPlanning

/// How a system procures today is how it goes on, unless the ledger offers another form and the plan takes it. The system
/// is the one of `CourseTests`: rebuilt in FY2030, build 1001, equipment 300 every five years, running 200 and 220, all
/// 千円; its lease costs 120 a year.
struct PresentFormTests {
    private let lease: Contract = {
        var lease = Contract()
        (lease.system, lease.id, lease.contractKind) = ("S1", "C1", .lease)
        (lease.starts, lease.ends) = (Day(year: 2025, month: 10, day: 1), Day(year: 2030, month: 9, day: 30))
        lease.amount = Yen(thousands: 600)
        return lease
    }()

    private func terms(_ change: (inout PlanTerms) -> Void) -> [PlanTerms] {
        var terms = PlanTerms()
        terms.system = "S1"
        change(&terms)
        return [terms]
    }

    private func option(_ form: ProcurementForm, years: Int? = nil, premium: Int? = nil) -> ProcurementOption
    {
        var option = ProcurementOption()
        (option.system, option.form, option.years) = ("S1", form, years)
        option.premium = premium.map { Rate(tenThousandths: $0) }
        return option
    }

    private func leased(_ change: (inout Portfolio) -> Void = { _ in }, system ledger: ITSystem = system())
        -> Portfolio
    {
        body {
            $0.systems = [ledger]
            $0.contracts = [lease]
            change(&$0)
        }
    }

    private func table(
        _ portfolio: Portfolio, _ decision: Decision, _ kind: Course.Kind
    ) -> [Int: Int] {
        let basis = PlanningBasis(portfolio)
        let facts = SystemFacts(portfolio.systems[0], in: basis)
        let course = CourseMaker(facts: facts, basis: basis).course(decision)
        return course.payments.filter { $0.kind == kind }
            .reduce(into: [:]) { $0[$1.year.startYear, default: 0] += $1.amount }
    }

    private let natural = Decision(rebuild: FiscalYear(2030))

    @Test(
        arguments: [
            ([.lease], nil, nil, .lease), ([.reLease], nil, nil, .lease), ([.longTerm], nil, nil, .lease),
            ([.singleYear, .debtBurden], nil, nil, .purchase), ([], nil, nil, .purchase),
            ([], 400, nil, .lease), ([.lease], 0, nil, .purchase), ([.lease], nil, .purchase, .purchase),
            ([], nil, .service, .service), ([], 400, .purchase, .purchase),
        ] as [([Contract.Kind], Int?, ProcurementForm?, ProcurementForm)])
    func formOfTheLedger(
        kinds: [Contract.Kind], rent: Int?, said: ProcurementForm?, expected: ProcurementForm
    ) {
        let portfolio = body {
            $0.systems = [system()]
            $0.contracts = kinds.map { kind in
                var contract = lease
                (contract.contractKind, contract.subject) = (kind, .goods)
                return contract
            }
            $0.planTerms = terms {
                $0.yearlyRent = rent.map { Yen(thousands: $0) }
                $0.presentForm = said
            }
        }
        let basis = PlanningBasis(portfolio)
        #expect(SystemFacts(portfolio.systems[0], in: basis).presentForm == expected)
    }

    @Test func aLeaseGoesOnAsALease() {
        // 300 and 3 % are 309 over the cycle of five years: 61 a year, 65 in the last, from each exchange.
        let each = [61, 61, 61, 61, 65]
        let expected = [2030, 2035, 2040].flatMap { start in each.enumerated().map { (start + $0, $1) } }
        #expect(table(leased(), natural, .lease) == Dictionary(uniqueKeysWithValues: expected))
        #expect(table(leased(), natural, .equipment) == [:])
        // The old rent leaves the running cost with the old equipment: 200, then 220 − 120. Six months of it are left on
        // 1 April 2030.
        let running = table(leased(), natural, .running)
        #expect((2027...2031).map { running[$0] } == [200, 200, 200, 100, 100])
        #expect(table(leased(), natural, .remainingLease) == [2030: 60])
    }

    @Test func theOptionOfThePresentFormGivesItsTerms() {
        let portfolio = leased { $0.procurementOptions = [option(.lease, years: 4, premium: 0)] }
        let paid = table(portfolio, natural, .lease)
        #expect((2030...2034).map { paid[$0] } == [75, 75, 75, 75, nil])
        // It is no choice of its own.
        #expect(Set(alternatives(portfolio).list.map(\.course.decision.form)) == [nil])
    }

    @Test func goLiveInOctoberPaysTheOldRentUntilThen() {
        let portfolio = leased { $0.planTerms = terms { $0.goLiveMonth = 10 } }
        // Six months at 200, six at 100 a year.
        let running = table(portfolio, natural, .running)
        #expect((2029...2031).map { running[$0] } == [200, 150, 100])
        #expect(table(portfolio, natural, .remainingLease) == [:])
    }

    @Test func theRentGivesWayToTheReLease() {
        // Live two years late: 200 − 120 of running and 30 of extension each, then 220 − 120.
        let late = Decision(rebuild: FiscalYear(2032))
        let running = table(leased(), late, .running)
        #expect((2029...2032).map { running[$0] } == [200, 80, 80, 100])
        #expect(table(leased(), late, .extension) == [2030: 30, 2031: 30])
        #expect(table(leased(), late, .remainingLease) == [:])
    }

    @Test func aRenewalBeforeTheRebuildIsLeasedToo() {
        let ledger = system {
            $0.rebuildYear = FiscalYear(2035)
        }
        let decision = Decision(rebuild: FiscalYear(2035), renewal: FiscalYear(2030))
        let portfolio = leased(system: ledger)
        let running = table(portfolio, decision, .running)
        #expect((2029...2035).map { running[$0] } == [200, 80, 80, 80, 80, 80, 100])
        let rents = table(portfolio, decision, .lease)
        #expect((2029...2035).map { rents[$0] } == [nil, 61, 61, 61, 61, 65, 61])
    }

    @Test func buyingIsAChoiceWhereTheLedgerOffersIt() {
        let portfolio = leased { $0.procurementOptions = [option(.purchase)] }
        #expect(Set(alternatives(portfolio).list.map(\.course.decision.form)) == [nil, .purchase])
        #expect(alternatives(portfolio).naturalCourse.decision.form == nil)
        let bought = Decision(rebuild: FiscalYear(2030), form: .purchase)
        #expect(table(portfolio, bought, .equipment) == [2030: 300, 2035: 300, 2040: 300])
        #expect(table(portfolio, bought, .lease) == [:])
        #expect(table(portfolio, bought, .running)[2031] == 100)
    }

    @Test func runningWithoutRentStaysWhole() {
        let portfolio = leased { $0.settingValues.append(setting(.rentInRunning, 0)) }
        #expect(table(portfolio, natural, .running)[2031] == 220)
        #expect(table(portfolio, natural, .lease)[2030] == 61)
    }

    /// What a contracted payment stands for is in no running cost, and paid to the end whatever is chosen: nothing is left
    /// to pay at an early go-live.
    @Test func contractedRentIsPaidOnce() {
        let portfolio = leased {
            var payment = ContractPayment()
            (payment.system, payment.contract, payment.year) = ("S1", "C1", FiscalYear(2029))
            payment.amount = Yen(thousands: 120)
            $0.contractPayments = [payment]
        }
        #expect(table(portfolio, natural, .remainingLease) == [:])
        #expect(table(portfolio, natural, .running)[2031] == 220)
        #expect(table(portfolio, natural, .commitment) == [2029: 120])
    }

    @Test func theTermsRentGoesBeforeTheContracts() {
        let portfolio = leased { $0.planTerms = terms { $0.yearlyRent = Yen(thousands: 50) } }
        #expect(table(portfolio, natural, .running)[2031] == 170)
        // Never more than there is: running 200 before and 220 after hold no rent of 900.
        let dear = leased { $0.planTerms = terms { $0.yearlyRent = Yen(thousands: 900) } }
        #expect(table(dear, natural, .running)[2031] == 20)
    }

    /// A rent that nothing replaces stays in the running cost: without an equipment cost it goes on for ever.
    @Test func rentWithoutEquipmentGoesOn() {
        let portfolio = leased(system: system { $0.equipmentCost = nil })
        #expect(table(portfolio, natural, .running)[2031] == 220)
        #expect(table(portfolio, natural, .lease) == [:])
    }

    @Test func aServiceContractOfTodayBearsItsRenewalsAndGoesOn() {
        let ledger = system { $0.rebuildYear = FiscalYear(2033) }
        let portfolio = body {
            $0.systems = [ledger]
            $0.planTerms = terms { $0.presentForm = .service }
        }
        let decision = Decision(rebuild: FiscalYear(2033), renewal: FiscalYear(2030))
        #expect(table(portfolio, decision, .equipment) == [:])
        // (1001 + 50 + 2 · 300) and 6 % are 1750 over the life of ten years.
        #expect(table(portfolio, decision, .service)[2033] == 175)
        #expect(table(portfolio, decision, .build) == [:])
    }

    /// An applied plan that bought stays bought; one that kept the form says nothing.
    @Test(arguments: [(ProcurementForm.purchase, ProcurementForm?.some(.purchase)), (.lease, nil)])
    func decidedForm(decided: ProcurementForm, expected: ProcurementForm?) {
        let portfolio = leased {
            $0.procurementOptions = [option(.purchase), option(.lease)]
            var decision = PlanDecision()
            (decision.system, decision.form) = ("S1", decided)
            $0.planDecisions = [decision]
        }
        #expect(alternatives(portfolio).naturalCourse.decision.form == expected)
    }

    /// The budget of a renewal asks for a year's rent, not for the price; beyond the by-law's years it needs an act.
    @Test func theBudgetAsksForTheRent() throws {
        let line = try #require(
            budgetSheet(leased(), plan: nil, fiscalYear: FiscalYear(2030)).first)
        // 61 of rent and 60 of the old lease; 50 of migration.
        #expect(line.amounts == [.rent: Yen(thousands: 121), .commission: Yen(thousands: 50)])
        #expect(line.reason.ja == "稼働に伴う機器・データ移行、機器賃借1年目（全5年）、残リースの精算、再構築の開発の終了")
        let third = try #require(budgetSheet(leased(), plan: nil, fiscalYear: FiscalYear(2032)).first)
        #expect(third.request.standing == .continues && third.difference == .zero)
        #expect(third.reason.ja == "機器賃借3年目（全5年）")
        #expect(third.amounts == [.rent: Yen(thousands: 61)])
        func debts(_ portfolio: Portfolio) -> [DebtLine] {
            debtSheet(portfolio, plan: nil, fiscalYear: FiscalYear(2030)).filter {
                $0.subject.ja.contains("賃貸借")
            }
        }
        #expect(debts(leased()).isEmpty)
        let long = leased {
            $0.procurementOptions = [option(.lease, years: 6, premium: 0)]
            $0.settingValues.append(setting(.debtMinimum, 1))
        }
        #expect(debts(long).map(\.limit) == [Yen(thousands: 250)])
    }

    /// A cut of what is paid in instalments is not answered by a lower price.
    @Test func aCutOfARentIsNotAnswered() async throws {
        var portfolio = leased(system: system { ($0.isYearDecided, $0.migrationCost) = (true, nil) })
        let made = await plan(portfolio)
        var amount = BudgetAmount()
        (amount.system, amount.year, amount.stage) = ("S1", FiscalYear(2030), .assessed)
        (amount.item, amount.amount) = (.rent, Yen(thousands: 100))
        portfolio.budgetAmounts = [amount]
        let cut = cutChanges(portfolio, plan: made, fiscalYear: FiscalYear(2030))
        #expect(cut.changes.isEmpty && cut.cuts.map(\.effect) == [.unanswered])
        portfolio.planTerms = terms { $0.presentForm = .purchase }
        let bought = await plan(portfolio)
        #expect(
            cutChanges(portfolio, plan: bought, fiscalYear: FiscalYear(2030)).changes
                == ["S1.equipment_cost=40000"])
    }
}
