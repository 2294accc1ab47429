import HeijunModel
import Testing

@testable import HeijunPlanning

/// Support ends as a limit: what the engine is offered, what the check of a plan finds, and what is said of it.
struct SupportTests {
    private func portfolio(rule: Int, ends: Day, _ change: (inout ITSystem) -> Void = { _ in }) -> Portfolio {
        body {
            $0.systems = [system("S1", change)]
            var end = SupportEnd()
            (end.system, end.subject, end.ends) = ("S1", "OS", ends)
            $0.supportEnds = [end]
            $0.settingValues = [setting(.hardSupport, rule)]
        }
    }

    /// Every course of the windows is offered to the engine exactly where the check of a plan finds nothing against it.
    @Test(arguments: [UInt64(1), 2, 3, 4, 5], [0, 1, 2])
    func engineAndCheckAgree(seed: UInt64, rule: Int) {
        var portfolio = Portfolio.fictional(systems: 30, seed: seed)
        for (index, system) in portfolio.systems.enumerated() where !index.isMultiple(of: 3) {
            var end = SupportEnd()
            let late = Int((seed &* 7 &+ UInt64(index) &* 5) % 9)
            (end.system, end.subject) = (system.id, "OS")
            end.ends = Day(
                year: (system.rebuildYear ?? FiscalYear(2030)).startYear - 3 + late, month: 3, day: 31)
            portfolio.supportEnds.append(end)
        }
        portfolio.settingValues.append(setting(.hardSupport, rule))
        let model = model(portfolio)
        var (offered, closed) = (0, 0)
        let decisions = model.systems.map { system in
            AlternativeMaker(facts: system.facts, basis: model.basis, reference: nil)
                .decisions(CourseMaker(facts: system.facts, basis: model.basis))
        }
        for round in 0..<(decisions.map(\.count).max() ?? 0) {
            let picked = zip(model.systems, decisions).filter { $1.count > round }.map { ($0, $1[round]) }
            let found = checkFinds(
                picked.map { (key: $0.facts.system.id, decision: $1) }, model, portfolio)
            for (system, decision) in picked {
                let isOffered = system.list.contains { $0.course.decision == decision }
                #expect(isOffered == !found.contains(system.facts.system.id.text), "\(decision)")
                if isOffered { offered += 1 } else { closed += 1 }
            }
        }
        #expect(offered > 0 && (closed > 0 || rule == 0))
    }

    /// Natural year FY2030, support to the end of FY2030: FY2031 breaks it by a year.
    @Test func whySaysWhatClosesAYear() async throws {
        let portfolio = portfolio(rule: 1, ends: Day(year: 2031, month: 3, day: 31))
        let made = await plan(portfolio)
        let options = yearOptions(of: "S1", plan: made, portfolio: portfolio)
        let late = try #require(options.first { $0.year == FiscalYear(2031) })
        #expect(!late.isAllowed)
        #expect(
            late.breaks == [
                Words(
                    ja: "OSのサポートは R12 に終わる（1 年超える。設定 plan.hard-support により選べない）。",
                    en: "Support for OS ends in FY2030 (1 year late; closed by plan.hard-support).")
            ])
        let guided = self.portfolio(rule: 0, ends: Day(year: 2031, month: 3, day: 31))
        let open = yearOptions(of: "S1", plan: await plan(guided), portfolio: guided)
        let guide = try #require(open.first { $0.year == FiscalYear(2031) })
        #expect(guide.isAllowed && guide.breaks.contains { $0.ja.contains("（1 年超える。目安）") })
    }

    /// A pin past an end of support is refused with the setting that opens it, unless the natural year is as late.
    @Test func aPinDoesNotExtendPastSupport() async {
        let ends = Day(year: 2031, month: 3, day: 31)
        let refused = await plan(portfolio(rule: 1, ends: ends) { $0.pinnedYear = FiscalYear(2032) })
        #expect(refused.outcome == .infeasible)
        #expect(
            refused.conflicts == [
                Words(
                    ja: "システムS1の R14 への固定は成り立たない。OSのサポートは R12 に終わる。目安とする設定は plan.hard-support=0。",
                    en:
                        "システムS1 cannot be pinned to FY2032. Support for OS ends in FY2030. As a guide it would not stand in the way (plan.hard-support=0)."
                )
            ])
        let opened = portfolio(rule: 0, ends: ends) { $0.pinnedYear = FiscalYear(2032) }
        let made = await plan(opened)
        #expect(made.outcome == .feasible && verifyPlan(made, opened) == [])
        #expect(made.remarks.contains { $0.ja.contains("サポート終了を越えて延期する") })
        let early = portfolio(rule: 1, ends: ends) { $0.pinnedYear = FiscalYear(2029) }
        #expect(await plan(early).outcome == .feasible)
    }

    /// Support ends in FY2029, the building of one year earlier has no room under FY2028's ceiling: with 2 no plan exists,
    /// and the answer names the setting with what 1 would leave past its support.
    @Test func whereItBindsTheConflictNamesIt() async {
        func limited(_ rule: Int) -> Portfolio {
            var portfolio = portfolio(rule: rule, ends: Day(year: 2030, month: 3, day: 31))
            portfolio.ceilings = [ceiling(2027, 300)]
            return portfolio
        }
        #expect(await plan(limited(1)).outcome == .feasible)
        let refused = await plan(limited(2))
        #expect(refused.outcome == .infeasible)
        #expect(
            refused.conflicts.last?.ja
                == "または、サポート終了を必ず守る設定（plan.hard-support=2）を 1（サポート終了を越えて延期しない）とすれば計画が成り立つ。"
                + "そのときサポート終了を超えるのは: システムS1（S1）")
        #expect(refused.conflicts.first == Sentences.collideAlone)
    }
}

/// The systems of which the check of a plan finds that a decision breaks a bound.
func checkFinds(
    _ decisions: [(key: Key, decision: Decision)], _ model: PlanModel, _ portfolio: Portfolio
) -> Set<String> {
    var plan = Plan(asOf: model.basis.asOf, scope: model.basis.scope, outcome: .feasible)
    plan.choices = decisions.map { key, decision in
        var choice = Plan.Choice(system: key)
        (choice.firstRebuild, choice.plannedRenewal) = (decision.rebuild, decision.renewal)
        (choice.moveYear, choice.moveQuarter) = (decision.move, decision.quarter.map { $0 + 1 })
        (choice.newHosting, choice.form, choice.ending) = (decision.hosting, decision.form, decision.ending)
        return choice
    }
    let check = PlanCheck(plan, portfolio)
    return Set((check.yearBounds() + check.supportEnds()).map(\.key))
}
