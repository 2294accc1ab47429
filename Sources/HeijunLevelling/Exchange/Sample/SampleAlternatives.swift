/// The alternatives of one system: what every choice of start, delay and move year loads, dense while they are
/// built, then only what lies above the least that all of them share.
struct SampleAlternatives {
    static let periods = 15
    static let resources = [
        "cost", "staff", "hall_units", "hall_power", "idc_units", "idc_power", "third_units", "third_power",
        "large",
    ]
    static let rows = periods * resources.count
    static let large = 8

    struct Choice {
        var penalty: Int
        var start: Int
        var key: Int
    }

    private(set) var choices: [Choice] = []
    /// Load of each choice in each row, `resource · periods + period`.
    private(set) var loads: [Int] = []
    /// The least of every row over the choices: it goes into the base.
    private(set) var least: [Int] = []

    /// Fills the alternatives of `system`; the storage of the last system is used again.
    mutating func fill(for system: SampleSystem) {
        choices.removeAll(keepingCapacity: true)
        loads.removeAll(keepingCapacity: true)
        for start in system.starts {
            for delay in 0...system.delays {
                for key in system.moves ? SampleSystem.moveYears : -1...(-1) {
                    append(system, start: start, delay: delay, key: key)
                }
            }
        }
        subtractLeast()
    }

    private mutating func append(_ system: SampleSystem, start: Int, delay: Int, key: Int) {
        let first = loads.count
        loads.append(contentsOf: repeatElement(0, count: Self.rows))
        let displaced = abs(start - system.natural) * system.cost / 40
        choices.append(Choice(penalty: displaced, start: start, key: key))
        addRenewals(of: system, start: start, delay: delay, at: first)
        if let room = system.room { addRoom(room, of: system, start: start, key: key, at: first) }
        choices[choices.count - 1].penalty += loads[first..<first + Self.periods].reduce(0, +)
    }

    /// First renewal at the start, a second after cycle and delay, the next after the cycle again.
    private mutating func addRenewals(of system: SampleSystem, start: Int, delay: Int, at first: Int) {
        var year = start
        var isFirst = true
        while year < Self.periods + 2 {
            spend(isFirst ? system.cost * 6 / 5 : system.cost, of: system, endingIn: year, at: first)
            if system.isLarge, year < Self.periods { loads[first + Self.large * Self.periods + year] += 1 }
            if isFirst { extend(system, from: start + system.cycle, years: delay, at: first) }
            year += system.cycle + (isFirst ? delay : 0)
            isFirst = false
        }
    }

    private mutating func spend(_ cost: Int, of system: SampleSystem, endingIn year: Int, at first: Int) {
        for (back, share) in system.shares.reversed().enumerated()
        where year >= back && year - back < Self.periods {
            let part = cost * share / 100
            loads[first + year - back] += part
            loads[first + Self.periods + year - back] += part * system.staffRate / 1000
        }
    }

    /// Old equipment kept longer costs more with every year.
    private mutating func extend(_ system: SampleSystem, from year: Int, years: Int, at first: Int) {
        for later in 0..<years where year + later < Self.periods {
            loads[first + year + later] += system.cost * system.extensionRate * (2 + later) / 2000
        }
    }

    /// Units and power where the system stands; new and old stand side by side in the year of a renewal.
    private mutating func addRoom(
        _ room: SampleRoom, of system: SampleSystem, start: Int, key: Int, at first: Int
    ) {
        for year in 0..<Self.periods {
            let here = key < 0 || year < key ? room : system.units % 3 == 0 ? .idc : .hall
            let row = first + (2 + 2 * here.rawValue) * Self.periods + year
            let both = year == start ? 2 : 1
            loads[row] += system.units * both
            loads[row + Self.periods] += system.power * both
        }
        if key >= 0 { loads[first + key] += system.cost / 100 }
    }

    private mutating func subtractLeast() {
        least = Array(loads[..<Self.rows])
        for choice in 1..<max(1, choices.count) {
            for row in 0..<Self.rows { least[row] = min(least[row], loads[choice * Self.rows + row]) }
        }
        for choice in choices.indices {
            for row in 0..<Self.rows { loads[choice * Self.rows + row] -= least[row] }
        }
        let cheapest = choices.lazy.map(\.penalty).min() ?? 0
        for choice in choices.indices { choices[choice].penalty -= cheapest }
    }
}
