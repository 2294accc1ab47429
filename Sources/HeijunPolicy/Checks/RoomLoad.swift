import HeijunModel

/// What a room holds today against what it can hold.
struct RoomLoad {
    let room: Room
    let isInHall: Bool
    let capacity: RoomCapacity
    var halves = 0
    var watts = 0
    var kilograms = 0

    /// The rooms with a capacity that applies today, in ledger order.
    static func all(in context: Context) -> [RoomLoad] {
        let capacities = currentCapacities(in: context)
        var loads = context.portfolio.rooms.compactMap { room in
            capacities[room.id].map {
                RoomLoad(
                    room: room, isInHall: context.ledger.facility(room.facility)?.role == .hall, capacity: $0)
            }
        }
        let position = Dictionary(
            loads.enumerated().map { ($1.room.id, $0) }, uniquingKeysWith: { first, _ in first })
        for system in context.portfolio.systems where system.isLive && context.ledger.needsRoom(system) {
            guard let room = system.room, let index = position[room] else { continue }
            loads[index].add(system)
        }
        return loads
    }

    private static func currentCapacities(in context: Context) -> [Key: RoomCapacity] {
        var result: [Key: RoomCapacity] = [:]
        for entry in context.portfolio.roomCapacities where entry.year <= context.year {
            if let known = result[entry.room], known.year > entry.year { continue }
            result[entry.room] = entry
        }
        return result
    }

    private mutating func add(_ system: ITSystem) {
        halves += system.units?.halves ?? 0
        watts += system.power?.amount ?? 0
        kilograms += system.weight?.amount ?? 0
    }

    /// Half units to spare; 0 where the capacity is open or used up.
    var freeUnits: Int { max(0, (capacity.units?.halves ?? 0) - halves) }
    /// The same as people write it, in units.
    var freeUnitsText: String { RackUnits(halves: freeUnits).fieldText }

    /// Each limit that today's load breaks: the field, the load and the limit.
    var excesses: [(field: String, load: String, limit: String, unit: String)] {
        var result: [(String, String, String, String)] = []
        if let limit = capacity.units, halves > limit.halves {
            result.append(("rack_units", RackUnits(halves: halves).fieldText, limit.fieldText, "U"))
        }
        if let limit = capacity.power, watts > limit.amount {
            result.append(("power", Watts(watts).fieldText, limit.fieldText, "W"))
        }
        if let limit = capacity.weight, kilograms > limit.amount {
            result.append(("weight", Kilograms(kilograms).fieldText, limit.fieldText, "kg"))
        }
        return result
    }
}
