import HeijunModel
import HeijunPolicy

extension Case {
    static let missing = [
        Case(
            "missing-stage", breach: { $0.first { $0.stage = nil } },
            pass: { $0.first { $0.stage = .planned } }),
        Case(
            "missing-hosting", breach: { $0.first { $0.hosting = nil } },
            pass: { $0.first { $0.hosting = .iaas } }),
        Case(
            "missing-room", breach: { $0.first { $0.room = nil } },
            pass: { $0.first { ($0.hosting, $0.room) = (.saas, nil) } }),
        Case(
            "missing-rack-units", breach: { $0.first { $0.units = nil } },
            pass: { $0.first { ($0.hosting, $0.room, $0.units) = (.saas, nil, nil) } }),
        Case("missing-size", breach: { $0.first { $0.size = nil } }, pass: { $0.first { $0.size = .small } }),
        Case(
            "missing-in-service", breach: { $0.first { $0.inService = nil } },
            pass: { $0.first { ($0.inService, $0.stage) = (nil, .planned) } }),
        Case(
            "missing-rebuild-year", breach: { $0.first { ($0.rebuildYear, $0.lifeYears) = (nil, nil) } },
            pass: { $0.first { $0.rebuildYear = nil } }),
        Case(
            "missing-build-years", breach: { $0.first { $0.buildYears = nil } },
            pass: { $0.first { ($0.buildYears, $0.stage) = (nil, .retiring) } }),
        Case(
            "missing-build-cost", breach: { $0.first { $0.buildCost = nil } },
            pass: { $0.first { $0.buildCost = Yen.zero } }),
        Case(
            "missing-annual-run-cost", breach: { $0.first { $0.annualRunCost = nil } },
            pass: { $0.first { $0.annualRunCost = Yen.zero } }),
        Case("missing-account", breach: { $0.first { $0.account = nil } }, pass: { _ in }),
        Case(
            "missing-vendor", breach: { $0.first { $0.vendor = nil } },
            pass: { $0.first { ($0.vendor, $0.stage) = (nil, .planned) } }),
        Case(
            "missing-effort", breach: { $0.first { $0.size = .large } },
            pass: { $0.first { $0.size = .medium } }),
        Case(
            "missing-exception-reason", breach: { $0.first { $0.pinnedYear = FiscalYear(2030) } },
            pass: { $0.first { ($0.pinnedYear, $0.note) = (FiscalYear(2030), "議会答弁") } }),
        Case("missing-as-of", breach: { $0.organizations[0].asOf = nil }, pass: { _ in }),
    ]

    static let lives = [
        Case(
            "renewal-before-service", breach: { $0.first { $0.renewalYear = FiscalYear(2021) } },
            pass: { $0.first { $0.renewalYear = FiscalYear(2022) } }),
        Case(
            "rebuild-before-service", breach: { $0.first { $0.rebuildYear = FiscalYear(2021) } },
            pass: { $0.first { $0.rebuildYear = FiscalYear(2022) } }),
        Case(
            "rebuild-in-the-past", breach: { $0.first { $0.rebuildYear = FiscalYear(2025) } },
            pass: { $0.first { $0.rebuildYear = FiscalYear(2026) } }),
        Case(
            "renewal-in-the-past", breach: { $0.first { $0.renewalYear = FiscalYear(2025) } },
            pass: { $0.first { ($0.renewalYear, $0.stage) = (FiscalYear(2025), .retired) } }),
        Case(
            "pin-in-the-past", breach: { $0.first { $0.pinnedYear = FiscalYear(2025) } },
            pass: { $0.first { $0.pinnedYear = FiscalYear(2026) } }),
        Case(
            "pin-outside-window", breach: { $0.first { $0.pinnedYear = FiscalYear(2033) } },
            pass: { $0.first { $0.pinnedYear = FiscalYear(2032) } }),
        Case(
            "decided-without-year", breach: { $0.first { ($0.isYearDecided, $0.rebuildYear) = (true, nil) } },
            pass: { $0.first { $0.isYearDecided = true } }),
        Case(
            "rebuild-after-retirement", breach: { $0.first { $0.retiresAfter = FiscalYear(2029) } },
            pass: { $0.first { $0.retiresAfter = FiscalYear(2030) } }),
        Case(
            "valid-to-before-from",
            breach: { $0.first { ($0.validFrom, $0.validTo) = (Town.asOf, Town.asOf.adding(days: -1)) } },
            pass: { $0.first { ($0.validFrom, $0.validTo) = (Town.asOf, Town.asOf) } }),
        Case(
            "valid-to-before-from", breach: { $0.contract("C1", .lease, from: 2027, to: 2026) },
            pass: { $0.contract("C1", .lease, from: 2026, to: 2026) }),
    ]

    static let places = [
        Case(
            "room-closed", breach: { $0.rooms[0].closes = Town.asOf.adding(days: -1) },
            pass: { $0.rooms[0].closes = Town.asOf }),
        Case(
            "room-closes-without-target", breach: { $0.rooms[0].closes = Town.asOf },
            pass: {
                $0.rooms[0].closes = Town.asOf
                $0.first { $0.targetRoom = "idc-room" }
            }),
        Case(
            "room-not-needed", breach: { $0.first { $0.hosting = .saas } },
            pass: { $0.first { $0.hosting = .housing } }),
        Case(
            "room-over-capacity", breach: { $0.hallHolds(watts: 999) }, pass: { $0.hallHolds(watts: 1000) }),
        Case(
            "retired-but-linked",
            breach: {
                $0.twoLinked()
                $0.systems[1].stage = .retired
            },
            pass: {
                $0.twoLinked()
                $0.systems[1].stage = .retiring
            }),
        Case(
            "standalone-but-linked", breach: { $0.twoLinked(.standalone) },
            pass: { $0.twoLinked(.standalone) { $0.method = .media } }),
        Case("link-to-itself", breach: { $0.link("S1", "S1") }, pass: { $0.twoLinked() }),
    ]

    static let money = [
        Case(
            "cost-after-retirement",
            breach: {
                $0.first { ($0.retiresAfter, $0.rebuildYear) = (FiscalYear(2027), nil) }
                $0.cost(2028, .cloud, .planned, 1)
            },
            pass: {
                $0.first { ($0.retiresAfter, $0.rebuildYear) = (FiscalYear(2027), nil) }
                $0.cost(2027, .cloud, .planned, 1)
            }),
        Case("settled-over-budget", breach: { $0.settles(101, of: 100) }, pass: { $0.settles(100, of: 100) }),
        Case(
            "run-cost-differs", breach: { $0.states(100, against: 112) },
            pass: { $0.states(100, against: 110) }),
        Case("shares-not-one", breach: { $0.shares(5000, 4999) }, pass: { $0.shares(5000, 5000) }),
        Case(
            "support-ended", breach: { $0.support(until: Town.asOf.adding(days: -1)) },
            pass: { $0.support(until: Town.asOf) }),
        Case(
            "support-ends-before-rebuild", breach: { $0.support(until: Day(year: 2030, month: 3, day: 31)) },
            pass: { $0.support(until: Day(year: 2030, month: 4, day: 1)) }),
        Case(
            "support-ended", breach: { $0.equips(until: Town.asOf.adding(days: -1), .client) },
            pass: { $0.equips(until: Town.asOf, .client) }),
        Case(
            "support-ends-before-rebuild",
            breach: { $0.equips(until: Day(year: 2027, month: 3, day: 31), .server) },
            pass: { $0.equips(until: Day(year: 2027, month: 4, day: 1), .server) }),
        Case(
            "support-ends-before-rebuild",
            breach: { $0.installs(until: Day(year: 2030, month: 3, day: 31)) },
            pass: {
                $0.installs(until: Day(year: 2030, month: 3, day: 31))
                $0.support(until: Day(year: 2032, month: 3, day: 31))
                $0.supportEnds[0].isExtended = true
            }),
        Case(
            "contract-over-rebuild", breach: { $0.contract("C1", .lease, from: 2026, to: 2031) },
            pass: { $0.contract("C1", .lease, from: 2026, to: 2030) }),
        Case(
            "contracts-expired", breach: { $0.contract("C1", .lease, from: 2020, to: 2025) },
            pass: { $0.contract("C1", .lease, from: 2020, to: 2026) }),
    ]
}

extension Portfolio {
    /// A limit of power for the hall, where S1 takes 1,000 W.
    mutating func hallHolds(watts: Int) {
        first { $0.power = Watts(1000) }
        var capacity = RoomCapacity()
        (capacity.room, capacity.year, capacity.power) = ("hall-room", FiscalYear(2026), Watts(watts))
        roomCapacities = [capacity]
    }

    mutating func settles(_ settled: Int, of budget: Int) {
        cost(2025, .build, .budget, budget)
        cost(2025, .build, .settled, settled)
    }

    mutating func states(_ stated: Int, against budget: Int) {
        first { $0.annualRunCost = Yen(stated) }
        cost(2026, .cloud, .budget, budget)
    }

    mutating func shares(_ one: Int, _ other: Int) {
        var account = Account()
        account.id = "水道事業会計"
        accounts.append(account)
        accountShares = [("一般会計", one), ("水道事業会計", other)].map { key, share in
            var result = AccountShare()
            (result.system, result.account) = ("S1", Key(key))
            result.share = Rate(tenThousandths: share)
            return result
        }
    }

    /// Equipment of S1 whose maker's support ends on a day.
    mutating func equips(until day: Day, _ kind: Equipment.Kind) {
        var one = Equipment()
        (one.id, one.name, one.system, one.equipmentKind) = ("E1", "機器", "S1", kind)
        one.supportEnds = day
        equipment = [one]
    }

    /// Software called OS on a server of S1.
    mutating func installs(until day: Day) {
        equips(until: Day(year: 2040, month: 3, day: 31), .server)
        var one = Software()
        (one.id, one.name, one.equipment, one.supportEnds) = ("W1", "OS", "E1", day)
        software = [one]
    }

    mutating func support(until day: Day) {
        var end = SupportEnd()
        (end.system, end.subject, end.ends) = ("S1", "OS", day)
        supportEnds = [end]
    }
}
