import HeijunLevelling
import HeijunModel
import Testing

@testable import HeijunPlanning

/// Re-planning from an earlier plan.
struct ReplanTests {
    private func changed(_ one: Plan, _ other: Plan) -> Int {
        zip(one.choices, other.choices).count { $0.decision != $1.decision }
    }

    /// A ceiling a tenth lower than the plan needs moves few systems, and the plan verifies.
    @Test(arguments: [UInt64(2), 4, 7])
    func aSmallCutMovesFewSystems(seed: UInt64) async throws {
        var portfolio = Portfolio.fictional(systems: 80, seed: seed)
        let options = PlanOptions(effort: 1)
        let first = await plan(portfolio, options: options, solver: .engine)
        try #require(first.outcome == .feasible)
        let tight = try #require(first.years.filter { $0.ceiling != nil }.max { $0.after < $1.after })
        let index = try #require(portfolio.ceilings.firstIndex { $0.year == tight.year })
        portfolio.ceilings[index].amount = Yen(thousands: tight.after.thousands * 97 / 100)
        var again = options
        again.startFrom = first
        let second = await plan(portfolio, options: again, solver: .engine)
        let fresh = await plan(portfolio, options: options, solver: .engine)
        guard second.outcome == .feasible else { return }
        #expect(second.isReplan && second.base?.count == first.choices.count)
        #expect(verifyPlan(second, portfolio) == [])
        #expect(changed(first, second) <= 12)
        #expect(changed(first, second) <= changed(first, fresh))
    }

    @Test func nothingChangesWhereNothingHasChanged() async throws {
        let portfolio = Portfolio.fictional(systems: 80, seed: 5)
        let first = await plan(portfolio, options: PlanOptions(effort: 1), solver: .engine)
        var again = PlanOptions(effort: 1)
        again.startFrom = first
        let second = await plan(portfolio, options: again, solver: .engine)
        #expect(changed(first, second) == 0)
    }

    /// The weight of a changed system and of each year, by hand.
    @Test func changesWeighAsTheSettingsSay() {
        let portfolio = body {
            $0.systems = [system { $0.renewalYear = FiscalYear(2028) }]
            $0.settingValues = [setting(.systemPenalty, 5000), setting(.changePenalty, 10)]
        }
        var earlier = Plan.Choice(system: "S1")
        earlier.firstRebuild = FiscalYear(2031)
        earlier.plannedRenewal = FiscalYear(2028)
        let free = PlanModel(PlanningBasis(portfolio), reference: nil).systems[0].list
        let bound = PlanModel(PlanningBasis(portfolio), reference: [earlier]).systems[0].list
        func extra(_ rebuild: Int, _ renewal: Int) -> Int? {
            func weight(_ list: [Alternative]) -> Int? {
                list.first {
                    $0.course.decision.rebuild == FiscalYear(rebuild)
                        && $0.course.decision.renewal == FiscalYear(renewal)
                }?.penalty
            }
            // Without a reference each year away from the natural ones, FY2030 and FY2028, weighs 10.
            let natural = 10 * (abs(rebuild - 2030) + abs(renewal - 2028))
            guard let one = weight(bound), let other = weight(free) else { return nil }
            return one - (other - natural)
        }
        #expect(extra(2031, 2028) == 0)
        #expect(extra(2030, 2028) == 5010)
        #expect(extra(2032, 2029) == 5020)
    }
}
