extension FictionalMaker {
    /// The systems: a few large ones bear most of the cost, and natural years cluster around two crunches.
    mutating func makeSystems() {
        portfolio.systems = (1...count).map { makeSystem($0) }
        makeShares()
    }

    private static let subjects = [
        "住民記録", "税務", "国保", "介護", "福祉", "子育て", "学務", "財務会計", "人事給与", "文書管理", "電子申請", "施設予約",
        "地図情報", "図書館", "防災", "道路台帳", "契約管理", "統計", "議会", "広報",
    ]

    private mutating func makeSystem(_ number: Int) -> ITSystem {
        var system = ITSystem()
        system.id = Self.key("SYS", number)
        let subject = Self.subjects[(number - 1) % Self.subjects.count]
        let round = (number - 1) / Self.subjects.count
        system.name = round == 0 ? "架空\(subject)システム" : "架空\(subject)システム\(round + 1)"
        system.shortName = round == 0 ? subject : "\(subject)\(round + 1)"
        system.businessSection = Self.key("SEC", dice.roll(1...sectionCount))
        system.systemSection = dice.chance(70) ? system.businessSection : Self.key("SEC", 1)
        system.vendor = Self.key("V", dice.roll(1...vendorCount), 3)
        system.stage = .operating
        setNature(&system, number)
        setPlace(&system)
        setMoney(&system)
        setLife(&system)
        return system
    }

    private mutating func setNature(_ system: inout ITSystem, _ number: Int) {
        // Few enough for the setting of large rebuilds per year to hold them.
        let isLarge = number <= 300 * 8 && number % 8 == 1
        system.size = isLarge ? .large : dice.chance(40) ? .medium : .small
        system.systemClass = isLarge ? .core : dice.pick([.internal_, .citizen, .internal_, .other])
        system.audience = system.systemClass == .citizen ? .citizen : .internal_
        system.serviceHours = system.audience == .citizen ? .always : .office
        system.tier = isLarge ? .mynumber : system.audience == .citizen ? .internet : .lgwan
        system.handlesResidentData = system.tier == .mynumber
        system.handlesMyNumber = system.tier == .mynumber
        system.form = dice.pick([.package, .customizedPackage, .package, .scratch])
        system.account = dice.chance(90) ? "一般会計" : dice.pick(["架空特別会計", "架空公営企業会計"])
    }

    private mutating func setPlace(_ system: inout ITSystem) {
        switch dice.roll(1...100) {
        case ...45:
            system.hosting = .onPremises
            system.room = "third"
            system.targetRoom = "hall"
        case ...60:
            system.hosting = .housing
            system.room = "idc"
        case ...70:
            system.hosting = .onPremises
            system.room = "hall"
        case ...85: system.hosting = .commonPlatform
        default: system.hosting = .saas
        }
        guard system.hosting?.needsRoom == true else { return }
        let units = dice.tail(4, doublings: system.size == .large ? 4 : 2)
        system.units = RackUnits(halves: units)
        system.power = Watts(units * dice.roll(60...110))
        system.weight = Kilograms(units * dice.roll(8...12))
    }

    private mutating func setMoney(_ system: inout ITSystem) {
        let base: Int
        switch system.size {
        case .large: base = dice.tail(200_000, doublings: 3)
        case .medium: base = dice.tail(50_000, doublings: 2)
        case .small, nil: base = dice.tail(10_000, doublings: 2)
        }
        let hasEquipment = system.hosting?.needsRoom == true
        system.buildCost = Yen(thousands: base)
        system.migrationCost = Yen(thousands: base / 12)
        system.equipmentCost = Yen(thousands: hasEquipment ? base / dice.roll(4...8) : 0)
        system.annualRunCost = Yen(thousands: base / dice.roll(4...7))
        system.runCostAfter = (system.annualRunCost ?? .zero) + Yen(thousands: base / dice.roll(50...90))
        system.extensionCost = Yen(thousands: base / 40)
        system.effort = PersonMonths(tenths: max(10, base / 1000))
        system.buildYears = system.size == .large ? 3 : system.size == .medium ? 2 : 1
    }

    private mutating func setLife(_ system: inout ITSystem) {
        let cycle = 5
        system.cycleYears = cycle
        system.lifeYears = 2 * cycle
        let crunch = dice.chance(50) ? dice.pick([2030, 2031, 2031, 2034]) : dice.roll(2028...2036)
        var natural = FiscalYear(crunch)
        if system.room == "third", natural > Self.thirdEnds { natural = natural.advanced(by: -cycle) }
        natural = max(natural, FiscalYear(2028))
        system.rebuildYear = natural
        let renewal = natural.advanced(by: -cycle)
        system.renewalYear = renewal >= Self.first ? renewal : natural
        system.inService = natural.advanced(by: -2 * cycle)
        system.windowEarly = dice.roll(0...1)
        system.windowLate = system.size == .large ? 3 : dice.roll(1...2)
    }

    private mutating func makeShares() {
        for system in portfolio.systems where system.account != "一般会計" && dice.chance(30) {
            let part = dice.roll(2...8) * 1000
            for (account, share) in [("一般会計", part), (system.account?.text ?? "", 10_000 - part)] {
                var entry = AccountShare()
                entry.system = system.id
                entry.account = Key(account)
                entry.share = Rate(tenThousandths: share)
                portfolio.accountShares.append(entry)
            }
        }
    }
}
