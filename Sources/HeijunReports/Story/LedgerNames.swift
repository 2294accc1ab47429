import HeijunModel

/// The names behind a portfolio's keys.
struct LedgerNames {
    private let systems: [Key: ITSystem]
    private let rooms: [Key: Room]
    private let facilities: [Key: Facility]
    private let sections: [Key: String]
    private let vendors: [Key: String]

    init(_ portfolio: Portfolio) {
        systems = Dictionary(portfolio.systems.map { ($0.id, $0) }) { first, _ in first }
        rooms = Dictionary(portfolio.rooms.map { ($0.id, $0) }) { first, _ in first }
        facilities = Dictionary(portfolio.facilities.map { ($0.id, $0) }) { first, _ in first }
        sections = Dictionary(portfolio.sections.map { ($0.id, $0.name) }) { first, _ in first }
        vendors = Dictionary(portfolio.vendors.map { ($0.id, $0.name) }) { first, _ in first }
    }

    /// The system of that key, where the ledger has it.
    func system(_ key: Key) -> ITSystem? { systems[key] }
    /// The system's name; its key where the ledger does not know it.
    func name(ofSystem key: Key) -> String { systems[key]?.name ?? key.text }
    func name(ofSection key: Key?) -> String? { key.map { sections[$0] ?? $0.text } }
    func name(ofVendor key: Key?) -> String? { key.map { vendors[$0] ?? $0.text } }

    /// The facility's name and the room's, the latter left out where it repeats the former.
    func name(ofRoom key: Key?) -> String? {
        guard let key else { return nil }
        guard let room = rooms[key] else { return key.text }
        guard let facility = facilities[room.facility]?.name, !room.name.contains(facility) else {
            return room.name
        }
        return "\(facility) \(room.name)"
    }

    /// The facility that a room lies in.
    func facility(ofRoom key: Key?) -> Facility? {
        key.flatMap { rooms[$0] }.flatMap { facilities[$0.facility] }
    }

    /// The day by which a room must be empty: its own, or its facility's.
    func closingDay(ofRoom key: Key?) -> Day? {
        key.flatMap { rooms[$0] }.flatMap { $0.closes ?? facilities[$0.facility]?.closes }
    }
}
