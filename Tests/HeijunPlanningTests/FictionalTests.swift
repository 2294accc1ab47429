import HeijunModel
import Testing

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

    @Test func twoThousandSystems() {
        #expect(Portfolio.fictional(systems: 2000, seed: 1).systems.count == 2000)
    }
}
