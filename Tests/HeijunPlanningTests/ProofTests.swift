import HeijunLevelling
import HeijunModel
import Testing

@testable import HeijunPlanning

/// The proof that a plan carries.
struct ProofTests {
    private func made(_ seed: UInt64 = 3) async -> (plan: Plan, portfolio: Portfolio) {
        let portfolio = Portfolio.fictional(systems: 30, seed: seed)
        let made = await plan(portfolio, options: PlanOptions(effort: 1), solver: .engine)
        return (made, portfolio)
    }

    @Test func aPlanCarriesTheProofOfItsBound() async throws {
        let (plan, portfolio) = await made()
        #expect(plan.proof != nil)
        let verification = planVerification(plan, portfolio)
        #expect(verification.findings == [])
        #expect(try #require(verification.provenBound) >= (try #require(plan.bound)))
        #expect(verification.proofParts == plan.proof?.parts)
    }

    /// Whatever is changed in a plan's value, bound, proof or ledger, verification says so.
    @Test(arguments: [
        ("objective", "plan-objective"), ("bound", "plan-proof"), ("proof", "plan-proof"),
        ("ledger", "plan-sum"),
    ])
    func changesAreFound(what: String, code: String) async throws {
        var (plan, portfolio) = await made()
        switch what {
        case "objective": plan.objective = plan.objective.map { $0 + 1 }
        case "bound": plan.bound = plan.bound.map { $0 + 1 }
        case "proof": plan.proof?.text.replace("lambda ", with: "lambda 1")
        default: portfolio.systems[0].annualRunCost = Yen(thousands: 987_654)
        }
        #expect(verifyPlan(plan, portfolio).map(\.code).contains(code))
    }

    @Test func thatNoPlanExistsIsProvenToo() async {
        let portfolio = body {
            $0.systems = [system { $0.isYearDecided = true }]
            $0.ceilings = [ceiling(2029, 100)]
        }
        let none = await plan(portfolio, solver: .engine)
        #expect(none.outcome == .infeasible)
        #expect(none.proof != nil)
        #expect(planVerification(none, portfolio).provesNoPlan)
        #expect(verifyPlan(none, portfolio) == [])
        // With a ceiling that fits, the proof no longer proves anything.
        var loose = portfolio
        loose.ceilings = [ceiling(2029, 100_000)]
        #expect(verifyPlan(none, loose).map(\.code) == ["plan-proof"])
    }
}
