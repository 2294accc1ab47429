import HeijunLevelling
import HeijunModel
import Testing

@testable import HeijunPlanning

/// Soft links cost the years in which their ends stand apart, once per link, whatever the search knows of it.
struct SoftLinkTests {
    /// Two systems of the third building that move to the hall at their rebuilds, with a soft link between them.
    private func pair(_ change: (inout Portfolio) -> Void = { _ in }) -> Portfolio {
        body {
            let there: (inout ITSystem) -> Void = {
                ($0.room, $0.targetRoom, $0.renewalYear, $0.cycleYears) = ("third", "hall", nil, nil)
            }
            $0.systems = [system("S1", there), system("S2", there)]
            addRooms(&$0)
            var link = Link()
            (link.system, link.to, link.content) = ("S1", "S2", "表")
            $0.links = [link]
            change(&$0)
        }
    }

    private func picks(_ model: PlanModel, _ years: [Int]) throws -> [Int] {
        try zip(model.systems, years).map { system, year in
            try #require(system.list.firstIndex { $0.course.decision.move == FiscalYear(year) })
        }
    }

    @Test(arguments: [([2030, 2030], 0), ([2029, 2030], 500), ([2032, 2030], 1000), ([2029, 2032], 1500)])
    func theYearsApartAreCountedOnce(moves: [Int], expected: Int) throws {
        let model = model(pair())
        #expect(model.links.total(try picks(model, moves)) == expected)
    }

    /// A system that may only go to a cloud is apart from its neighbour from then on, wherever that goes in time: FY2031
    /// to FY2038 are eight years of 500 in any case, and a part of its courses' penalties.
    @Test func whatIsSureIsAPartOfThePenalty() throws {
        let model = model(
            pair {
                ($0.systems[0].targetRoom, $0.systems[0].allowedHostings) = (nil, [.saas])
                ($0.systems[0].pinnedYear, $0.systems[1].targetRoom) = (FiscalYear(2031), nil)
            })
        #expect(model.links.sure[0] == model.links.sure[0].map { _ in 4000 })
        #expect(model.links.rest.total([0, 0]) == 0)
    }

    /// The objective of a plan is what trying every pair of courses with the whole cost of the link finds, and the bound
    /// is not above it.
    @Test(arguments: [0, 500, 5000, 100_000])
    func thePlanIsTheBestWithWholeLinks(price: Int) async throws {
        let portfolio = pair {
            $0.settingValues = [setting(.softLinkCost, price)]
            $0.ceilings = [ceiling(2028, 1300)]
        }
        let model = model(portfolio)
        let problem = try model.problem()
        var best = Int.max
        for one in model.systems[0].list.indices {
            for other in model.systems[1].list.indices {
                let value = try #require(Evaluation(of: [one, other], in: problem))
                guard value.isFeasible else { continue }
                best = min(best, value.objective + model.links.rest.total([one, other]))
            }
        }
        let made = await plan(portfolio, options: PlanOptions(gapPercent: 0), solver: .engine)
        #expect(made.objective == best)
        #expect(try #require(made.bound) <= best)
        #expect(verifyPlan(made, portfolio) == [])
        if price == 0 { #expect(made.softLinks == nil) }
        // Ever dearer links bring the moves together.
        if price == 100_000 { #expect(Set(made.choices.map(\.moveYear)).count == 1) }
    }

    @Test(arguments: UInt64(1)...6)
    func wavesAddUpToThePlan(seed: UInt64) async {
        let portfolio = Portfolio.fictional(systems: 40, seed: seed)
        let made = await plan(portfolio, options: PlanOptions(effort: 1), solver: .engine)
        let waves = moveWaves(made, portfolio)
        #expect(waves.map(\.linkCost).total() == made.softLinks?.after ?? .zero)
        var tampered = made
        tampered.softLinks = Plan.Change(before: .zero, after: Yen(thousands: 1))
        #expect(verifyPlan(tampered, portfolio).map(\.code) == ["plan-links"])
    }
}
