import HeijunModel

/// When a room can be used, and what it holds.
struct RoomFacts {
    let room: Room
    let role: Facility.Role
    /// First year in which something can move in; nil is always.
    let opens: FiscalYear?
    /// Last whole fiscal year before it must be empty; nil is never.
    let lastYear: FiscalYear?
    /// The first day of use; nil is always.
    let opensOn: Day?
    /// Capacities in order of their years.
    let capacities: [RoomCapacity]

    /// The capacity that holds in a year: the latest entry not after it.
    func capacity(in year: FiscalYear) -> RoomCapacity? { capacities.last { $0.year <= year } }

    /// The facts of every room, with its facility's opening and closing where the room has none narrower.
    static func all(_ portfolio: Portfolio) -> [Key: RoomFacts] {
        let facilities = Dictionary(portfolio.facilities.map { ($0.id, $0) }) { first, _ in first }
        let capacities = Dictionary(grouping: portfolio.roomCapacities, by: \.room)
        let conversions = Dictionary(portfolio.roomConversions.map { ($0.room, $0.year) }) { min($0, $1) }
        var result: [Key: RoomFacts] = [:]
        for room in portfolio.rooms {
            let facility = facilities[room.facility]
            let opens = [room.opens, facility?.opens].compactMap { $0 }.max()
            let closes = [room.closes, facility?.closes].compactMap { $0 }.min().map(lastWholeYear)
            let converted = conversions[room.id].map { $0.advanced(by: -1) }
            result[room.id] = RoomFacts(
                room: room, role: facility?.role ?? .other,
                opens: opens.map(FiscalYear.init(of:)),
                lastYear: [closes, converted].compactMap { $0 }.min(),
                opensOn: opens,
                capacities: (capacities[room.id] ?? []).sorted { $0.year < $1.year })
        }
        return result
    }

    /// The last fiscal year that lies wholly before or on a day.
    private static func lastWholeYear(_ day: Day) -> FiscalYear {
        FiscalYear(of: day.adding(days: 1)).advanced(by: -1)
    }
}

extension PlanningBasis {
    /// Whether a room lies in an iDC.
    func isCentre(_ room: Key) -> Bool { rooms[room]?.role == .idc }
}
