import HeijunModel
import HeijunPolicy

extension Case {
    static let standardization = [
        Case(
            "S01", breach: { $0.businesses { $0.state = .working } },
            pass: { $0.businesses { $0.state = .transitionSupport } }),
        Case(
            "S01",
            breach: {
                $0.businesses {
                    ($0.state, $0.deadline, $0.plannedDay) = (
                        .working, Day(year: 2027, month: 3, day: 31), Day(year: 2027, month: 4, day: 1)
                    )
                }
            },
            pass: {
                $0.businesses {
                    ($0.state, $0.deadline, $0.plannedDay) = (
                        .working, Day(year: 2027, month: 3, day: 31), Day(year: 2027, month: 3, day: 31)
                    )
                }
            }),
        Case(
            "S02", breach: { $0.businesses { $0.state = .working } },
            pass: {
                $0.businesses { $0.state = .working }
                $0.first { $0.allowedHostings = [.governmentCloud] }
            }),
        Case(
            "S03", breach: { $0.businesses { $0.state = .working } },
            pass: {
                $0.businesses { $0.state = .working }
                $0.steps(of: "residentRegister", .working)
            }),
        Case(
            "S04",
            breach: { town in
                town.businesses { $0.state = .migrated }
                town.steps(of: "residentRegister", .done, except: [39: .working])
            },
            pass: { town in
                town.businesses { $0.state = .migrated }
                town.steps(of: "residentRegister", .done)
            }),
        Case(
            "S05", breach: { town in town.inGovernmentCloud(networkChange: .working) },
            pass: { town in town.inGovernmentCloud(networkChange: .done) }),
    ]

    static let buying = [
        Case(
            "D01", breach: { $0.first { $0.form = .scratch } },
            pass: { $0.first { ($0.form, $0.exceptionReason) = (.scratch, "製品なし") } }),
        Case(
            "D05", breach: { town in town.functions("F1", "F1") },
            pass: { town in town.functions("F1", "F2") }),
        Case(
            "D06",
            breach: {
                $0.contract("C1", .singleYear, from: 2025, to: 2025)
                $0.contract("C2", .singleYear, from: 2026, to: 2026)
            },
            pass: {
                $0.contract("C1", .singleYear, from: 2026, to: 2026)
                $0.contract("C2", .singleYear, from: 2026, to: 2026)
            }),
    ]

    static let gates = [
        Case(
            "E01", breach: { $0.first { $0.stage = .procuring } },
            pass: {
                $0.first { $0.stage = .procuring }
                $0.gate(.beforeBudget)
            }),
        Case(
            "E04", breach: { $0.first { ($0.stage, $0.size) = (.procuring, .large) } },
            pass: {
                $0.first { ($0.stage, $0.size) = (.procuring, .large) }
                $0.gate(.beforeProcurement)
            }),
        Case(
            "E04",
            breach: {
                $0.first { $0.stage = .building }
                $0.gate(.beforeProcurement) { $0.openConditions = "移行費の再見積" }
            },
            pass: {
                $0.first { $0.stage = .building }
                $0.gate(.beforeProcurement)
            }),
        Case(
            "E05", breach: { $0.first { ($0.stage, $0.size) = (.building, .large) } },
            pass: {
                $0.first { ($0.stage, $0.size) = (.building, .large) }
                $0.gate(.atProcurement)
            }),
        Case(
            "E06", breach: { $0.first { ($0.stage, $0.size) = (.building, .large) } },
            pass: {
                $0.first { ($0.stage, $0.size) = (.building, .large) }
                $0.gate(.project)
            }),
        Case(
            "E07", breach: { $0.gate(.operation) { ($0.done, $0.due) = (nil, FiscalYear(2025).lastDay) } },
            pass: { $0.gate(.operation) { ($0.done, $0.due) = (nil, Town.asOf) } }),
        Case(
            "E07", breach: { $0.first { $0.annualRunCost = Yen(1) } },
            pass: {
                $0.first { $0.annualRunCost = Yen(1) }
                $0.gate(.operation) { $0.cycle = FiscalYear(2025) }
            }),
    ]

    static let others = [
        Case(
            "F01", breach: { $0.facilities[0].isBaseIsolated = false },
            pass: { $0.facilities[1].note = "免震でない" }),
        Case(
            "F02", breach: { $0.facilities[0].hasRedundantPower = false },
            pass: { $0.facilities[1].note = "なし" }),
        Case(
            "F05", breach: { $0.twoLinked { $0.isViaPlatform = false } },
            pass: { $0.twoLinked { ($0.isViaPlatform, $0.method) = (false, .media) } }),
        Case(
            "G04", breach: { $0.first { $0.businessSection = nil } },
            pass: { $0.first { $0.systemSection = nil } }),
        Case(
            "G07", breach: { town in town.indicator(target: 2025, actual: 2024) },
            pass: { town in town.indicator(target: 2025, actual: 2025) }),
    ]

    static let tiers = [
        Case(
            "R-TIER-1", breach: { $0.first { ($0.handlesMyNumber, $0.tier) = (true, .internet) } },
            pass: { $0.first { ($0.handlesMyNumber, $0.tier) = (true, .mynumber) } }),
        Case(
            "R-TIER-2", breach: { $0.twoLinked(.mynumber, .internet) },
            pass: { $0.twoLinked(.mynumber, .internet) { $0.method = .media } }),
        Case(
            "R-TIER-3", breach: { $0.twoLinked(.mynumber, .lgwan) },
            pass: { $0.twoLinked(.lgwan, .mynumber) { $0.specificCommunication = "10.0.0.1:443 承認12" } }),
        Case(
            "R-TIER-4", breach: { $0.twoLinked(.internet, .lgwan) },
            pass: { $0.twoLinked(.internet, .lgwan) { $0.isSanitized = true } }),
        Case(
            "R-TIER-4", breach: { $0.twoLinked(.lgwan, .internet) },
            pass: {
                $0.twoLinked(.lgwan, .internet)
                $0.organizations[0].networkModel = .alphaPrime
            }),
        Case(
            "R-TIER-5", breach: { $0.first { $0.tier = .internet } },
            pass: {
                $0.first { $0.tier = .internet }
                $0.organizations[0].networkModel = .betaPrime
            }),
        Case(
            "R-TIER-6",
            breach: {
                $0.twoLinked(.mynumber, .internet)
                $0.first { ($0.hosting, $0.room) = (.governmentCloud, nil) }
            },
            pass: {
                $0.twoLinked(.mynumber, .internet) { $0.specificCommunication = "更新適用" }
                $0.first { ($0.hosting, $0.room) = (.governmentCloud, nil) }
            }),
    ]
}

extension Portfolio {
    mutating func inGovernmentCloud(networkChange: Step.State) {
        businesses { $0.state = .migrated }
        first { ($0.hosting, $0.room) = (.governmentCloud, nil) }
        steps(of: "residentRegister", .done, except: [38: networkChange])
    }

    mutating func functions(_ first: Key, _ second: Key) {
        systems = [
            Town.system("S1") { $0.functionCodes = [first] },
            Town.system("S2") { $0.functionCodes = [second] },
        ]
    }

    mutating func twoLinked(
        _ one: Tier = .lgwan, _ other: Tier = .lgwan, _ change: (inout Link) -> Void = { _ in }
    ) {
        systems = [Town.system("S1") { $0.tier = one }, Town.system("S2") { $0.tier = other }]
        link("S1", "S2", change)
    }

    mutating func indicator(target: Int, actual: Int) {
        var indicator = Indicator()
        (indicator.id, indicator.area, indicator.name) = ("K1", "最適化", "指標")
        indicators = [indicator]
        indicatorValues = [
            value("K1", target, .target, Figure(10)), value("K1", actual, .actual, Figure(12)),
        ]
    }

    func value(
        _ indicator: Key, _ year: Int, _ role: IndicatorValue.Role, _ figure: Figure?, text: String? = nil
    ) -> IndicatorValue {
        var value = IndicatorValue()
        (value.indicator, value.year, value.role) = (indicator, FiscalYear(year), role)
        (value.value, value.text) = (figure, text)
        return value
    }
}
