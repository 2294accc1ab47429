extension FictionalMaker {
    /// Every limit: what the hidden plan needs, and a little more.
    mutating func makeLimits() {
        makeCeilings()
        makeStaff()
        makeVendorLimits()
        makeRoomCapacities()
        var large = SettingValue()
        large.id = Setting.largePerYear.key
        large.value = "\(max(1, largest(largeCounts)))"
        large.reason = "架空"
        portfolio.settingValues = [large]
    }

    private func largest(_ counts: [FiscalYear: Int]) -> Int { counts.values.max() ?? 0 }

    private var largeCounts: [FiscalYear: Int] {
        var counts: [FiscalYear: Int] = [:]
        for (system, course) in zip(portfolio.systems, hidden) where system.size == .large {
            for year in course.rebuilds { counts[year, default: 0] += 1 }
        }
        return counts
    }

    /// One ceiling for all years of an account: the hidden plan's highest year and 2 %, in whole million yen.
    private mutating func makeCeilings() {
        let shares = Dictionary(grouping: portfolio.accountShares, by: \.system)
        var loads: [Key: [FiscalYear: Int]] = [:]
        for (system, course) in zip(portfolio.systems, hidden) {
            let parts =
                shares[system.id]?.map { ($0.account, $0.share.tenThousandths) }
                ?? [(system.account ?? "一般会計", 10_000)]
            for (account, share) in parts {
                func add(_ amount: Int, _ year: FiscalYear) {
                    loads[account, default: [:]][year, default: 0] += amount * share / 10_000 + 1
                }
                for payment in course.payments { add(payment.amount, payment.year) }
                for year in Self.years { add((system.runCostAfter ?? .zero).thousands, year) }
            }
        }
        for account in portfolio.accounts.map(\.id) {
            let highest = Self.years.map { loads[account]?[$0] ?? 0 }.max() ?? 0
            portfolio.ceilings += Self.years.map { year in
                var ceiling = Ceiling()
                ceiling.account = account
                ceiling.year = year
                ceiling.amount = Yen(thousands: (highest * 102 / 100 + 999) / 1000 * 1000)
                ceiling.setBy = "架空財政課"
                return ceiling
            }
        }
    }

    private mutating func makeStaff() {
        var work: [Key: [FiscalYear: Int]] = [:]
        for (system, course) in zip(portfolio.systems, hidden) {
            let part =
                ((system.effort?.tenths ?? 0) + course.buildYears - 1) / course.buildYears + course.buildYears
            for rebuild in course.rebuilds {
                for year in rebuild.advanced(by: -course.buildYears)..<rebuild {
                    work[system.systemSection ?? "", default: [:]][year, default: 0] += part
                }
            }
        }
        for section in portfolio.sections.map(\.id) {
            let highest = Self.years.map { work[section]?[$0] ?? 0 }.max() ?? 0
            portfolio.staffCapacities += Self.years.map { year in
                var capacity = StaffCapacity()
                capacity.section = section
                capacity.year = year
                capacity.effort = PersonMonths(tenths: max(120, highest * 105 / 100))
                return capacity
            }
        }
    }

    private mutating func makeVendorLimits() {
        var building: [Key: [FiscalYear: Int]] = [:]
        for (system, course) in zip(portfolio.systems, hidden) {
            for rebuild in course.rebuilds {
                for year in rebuild.advanced(by: -course.buildYears)..<rebuild {
                    building[system.vendor ?? "", default: [:]][year, default: 0] += 1
                }
            }
        }
        for index in portfolio.vendors.indices {
            let highest = Self.years.map { building[portfolio.vendors[index].id]?[$0] ?? 0 }.max() ?? 0
            portfolio.vendors[index].maxParallelRebuilds = max(1, highest)
        }
    }

    /// Capacities in three stages, each the highest need of its years and 4 %.
    private mutating func makeRoomCapacities() {
        for room in ["hall", "idc", "third"] as [Key] {
            let needs = Self.years.map { need(of: room, in: $0) }
            for stage in stride(from: 0, to: Self.years.count, by: 4) {
                let years = needs[stage..<min(stage + 4, needs.count)]
                func capacity(_ path: KeyPath<Need, Int>) -> Int {
                    ((years.map { $0[keyPath: path] }.max() ?? 0) * 104 + 99) / 100
                }
                var entry = RoomCapacity()
                entry.room = room
                entry.year = Self.years[stage]
                entry.units = RackUnits(halves: capacity(\.halves))
                entry.power = Watts(capacity(\.watts))
                entry.weight = Kilograms(capacity(\.kilograms))
                portfolio.roomCapacities.append(entry)
            }
        }
    }

    private struct Need {
        var halves = 0, watts = 0, kilograms = 0
    }

    private func need(of room: Key, in year: FiscalYear) -> Need {
        var need = Need()
        for (system, course) in zip(portfolio.systems, hidden) {
            let leaves = course.move ?? Self.last.advanced(by: 1)
            let isHere =
                (system.room == room && year <= leaves) || (system.targetRoom == room && year >= leaves)
            guard isHere else { continue }
            let exchanges = (course.rebuilds + course.renewals).contains(year) && year != course.move
            let times = room == "hall" && exchanges ? 2 : 1
            need.halves += times * (system.units?.halves ?? 0)
            need.watts += times * (system.power?.amount ?? 0)
            need.kilograms += times * (system.weight?.amount ?? 0)
        }
        return need
    }
}
