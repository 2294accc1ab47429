import HeijunModel
import Testing

@testable import HeijunPlanning

/// Systems that move together, when one of them is late: by hand, and as a property.
struct StressTieTests {
    /// S1 is rebuilt in FY2030 and leaves the third building then; S2 leaves with it, at an event of its own.
    private func portfolio(
        tie: Tie = .group, _ partner: (inout ITSystem) -> Void, _ change: (inout Portfolio) -> Void = { _ in }
    ) -> Portfolio {
        body { portfolio in
            let late = system {
                $0.renewalYear = nil; $0.cycleYears = nil; $0.lifeYears = 30
            }
            portfolio.systems = [late, system("S2", partner)]
            for index in 0...1 {
                (portfolio.systems[index].room, portfolio.systems[index].targetRoom) = ("third", "hall")
            }
            addRooms(&portfolio, hallHalves: 100)
            tie.add(to: &portfolio)
            change(&portfolio)
        }
    }

    enum Tie {
        case group, link
        func add(to portfolio: inout Portfolio) {
            switch self {
            case .group:
                var group = MoveGroup()
                (group.id, group.members) = ("G", ["S1", "S2"])
                portfolio.moveGroups = [group]
            case .link:
                var link = Link()
                (link.system, link.to, link.content, link.isHard) = ("S2", "S1", "表", true)
                portfolio.links = [link]
            }
        }
    }

    private func course(_ portfolio: Portfolio, _ decisions: [Decision], most: Int = 5) -> StressCourse {
        let basis = PlanningBasis(portfolio)
        let range = StressRange(delay: Triangle(0, 0, most), overrun: Triangle(0, 0, 0))
        return StressCourse(
            decisions, portfolio.systems.map { SystemFacts($0, in: basis) },
            portfolio.systems.map { _ in range },
            StressWorld(basis, event: nil))
    }

    private func decision(rebuild: Int?, renewal: Int? = nil, move: Int?) -> Decision {
        Decision(
            rebuild: rebuild.map { FiscalYear($0) }, renewal: renewal.map { FiscalYear($0) },
            move: move.map { FiscalYear($0) })
    }

    /// What S2 pays from FY2027 on, in 千円, when the systems slip so.
    private func partnerLoads(_ course: StressCourse, _ slips: [StressSlip]) -> [Int] {
        var sums = [[Int](repeating: 0, count: 12)]
        course.loads[1].add(slips[1], percent: 0, to: &sums)
        return sums[0]
    }

    /// S2 is renewed in FY2030 for 300 and rebuilt in FY2036. Two years late, the renewal waits with the move for 30 a year,
    /// and the equipment that it brings is not yet due in FY2035.
    @Test(arguments: [Tie.group, .link])
    func aRenewalWaitsForALatePartner(tie: Tie) {
        let course = course(
            portfolio(tie: tie) { $0.rebuildYear = FiscalYear(2036) },
            [decision(rebuild: 2030, move: 2030), decision(rebuild: 2036, renewal: 2030, move: 2030)])
        #expect(
            partnerLoads(course, course.settled([0, 0])) == [
                200, 200, 200, 500, 200, 200, 200, 700, 731, 570, 220, 220,
            ])
        let slips = course.settled([2, 0])
        #expect(slips == [StressSlip(rebuild: 2, move: 2), StressSlip(rebuild: 0, move: 2)])
        #expect(
            partnerLoads(course, slips) == [200, 200, 200, 230, 230, 500, 200, 700, 701, 570, 220, 220])
        let late = course.systems.indices.map { course.systems[$0].course(slips[$0]) }
        #expect(late.map { $0.decision.move?.startYear } == [2032, 2032])
        #expect(starts(late[1].renewals) == [2032] && starts(late[1].rebuilds) == [2036])
    }

    /// Where moves apart are allowed the renewal keeps its year, and the move is paid as one apart.
    @Test func aMoveOfItsOwnLeavesTheRenewal() {
        let course = course(
            portfolio {
                $0.rebuildYear = FiscalYear(2036)
            } _: {
                $0.settingValues = [setting(.separateMoves, 1)]
                var terms = PlanTerms()
                terms.system = "S2"
                (terms.moveCost, terms.eventMoveCost) = (Yen(thousands: 40), Yen(thousands: 10))
                $0.planTerms = [terms]
            }, [decision(rebuild: 2030, move: 2030), decision(rebuild: 2036, renewal: 2030, move: 2030)])
        #expect(partnerLoads(course, course.settled([0, 0]))[3...5] == [510, 200, 200])
        #expect(partnerLoads(course, course.settled([2, 0]))[3...5] == [500, 200, 240])
    }

    /// A rebuild that carries the move waits for the partner: what an order puts after it waits too.
    @Test func aRebuildWaitsAndTakesItsSuccessors() {
        let portfolio = portfolio {
            $0.renewalYear = nil; $0.cycleYears = nil; $0.lifeYears = 30
        } _: {
            $0.systems.append(system("S3"))
            var order = Precedence()
            (order.first, order.then) = ("S2", "S3")
            $0.precedences = [order]
        }
        let course = course(
            portfolio,
            [
                decision(rebuild: 2030, move: 2030), decision(rebuild: 2030, move: 2030),
                decision(rebuild: 2031, move: nil),
            ])
        #expect(course.settled([1, 0, 0]).map(\.rebuild) == [1, 1, 0])
        #expect(course.settled([0, 3, 0]).map(\.rebuild) == [3, 3, 2])
        #expect(course.settled([0, 1, 3]).map(\.rebuild) == [1, 1, 3])
        // A year late: built in FY2029 and FY2030, an extension in FY2030, live in FY2031.
        #expect(partnerLoads(course, course.settled([1, 0, 0]))[1...5] == [200, 700, 731, 570, 220])
    }

    /// A later event of its own takes the move over when the partner comes so late: at its year nothing waits, past it
    /// the later one does.
    @Test func aLaterEventTakesTheMove() {
        let course = course(
            portfolio { $0.rebuildYear = FiscalYear(2034) },
            [decision(rebuild: 2030, move: 2030), decision(rebuild: 2034, renewal: 2030, move: 2030)])
        let planned = partnerLoads(course, course.settled([0, 0]))
        let same = course.settled([4, 0]), past = course.settled([5, 0])
        #expect(same[1] == StressSlip(rebuild: 0, move: 4) && past[1] == StressSlip(rebuild: 1, move: 5))
        #expect(partnerLoads(course, same) == planned)
        #expect(planned[3] == 500 && partnerLoads(course, past)[3] == 500)
        // Built in FY2033 and FY2034, an extension in FY2034, live in FY2035.
        #expect(partnerLoads(course, past)[5...8] == [200, 700, 731, 570])
    }

    /// A renewal by cycle waits as the first one does, and the cycles after it count from its year.
    @Test func aRenewalByCycleWaits() {
        let portfolio = portfolio {
            $0.rebuildYear = FiscalYear(2040)
            $0.renewalYear = FiscalYear(2028)
            $0.buildYears = 1
        } _: {
            $0.systems[0].rebuildYear = FiscalYear(2033)
        }
        let course = course(
            portfolio,
            [decision(rebuild: 2033, move: 2033), decision(rebuild: 2040, renewal: 2028, move: 2033)])
        #expect(
            partnerLoads(course, course.settled([0, 0])) == [
                200, 500, 200, 200, 200, 200, 500, 200, 200, 200, 200, 230,
            ])
        #expect(
            partnerLoads(course, course.settled([2, 0])) == [
                200, 500, 200, 200, 200, 200, 230, 230, 500, 200, 200, 200,
            ])
    }

    /// Links that do not bind, and systems that move at other times, hold nothing.
    @Test(arguments: [(0, 2030), (1, 2035)])
    func whatIsNotTiedDoesNotWait(binds: Int, move: Int) {
        let course = course(
            portfolio(tie: .link) {
                $0.rebuildYear = FiscalYear(2035)
            } _: {
                $0.settingValues = [setting(.hardLinksBind, binds)]
            }, [decision(rebuild: 2030, move: 2030), decision(rebuild: 2035, renewal: 2030, move: move)])
        #expect(course.settled([2, 0])[1] == StressSlip())
    }

    /// A system that waits for its partner past the closing of their room is counted as late in the same runs.
    @Test func aPartnerLeavesTooLateToo() {
        let portfolio = portfolio {
            $0.rebuildYear = FiscalYear(2036)
        } _: {
            $0.facilities = []
            $0.rooms = []
            addRooms(&$0, closes: Day(year: 2031, month: 3, day: 31), hallHalves: 100)
            $0.uncertainties = [("S1", 1), ("S2", 0)].map { id, years in
                var range = Uncertainty()
                (range.system, range.delayLikely, range.delayMost) = (Key(id), years, years)
                return range
            }
        }
        let result = stressTest(nil, portfolio, options: .init(runs: 300))
        #expect(result.late.map(\.system) == ["S1", "S2"])
        #expect(result.late[0].runs == result.late[1].runs && abs(result.late[0].runs - 200) < 40)
    }
}
