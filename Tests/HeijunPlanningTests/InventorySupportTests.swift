import HeijunModel
import Testing

@testable import HeijunPlanning

/// Ends of support on equipment and software records: which of them limit a system, and how they are named.
struct InventorySupportTests {
    private static func day(_ year: Int) -> Day { FiscalYear(year).lastDay }

    private static func server(
        _ id: Key = "E1", until year: Int?, of system: Key? = "S1", _ kind: Equipment.Kind? = .server
    ) -> Equipment {
        var equipment = Equipment()
        (equipment.id, equipment.name, equipment.system) = (id, "サーバー\(id.text)", system)
        (equipment.equipmentKind, equipment.supportEnds) = (kind, year.map(day))
        return equipment
    }

    private static func software(
        _ id: Key = "W1", until year: Int, of system: Key? = nil, on equipment: Key? = nil,
        _ change: (inout Software) -> Void = { _ in }
    ) -> Software {
        var software = Software()
        (software.id, software.name, software.version) = (id, "基本ソフト", "8")
        (software.system, software.equipment, software.supportEnds) = (system, equipment, day(year))
        change(&software)
        return software
    }

    private static func end(
        _ subject: String, until year: Int, extended: Bool = false, software: Key? = nil,
        equipment: Key? = nil
    ) -> SupportEnd {
        var end = SupportEnd()
        (end.system, end.subject, end.ends) = ("S1", subject, day(year))
        (end.isExtended, end.software, end.equipment) = (extended, software, equipment)
        return end
    }

    struct Case: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let limits: [String]
        let change: @Sendable (inout Portfolio) -> Void

        init(_ name: String, _ limits: [String], _ change: @escaping @Sendable (inout Portfolio) -> Void) {
            (testDescription, self.limits, self.change) = (name, limits, change)
        }
    }

    static let cases = [
        Case("equipment of the system", ["2030 機器「サーバーE1」（E1）"]) { $0.equipment = [server(until: 2030)] },
        Case("equipment of none", []) { $0.equipment = [server(until: 2030, of: nil)] },
        Case("equipment of another", []) { $0.equipment = [server(until: 2030, of: "S2")] },
        Case("a virtual server", ["2030 機器「サーバーE1」（E1）"]) { $0.equipment = [server(until: 2030, .virtual)] },
        Case("a client", []) { $0.equipment = [server(until: 2030, .client)] },
        Case("a client that counts", ["2030 機器「サーバーE1」（E1）"]) {
            $0.equipment = [server(until: 2030, .client)]
            $0.settingValues = [setting(.supportKinds, 1)]
        },
        Case("several on one day", ["2030 機器「サーバーE1」（E1）ほか1件", "2031 機器「サーバーE3」（E3）"]) {
            $0.equipment = [server(until: 2030), server("E2", until: 2030), server("E3", until: 2031)]
        },
        Case("software of the system", ["2031 基本ソフト 8（ソフトウェア W1）"]) {
            $0.software = [software(until: 2031, of: "S1")]
        },
        Case("software on its equipment", ["2031 基本ソフト 8（ソフトウェア W1、機器「サーバーE1」E1）"]) {
            $0.equipment = [server(until: nil)]
            $0.software = [software(until: 2031, on: "E1")]
        },
        Case("software on a client", []) {
            $0.equipment = [server(until: nil, .client)]
            $0.software = [software(until: 2031, on: "E1")]
        },
        Case("a library", []) {
            $0.software = [software(until: 2031, of: "S1") { $0.softwareKind = .library }]
        },
        Case("a library that counts", ["2031 基本ソフト 8（ソフトウェア W1）"]) {
            $0.software = [software(until: 2031, of: "S1") { $0.softwareKind = .library }]
            $0.settingValues = [setting(.supportKinds, 2)]
        },
        Case("of a closed year", []) {
            $0.software = [software(until: 2026, of: "S1"), software("W2", until: 2020, of: "S1")]
        },
        Case("recorded for the same product too", ["2030 基本ソフト 8", "2031 基本ソフト 8（ソフトウェア W1）"]) {
            $0.software = [software(until: 2031, of: "S1")]
            $0.supportEnds = [end("基本ソフト 8", until: 2030)]
        },
        Case("extended by name", ["2033 基本ソフト　８（延長サポート）"]) {
            $0.software = [software(until: 2031, of: "S1")]
            $0.supportEnds = [
                end("基本ソフト　８（延長サポート）", until: 2033, extended: true), end("基本ソフト 8", until: 2030),
            ]
        },
        Case("extended, another name", ["2033 別の製品", "2031 基本ソフト 8（ソフトウェア W1）"]) {
            $0.software = [software(until: 2031, of: "S1")]
            $0.supportEnds = [end("別の製品", until: 2033, extended: true)]
        },
        Case("extended for one record", ["2033 有償延長（基本ソフト 8 W1）", "2031 基本ソフト 8（ソフトウェア W2）"]) {
            $0.software = [software(until: 2031, of: "S1"), software("W2", until: 2031, of: "S1")]
            $0.supportEnds = [end("有償延長", until: 2033, extended: true, software: "W1")]
        },
        Case("extended upkeep of one server", ["2034 保守延長（サーバーE1 E1）", "2030 機器「サーバーE2」（E2）"]) {
            $0.equipment = [server(until: 2030), server("E2", until: 2030)]
            $0.supportEnds = [end("保守延長", until: 2034, extended: true, equipment: "E1")]
        },
        Case("an earlier extension is none", ["2030 基本ソフト 8", "2031 基本ソフト 8（ソフトウェア W1）"]) {
            $0.software = [software(until: 2031, of: "S1")]
            $0.supportEnds = [end("基本ソフト 8", until: 2030, extended: true)]
        },
        Case("not read", []) {
            $0.equipment = [server(until: 2030)]
            $0.software = [software(until: 2031, of: "S1")]
            $0.settingValues = [setting(.softwareSupport, 0), setting(.equipmentSupport, 0)]
        },
    ]

    @Test(arguments: cases)
    func whatLimits(_ example: Case) {
        let portfolio = body {
            $0.systems = [system()]
            example.change(&$0)
        }
        let basis = PlanningBasis(portfolio)
        let bounds = basis.bounds(of: SystemFacts(portfolio.systems[0], in: basis)).compactMap { bound in
            if case .support(let subject) = bound.kind {
                "\(bound.year.startYear) \(subject.ja)"
            } else {
                nil
            }
        }
        #expect(bounds == example.limits)
    }

    /// What is offered to the engine is what the check of a plan, which reads the records one by one, finds nothing against.
    @Test(
        arguments: [UInt64(1), 2, 3, 4],
        [(0, 2, 2, 0), (1, 2, 2, 0), (2, 2, 2, 0), (1, 1, 2, 1), (2, 2, 0, 2), (2, 2, 2, 2)])
    func engineAndCheckAgree(seed: UInt64, rules: (hard: Int, software: Int, equipment: Int, kinds: Int)) {
        var portfolio = Portfolio.fictional(systems: 25, seed: seed)
        Self.scatter(&portfolio, seed)
        portfolio.settingValues += [
            setting(.hardSupport, rules.hard), setting(.softwareSupport, rules.software),
            setting(.equipmentSupport, rules.equipment), setting(.supportKinds, rules.kinds),
        ]
        let model = model(portfolio)
        let decisions = model.systems.map { system in
            AlternativeMaker(facts: system.facts, basis: model.basis, reference: nil)
                .decisions(CourseMaker(facts: system.facts, basis: model.basis))
        }
        var (offered, closed) = (0, 0)
        for round in 0..<(decisions.map(\.count).max() ?? 0) {
            let picked = zip(model.systems, decisions).filter { $1.count > round }.map { ($0, $1[round]) }
            let found = checkFinds(
                picked.map { (key: $0.facts.system.id, decision: $1) }, model, portfolio)
            for (system, decision) in picked {
                let isOffered = system.list.contains { $0.course.decision == decision }
                #expect(isOffered == !found.contains(system.facts.system.id.text), "\(decision)")
                if isOffered { offered += 1 } else { closed += 1 }
            }
        }
        #expect(offered > 0 && (closed > 0 || rules.hard == 0))
    }

    /// Equipment, software on it and of systems, recorded and extended ends, at dates around the natural years.
    private static func scatter(_ portfolio: inout Portfolio, _ seed: UInt64) {
        var dice = seed
        func roll(_ sides: UInt64) -> Int {
            dice = dice &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int((dice >> 33) % sides)
        }
        let kinds: [Equipment.Kind?] = [.server, .virtual, .client, nil]
        for (index, system) in portfolio.systems.enumerated() {
            let year = (system.rebuildYear ?? FiscalYear(2030)).startYear
            for number in 0..<roll(3) {
                let key = Key("E\(index)-\(number)")
                portfolio.equipment.append(
                    server(key, until: roll(3) == 0 ? nil : year - 4 + roll(9), of: system.id, kinds[roll(4)])
                )
                portfolio.software.append(
                    software(Key("W\(key.text)"), until: year - 4 + roll(9), on: key) {
                        $0.softwareKind = roll(4) == 0 ? .library : nil
                    })
            }
            portfolio.software.append(
                software(Key("W\(index)"), until: year - 3 + roll(9), of: system.id) {
                    $0.version = "\(7 + roll(2))"
                })
            guard roll(2) == 0 else { continue }
            var end = end(["基本ソフト 8（延長）", "他"][roll(2)], until: year - 2 + roll(7), extended: roll(3) > 0)
            end.system = system.id
            if roll(3) == 0 { end.software = Key("W\(index)") }
            portfolio.supportEnds.append(end)
        }
    }

    /// A guide's penalty counts once for a product, for its earliest end: three years past it, not three and two.
    @Test func aGuideCountsOnceForAProduct() {
        func penalty(_ change: (inout Portfolio) -> Void) -> Int {
            let portfolio = body {
                $0.systems = [
                    system {
                        $0.renewalYear = nil; $0.cycleYears = nil; $0.equipmentCost = nil
                    }
                ]
                $0.settingValues = [setting(.hardSupport, 0)]
                change(&$0)
            }
            let natural = alternatives(portfolio).list.first {
                $0.course.decision.rebuild == FiscalYear(2030)
            }
            return natural?.penalty ?? -1
        }
        let bare = penalty { _ in }
        let one = penalty { $0.software = [Self.software(until: 2027, of: "S1")] }
        let two = penalty {
            $0.software = [Self.software(until: 2027, of: "S1"), Self.software("W2", until: 2028, of: "S1")]
        }
        #expect(one == bare + 3 * 3000 && two == one)
    }

    private var late: Portfolio {
        body {
            $0.systems = [system()]
            $0.equipment = [Self.server(until: 2030)]
        }
    }

    /// `why`, a refused pin, `due` and the budget's reason name the equipment.
    @Test func whatBindsIsNamed() async throws {
        let made = await plan(late)
        let option = try #require(
            yearOptions(of: "S1", plan: made, portfolio: late).first { $0.year == FiscalYear(2031) })
        #expect(!option.isAllowed)
        #expect(
            option.breaks.map(\.ja) == ["機器「サーバーE1」（E1）のサポートは R12 に終わる（1 年超える。設定 plan.hard-support により選べない）。"]
        )
        #expect(
            option.breaks.map(\.en) == [
                "Support for the equipment “サーバーE1” (E1) ends in FY2030 (1 year late; closed by plan.hard-support)."
            ])
        var pinned = late
        pinned.systems[0].pinnedYear = FiscalYear(2032)
        let refused = await plan(pinned)
        #expect(
            refused.outcome == .infeasible
                && refused.conflicts[0].ja.contains("機器「サーバーE1」（E1）のサポートは R12 に終わる"))
        let due = dueList(late, from: FiscalYear(2030), to: FiscalYear(2030)).filter {
            $0.kind == .supportEnd
        }
        #expect(due.map(\.subject?.ja) == ["機器「サーバーE1」（E1）"])
        #expect(due[0].records == .init(kind: "equipment", keys: ["E1"]))
        let line = try #require(budgetSheet(late, plan: nil, fiscalYear: FiscalYear(2030)).first)
        #expect(line.reason.ja.contains("機器「サーバーE1」（E1）のサポートが R12 に終わるため"))
    }

    /// What has ended already, or ends in a closed year, makes no plan impossible: the plan says so.
    @Test(arguments: [1, 2])
    func whatHasEndedIsRemarked(rule: Int) async {
        let ended = body {
            $0.systems = [system()]
            $0.software = [Self.software(until: 2024, of: "S1")]
            $0.settingValues = [setting(.hardSupport, rule)]
        }
        let made = await plan(ended)
        #expect(made.outcome == .feasible && verifyPlan(made, ended) == [])
        #expect(
            made.remarks.contains {
                $0.ja == "予算が締め切られた R8 までにサポートが終わるものがあり、年度の制限としていない（check に示す）: システムS1（S1）"
            })
    }
}
