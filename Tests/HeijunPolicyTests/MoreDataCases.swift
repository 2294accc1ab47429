import HeijunModel
import HeijunPolicy

extension Case {
    static let constraints = [
        Case(
            "precedence-cycle", breach: { $0.orders(("S1", "S2"), ("S2", "S3"), ("S3", "S1")) },
            pass: { $0.orders(("S1", "S2"), ("S2", "S3"), ("S1", "S3")) }),
        Case(
            "precedence-years",
            breach: {
                $0.orders(("S1", "S2"))
                $0.first { $0.rebuildYear = FiscalYear(2031) }
            },
            pass: { $0.orders(("S1", "S2")) }),
        Case(
            "separation-years", breach: { $0.separated(2030) }, pass: { $0.separated(2031) }),
        Case(
            "move-group-targets", breach: { $0.group("hall-room", "idc-room") },
            pass: { $0.group("hall-room", nil) }),
    ]

    static let impossible = [
        Case(
            "impossible-window-early", breach: { $0.first { $0.windowEarly = -1 } },
            pass: { $0.first { $0.windowEarly = 0 } }),
        Case(
            "impossible-window-late", breach: { $0.first { $0.windowLate = -1 } },
            pass: { $0.first { $0.windowLate = 3 } }),
        Case(
            "impossible-build-years", breach: { $0.first { $0.buildYears = 11 } },
            pass: { $0.first { $0.buildYears = 0 } }),
        Case(
            "impossible-life-years", breach: { $0.first { $0.lifeYears = 0 } },
            pass: { $0.first { $0.lifeYears = 1 } }),
        Case(
            "impossible-cycle-years", breach: { $0.first { $0.cycleYears = 31 } },
            pass: { $0.first { $0.cycleYears = 5 } }),
        Case("impossible-build-cost", breach: { $0.first { $0.buildCost = Yen(-1) } }, pass: { _ in }),
        Case(
            "impossible-equipment-cost", breach: { $0.first { $0.equipmentCost = Yen(-1) } }, pass: { _ in }),
        Case(
            "impossible-migration-cost", breach: { $0.first { $0.migrationCost = Yen(-1) } }, pass: { _ in }),
        Case("impossible-run-cost", breach: { $0.first { $0.annualRunCost = Yen(-1) } }, pass: { _ in }),
        Case("impossible-run-cost-after", breach: { $0.first { $0.runCostAfter = Yen(-1) } }, pass: { _ in }),
        Case(
            "impossible-extension-cost", breach: { $0.first { $0.extensionCost = Yen(-1) } }, pass: { _ in }),
        Case(
            "impossible-in-service", breach: { $0.first { $0.inService = FiscalYear(2027) } },
            pass: { $0.first { $0.inService = FiscalYear(2026) } }),
        Case(
            "impossible-amount", breach: { $0.cost(2026, .build, .planned, -1) },
            pass: { $0.cost(2026, .build, .planned, 0) }),
        Case(
            "impossible-tax-rate", breach: { $0.taxed(Rate(tenThousandths: 10_000)) },
            pass: { $0.taxed(Rate(tenThousandths: 1000)) }),
        Case("impossible-share", breach: { $0.shares(10_001, 0) }, pass: { $0.shares(10_000, 0) }),
        Case("impossible-capacity", breach: { $0.vendors[0].maxParallelRebuilds = 0 }, pass: { _ in }),
        Case("impossible-capacity", breach: { $0.hallHolds(watts: 0) }, pass: { $0.hallHolds(watts: 1) }),
        Case("impossible-step", breach: { $0.step(41) }, pass: { $0.step(40) }),
        Case(
            "impossible-rate", breach: { $0.businesses { $0.reportedRate = Rate(tenThousandths: 10_001) } },
            pass: { $0.businesses { $0.reportedRate = .one } }),
        Case("impossible-population", breach: { $0.people(0) }, pass: { $0.people(1_540_000) }),
        Case(
            "impossible-setting", breach: { $0.set(.horizonYears, "99") },
            pass: { $0.set(.horizonYears, "15") }),
    ]

    static let references = [
        Case(
            "dangling-reference", breach: { $0.first { $0.vendor = "V9" } },
            pass: { $0.first { $0.vendor = nil } })
    ]

    static let duplicates = [
        Case(
            "duplicate-key", breach: { $0.systems.append(Town.system("S1")) },
            pass: { $0.systems.append(Town.system("S2")) }),
        Case(
            "duplicate-name", breach: { $0.systems.append(Town.system("S2") { $0.name = "システム Ｓ1" }) },
            pass: { $0.systems.append(Town.system("S2")) }),
        Case(
            "duplicate-link",
            breach: {
                $0.twoLinked()
                $0.link("S1", "S2") { $0.content = "宛名　" }
            },
            pass: {
                $0.twoLinked()
                $0.link("S1", "S2") { $0.content = "税額" }
            }),
        Case(
            "duplicate-cost",
            breach: {
                $0.cost(2026, .build, .planned, 1)
                $0.cost(2026, .build, .planned, 2)
            },
            pass: {
                $0.cost(2026, .build, .planned, 1)
                $0.cost(2026, .build, .budget, 2)
            }),
    ]

    static let businesses = [
        Case(
            "transition-after-aim", breach: { $0.transition(planned: Day(year: 2031, month: 4, day: 1)) },
            pass: { $0.transition(planned: Day(year: 2031, month: 3, day: 31)) }),
        Case(
            "transition-without-reason", breach: { $0.businesses { $0.state = .transitionSupport } },
            pass: { $0.transition(planned: nil) }),
        Case(
            "transition-without-day", breach: { $0.transition(planned: nil) },
            pass: { $0.transition(planned: Day(year: 2028, month: 1, day: 4)) }),
        Case(
            "reason-without-transition", breach: { $0.businesses { $0.transitionReason = .noProduct } },
            pass: { $0.transition(planned: nil) }),
        Case(
            "interim-without-due", breach: { $0.interim(until: Town.asOf) },
            pass: { $0.interim(until: Town.asOf.adding(days: 1)) }),
        Case(
            "migrated-with-open-steps", breach: { $0.migrated(except: [40: .working]) },
            pass: { $0.migrated(except: [39: .working]) }),
        Case(
            "operation-before-test", breach: { $0.migrated(except: [35: .working]) },
            pass: { $0.migrated(except: [35: .notApplicable]) }),
        Case(
            "reported-rate-differs",
            breach: {
                $0.migrated(except: [:])
                $0.businesses[0].reportedRate = Rate(tenThousandths: 9750)
            },
            pass: {
                $0.migrated(except: [1: .notStarted])
                $0.businesses[0].reportedRate = Rate(tenThousandths: 9750)
            }),
        Case(
            "step-without-reason",
            breach: {
                $0.migrated(except: [30: .notApplicable])
                $0.steps[29].reason = nil
            },
            pass: { $0.migrated(except: [30: .notApplicable]) }),
        Case(
            "unknown-business", breach: { $0.businesses { $0.id = "residentRegistry" } },
            pass: { $0.businesses { _ in } }),
        Case(
            "business-without-system",
            breach: {
                $0.businesses { _ in }
                $0.systems[0].businesses.removeFirst()
            },
            pass: {
                $0.businesses { $0.state = .notApplicable }
                $0.systems[0].businesses.removeFirst()
            }),
        Case(
            "business-missing",
            breach: {
                $0.businesses { _ in }
                $0.businesses.removeLast()
            }, pass: { $0.businesses { _ in } }),
        Case(
            "transition-reason-without-business", breach: { $0.first { $0.transitionReason = .mainframe } },
            pass: {
                $0.businesses { _ in }
                $0.first { $0.transitionReason = .mainframe }
            }),
        Case(
            "transition-day-without-reason", breach: { $0.first { $0.transitionPlannedDay = Town.asOf } },
            pass: { $0.first { ($0.transitionPlannedDay, $0.transitionReason) = (Town.asOf, .mainframe) } }),
    ]
}
