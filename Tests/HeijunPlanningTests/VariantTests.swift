import HeijunModel
import Testing

@testable import HeijunPlanning

/// Scenarios: what a change means, what is refused, and that a stored variant reads back as itself.
struct VariantTests {
    private var portfolio: Portfolio {
        body {
            $0.systems = [system(), system("S2")]
            $0.ceilings = [ceiling(2030, 1000)]
            var water = Account()
            water.id = "水道"
            $0.accounts.append(water)
            var scenario = Scenario()
            scenario.id = "緊縮"
            $0.scenarios = [scenario]
            for (target, value) in [("2030", "-10%"), ("S1", "2031"), ("plan.large-per-year", "3")] {
                var change = ScenarioChange()
                (change.scenario, change.target, change.value) = ("緊縮", Key(target), value)
                $0.scenarioChanges.append(change)
            }
        }
    }

    private func applied(_ text: String) throws -> Portfolio {
        try PlanVariant(scenario: nil, changes: [text], in: portfolio).applied(to: portfolio)
    }

    @Test func ceilings() throws {
        #expect(try applied("R12=-10%").ceilings[0].amount == Yen(thousands: 900))
        #expect(try applied("2030=2000千円").ceilings[0].amount == Yen(thousands: 2000))
        #expect(try applied("R12=-10%").ceilings[0].setBy == "財政課、試算 R12=-10%")
        let added = try applied("水道/R13=500千円").ceilings[1]
        #expect(
            added.account == "水道" && added.year == FiscalYear(2031) && added.amount == Yen(thousands: 500))
    }

    @Test func settingsPinsAndFields() throws {
        #expect(try applied("plan.large-per-year=2").value(of: .largePerYear) == 2)
        #expect(try applied("large-per-year=２").value(of: .largePerYear) == 2)
        #expect(try applied("S1=R13").systems[0].pinnedYear == FiscalYear(2031))
        #expect(try applied("S1=").systems[0].pinnedYear == nil)
        #expect(try applied("S2.build_cost=80千円").systems[1].buildCost == Yen(thousands: 80))
        #expect(try applied("S2.build_cost=").systems[1].buildCost == nil)
    }

    @Test(arguments: [
        ("R12", true), ("=3", true), ("R12=x%", true), ("R12=-100%", true), ("R12=much", true),
        ("plan.large-per-year=200", true), ("plan.large-per-year=", true), ("S1=R200", true),
        ("R40=-5%", false),
        ("S9=R12", false), ("plan.larg-per-year=2", false), ("S9.build_cost=1", false), ("S1.build=1", true),
    ])
    func refusals(text: String, isUsage: Bool) {
        let problem = #expect(throws: VariantProblem.self) { try applied(text) }
        #expect(problem?.isUsage == isUsage && problem?.words.ja.isEmpty == false)
    }

    @Test func aStoredVariantIsTheSame() throws {
        let variant = try PlanVariant(scenario: "緊縮", changes: ["S2=R12"], in: portfolio)
        #expect(variant.text == "scenario:緊縮 2030=-10% S1=2031 plan.large-per-year=3 S2=R12")
        let again = try PlanVariant(stored: variant.text)
        #expect(again.scenario == "緊縮" && again.text == variant.text)
        #expect(try again.applied(to: portfolio).systems == variant.applied(to: portfolio).systems)
        #expect(try PlanVariant(stored: nil) == .none)
        #expect(throws: VariantProblem.unknownScenario("緊急", closest: "緊縮")) {
            try PlanVariant(scenario: "緊急", changes: [], in: portfolio)
        }
    }

    @Test func aPlanUnderAVariantKeepsIt() async throws {
        let under = try PlanVariant(scenario: "緊縮", changes: ["R12=90000千円"], in: portfolio).applied(
            to: portfolio)
        let made = await plan(under)
        #expect(made.choices[0].planned == FiscalYear(2031))
        #expect(verifyPlan(made, under) == [])
        let effects = planEffects(made, made, ledgers: (under, under))
        #expect(effects.onlyFirst.isEmpty && effects.onlySecond.isEmpty && effects.indicators.isEmpty)
    }

    @Test func findingsOfOnePlanAlone() async throws {
        var dated = body { $0.systems = [system(), system("S2")] }
        dated.systems[0].retiresAfter = FiscalYear(2031)
        var (early, late) = (await plan(dated), await plan(dated))
        early.choices[0].planned = FiscalYear(2030)
        late.choices[0].planned = FiscalYear(2033)
        let effects = planEffects(early, late, ledgers: (dated, dated))
        #expect(effects.onlySecond.contains { $0.key == "S1" && !effects.onlyFirst.contains($0) })
    }
}
