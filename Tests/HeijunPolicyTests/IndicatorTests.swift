import HeijunModel
import HeijunPolicy
import Testing

/// The indicators of 川崎市情報システム全体最適化方針 (L1764–1838).
struct IndicatorTests {
    /// One expected assessment: rate in percent to one decimal (nil for none) and verdict, for R3 and R7.
    struct Expected {
        let id: String, threeRate: String?, three: IndicatorRow.Verdict
        let sevenRate: String?, seven: IndicatorRow.Verdict
    }

    static let expected = [
        Expected(id: "K1", threeRate: "77.2", three: .missed, sevenRate: nil, seven: .noTarget),
        Expected(id: "K2", threeRate: "169.2", three: .met, sevenRate: "88", seven: .unsettled),
        Expected(id: "K3", threeRate: "27600", three: .met, sevenRate: nil, seven: .noTarget),
        Expected(id: "K4", threeRate: "106.3", three: .met, sevenRate: "63.8", seven: .unsettled),
        Expected(id: "K5", threeRate: "114.2", three: .met, sevenRate: "81.6", seven: .unsettled),
        Expected(id: "K6", threeRate: "390", three: .met, sevenRate: nil, seven: .noTarget),
        Expected(id: "K7", threeRate: "254.2", three: .met, sevenRate: "72.9", seven: .unsettled),
        Expected(id: "K8", threeRate: "150", three: .met, sevenRate: "31.3", seven: .unsettled),
    ]

    @Test(arguments: expected.indices)
    func kawasaki(row index: Int) throws {
        let expected = Self.expected[index]
        let table = indicatorTable(Kawasaki.portfolio, asOf: Town.asOf)
        let row = try #require(table.first { $0.id.text == expected.id })
        try #require(row.assessments.map(\.target.year.startYear) == [2021, 2025])
        #expect(row.assessments[0].rate?.percent(places: 1) == expected.threeRate)
        #expect(row.assessments[0].verdict == expected.three)
        #expect(row.assessments[1].rate?.percent(places: 1) == expected.sevenRate)
        #expect(row.assessments[1].verdict == expected.seven)
    }

    /// The latest year with a target decides: words count as a target, a reason for having none does not.
    @Test func theLatestTargetDecides() throws {
        let table = indicatorTable(Kawasaki.portfolio, asOf: Town.asOf)
        let years = table.map { $0.target?.year.startYear }
        #expect(years == [2025, 2025, 2021, 2025, 2025, 2025, 2025, 2025])
        #expect(
            table.map(\.verdict) == [
                .noTarget, .unsettled, .met, .unsettled, .unsettled, .noTarget, .unsettled, .unsettled,
            ])
        #expect(table[1].actual?.year == FiscalYear(2021))
    }

    @Test func textTargetsNeverBecomeNumbers() {
        let town = Self.one(direction: .higher) { town in
            town.indicatorValues = [
                town.value("K1", 2025, .target, nil, text: "100件以上"),
                town.value("K1", 2025, .actual, Figure(120)),
            ]
        }
        let row = indicatorTable(town, asOf: Town.asOf)[0]
        #expect(row.verdict == .noTarget && row.rate == nil)
        #expect(row.target?.text == "100件以上" && row.target?.value == nil)
    }

    @Test(arguments: [
        (Day(year: 2026, month: 3, day: 31), 2024, IndicatorRow.Verdict.underway),
        (Day(year: 2026, month: 4, day: 1), 2024, .unsettled),
        (Day(year: 2026, month: 4, day: 1), 2025, .met),
        (Day(year: 2026, month: 3, day: 31), 2025, .underway),
        (Day(year: 2030, month: 1, day: 1), 2026, .unsettled),
    ])
    func theVerdictTurnsOnTheFirstOfApril(asOf: Day, actualYear: Int, verdict: IndicatorRow.Verdict) {
        let town = Town.changed { $0.indicator(target: 2025, actual: actualYear) }
        #expect(indicatorTable(town, asOf: asOf)[0].verdict == verdict)
    }

    static let directions: [(Indicator.Direction, Int, Int, IndicatorRow.Verdict, String?)] = [
        (.higher, 10, 10, .met, "100"),
        (.higher, 10, 9, .missed, "90"),
        (.lower, 10, 10, .met, "100"), (.lower, 10, 11, .missed, "90.9"), (.atOrBelow, 3, 0, .met, nil),
        (.lower, 0, 4, .missed, "0"), (.higher, 0, 4, .met, nil), (.higher, 10, -1, .missed, nil),
        (.none, 10, 9, .reference, nil), (.text, 10, 9, .noTarget, nil),
    ]

    @Test(arguments: directions)
    func directionsByHand(
        direction: Indicator.Direction, target: Int, actual: Int, verdict: IndicatorRow.Verdict, rate: String?
    ) {
        let town = Self.one(direction: direction) { town in
            town.indicatorValues = [
                town.value("K1", 2025, .target, Figure(target)),
                town.value("K1", 2025, .actual, Figure(actual)),
            ]
        }
        let row = indicatorTable(town, asOf: Town.asOf)[0]
        #expect(row.verdict == verdict)
        #expect(row.rate?.percent(places: 1) == rate)
    }

    @Test(arguments: [1, 3, 7, 999_999])
    func scalingTargetAndActualLeavesTheRate(factor: Int) {
        let plain = RateFormula.actualOverTarget.rate(target: Figure(35), actual: Figure(51))
        let scaled = RateFormula.actualOverTarget.rate(
            target: Figure(35 * factor), actual: Figure(51 * factor))
        #expect(plain == scaled)
        #expect(plain?.percent(places: 1) == "145.7")
    }

    @Test func anIndicatorWithoutTargetsHasNoVerdict() {
        let town = Self.one(direction: .higher) { $0.indicatorValues = [] }
        let row = indicatorTable(town, asOf: Town.asOf)[0]
        #expect(row.verdict == .noTarget && row.target == nil && row.actual == nil)
    }

    static func one(direction: Indicator.Direction, _ change: (inout Portfolio) -> Void) -> Portfolio {
        Town.changed {
            $0.indicator(target: 2025, actual: 2025)
            $0.indicators[0].direction = direction
            change(&$0)
        }
    }
}

struct ComputedIndicatorTests {
    @Test(arguments: [
        ("common-platform-systems", nil, "1"), ("third-building-systems", nil, "1"),
        ("total-run-cost", "億円", "1.5"), ("total-run-cost-general", "千円", "150000"),
        ("total-run-cost", "人", nil),
        ("standardized-businesses", nil, "0"), ("package-share", "%", "66.6667"), ("other", nil, nil),
    ])
    func byHand(id: String, unit: String?, value: String?) {
        let town = Self.town(id: Key(id), unit: unit)
        #expect(indicatorTable(town, asOf: Town.asOf)[0].computed?.value.fieldText == value)
    }

    @Test func aDifferentReportOfTheSameYearIsFlagged() {
        var town = Self.town(id: "common-platform-systems", unit: nil)
        town.indicatorValues = [town.value("common-platform-systems", 2026, .actual, Figure(2))]
        #expect(indicatorTable(town, asOf: Town.asOf)[0].computed?.differs == true)
        town.indicatorValues = [town.value("common-platform-systems", 2025, .actual, Figure(2))]
        #expect(indicatorTable(town, asOf: Town.asOf)[0].computed?.differs == false)
    }

    @Test func aScopeThatIsAnAccountCountsItAlone() {
        var town = Self.town(id: "total-run-cost", unit: "円")
        town.indicators[0].scope = "一般会計"
        town.systems[0].account = "水道事業会計"
        #expect(indicatorTable(town, asOf: Town.asOf)[0].computed?.value == Figure(50_000_000))
    }

    private static func town(id: Key, unit: String?) -> Portfolio {
        Town.changed { town in
            town.indicator(target: 2025, actual: 2025)
            (town.indicators[0].id, town.indicators[0].unit) = (id, unit)
            town.indicatorValues = []
            town.systems = [
                Town.system("S1") { $0.annualRunCost = Yen(100_000_000) },
                Town.system("S2") { ($0.hosting, $0.room, $0.form) = (.commonPlatform, nil, .scratch) },
                Town.system("S3") { ($0.room, $0.annualRunCost) = ("third-room", Yen(50_000_000)) },
            ]
        }
    }
}
