/// A building or data centre that holds machine rooms.
public struct Facility: LedgerRecord {
    /// Facility key (施設ID).
    public var id: Key = ""
    /// Name (施設名).
    public var name = ""
    /// Its part in the placement policy.
    public var role: Role = .other
    /// The first day of use; empty where it is in use.
    public var opens: Day?
    /// The day by which it must be empty; empty where none is set.
    public var closes: Day?
    /// 免震: no seismic table per rack is needed.
    public var isBaseIsolated = false
    /// Two power feeds with backup: no UPS per server is needed.
    public var hasRedundantPower = false
    /// Note (備考).
    public var note: String?
    /// Source (出典).
    public var source: String?
    public init() {}

    /// The part that the placement policy gives a facility.
    public enum Role: String, Listed {
        case idc, hall, third, other
        public var title: Words {
            switch self {
            case .idc: Words(ja: "iDC", en: "iDC")
            case .hall: Words(ja: "新本庁舎", en: "New main hall")
            case .third: Words(ja: "第３庁舎", en: "Third building")
            case .other: Words(ja: "その他", en: "Other")
            }
        }
        /// Other ways in which files write it.
        public var aliases: [String] { self == .third ? ["第3庁舎", "第三庁舎"] : [] }
    }

    public static let fields: [Field<Self>] = [
        .required("id", \.id, ja: "施設ID", en: "Facility key"),
        .required("name", \.name, ja: "施設名", en: "Name"),
        .required("role", \.role, ja: "役割", en: "Role"),
        .optional("opens", \.opens, ja: "供用開始日", en: "Opens"),
        .optional("closes", \.closes, ja: "閉鎖期限", en: "Closes"),
        .flag("base_isolated", \.isBaseIsolated, ja: "免震", en: "Base isolated"),
        .flag("redundant_power", \.hasRedundantPower, ja: "電源二重化", en: "Redundant power"),
        .optional("note", \.note, ja: "備考", en: "Note"),
        .optional("source", \.source, ja: "出典", en: "Source"),
    ]
    public static let kind = RecordKind.of(
        \.facilities, name: "facility", ja: "施設", en: "Facility", identity: ["id"])
}

/// A machine room.
public struct Room: LedgerRecord {
    /// Room key (マシン室ID).
    public var id: Key = ""
    /// The facility that it is in.
    public var facility: Key = ""
    /// Name (マシン室名).
    public var name = ""
    /// The first day of use; empty where it is in use.
    public var opens: Day?
    /// The day by which it must be empty.
    public var closes: Day?
    public init() {}

    public static let fields: [Field<Self>] = [
        .required("id", \.id, ja: "マシン室ID", en: "Room key"),
        .required("facility", \.facility, ja: "施設", en: "Facility", to: "facility"),
        .required("name", \.name, ja: "マシン室名", en: "Name"),
        .optional("opens", \.opens, ja: "供用開始日", en: "Opens"),
        .optional("closes", \.closes, ja: "明渡し期限", en: "Closes"),
    ]
    public static let kind = RecordKind.of(
        \.rooms, name: "room", ja: "マシン室", en: "Machine room", identity: ["id"])
}

/// What a room can hold from one fiscal year on, until a later entry.
public struct RoomCapacity: LedgerRecord {
    /// Room (マシン室).
    public var room: Key = ""
    /// The first fiscal year of which it holds.
    public var year = FiscalYear(2026)
    /// Rack space for systems; empty is no limit.
    public var units: RackUnits?
    /// Power for systems; empty is no limit.
    public var power: Watts?
    /// Weight that the floor bears in all; empty is no limit.
    public var weight: Kilograms?
    public init() {}

    public static let fields: [Field<Self>] = [
        .required("room", \.room, ja: "マシン室", en: "Room", to: "room"),
        .required("from_year", \.year, ja: "適用年度", en: "From fiscal year"),
        .optional("rack_units", \.units, ja: "ラック容量", en: "Rack units"),
        .optional("power", \.power, ja: "電力容量", en: "Power"),
        .optional("weight", \.weight, ja: "床荷重", en: "Floor load"),
    ]
    public static let kind = RecordKind.of(
        \.roomCapacities, name: "room_capacity", ja: "マシン室容量", en: "Room capacity",
        identity: ["room", "from_year"], parent: "room")
}
