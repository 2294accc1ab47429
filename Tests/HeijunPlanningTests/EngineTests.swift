import HeijunLevelling
import HeijunModel
import Testing

@testable import HeijunPlanning

/// The engine behind the planner.
struct EngineTests {
    /// Few systems with narrow windows, so that every combination can be tried.
    private func tiny(_ seed: UInt64) -> Portfolio {
        var portfolio = Portfolio.fictional(systems: 6, seed: seed)
        portfolio.settingValues += [setting(.renewalEarly, 0), setting(.renewalLate, 0)]
        return portfolio
    }

    @Test(arguments: UInt64(1)...20)
    func equalsTryingEverything(seed: UInt64) async {
        let portfolio = tiny(seed)
        let exact = PlanOptions(gapPercent: 0)
        let engine = await plan(portfolio, options: exact, solver: .engine)
        let all = await plan(portfolio, options: exact)
        #expect(engine.outcome == all.outcome)
        #expect(engine.objective == all.objective)
        #expect(engine.bound ?? 0 <= engine.objective ?? 0)
        #expect(verifyPlan(engine, portfolio) == [])
    }

    /// With hostings, forms, endings, funding and quarters too.
    @Test(arguments: UInt64(1)...12)
    func equalsTryingEveryOption(seed: UInt64) async {
        var portfolio = Portfolio.fictional(systems: 4, seed: seed)
        portfolio.addOptions(seed: seed)
        portfolio.settingValues += [
            setting(.renewalEarly, 0), setting(.renewalLate, 0), setting(.windowEarly, 0),
        ]
        for index in portfolio.systems.indices {
            portfolio.systems[index].windowEarly = 0
            portfolio.systems[index].windowLate = 1
        }
        let exact = PlanOptions(gapPercent: 0)
        let engine = await plan(portfolio, options: exact, solver: .engine)
        let all = await plan(portfolio, options: exact)
        #expect(engine.outcome == all.outcome)
        if all.bound == all.objective {
            #expect(engine.objective == all.objective)
        } else {
            #expect(engine.objective ?? 0 <= all.objective ?? 0)
        }
        #expect(verifyPlan(engine, portfolio) == [])
    }

    @Test(arguments: [(30, UInt64(1)), (60, 2), (100, 3), (195, 4)])
    func fictionalPortfoliosHaveAPlan(systems: Int, seed: UInt64) async {
        let portfolio = Portfolio.fictional(systems: systems, seed: seed)
        let made = await plan(portfolio, options: PlanOptions(effort: 1), solver: .engine)
        #expect(made.outcome == .feasible)
        #expect(verifyPlan(made, portfolio) == [])
    }

    @Test func threadsChangeNothing() async {
        let portfolio = Portfolio.fictional(systems: 40, seed: 5)
        let one = await plan(portfolio, options: PlanOptions(effort: 1, threads: 1), solver: .engine)
        let two = await plan(portfolio, options: PlanOptions(effort: 1, threads: 2), solver: .engine)
        #expect(one == two)
    }
}
