import HeijunModel
import Testing

@testable import HeijunPlanning

/// Stress tests by hand: the triangle, one system's delay, successors, events, and what never changes.
struct StressTests {
    @Test(arguments: [
        (0, 0, 2, [3, 2, 1]), (0, 1, 2, [2, 4, 2]), (-1, 0, 1, [2, 4, 2]), (0, 0, 0, [1]),
        (0, 2, 2, [1, 2, 3]),
    ])
    func trianglesByHand(least: Int, likely: Int, most: Int, weights: [Int]) {
        let triangle = Triangle(least, likely, most)
        #expect((least...most).map(triangle.weight) == weights)
        #expect(triangle.whole == weights.reduce(0, +))
        #expect((0..<triangle.whole).map(triangle.value).filter { $0 == least }.count == weights[0])
    }

    @Test(arguments: UInt64(1)...5)
    func drawsFollowTheTriangle(seed: UInt64) {
        let table = TriangleTable(Triangle(0, 0, 2))
        let drawn = (0..<6000).map { run in
            var draws = Draws(seed: seed, run: run)
            return table.draw(&draws)
        }
        for (value, expected) in [(0, 3000), (1, 2000), (2, 1000)] {
            #expect(abs(drawn.count { $0 == value } - expected) < 200)
        }
    }

    /// No chance at all: delays and overruns as the settings say, each of one value.
    private func certain(_ id: Key, delay: Int, overrun: Int) -> Uncertainty {
        var range = Uncertainty()
        range.system = id
        (range.delayLikely, range.delayMost) = (delay, delay)
        (range.overrunLeast, range.overrunLikely, range.overrunMost) = (overrun, overrun, overrun)
        return range
    }

    private func world(_ change: (inout Portfolio) -> Void) -> Portfolio {
        body {
            $0.systems = [
                system {
                    $0.renewalYear = nil; $0.cycleYears = nil; $0.lifeYears = 30
                }
            ]
            change(&$0)
        }
    }

    private func loads(_ result: StressResult) -> [Int] { result.accounts[0].years.map(\.greatest.thousands) }

    /// Build 500 + 501 in R10 and R11, 350 at go-live in R12, run 200 and then 220, extension 30 a year.
    @Test func anOverrunByHand() {
        let result = stressTest(
            nil, world { $0.uncertainties = [certain("S1", delay: 0, overrun: 20)] }, options: .init(runs: 3))
        let expected = [200, 200 + 600, 200 + 601, 220 + 420] + [Int](repeating: 220, count: 8)
        #expect(loads(result) == expected)
        #expect(result.accounts[0].years.map(\.planned.thousands)[1...3] == [700, 701, 570])
        #expect(result.accounts[0].broken == nil)
    }

    @Test func aDelayShiftsTheCourseAndCostsTheExtension() {
        let slow = world { portfolio in
            portfolio.uncertainties = [certain("S1", delay: 2, overrun: 0)]
        }
        // A year late: 501 of the build and an extension in R12; two years late: the same in R13, go-live in R14.
        let result = stressTest(nil, slow, options: .init(runs: 60))
        #expect(Array(loads(result)[3...5]) == [200 + 501 + 30, 200 + 501 + 30, 220 + 350])
        #expect(result.accounts[0].years[1].low == Yen(thousands: 200))
    }

    @Test func successorsShiftToTheSameYear() {
        let portfolio = body {
            $0.systems = [system(), system("S2")]
            var order = Precedence()
            (order.first, order.then) = ("S1", "S2")
            $0.precedences = [order]
        }
        let basis = PlanningBasis(portfolio)
        let facts = portfolio.systems.map { SystemFacts($0, in: basis) }
        let range = StressRange(delay: Triangle(0, 0, 2), overrun: Triangle(0, 0, 0))
        let decision = Decision(rebuild: FiscalYear(2030), renewal: nil)
        let course = StressCourse(
            [decision, decision], facts, [range, range], StressWorld(basis, event: nil))
        #expect(course.settled([2, 0]).map(\.rebuild) == [2, 2])
        #expect(course.settled([0, 2]).map(\.rebuild) == [0, 2])
        #expect(course.settled([1, 2]).map(\.rebuild) == [1, 2])
    }

    /// Systems that are decided together slip together, whichever is late.
    @Test(arguments: [([2, 0], [2, 2]), ([0, 1], [1, 1])])
    func aDecisionGroupSlipsTogether(drawn: [Int], settled: [Int]) {
        let portfolio = body {
            $0.systems = [system(), system("S2")]
            var group = DecisionGroup()
            (group.id, group.members) = ("G", ["S1", "S2"])
            $0.decisionGroups = [group]
        }
        let basis = PlanningBasis(portfolio)
        let facts = portfolio.systems.map { SystemFacts($0, in: basis) }
        let range = StressRange(delay: Triangle(0, 0, 2), overrun: Triangle(0, 0, 0))
        let decision = Decision(rebuild: FiscalYear(2030), renewal: nil)
        let course = StressCourse(
            [decision, decision], facts, [range, range], StressWorld(basis, event: nil))
        #expect(course.settled(drawn).map(\.rebuild) == settled)
    }

    /// Half of the build is a grant: general revenue pays 250 and 251 of it, all of the equipment, and every overrun.
    @Test func generalRevenueIsTestedWhereItIsLevelled() {
        func portfolio(overrun: Int) -> Portfolio {
            world {
                $0.settingValues = [setting(.levelledLoad, 1)]
                var rule = FundingRule()
                (rule.system, rule.name, rule.funding) = ("S1", "補助", .national)
                (rule.rate, rule.items) = (Rate(tenThousandths: 5000), [.build])
                $0.fundingRules = [rule]
                var ceiling = FundingCeiling()
                (ceiling.account, ceiling.year, ceiling.funding) = ("一般会計", FiscalYear(2028), .general)
                ceiling.amount = Yen(thousands: 500)
                $0.fundingCeilings = [ceiling]
                $0.uncertainties = [certain("S1", delay: 0, overrun: overrun)]
            }
        }
        let calm = stressTest(nil, portfolio(overrun: 0), options: .init(runs: 3))
        #expect(loads(calm)[0...3] == [200, 450, 451, 570])
        #expect(calm.accounts[0].years[1].broken == 0 && calm.accounts[0].years[2].broken == nil)
        let dear = stressTest(nil, portfolio(overrun: 20), options: .init(runs: 3))
        #expect(loads(dear)[0...3] == [200, 450 + 100, 451 + 100, 570 + 70])
        #expect(dear.accounts[0].years.map(\.planned.thousands)[0...3] == [200, 450, 451, 570])
        #expect(dear.accounts[0].years[1].broken == 3)
    }

    /// A part that the ledger gives is never cut by the setting of another.
    @Test func givenPartsOfARangeStand() {
        let basis = PlanningBasis(body { $0.systems = [system()] })
        let facts = SystemFacts(system(), in: basis)
        var own = Uncertainty()
        (own.delayLikely, own.overrunLikely) = (3, 60)
        let range = basis.stressRange(of: facts, own)
        #expect(range.delay == Triangle(0, 3, 3))
        #expect(range.overrun == Triangle(-5, 60, 60))
    }

    @Test func chancesAreCountedAgainstTheCeiling() {
        let result = stressTest(
            nil,
            world {
                $0.ceilings = [ceiling(2028, 750), ceiling(2029, 750)]
                var range = certain("S1", delay: 0, overrun: 0)
                (range.overrunLeast, range.overrunLikely, range.overrunMost) = (0, 0, 20)
                $0.uncertainties = [range]
            }, options: .init(runs: 4000, seed: 3))
        // Build 500 in R10 breaks 750 − 200 from 11 % on; the weights 21, 20, … 1 leave 10+9+…+1 = 55 of 231.
        let year = result.accounts[0].years[1]
        #expect(abs((year.broken ?? 0) - 4000 * 55 / 231) < 120)
        #expect(year.broken == year.brokenBefore)
        #expect(result.accounts[0].broken == result.accounts[0].years[2].broken)
        #expect(result.accounts[0].years[3].broken == nil)
    }

    private func event(_ effect: StressCase.Effect, _ percent: Int) -> StressEvent {
        var event = StressCase()
        (event.id, event.name, event.effect, event.percent) = ("E", "E", effect, percent)
        return StressEvent(event: event, title: Words(ja: "E", en: "E"))
    }

    @Test func eventsByHand() {
        let portfolio = world {
            $0.systems[0].hosting = .saas; $0.systems[0].vendor = "V1"
        }
        func total(
            _ effect: StressCase.Effect, _ percent: Int, _ change: (inout StressCase) -> Void = { _ in }
        ) -> Int {
            var case_ = event(effect, percent).event
            change(&case_)
            var under = portfolio
            under.stressCases = [case_]
            return stressTest(nil, under, options: .init(runs: 1)).events[0].rise.thousands
        }
        let running = 3 * 200 + 9 * 220, oneTime = 1001 + 350
        #expect(total(.exchange, 10) == running / 10)
        #expect(total(.vendorPrice, 10) == running / 10 + 50 + 50 + 30 + 5)
        #expect(total(.vendorPrice, 10) { $0.vendor = "V2" } == 0)
        #expect(total(.vendorPrice, 10) { $0.from = FiscalYear(2030) } == 9 * 22 + 30 + 5)
        #expect(abs(total(.tax, 11) - (running + oneTime) / 10) <= 4)
        #expect(total(.wages, 10) > (running + oneTime) / 10)
        // A year's delay: build and go-live a year later, one extension, 200 in place of 220 in R12.
        #expect(total(.vendorWithdrawal, 0) { $0.delay = 1 } == 30 - 20)
    }

    @Test func theSameSeedGivesTheSame() async {
        let portfolio = world { $0.ceilings = [ceiling(2029, 740)] }
        let made = await plan(portfolio)
        let one = stressTest(made, portfolio, options: .init(runs: 200, seed: 7))
        #expect(one == stressTest(made, portfolio, options: .init(runs: 200, seed: 7)))
        #expect(one != stressTest(made, portfolio, options: .init(runs: 200, seed: 8)))
        #expect(one.accounts[0].years.allSatisfy { $0.low <= $0.median && $0.median <= $0.high })
    }

    @Test func withoutRangesNothingChanges() async {
        let portfolio = body { portfolio in
            portfolio.systems = [system(), system("S2") { $0.buildYears = 1 }]
            portfolio.uncertainties = ["S1", "S2"].map { certain($0, delay: 0, overrun: 0) }
        }
        let made = await plan(portfolio)
        let result = stressTest(made, portfolio, options: .init(runs: 5))
        #expect(result.accounts[0].years.map(\.greatest) == made.years.map(\.after))
        #expect(result.accounts[0].years.map(\.low) == result.accounts[0].years.map(\.planned))
    }

    @Test func aMissedDeadlineIsCounted() {
        let portfolio = world {
            var business = Business()
            business.id = "residentRegister"
            business.state = .working
            business.deadline = Day(year: 2031, month: 3, day: 31)
            $0.businesses = [business]
            $0.systems[0].businesses = ["residentRegister"]
            $0.uncertainties = [certain("S1", delay: 1, overrun: 0)]
        }
        let result = stressTest(nil, portfolio, options: .init(runs: 300))
        #expect(result.late.map(\.system) == ["S1"])
        #expect(abs(result.late[0].runs - 200) < 40)
    }
}
