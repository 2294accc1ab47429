import HeijunModel
import HeijunPolicy
import Testing

/// Running cost before and after as the ledger's systems give it, and the work of each year, by hand.
struct LedgerCostTests {
    /// Two systems of one business: one with items in proportion 3 : 1, one with no items.
    static func town(_ change: (inout Portfolio) -> Void = { _ in }) -> Portfolio {
        Town.changed { town in
            town.systems = [
                Town.system("S1") {
                    ($0.businesses, $0.annualRunCost, $0.runCostAfter) = (
                        ["fixedAssetTax"], Yen(400), Yen(800)
                    )
                },
                Town.system("S2") {
                    ($0.businesses, $0.annualRunCost, $0.runCostAfter) = (
                        ["fixedAssetTax"], Yen(100), Yen(50)
                    )
                },
                Town.system("S3") { ($0.businesses, $0.annualRunCost) = (["fixedAssetTax"], Yen(9999)) },
                Town.system("S4") { ($0.annualRunCost, $0.runCostAfter) = (Yen(7), Yen(7)) },
            ]
            town.costs = [
                cost(.softwareRent, 300, 2025), cost(.lines, 100, 2025), cost(.lines, 5000, 2024),
                cost(.build, 9000, 2025),
            ]
            change(&town)
        }
    }

    private static func cost(_ item: CostItem, _ amount: Int, _ year: Int) -> Cost {
        var cost = Cost()
        (cost.system, cost.item, cost.year, cost.stage) = ("S1", item, FiscalYear(year), .settled)
        cost.amount = Yen(amount)
        return cost
    }

    @Test func fiveYearsByItem() throws {
        let analysis = try #require(RunningCostAnalysis.all(of: Self.town()).first)
        #expect(analysis.origin == .ledger && analysis.years == 5)
        #expect(analysis.items.map(\.item) == [.systemOperation, .softwareRent, .lines])
        #expect(analysis.items.map(\.before) == [Yen(500), Yen(1500), Yen(500)])
        #expect(analysis.items.map(\.after) == [Yen(250), Yen(3000), Yen(1000)])
        #expect(analysis.label?.contains("2 システム") == true && analysis.label?.contains("1 システムを除く") == true)
        #expect(analysis.history.map(\.year) == [FiscalYear(2024), FiscalYear(2025)])
        #expect(analysis.history.map(\.amount) == [Yen(5000), Yen(400)])
    }

    @Test func aBodysOwnComparisonGoesFirst() {
        let town = Self.town {
            var own = CostComparison()
            (own.scope, own.before, own.after) = ("全", Yen(1), Yen(2))
            $0.costComparisons = [own]
        }
        #expect(RunningCostAnalysis.all(of: town).map(\.origin) == [.recorded])
        #expect(RunningCostAnalysis.all(of: town, withLedger: true).map(\.origin) == [.recorded, .ledger])
        #expect(RunningCostAnalysis.all(of: Portfolio()).isEmpty)
    }

    @Test(arguments: 1...40)
    func thePartsAddUp(seed: Int) {
        let town = Self.town {
            $0.systems[0].annualRunCost = Yen(seed * 7919)
            $0.costs = (0...seed % 5).map {
                Self.cost(CostItem.allCases[($0 * 3) % 10], 1 + ($0 * seed) % 97, 2025)
            }
        }
        let sum = RunningCostAnalysis.all(of: town).first?.before
        #expect(sum == Yen(5 * (seed * 7919 + 100)))
    }

    @Test func revisionsAndGrantsByYear() {
        let town = Self.town {
            var revision = SpecificationRevision()
            (revision.business, revision.version, revision.cost) = ("fixedAssetTax", "10.0", Yen(18))
            revision.applies = Day(year: 2027, month: 4, day: 1)
            $0.specificationRevisions = [revision]
            var grant = Grant()
            (grant.system, grant.year, grant.decided) = ("S1", FiscalYear(2025), Yen(100))
            (grant.carried, grant.carriedTo) = (Yen(30), FiscalYear(2026))
            $0.grants = [grant]
        }
        let years = RecurringYear.all(in: Context(town, asOf: Town.asOf))
        #expect(
            years.map(\.year) == [FiscalYear(2025), FiscalYear(2026)],
            "1 April is prepared in the year before")
        #expect(years.map(\.cost) == [.zero, Yen(18)] && years.map(\.grant) == [Yen(70), Yen(30)])
    }
}
