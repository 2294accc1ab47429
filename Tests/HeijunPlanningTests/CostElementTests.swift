import HeijunModel
import Testing

@testable import HeijunPlanning

/// Every further cost element against a table made by hand; the system is the one of `CourseTests`: rebuilt in FY2030,
/// build 1001, equipment 300, migration 50, running 200 and 220, all 千円.
struct CostElementTests {
    private func course(
        _ decision: Decision, _ change: (inout Portfolio) -> Void = { _ in },
        system ledger: ITSystem = system()
    ) -> Course {
        let portfolio = body {
            $0.systems = [ledger]
            change(&$0)
        }
        let basis = PlanningBasis(portfolio)
        return CourseMaker(facts: SystemFacts(ledger, in: basis), basis: basis).course(decision)
    }

    private func table(_ course: Course, _ kind: Course.Kind) -> [Int: Int] {
        var result: [Int: Int] = [:]
        for payment in course.payments where payment.kind == kind {
            result[payment.year.startYear, default: 0] += payment.amount
        }
        return result
    }

    private func terms(_ change: (inout PlanTerms) -> Void) -> PlanTerms {
        var terms = PlanTerms()
        terms.system = "S1"
        change(&terms)
        return terms
    }

    private let natural = Decision(rebuild: FiscalYear(2030))

    @Test func goLiveMonthDividesTheFirstYear() {
        // October: six months at 200, six at 220 a year.
        let made = course(natural) { $0.planTerms = [terms { $0.goLiveMonth = 10 }] }
        #expect(table(made, .running)[2029] == 200)
        #expect(table(made, .running)[2030] == 210)
        #expect(table(made, .running)[2031] == 220)
    }

    @Test func dualRunningGoesOnIntoTheNextYear() {
        // January: three months are left of FY2030; five of dual running are three and two, at 200 a year. The
        // second rebuild, in FY2040, runs the then present system on at 220.
        let made = course(natural) {
            $0.planTerms = [
                terms {
                    $0.goLiveMonth = 1; $0.dualMonths = 5
                }
            ]
        }
        #expect(table(made, .dual) == [2030: 50, 2031: 33, 2040: 55, 2041: 37])
    }

    @Test func reLeaseIsAShareOfTheRentPlusExtendedUpkeep() {
        let ledger = system { $0.extensionCost = nil }
        // 100 ‰ of 400 and 25 of upkeep, for one year of delay.
        let late = course(
            Decision(rebuild: FiscalYear(2031)),
            {
                $0.planTerms = [
                    terms {
                        $0.yearlyRent = Yen(thousands: 400); $0.extendedUpkeep = Yen(thousands: 25)
                    }
                ]
            }, system: ledger)
        #expect(table(late, .extension) == [2030: 65])
    }

    @Test func theLargestNumberOfReLeasesBinds() {
        let portfolio = body {
            $0.systems = [system()]
            $0.planTerms = [terms { $0.mostReLeases = 1 }]
        }
        #expect(
            alternatives(portfolio).list.map { $0.course.decision.rebuild }
                == [2029, 2030, 2031].map(FiscalYear.init))
    }

    @Test func whatIsLeftOfALeaseIsPaidAtGoLive() {
        var lease = Contract()
        (lease.system, lease.id, lease.contractKind) = ("S1", "C1", .lease)
        (lease.starts, lease.ends) = (Day(year: 2026, month: 10, day: 1), Day(year: 2031, month: 9, day: 30))
        lease.amount = Yen(thousands: 600)
        // Ten thousand yen a month for 60 months; 18 are left on 1 April 2030.
        let early = course(natural) { $0.contracts = [lease] }
        #expect(table(early, .remainingLease) == [2030: 180])
        let late = course(Decision(rebuild: FiscalYear(2032))) { $0.contracts = [lease] }
        #expect(table(late, .remainingLease) == [:])
    }

    /// The same lease, ten thousand yen a month to FY2031: a renewal pays a year's rent for each year before, once.
    @Test(
        arguments: [(2029, [2029: 240]), (2030, [2030: 120]), (2031, [:]), (2032, [:])] as [(Int, [Int: Int])]
    )
    func whatIsLeftOfALeaseIsPaidAtARenewal(renewal: Int, expected: [Int: Int]) {
        var lease = Contract()
        (lease.system, lease.id, lease.contractKind) = ("S1", "C1", .lease)
        (lease.starts, lease.ends) = (Day(year: 2026, month: 10, day: 1), Day(year: 2031, month: 9, day: 30))
        lease.amount = Yen(thousands: 600)
        let ledger = system {
            $0.renewalYear = FiscalYear(2031); $0.rebuildYear = FiscalYear(2034)
        }
        let decision = Decision(rebuild: FiscalYear(2034), renewal: FiscalYear(renewal))
        #expect(
            table(course(decision, { $0.contracts = [lease] }, system: ledger), .remainingLease) == expected)
    }

    @Test func movesCostWhatTheirTermsSay() {
        let moving = system {
            $0.room = "third"; $0.targetRoom = "hall"
        }
        let change: (inout Portfolio) -> Void = {
            $0.planTerms = [
                terms {
                    $0.moveCost = Yen(thousands: 90); $0.eventMoveCost = Yen(thousands: 40)
                }
            ]
        }
        let at = Decision(rebuild: FiscalYear(2030), move: FiscalYear(2030))
        let apart = Decision(rebuild: FiscalYear(2030), move: FiscalYear(2029))
        #expect(table(course(at, change, system: moving), .move) == [2030: 40])
        #expect(table(course(apart, change, system: moving), .move) == [2029: 90])
    }

    @Test func contractedPaymentsStayWhateverIsChosen() {
        var payment = ContractPayment()
        (payment.system, payment.contract, payment.year) = ("S1", "C1", FiscalYear(2028))
        payment.amount = Yen(thousands: 12)
        for year in [2029, 2032] {
            let made = course(Decision(rebuild: FiscalYear(year))) { $0.contractPayments = [payment] }
            #expect(table(made, .commitment) == [2028: 12])
        }
    }

    @Test func aLeaseIsPaidInEqualPartsWithItsPremium() {
        var option = ProcurementOption()
        (option.system, option.form, option.years) = ("S1", .lease, 5)
        option.premium = Rate(tenThousandths: 400)
        var decision = natural
        decision.form = .lease
        let made = course(decision) { $0.procurementOptions = [option] }
        // 300 and 4 % are 312: 62 a year and 64 in the last, for each exchange of FY2030, FY2035 and FY2040.
        let each = [62, 62, 62, 62, 64]
        let expected = [2030, 2035, 2040].flatMap { start in each.enumerated().map { (start + $0, $1) } }
        #expect(table(made, .lease) == Dictionary(uniqueKeysWithValues: expected))
        #expect(table(made, .equipment) == [:])
        #expect(table(made, .build)[2029] == 501)
    }

    @Test func aServiceContractBundlesDevelopmentEquipmentAndUpkeep() {
        var option = ProcurementOption()
        (option.system, option.form, option.years) = ("S1", .service, 10)
        option.premium = Rate(tenThousandths: 1000)
        var decision = natural
        decision.form = .service
        let made = course(decision) { $0.procurementOptions = [option] }
        // (1001 + 50 + 2 · 300) and 10 % are 1816.1: 181 a year from go-live, 187 in the tenth, and with it 22 of premium on
        // the running past FY2038.
        #expect(table(made, .service)[2030] == 181 && table(made, .service)[2039] == 187 + 22)
        #expect(
            table(made, .build) == [:] && table(made, .equipment) == [:] && table(made, .migration) == [:])
        // Running costs 10 % more as well: 242 instead of 220.
        #expect(table(made, .running)[2029] == 200 && table(made, .running)[2030] == 242)
    }

    @Test func aHostingHasItsOwnCosts() {
        var option = HostingOption()
        (option.system, option.hosting) = ("S1", .saas)
        (option.buildCost, option.equipmentCost) = (Yen(thousands: 400), .zero)
        option.runCost = Yen(thousands: 260)
        var decision = natural
        decision.hosting = .saas
        let made = course(decision) { $0.hostingOptions = [option] }
        #expect(table(made, .build) == [2028: 200, 2029: 200, 2038: 200, 2039: 200])
        #expect(table(made, .equipment) == [:])
        #expect(table(made, .migration)[2030] == 50)
        #expect(table(made, .running)[2030] == 260)
    }

    @Test(arguments: [
        (Consolidation.Ending.retire, 0, [Int: Int]()), (.merge, 35, [2031: 35]),
    ])
    func anEndingReplacesTheRebuild(ending: Consolidation.Ending, added: Int, after: [Int: Int]) {
        var option = Consolidation()
        (option.system, option.ending) = ("S1", ending)
        (option.oneOffCost, option.addedRunCost) = (Yen(thousands: 20), Yen(thousands: added))
        var decision = Decision(rebuild: FiscalYear(2031))
        decision.ending = ending
        let made = course(decision) { $0.consolidations = [option] }
        #expect(made.rebuilds == [] && made.renewals == [])
        #expect(table(made, .ending) == [2031: 20])
        // Kept going for the year past its natural one.
        #expect(table(made, .extension) == [2030: 30])
        #expect(table(made, .running)[2030] == 200)
        #expect(table(made, .running)[2031] == after[2031])
        #expect(table(made, .build) == [:])
    }

    @Test func aJointProcurementBearsItsShare() {
        var option = Consolidation()
        (option.system, option.ending) = ("S1", .joint)
        (option.share, option.oneOffCost) = (Rate(tenThousandths: 4000), Yen(thousands: 15))
        var decision = natural
        decision.ending = .joint
        let made = course(decision) { $0.consolidations = [option] }
        // 40 % of 1001 is 400.4, of 300 is 120, of 50 is 20, of 220 is 88.
        #expect(table(made, .build)[2028] == 200 && table(made, .build)[2029] == 200)
        #expect(table(made, .equipment)[2030] == 120 && table(made, .migration)[2030] == 20)
        #expect(table(made, .running)[2030] == 88)
        #expect(table(made, .ending) == [2030: 15])
    }

    /// Shared in the cloud: 40 % of the hosting's own costs.
    @Test func aJointProcurementMayTakeAnotherHosting() throws {
        var option = Consolidation()
        (option.system, option.ending, option.share) = ("S1", .joint, Rate(tenThousandths: 4000))
        var cloud = HostingOption()
        (cloud.system, cloud.hosting, cloud.runCost) = ("S1", .saas, Yen(thousands: 100))
        (cloud.buildCost, cloud.equipmentCost) = (Yen(thousands: 500), .zero)
        let portfolio = body {
            $0.systems = [system()]
            ($0.consolidations, $0.hostingOptions) = ([option], [cloud])
        }
        let found = alternatives(portfolio).list.first {
            let decision = $0.course.decision
            return decision.ending == .joint && decision.hosting == .saas
                && decision.rebuild == FiscalYear(2030)
        }
        let made = try #require(found).course
        #expect(table(made, .build)[2028] == 100 && table(made, .build)[2029] == 100)
        #expect(table(made, .equipment) == [:] && table(made, .migration)[2030] == 20)
        #expect(table(made, .running)[2030] == 40)
    }

    @Test func aJointProcurementHasItsCommonYear() {
        let portfolio = body {
            $0.systems = [system()]
            var option = Consolidation()
            (option.system, option.ending, option.year) = ("S1", .joint, FiscalYear(2031))
            $0.consolidations = [option]
        }
        let years = alternatives(portfolio).list.filter { $0.course.decision.ending == .joint }
            .map { $0.course.decision.rebuild }
        #expect(years == [FiscalYear(2031)])
    }

    @Test func aPlatformChargesItsTenants() {
        let made = course(natural) {
            $0.systems.append(contentsOf: [system("S2"), system("S3")])
            for (tenant, cost) in [("S2", 7), ("S3", 5)] {
                var terms = PlanTerms()
                (terms.system, terms.platform) = (Key(tenant), "S1")
                terms.tenantCost = Yen(thousands: cost)
                $0.planTerms.append(terms)
            }
        }
        #expect(table(made, .tenants) == [2030: 12, 2035: 12, 2040: 12])
    }

    @Test func sourcesPayTheirSharesUpToTheirLimitsAndYears() {
        func rule(_ funding: Funding, _ rate: Int, _ limit: Int?, to last: Int?) -> FundingRule {
            var rule = FundingRule()
            (rule.system, rule.funding, rule.name) = ("S1", funding, funding.rawValue)
            rule.rate = Rate(tenThousandths: rate)
            rule.limit = limit.map { Yen(thousands: $0) }
            rule.to = last.map(FiscalYear.init)
            return rule
        }
        let rules = [rule(.bond, 5000, nil, to: nil), rule(.national, 8000, 600, to: 2029)]
        func paid(_ funding: Funding, _ year: Int) -> [Int: Int] {
            let made = course(Decision(rebuild: FiscalYear(year))) { $0.fundingRules = rules }
            var sums: [Int: Int] = [:]
            for part in made.fundings where part.funding == funding {
                sums[part.year.startYear, default: 0] += part.amount
            }
            return sums
        }
        // Build 500 in FY2028 and 501 in FY2029: the grant pays 400, then the 200 that its limit leaves; bonds half of
        // the 100 and the 301 left, and half of the migration's 50. The second rebuild comes after the grant's end.
        #expect(paid(.national, 2030) == [2028: 400, 2029: 200])
        #expect(paid(.bond, 2030) == [2028: 50, 2029: 150, 2030: 25, 2038: 250, 2039: 250, 2040: 25])
        // Two years later all spending comes after the last eligible year: the grant is lost.
        #expect(paid(.national, 2032) == [:])
    }

    @Test func generalRevenueMayBeLevelled() async {
        let portfolio = body {
            $0.systems = [system { $0.isYearDecided = true }]
            var rule = FundingRule()
            (rule.system, rule.name, rule.rate) = ("S1", "補助金", Rate(tenThousandths: 5000))
            $0.fundingRules = [rule]
            $0.settingValues = [setting(.levelledLoad, 1)]
        }
        let made = await plan(portfolio)
        // FY2029: running 200 and half of 501, the odd half to general revenue.
        let year = made.years[2]
        #expect(year.runningAfter == Yen(thousands: 200) && year.oneTimeAfter == Yen(thousands: 251))
        #expect(made.scope == "一般会計（一般財源）" && made.levelsGeneral == true)
        let grants = made.fundings?.filter { $0.year == FiscalYear(2029) && $0.funding == .national }
        #expect(grants?.map(\.after) == [Yen(thousands: 250)])
        #expect(verifyPlan(made, portfolio) == [])
    }
}
