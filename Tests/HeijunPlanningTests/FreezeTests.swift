import HeijunLevelling
import HeijunModel
import Testing

@testable import HeijunPlanning

/// Freezes of named years, such as those of elections, keep go-lives out of those years.
struct FreezeTests {
    private func freeze(_ from: Int, _ to: Int, _ years: [Int], _ systems: [Key] = []) -> Freeze {
        var freeze = Freeze()
        (freeze.id, freeze.name, freeze.from, freeze.to) = ("F1", "統一地方選挙", from, to)
        (freeze.years, freeze.systems) = (years.map { FiscalYear($0) }, systems)
        return freeze
    }

    private func body(live month: Int?, _ freezes: [Freeze], binds: Bool = true) -> Portfolio {
        HeijunPlanningTests.body {
            $0.systems = [
                system {
                    ($0.windowEarly, $0.windowLate, $0.buildYears) = (1, 3, 1)
                }
            ]
            $0.freezes = freezes
            var terms = PlanTerms()
            (terms.system, terms.goLiveMonth) = ("S1", month)
            $0.planTerms = [terms]
            $0.settingValues.append(setting(.hardFreeze, binds ? 1 : 0))
        }
    }

    private func years(_ portfolio: Portfolio) -> [Int] {
        alternatives(portfolio).list.compactMap { $0.course.decision.rebuild?.startYear }
    }

    /// The window is FY2029 to FY2033. A freeze holds a year where it holds the first day of the go-live month, January
    /// to March in the next calendar year.
    @Test(
        arguments: [
            (4, 315, 420, [2031], [2029, 2030, 2032, 2033]),
            (nil, 315, 420, [2031], [2029, 2030, 2032, 2033]),
            (5, 315, 420, [2031], [2029, 2030, 2031, 2032, 2033]),
            (1, 1215, 131, [2029, 2033], [2030, 2031, 2032]),
            (4, 402, 430, [2031], [2029, 2030, 2031, 2032, 2033]),
            (4, 315, 420, [], [2029, 2030, 2031, 2032, 2033]),
        ] as [(Int?, Int, Int, [Int], [Int])])
    func electionsCloseTheirYears(month: Int?, from: Int, to: Int, named: [Int], open: [Int]) {
        #expect(years(body(live: month, [freeze(from, to, named)])) == open)
    }

    @Test func othersFreezesAndGuidesCloseNothing() {
        #expect(years(body(live: 4, [freeze(315, 420, [2031], ["S9"])])).count == 5)
        let guided = body(live: 4, [freeze(315, 420, [2031])], binds: false)
        let list = alternatives(guided).list
        #expect(list.map { $0.course.decision.rebuild?.startYear } == [2029, 2030, 2031, 2032, 2033])
    }

    @Test func theReasonIsTold() async throws {
        var portfolio = body(live: 4, [freeze(315, 420, [2031])])
        let options = yearOptions(of: "S1", plan: await plan(portfolio), portfolio: portfolio)
        let closed = try #require(options.first { $0.year == FiscalYear(2031) })
        #expect(!closed.isAllowed)
        #expect(
            closed.breaks.map(\.ja) == [
                "凍結期間「統一地方選挙」が R13 の稼働月に掛かる（稼働できない。設定 plan.hard-freeze により選べない）。"
            ])
        // Pinned there, no course is left.
        portfolio.systems[0].pinnedYear = FiscalYear(2031)
        #expect(await plan(portfolio).outcome == .infeasible)
        #expect(alternatives(portfolio).blocking.map(\.kind) == [.freeze("統一地方選挙")])
    }

    /// What the planner lists against what the check says, over freezes and months anywhere.
    @Test(arguments: UInt64(1)...30)
    func theCheckAgrees(seed: UInt64) throws {
        var generator = Draws(seed: seed, run: 0)
        func date() -> Int { (1 + generator.below(12)) * 100 + 1 + generator.below(28) }
        let freezes = (0..<2).map { _ in
            freeze(date(), date(), [2029 + generator.below(3), 2031 + generator.below(3)])
        }
        let month = generator.below(4) == 0 ? nil : 1 + generator.below(12)
        let free = body(live: month, freezes, binds: false), bound = body(live: month, freezes)
        let open = Set(years(bound))
        let model = model(free)
        for (index, alternative) in model.systems[0].list.enumerated() {
            let solution = LevellingSolution(picks: [index], objective: 0, bound: 0)
            let made = PlanWriter(model: model, options: PlanOptions()).plan(solution, hash: "")
            let year = try #require(alternative.course.decision.rebuild?.startYear)
            #expect(verifyPlan(made, bound).contains { $0.code == "plan-freeze" } == !open.contains(year))
        }
    }
}
