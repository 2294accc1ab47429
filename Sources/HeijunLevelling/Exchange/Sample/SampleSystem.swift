/// What is drawn for one fictional system before its alternatives are written out.
///
/// The shape follows what a city's ledger looks like: a few very dear systems and many small ones, renewals
/// clustered in the same years, renewal again after five or six years, a room that must be left.
struct SampleSystem {
    /// Cost of one renewal, in thousand yen.
    var cost: Int
    /// Renewal comes again after so many years.
    var cycle: Int
    /// First and last year in which the first renewal may start, and the year that is natural.
    var starts: ClosedRange<Int>
    var natural: Int
    /// By how many years the second renewal may be put off: 0…2.
    var delays: Int
    /// Shares of a renewal's cost that fall in the years up to its start, in hundredths, oldest first.
    var shares: [Int]
    /// Staff hours per thousand yen of renewal, in thousandths.
    var staffRate: Int
    /// What one more year of old equipment costs, in thousandths of a renewal.
    var extensionRate: Int
    /// Counted among the large rebuilds of a year.
    var isLarge: Bool
    /// Where it stands; a system of the third building must leave it.
    var room: SampleRoom?
    /// Rack units, and power in tens of watts.
    var units: Int
    var power: Int

    /// The system has to leave the third building: its alternatives carry the year of the move as key.
    var moves: Bool { room == .third }
}

/// Rooms in the order of their resources.
enum SampleRoom: Int {
    case hall, idc, third
}

extension SampleSystem {
    /// Years in which the third building can be left.
    static let moveYears = 1...4

    init(seed: UInt64, index: Int, hasDeadline: Bool) {
        var random = SampleRandom(seed: seed, stream: UInt64(index))
        cost = max(60, random.heavyTailed(median: hasDeadline ? 12_000 : 2_500, doublings: 125_000))
        if random.happens(permille: 25) { cost <<= 1 + min(4, random.next().trailingZeroBitCount) }
        isLarge = cost > 20_000
        cycle = random.pick(weights: [0, 0, 0, 0, 0, 75, 25])
        natural = hasDeadline ? random.one(of: 0...2) : random.pick(weights: [8, 8, 9, 25, 22, 22, 4, 2])
        let width = random.pick(weights: [4, 6, 90])
        starts = max(0, natural - width)...(hasDeadline ? 2 : natural + width)
        delays = isLarge ? 2 : random.pick(weights: [25, 30, 45])
        shares = isLarge && random.happens(permille: 300) ? [23, 32, 45] : [random.one(of: 36...46)]
        if shares.count == 1 { shares.append(100 - shares[0]) }
        staffRate = random.one(of: 40...110)
        extensionRate = random.one(of: 40...120)
        room = [nil, .hall, .idc, .third][random.pick(weights: [46, 24, 16, 14])]
        let racks = random.heavyTailed(median: 4, doublings: 60_000)
        units = min(60, max(1, racks))
        power = units * random.one(of: 1...3)
        if moves { delays = min(delays, 1) }
    }
}
