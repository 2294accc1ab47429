import HeijunLevelling
import HeijunModel

@testable import HeijunPlanning

/// A body planned from 1 October 2026 (so that FY2026 is closed) over 12 years, FY2027–FY2038.
func body(_ change: (inout Portfolio) -> Void = { _ in }) -> Portfolio {
    var portfolio = Portfolio()
    var organization = Organization()
    organization.name = "試験市"
    organization.asOf = Day(year: 2026, month: 10, day: 1)
    portfolio.organizations = [organization]
    var account = Account()
    account.id = "一般会計"
    portfolio.accounts = [account]
    change(&portfolio)
    return portfolio
}

/// A system rebuilt in FY2030 in two building years, every ten years, with renewals every five.
///
/// Build 1001, equipment 300, migration 50, running 200 before and 220 after, extension 30 a year; all 千円.
func system(_ id: Key = "S1", _ change: (inout ITSystem) -> Void = { _ in }) -> ITSystem {
    var system = ITSystem()
    system.id = id
    system.name = "システム\(id.text)"
    system.rebuildYear = FiscalYear(2030)
    system.renewalYear = FiscalYear(2030)
    system.lifeYears = 10
    system.cycleYears = 5
    system.buildYears = 2
    system.buildCost = Yen(thousands: 1001)
    system.equipmentCost = Yen(thousands: 300)
    system.migrationCost = Yen(thousands: 50)
    system.annualRunCost = Yen(thousands: 200)
    system.runCostAfter = Yen(thousands: 220)
    system.extensionCost = Yen(thousands: 30)
    system.account = "一般会計"
    change(&system)
    return system
}

func setting(_ setting: Setting, _ value: Int) -> SettingValue {
    var entry = SettingValue()
    entry.id = setting.key
    entry.value = "\(value)"
    return entry
}

func ceiling(_ year: Int, _ thousands: Int, account: Key = "一般会計") -> Ceiling {
    var ceiling = Ceiling()
    ceiling.account = account
    ceiling.year = FiscalYear(year)
    ceiling.amount = Yen(thousands: thousands)
    ceiling.setBy = "財政課"
    return ceiling
}

/// The third building with a room that closes after `closes`, and the new main hall.
func addRooms(_ portfolio: inout Portfolio, closes: Day? = nil, hallHalves: Int? = nil) {
    for (id, role) in [("third", Facility.Role.third), ("hall", .hall)] {
        var facility = Facility()
        facility.id = Key(id)
        facility.name = role.title.ja
        facility.role = role
        portfolio.facilities.append(facility)
        var room = Room()
        room.id = Key(id)
        room.facility = Key(id)
        room.name = "マシン室"
        if role == .third { room.closes = closes }
        portfolio.rooms.append(room)
    }
    guard let hallHalves else { return }
    var capacity = RoomCapacity()
    capacity.room = "hall"
    capacity.year = FiscalYear(2026)
    capacity.units = RackUnits(halves: hallHalves)
    portfolio.roomCapacities = [capacity]
}

func model(_ portfolio: Portfolio) -> PlanModel { PlanModel(PlanningBasis(portfolio)) }

func alternatives(_ portfolio: Portfolio, _ id: Key = "S1") -> SystemAlternatives {
    let model = model(portfolio)
    return model.systems[model.position[id]!]
}

/// The years of a list, for short tables.
func starts(_ years: [FiscalYear]) -> [Int] { years.map(\.startYear) }

extension Solver {
    /// Tries every choice, or where there are more than 200,000 goes downhill from the first ones.
    static let everything = Solver { problem, _ in
        var choices = 1
        for activity in 0..<problem.activityCount {
            choices = min(choices * problem.alternatives(of: activity).count, 1_000_000_000)
        }
        return choices <= 200_000 ? tryAll(problem) : goDown(problem)
    }
}

private func tryAll(_ problem: LevellingProblem) -> Solver.Answer {
    var picks = [Int](repeating: 0, count: problem.activityCount)
    var best: (picks: [Int], objective: Int)?
    while true {
        if let value = Evaluation(of: picks, in: problem), value.isFeasible,
            value.objective < best?.objective ?? .max
        {
            best = (picks, value.objective)
        }
        guard let next = picks.indices.first(where: { picks[$0] + 1 < problem.alternatives(of: $0).count })
        else { break }
        picks[next] += 1
        for index in 0..<next { picks[index] = 0 }
    }
    guard let best else { return .infeasible(nil) }
    return .solved(
        LevellingSolution(picks: best.picks, objective: best.objective, bound: best.objective), nil)
}

/// Single changes that break less or cost less, until there is none. Proves nothing: its bound is the least `Int`.
private func goDown(_ problem: LevellingProblem) -> Solver.Answer {
    func value(_ picks: [Int]) -> (Int, Int) {
        guard let value = Evaluation(of: picks, in: problem) else { return (.max, .max) }
        let broken = value.breaches.reduce(0) { sum, breach in
            guard case .limit(_, let excess) = breach else { return sum + 1_000_000 }
            return sum + excess
        }
        return (broken, value.objective)
    }
    var picks = [Int](repeating: 0, count: problem.activityCount)
    var best = value(picks)
    var improved = true
    while improved {
        improved = false
        for activity in picks.indices {
            for pick in 0..<problem.alternatives(of: activity).count where pick != picks[activity] {
                var other = picks
                other[activity] = pick
                let now = value(other)
                if now < best { (picks, best, improved) = (other, now, true) }
            }
        }
    }
    return best.0 == 0
        ? .solved(LevellingSolution(picks: picks, objective: best.1, bound: -1 << 60), nil) : .infeasible(nil)
}

func plan(
    _ portfolio: Portfolio, options: PlanOptions = PlanOptions(), solver: Solver = .everything
) async -> Plan {
    await PlanMaker(portfolio, options, solver: solver).plan()
}
