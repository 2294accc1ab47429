import HeijunModel
import HeijunPolicy
import Testing

/// What `kpi --check` finds.
struct IndicatorCheckTests {
    static func codes(_ change: (inout Portfolio) -> Void) -> [String] {
        let town = Town.changed { town in
            town.indicator(target: 2025, actual: 2025)
            change(&town)
        }
        return indicatorFindings(EvaluationInput(Context(town, asOf: Town.asOf))).map(\.code)
    }

    static let faults: [(codes: [String], change: @Sendable (inout Portfolio) -> Void)] = [
        ([], { _ in }),
        (
            ["target-missed"],
            {
                $0.indicatorValues = [
                    $0.value("K1", 2025, .target, Figure(10)), $0.value("K1", 2025, .actual, Figure(9)),
                ]
            }
        ),
        (
            ["actual-overdue"],
            {
                $0.indicatorValues = [
                    $0.value("K1", 2025, .target, Figure(10)), $0.value("K1", 2024, .actual, Figure(9)),
                ]
            }
        ),
        (
            ["check-overdue"],
            { $0.indicators[0].checkYears = [FiscalYear(2024), FiscalYear(2025), FiscalYear(2026)] }
        ),
        (
            ["target-reached-early"],
            {
                $0.indicatorValues = [
                    $0.value("K1", 2028, .target, Figure(10)), $0.value("K1", 2025, .actual, Figure(11)),
                ]
            }
        ),
        (["no-target"], { $0.indicatorValues = [$0.value("K1", 2025, .actual, Figure(11))] }),
        (
            [],
            {
                $0.indicatorValues = [$0.value("K1", 2027, .target, nil)]
                $0.indicatorValues[0].notSetReason = "日常的に活用が進んでいる"
            }
        ),
        (
            ["cumulative-falls"],
            {
                $0.indicators[0].isCumulative = true
                $0.indicatorValues.append($0.value("K1", 2024, .actual, Figure(999_999)))
            }
        ),
        (
            ["unit-differs"],
            {
                $0.indicators[0].unit = "セット"
                $0.indicatorValues[0].text = "500件以上"
            }
        ),
        (
            [],
            {
                $0.indicators[0].unit = "億円"
                $0.indicatorValues[0].text = "約136億円"
            }
        ),
    ]

    @Test(arguments: faults.indices)
    func faultsAreFound(_ index: Int) {
        #expect(Self.codes(Self.faults[index].change) == Self.faults[index].codes)
    }

    @Test(
        arguments: [
            ("run-cost-per-head", "円", "1500"), ("live-systems", "件", "2"), ("cloud-share", "%", "50"),
            ("plan-budget-gap", "円", "-20"), ("nothing", "円", nil),
        ] as [(String, String, String?)])
    func namedComputations(name: String, unit: String, value: String?) {
        let town = Town.changed { town in
            town.indicator(target: 2025, actual: 2025)
            (town.indicators[0].computedBy, town.indicators[0].unit) = (name, unit)
            town.systems = [
                Town.system("S1") { $0.annualRunCost = Yen(150_000) },
                Town.system("S2") { ($0.hosting, $0.room) = (.saas, nil) },
            ]
            var people = Population()
            (people.organization, people.year, people.count) = ("架空市", FiscalYear(2025), 100)
            town.populations = [people]
            town.cost(2026, .cloud, .planned, 100)
            town.cost(2026, .cloud, .budget, 80)
        }
        #expect(indicatorTable(town, asOf: Town.asOf)[0].computed?.value.fieldText == value)
    }
}
