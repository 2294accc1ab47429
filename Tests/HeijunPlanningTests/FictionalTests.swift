import HeijunLevelling
import Testing

@testable import HeijunModel
@testable import HeijunPlanning

/// Fictional portfolios: the same for a seed, consistent, and with a plan.
struct FictionalTests {
    @Test func sameSeedSamePortfolio() {
        #expect(Portfolio.fictional(systems: 50, seed: 7) == Portfolio.fictional(systems: 50, seed: 7))
        #expect(Portfolio.fictional(systems: 50, seed: 7) != Portfolio.fictional(systems: 50, seed: 8))
        #expect(Portfolio.fictional(systems: 50, seed: 7).organization.isFictional)
    }

    /// Every reference names a record, and no key stands twice.
    @Test(arguments: [1, 2, 3, 10, 195, 400])
    func references(count: Int) {
        let entries = Portfolio.fictional(systems: count, seed: 3).entries
        var keys: [String: Set<String>] = [:]
        for entry in entries {
            let kind = RecordKind.named(entry.kind)!
            #expect(keys[entry.kind, default: []].insert(kind.key(of: entry.values)).inserted)
        }
        for entry in entries {
            for (field, text) in zip(RecordKind.named(entry.kind)!.fields, entry.values) {
                guard case .reference(let kind) = field.type, let text else { continue }
                for key in field.isList ? text.split(separator: " ").map(String.init) : [text] {
                    #expect(keys[kind]?.contains(key) == true, "\(entry.kind).\(field.key) = \(key)")
                }
            }
        }
    }

    @Test(arguments: UInt64(1)...10)
    func hiddenPlanIsAmongTheCourses(seed: UInt64) throws {
        let portfolio = Portfolio.fictional(systems: 60, seed: seed)
        let model = model(portfolio)
        #expect(model.stuck.isEmpty)
        _ = try model.problem()
    }

    /// The hidden plan keeps every limit and tie as the planner counts them, so a plan exists at any size.
    @Test(arguments: [(60, UInt64(1)), (60, 2), (195, 3), (400, 5), (2000, 5)])
    func hiddenPlanKeepsEveryLimit(count: Int, seed: UInt64) throws {
        var maker = FictionalMaker(count: count, seed: seed)
        let portfolio = maker.make()
        let model = model(portfolio)
        let hidden = Dictionary(uniqueKeysWithValues: zip(portfolio.systems.map(\.id), maker.hidden))
        let picks = model.systems.map { system in
            let course = hidden[system.facts.system.id]!
            return system.list.firstIndex {
                $0.course.decision.rebuild == course.rebuilds.first && $0.course.decision.move == course.move
                    && $0.course.renewals.filter { $0 <= model.basis.last }
                        == course.renewals.filter { $0 <= model.basis.last }
            }
        }
        let missing = zip(model.systems, picks).filter { $1 == nil }.map { $0.0.facts.system.id.text }
        #expect(missing == [])
        let sums = model.sums(picks: picks.map { $0 ?? 0 })
        let broken = model.bindingLimits.filter { sums[$0.resource][$0.period] > $0.limit }.map {
            "\(model.table.resources[$0.resource].name) \($0.period): \(sums[$0.resource][$0.period]) > \($0.limit)"
        }
        #expect(broken == [])
        let value = try #require(Evaluation(of: picks.map { $0 ?? 0 }, in: model.problem()))
        #expect(value.isFeasible)
    }

    @Test func twoThousandSystems() {
        #expect(Portfolio.fictional(systems: 2000, seed: 1).systems.count == 2000)
    }
}
