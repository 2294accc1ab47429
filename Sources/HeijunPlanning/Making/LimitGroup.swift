/// Kinds of limits that are loosened together.
enum LimitGroup: CaseIterable {
    /// Ceilings of money.
    case money
    /// People, vendors, the count of large rebuilds and platforms.
    case work
    /// Rooms.
    case rooms

    func holds(_ resource: Resource) -> Bool {
        switch resource {
        case .scope, .whole, .funding, .account: self == .money
        case .staff, .vendor, .large, .platform: self == .work
        case .units, .power, .weight: self == .rooms
        }
    }
}
