import HeijunModel
import Testing

@testable import HeijunPlanning

/// Deadlines of the standardization: whose day holds, in which year, and what it says of itself.
struct DeadlineTests {
    private func business(_ change: (inout Business) -> Void) -> Business {
        var business = Business()
        (business.id, business.state) = ("residentRecord", .working)
        change(&business)
        return business
    }

    private func decision(
        _ scope: DeadlineDecision.Scope, _ day: Day, _ force: DeadlineDecision.Force, system: Key? = nil
    ) -> DeadlineDecision {
        var decision = DeadlineDecision()
        (decision.id, decision.scope, decision.day, decision.force) = (Key("d-\(scope)"), scope, day, force)
        (decision.system, decision.source) = (system, "試験の決定")
        return decision
    }

    /// The facts of one system of the business, rebuilt in FY2032 and built in one year; FY2026 is closed.
    private func facts(
        _ business: Business, _ decisions: [DeadlineDecision] = [],
        _ change: (inout ITSystem) -> Void = { _ in },
        month: Int? = nil
    ) -> SystemFacts {
        let portfolio = body {
            $0.businesses = [business]
            $0.deadlineDecisions = decisions
            $0.systems = [
                system {
                    $0.rebuildYear = FiscalYear(2032); $0.buildYears = 1; $0.businesses = ["residentRecord"]
                    change(&$0)
                }
            ]
            var terms = PlanTerms()
            (terms.system, terms.goLiveMonth) = ("S1", month)
            $0.planTerms = [terms]
        }
        return alternatives(portfolio).facts
    }

    private let marchOf2031 = Day(year: 2031, month: 3, day: 31)

    /// The last year whose go-live month begins by the day.
    @Test(arguments: [(4, 2029), (9, 2029), (10, 2028), (1, 2028), (3, 2028)])
    func theGoLiveMonthDecidesTheYear(month: Int, year: Int) {
        let facts = facts(business { $0.deadline = Day(year: 2029, month: 9, day: 30) }, month: month)
        #expect(facts.deadline?.year == FiscalYear(year))
    }

    @Test func aSystemsOwnDecisionComesFirst() {
        let own = decision(.system, Day(year: 2029, month: 3, day: 31), .own, system: "S1")
        let found = facts(business { $0.deadline = marchOf2031 }, [own]) {
            $0.transitionPlannedDay = Day(year: 2030, month: 3, day: 31)
        }
        #expect(found.deadline?.year == FiscalYear(2028))
        #expect(found.deadline?.source.ja == "試験の決定")
    }

    @Test func transitionSupportGoesByItsOwnDay() {
        let supported = business {
            $0.state = .transitionSupport
            $0.plannedDay = Day(year: 2030, month: 1, day: 4)
        }
        let every = decision(.transitionSupport, marchOf2031, .aim)
        #expect(facts(supported, [every]).deadline?.year == FiscalYear(2029))
        // Without a day of its own, the decision for all of them holds, and only guides.
        let open = facts(business { $0.state = .transitionSupport }, [every])
        #expect(open.deadline?.year == FiscalYear(2030) && open.deadline?.isAim == true)
    }

    @Test func aDecisionForEveryBusinessHolds() {
        let every = decision(.everyBusiness, marchOf2031, .statutory)
        let found = facts(business { $0.plannedDay = Day(year: 2032, month: 3, day: 31) }, [every])
        #expect(found.deadline?.year == FiscalYear(2030) && found.deadline?.isAim == false)
        #expect(found.rebuildYears == FiscalYear(2030)...FiscalYear(2034))
    }

    /// Where the deadline has passed, a planned day that can be met takes its place; without one it is remarked and guides.
    @Test func aMissedDeadlineGuidesAndIsSaid() async {
        let past = Day(year: 2026, month: 3, day: 31)
        let planned = business {
            $0.deadline = past
            $0.plannedDay = marchOf2031
        }
        #expect(facts(planned).deadline?.year == FiscalYear(2030))
        let missed = facts(business { $0.deadline = past })
        #expect(missed.deadline == nil && missed.missedDeadline?.day == past)
        let portfolio = body {
            $0.businesses = [business { $0.deadline = past }]
            $0.systems = [system { $0.businesses = ["residentRecord"] }]
        }
        let made = await plan(portfolio)
        #expect(made.outcome == .feasible)
        #expect(made.remarks.contains { $0.ja.hasPrefix("標準化の期限に間に合う年度が残っておらず") })
        // Each year later than the first open one weighs the penalty of a guide.
        let list = alternatives(portfolio).list
        let (early, late) = (list[0], list[1])
        #expect(late.course.decision.rebuild == early.course.decision.rebuild?.advanced(by: 1))
        let cost = late.course.total - early.course.total
        #expect(late.penalty - early.penalty == cost + 3000 - 100)
    }

    @Test func theSentenceNamesDayAndSource() async throws {
        let portfolio = body {
            $0.businesses = [
                business {
                    $0.deadline = marchOf2031; $0.deadlineSource = "試験の法律"
                }
            ]
            $0.systems = [
                system {
                    $0.rebuildYear = FiscalYear(2033); $0.businesses = ["residentRecord"]
                }
            ]
        }
        let reason = try #require(await plan(portfolio).choices[0].reason)
        #expect(reason.ja.contains("標準化の期限は R12（2031-03-31、試験の法律）。"))
        #expect(reason.en.contains("standardization deadline is FY2030 (2031-03-31, 試験の法律)."))
    }
}
