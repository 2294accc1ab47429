import HeijunModel
import HeijunPolicy
import Testing

struct SpeedTests {
    /// Systems with links and costs: the order and number of findings stay the same.
    @Test func manySystemsGiveTheSameFindingsTwice() {
        let town = Self.many(2_000)
        let once = findings(in: town, asOf: Town.asOf)
        #expect(once == findings(in: town, asOf: Town.asOf))
        #expect(zip(once, once.dropFirst()).allSatisfy { $0.severity <= $1.severity })
        #expect(once.count { $0.code == "F05" } == 2_000)
    }

    static func many(_ count: Int) -> Portfolio {
        Town.changed { town in
            town.systems = (0..<count).map { Town.system(Key("S\($0)")) }
            for index in 0..<count {
                town.link(Key("S\(index)"), Key("S\((index + 1) % count)")) { $0.isViaPlatform = false }
                for year in 2022...2026 {
                    var cost = Cost()
                    (cost.system, cost.year, cost.item) = (Key("S\(index)"), FiscalYear(year), .cloud)
                    (cost.stage, cost.amount) = (.settled, Yen(1))
                    town.costs.append(cost)
                }
            }
        }
    }
}
