import HeijunModel
import Testing

@testable import HeijunPlanning

/// The frontier: its ends, that nothing in it is dominated, and that a choice is what it says.
struct FrontierTests {
    private var crunch: Portfolio {
        body { portfolio in
            portfolio.systems = (1...3).map { number in
                system(Key("S\(number)")) {
                    $0.buildYears = 1
                    $0.buildCost = Yen(thousands: 600 + 200 * number)
                }
            }
        }
    }

    private func find(_ portfolio: Portfolio, count: Int = 8) async -> Frontier {
        await FrontierFinder(
            portfolio: portfolio, options: PlanOptions(), solver: .everything, progress: { _ in },
            isCancelled: { false }
        ).find(count: count)
    }

    @Test func fromTheLowestPeakToTheCheapest() async throws {
        let found = await find(crunch)
        #expect(found.points.count > 2)
        for (one, other) in zip(found.points, found.points.dropFirst()) {
            #expect(one.peak < other.peak && one.total > other.total)
        }
        let (low, cheap) = (try #require(found.points.first), try #require(found.points.last))
        #expect(cheap.plan.extensionCost <= low.plan.extensionCost)
        #expect(found.idlePeak >= cheap.peak)
        #expect(found.own?.isOwn == true)
    }

    @Test func everyPointIsAPlanUnderItsSettings() async throws {
        for point in await find(crunch).points {
            let under = try PlanVariant(scenario: nil, changes: point.changes, in: crunch).applied(to: crunch)
            #expect(verifyPlan(point.plan, under) == [])
            #expect(await plan(under).choices.map(\.planned) == point.plan.choices.map(\.planned))
        }
    }

    /// Plans made side by side are the ones made one after the other.
    @Test func threadsChangeNothing() async {
        let portfolio = Portfolio.fictional(systems: 30, seed: 3)
        func found(_ threads: Int) async -> [FrontierPoint] {
            await frontier(for: portfolio, options: PlanOptions(effort: 1, threads: threads), count: 4).points
        }
        let alone = await found(1)
        #expect(alone.count > 1)
        #expect(await found(2) == alone)
    }

    @Test func limitsGoFromTheLowestPeakToTheCheapestPlans() async throws {
        let all = await find(crunch, count: 0)
        let limits = FrontierFinder.limits(all.points, count: 4)
        let (low, high) = (all.points[0].peak.thousands, all.points[all.points.count - 1].peak.thousands)
        #expect(limits == (0..<4).map { low + (high - low) * $0 / 4 })
        #expect(FrontierFinder.limits([], count: 4) == [])
    }

    /// A limit for the engine, a check of the plan: the same number twice.
    @Test func thePeakLimitHoldsAndIsChecked() async throws {
        let limit = try #require(await plan(crunch).peak(\.after)).after.thousands
        var limited = crunch
        limited.settingValues = [setting(.peakLimit, limit)]
        let made = await plan(limited)
        #expect(made.outcome == .feasible)
        #expect(made.years.allSatisfy { $0.after <= Yen(thousands: limit) })
        #expect(verifyPlan(made, limited) == [])
        limited.settingValues = [setting(.peakLimit, limit / 2)]
        #expect(verifyPlan(made, limited).contains { $0.code == "plan-peak-limit" })
    }

    @Test func withoutAPlanThereAreReasons() async {
        var portfolio = crunch
        portfolio.ceilings = (2028...2038).map { ceiling($0, 700) }
        let found = await find(portfolio)
        #expect(found.points.isEmpty && found.own == nil && !found.conflicts.isEmpty)
        #expect(found.idlePeak > .zero)
    }
}
