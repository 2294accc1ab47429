import HeijunModel
import HeijunPolicy

extension Case {
    static let placement = [
        Case(
            "P01", breach: { $0.first { $0.room = "annex-room" } },
            pass: { $0.first { $0.room = "idc-room" } }),
        Case(
            "P02",
            breach: { $0.first { ($0.audience, $0.serviceHours, $0.tier) = (.citizen, .always, .internet) } },
            pass: {
                $0.first {
                    ($0.audience, $0.serviceHours, $0.tier, $0.room) = (
                        .citizen, .always, .internet, "idc-room"
                    )
                }
            }),
        Case(
            "P04", breach: { $0.first { $0.room = "third-room" } },
            pass: { $0.first { ($0.room, $0.exceptionReason) = ("third-room", "窓口端末と一体") } }),
        Case(
            "P05", breach: { $0.first { $0.room = "third-room" } },
            pass: { $0.first { ($0.room, $0.targetRoom) = ("third-room", "hall-room") } }),
        Case(
            "P06", breach: { $0.first { ($0.room, $0.targetRoom) = ("idc-room", "hall-room") } },
            pass: { $0.first { ($0.room, $0.targetRoom) = ("idc-room", "idc-room") } }),
        Case(
            "P07", breach: { $0.first { ($0.stage, $0.room) = (.planned, nil) } },
            pass: { $0.first { ($0.stage, $0.hosting, $0.room) = (.planned, .saas, nil) } }),
        Case(
            "P08", breach: { town in town.idcSystemAndHall(halves: 20) },
            pass: { town in town.idcSystemAndHall(halves: 0) }),
        Case("P09", breach: { $0.first { $0.tier = nil } }, pass: { $0.first { $0.tier = .standalone } }),
        Case(
            "P10", breach: { $0.first { ($0.handlesResidentData, $0.tier) = (true, .internet) } },
            pass: { $0.first { ($0.handlesResidentData, $0.tier) = (true, .mynumber) } }),
        Case(
            "P12", breach: { $0.first { $0.audience = .citizen } },
            pass: { $0.first { ($0.audience, $0.tier) = (.citizen, .internet) } }),
    ]

    static let moves = [
        Case(
            "M01",
            breach: {
                $0.first {
                    ($0.room, $0.targetRoom, $0.renewalYear, $0.rebuildYear) = (
                        "third-room", "hall-room", nil, nil
                    )
                }
            },
            pass: { $0.first { ($0.room, $0.targetRoom) = ("third-room", "hall-room") } }),
        Case(
            "M02", breach: { town in town.moveToHall(opening: 2028) },
            pass: { town in town.moveToHall(opening: 2027) }),
        Case(
            "M03", breach: { town in town.moveOutOfThird(closing: 2026) },
            pass: { town in town.moveOutOfThird(closing: 2027) }),
        Case(
            "M06", breach: { town in town.standardWithLink(.working) },
            pass: { town in town.standardWithLink(.migrated) }),
        Case("M07", breach: { $0.rebuilds(3) }, pass: { $0.rebuilds(2) }),
        Case("M07", breach: { $0.effort(tenths: 101) }, pass: { $0.effort(tenths: 100) }),
    ]

    static let levelling = [
        Case(
            "L01", breach: { $0.first { ($0.size, $0.rebuildYear) = (.large, nil) } },
            pass: { $0.first { $0.size = .large } }),
        Case(
            "L02", breach: { $0.first { ($0.size, $0.buildYears) = (.large, nil) } },
            pass: { $0.first { $0.size = .large } }),
        Case("L03", breach: { $0.large(5) }, pass: { $0.large(4) }),
        Case(
            "L05", breach: { $0.first { $0.size = .large } },
            pass: {
                $0.first { $0.size = .large }
                $0.contract("C1", .longTerm, from: 2025, to: 2029)
            }),
        Case(
            "L06",
            breach: {
                $0.first { $0.size = .large }
                $0.contract("C1", .longTerm, from: 2025, to: 2029)
            },
            pass: {
                $0.first { ($0.size, $0.continuationClause) = (.large, true) }
                $0.contract("C1", .longTerm, from: 2025, to: 2029)
            }),
        Case(
            "L07", breach: { $0.first { $0.rebuildYear = FiscalYear(2028) } },
            pass: { $0.first { $0.rebuildYear = FiscalYear(2029) } }),
        Case(
            "L07", breach: { $0.first { $0.rebuildYear = FiscalYear(2027) } },
            pass: {
                $0.first { $0.rebuildYear = FiscalYear(2027) }
                $0.gate(.beforeBudget)
            }),
        Case(
            "L08", breach: { $0.first { ($0.size, $0.systemSection) = (.large, nil) } },
            pass: { $0.first { $0.size = .large } }),
    ]

    static let hardware = [
        Case(
            "H02", breach: { $0.first { $0.size = .small } },
            pass: { $0.first { ($0.size, $0.allowedHostings) = (.small, [.commonPlatform]) } }),
        Case(
            "H03", breach: { $0.first { ($0.size, $0.exceptionReason) = (.small, "専用装置") } },
            pass: {
                $0.first {
                    ($0.size, $0.exceptionReason, $0.allowedHostings) = (.small, "専用装置", [.sharedRack])
                }
            }),
        Case("H06", breach: { $0.first { $0.form = .host } }, pass: { $0.first { $0.form = .scratch } }),
    ]
}

extension Portfolio {
    mutating func idcSystemAndHall(halves: Int) {
        systems.append(Town.system("S2") { $0.room = "idc-room" })
        var capacity = RoomCapacity()
        (capacity.room, capacity.year) = ("hall-room", FiscalYear(2026))
        capacity.units = RackUnits(halves: 4 + halves)
        roomCapacities = [capacity]
    }

    mutating func moveToHall(opening year: Int) {
        first { ($0.room, $0.targetRoom) = ("third-room", "hall-room") }
        rooms[0].opens = FiscalYear(year).firstDay
    }

    mutating func moveOutOfThird(closing year: Int) {
        first { ($0.room, $0.targetRoom) = ("third-room", "hall-room") }
        rooms[2].closes = FiscalYear(year).lastDay
    }

    mutating func standardWithLink(_ state: Business.State) {
        systems.append(Town.system("S2"))
        businesses { $0.state = state }
        link("S1", "S2")
    }

    mutating func rebuilds(_ count: Int) {
        systems = (1...count).map { Town.system(Key("S\($0)")) }
    }

    /// S1 is built in FY2028 and FY2029; section B can give five person-months in each.
    mutating func effort(tenths: Int) {
        first { $0.effort = PersonMonths(tenths: tenths) }
        staffCapacities = [2028, 2029].map {
            var capacity = StaffCapacity()
            (capacity.section, capacity.year) = ("B", FiscalYear($0))
            capacity.effort = PersonMonths(tenths: 50)
            return capacity
        }
    }

    mutating func large(_ count: Int) {
        systems = (1...count).map { Town.system(Key("S\($0)")) { $0.size = .large } }
    }
}
