import HeijunModel
import Testing

@testable import HeijunPlanning

/// The last year of the horizon: what may leave it, and what holds beyond it.
struct HorizonTests {
    private func renewals(_ year: Int) -> [Int] {
        let portfolio = body {
            $0.systems = [
                system {
                    $0.rebuildYear = FiscalYear(2050); $0.renewalYear = FiscalYear(year)
                }
            ]
        }
        return Set(alternatives(portfolio).list.compactMap { $0.course.decision.renewal?.startYear }).sorted()
    }

    /// Natural renewal, and the years that it may take: one earlier, one later, the horizon ending with FY2038.
    @Test(arguments: [
        (2036, [2035, 2036, 2037]), (2037, [2036, 2037, 2038]), (2038, [2037, 2038]),
        (2039, [2038, 2039, 2040]),
    ])
    func aRenewalLeavesOnlyIfItsNaturalYearDoes(natural: Int, years: [Int]) {
        #expect(renewals(natural) == years)
    }

    private func ordered(first: Int, then: Int) -> Portfolio {
        body {
            $0.systems = [
                system("S1") { $0.rebuildYear = FiscalYear(first) },
                system("S2") { $0.rebuildYear = FiscalYear(then) },
            ]
            var order = Precedence()
            (order.first, order.then) = ("S1", "S2")
            $0.precedences = [order]
        }
    }

    /// An order holds past the last year too: FY2039 comes in to FY2038, or the other goes along.
    @Test(arguments: [(2039, 2037), (2039, 2039), (2040, 2039)])
    func anOrderHoldsPastTheHorizon(first: Int, then: Int) async throws {
        let portfolio = ordered(first: first, then: then)
        let made = await plan(portfolio)
        let years = made.choices.compactMap(\.firstRebuild)
        #expect(years.count == 2 && years[0] <= years[1])
        #expect(verifyPlan(made, portfolio) == [])
        var broken = made
        broken.choices[0].firstRebuild = years[1].advanced(by: 1)
        #expect(verifyPlan(broken, portfolio).map(\.code).contains("plan-order"))
    }

    /// Where it cannot, since the first lies past the horizon altogether, the plan says so.
    @Test func anOrderThatCannotHoldIsSaid() async {
        let portfolio = ordered(first: 2045, then: 2033)
        let made = await plan(portfolio)
        #expect(made.outcome == .feasible)
        #expect(made.remarks.contains { $0.en.contains("S1 is rebuilt after the horizon") })
        #expect(verifyPlan(made, portfolio) == [])
    }

    /// Members of a decision group share their year at the edge, and are named where they cannot.
    @Test(arguments: [(2039, true), (2045, false)])
    func aDecisionGroupAtTheEdge(year: Int, isShared: Bool) async {
        let portfolio = body {
            $0.systems = [
                system("S1") { $0.rebuildYear = FiscalYear(2038) },
                system("S2") { $0.rebuildYear = FiscalYear(year) },
            ]
            var group = DecisionGroup()
            (group.id, group.members) = ("G", ["S1", "S2"])
            $0.decisionGroups = [group]
        }
        let made = await plan(portfolio)
        #expect((made.choices[0].firstRebuild == made.choices[1].firstRebuild) == isShared)
        #expect(made.remarks.contains { $0.en.contains("decision group G") } != isShared)
        #expect(verifyPlan(made, portfolio) == [])
        let reason = made.choices.compactMap(\.reason?.en).joined()
        #expect(reason.contains("decided together") == isShared)
    }

    /// A room that closes binds systems that only a hosting option takes out of it.
    @Test func aClosingRoomIsLeftByAHostingToo() async {
        func portfolio(_ closes: Int) -> Portfolio {
            body {
                $0.systems = [
                    system {
                        $0.room = "third"; $0.isYearDecided = false
                    }
                ]
                addRooms(&$0, closes: Day(year: closes, month: 3, day: 31))
                var option = HostingOption()
                (option.system, option.hosting, option.runCost) = ("S1", .saas, Yen(thousands: 9_000))
                $0.hostingOptions = [option]
            }
        }
        let left = await plan(portfolio(2032))
        #expect(left.choices[0].newHosting == .saas)
        #expect(verifyPlan(left, portfolio(2032)) == [])
        let stuck = await plan(portfolio(2028))
        #expect(stuck.outcome == .infeasible && stuck.conflicts[0].ja.contains("明け渡す"))
    }

    /// A decided year chooses nothing any more: what stays in a closing room is remarked, and what an applied plan had
    /// chosen is kept.
    @Test(arguments: [false, true]) func aDecidedYearKeepsItsHosting(isApplied: Bool) async {
        let portfolio = body {
            $0.systems = [
                system {
                    $0.room = "third"; $0.isYearDecided = true
                }
            ]
            addRooms(&$0, closes: Day(year: 2032, month: 3, day: 31))
            var option = HostingOption()
            (option.system, option.hosting, option.runCost) = ("S1", .saas, Yen(thousands: 100))
            $0.hostingOptions = [option]
            guard isApplied else { return }
            var decided = PlanDecision()
            (decided.system, decided.hosting, decided.moveYear) = ("S1", .saas, FiscalYear(2030))
            $0.planDecisions = [decided]
        }
        let made = await plan(portfolio)
        #expect(made.outcome == .feasible)
        #expect(made.choices.first?.moveYear == (isApplied ? FiscalYear(2030) : nil))
        #expect(made.remarks.contains { $0.ja.contains("移設先") } == !isApplied, "\(made.remarks.map(\.ja))")
        #expect(verifyPlan(made, portfolio) == [])
    }
}
