import HeijunLevelling
import HeijunModel
import Testing

@testable import HeijunPlanning

/// Limits that give alone, held against trying every choice.
struct RelaxationTests {
    /// The least load of every limit that some choice could break, over the choices that keep all others.
    private func leastLoads(_ model: PlanModel) throws -> [[Int]: Int] {
        var least: [[Int]: Int] = [:]
        for (resource, period, _, _) in model.bindingLimits {
            let problem = try model.leastLoad(resource, period)
            var picks = [Int](repeating: 0, count: problem.activityCount)
            while true {
                if let value = Evaluation(of: picks, in: problem), value.isFeasible {
                    least[[resource, period]] = min(least[[resource, period]] ?? .max, value.objective)
                }
                let next = picks.indices.first { picks[$0] + 1 < problem.alternatives(of: $0).count }
                guard let next else { break }
                picks[next] += 1
                for index in 0..<next { picks[index] = 0 }
            }
        }
        return least
    }

    /// A few systems under a ceiling that is too low in one year.
    private func cramped(_ seed: UInt64) -> Portfolio {
        body {
            $0.systems = (0..<4).map { number in
                system(Key(stringLiteral: "S\(number)")) {
                    $0.renewalYear = nil
                    $0.cycleYears = nil
                    $0.buildYears = 1
                    $0.windowEarly = 0
                    $0.windowLate = 2
                    $0.buildCost = Yen(thousands: 300 + 97 * ((Int(seed) + 3 * number) % 7))
                }
            }
            $0.ceilings = (2029...2031).map { year in
                ceiling(year, year == 2029 + Int(seed % 3) ? 900 : 1_150 + 40 * Int(seed))
            }
        }
    }

    private func finder(_ maker: PlanMaker, _ certificate: Certificate?) -> ConflictFinder {
        ConflictFinder(
            maker: maker, certificate: certificate, progress: { _ in }, isCancelled: { false })
    }

    @Test(arguments: UInt64(1)...24)
    func theLeastIsFoundAndProven(seed: UInt64) async throws {
        let portfolio = cramped(seed)
        let maker = PlanMaker(portfolio, PlanOptions(), solver: .engine)
        guard
            case .infeasible(let certificate) = await maker.solver.solve(
                try maker.model.problem(), finder(maker, nil).loosening(from: nil))
        else { return }
        let least = try leastLoads(maker.model)
        let ways = await SingleRelaxation(finder: finder(maker, certificate)).ways()
        #expect(ways.isEmpty == least.isEmpty)
        for way in ways {
            #expect(way.excess == (least[[way.resource, way.period]] ?? 0) - way.limit)
            #expect(way.isProven && way.excess > 0)
            // No other limit would do where this one is needed.
            if way.isNeeded { #expect(least.count == 1) }
        }
    }

    @Test func someOfThemHaveNoPlan() async throws {
        var ways: Set<Int> = []
        for seed in UInt64(1)...24 {
            let maker = PlanMaker(cramped(seed), PlanOptions(), solver: .engine)
            if await maker.plan().outcome == .infeasible { ways.insert(try leastLoads(maker.model).count) }
        }
        #expect(ways.contains(1) && ways.count > 1, "\(ways)")
    }

    /// Two large rebuilds have to go live in R12 and three in R14: one a year is too few in either, three are enough.
    @Test func aLimitOfAllYearsIsRaisedAsOne() async throws {
        let portfolio = body {
            $0.systems = (0..<5).map { number in
                system(Key(stringLiteral: "S\(number)")) {
                    $0.rebuildYear = FiscalYear(number < 2 ? 2030 : 2032)
                    $0.renewalYear = nil
                    $0.cycleYears = nil
                    $0.windowEarly = 0
                    $0.windowLate = 0
                    $0.size = .large
                }
            }
            $0.settingValues = [setting(.largePerYear, 1)]
        }
        let words = await plan(portfolio, solver: .engine).conflicts.map(\.ja)
        #expect(
            words == [
                Sentences.collideAlone.ja, "大規模再構築の稼働の上限（各年度 1 件）を 3 件にする。",
                Sentences.provenLeast.ja,
            ])
    }
}
