extension FictionalMaker {
    /// Number of sections, vendors and bureaus for the size.
    var sectionCount: Int { max(2, count / 12) }
    var vendorCount: Int { max(3, count / 20) }

    /// The body, its sections, buildings, vendors, accounts and businesses.
    mutating func makeFrame() {
        portfolio.organizations = [Self.organization]
        portfolio.populations = (2022...2026).map { year in
            var population = Population()
            population.organization = Self.organization.name
            population.year = FiscalYear(year)
            population.count = 400_000 + (year - 2022) * 500
            return population
        }
        portfolio.sections = (1...sectionCount).map(Self.section)
        portfolio.vendors = (1...vendorCount).map(Self.vendor)
        portfolio.accounts = Self.accounts
        makeRooms()
        makeBusinesses()
    }

    private static let organization: Organization = {
        var body = Organization()
        body.name = "架空市"
        body.category = .designatedCity
        body.isFictional = true
        body.asOf = Day(year: 2026, month: 10, day: 1)
        body.planningSection = "情報政策課"
        body.note = "乱数で作った架空の台帳です。実在の団体とは関係ありません。"
        return body
    }()

    private static func section(_ number: Int) -> OrganizationSection {
        var section = OrganizationSection()
        section.id = key("SEC", number)
        section.name = "架空第\(number)課"
        section.bureau = "架空第\((number + 4) / 5)局"
        return section
    }

    private static func vendor(_ number: Int) -> Vendor {
        var vendor = Vendor()
        vendor.id = key("V", number, 3)
        vendor.name = "架空情報\(number)"
        return vendor
    }

    private static let accounts: [Account] = [
        ("一般会計", Account.Category.general), ("架空特別会計", .special), ("架空公営企業会計", .enterprise),
    ].map { name, category in
        var account = Account()
        account.id = Key(name)
        account.category = category
        return account
    }

    private mutating func makeRooms() {
        let places: [(String, String, Facility.Role)] = [
            ("idc", "架空データセンター", .idc), ("hall", "架空新本庁舎", .hall), ("third", "架空第３庁舎", .third),
        ]
        for (id, name, role) in places {
            var facility = Facility()
            facility.id = Key(id)
            facility.name = name
            facility.role = role
            facility.isBaseIsolated = role == .hall
            facility.hasRedundantPower = role != .third
            portfolio.facilities.append(facility)
            var room = Room()
            room.id = Key(id)
            room.facility = Key(id)
            room.name = "マシン室"
            if role == .hall { room.opens = Day(year: 2023, month: 10, day: 1) }
            if role == .third { room.closes = Self.thirdEnds.lastDay }
            portfolio.rooms.append(room)
        }
    }

    private mutating func makeBusinesses() {
        let keys = [
            "residentRegister", "individualInhabitantTax", "fixedAssetTax", "nationalHealthInsurance",
            "longTermCareInsurance", "publicAssistance", "childAllowance", "schoolEnrollment",
        ]
        for key in keys.prefix(max(1, count / 10)) {
            var business = Business()
            business.id = Key(key)
            business.state = dice.pick([.migrated, .working, .transitionSupport])
            business.source = "架空"
            let isDone = business.state == .migrated
            portfolio.businesses.append(business)
            let done = isDone ? 40 : dice.roll(8...30)
            portfolio.steps += (1...40).map { number in
                var step = Step()
                step.business = Key(key)
                step.number = number
                step.state = number <= done ? .done : number <= done + 2 ? .working : .notStarted
                return step
            }
        }
    }
}
