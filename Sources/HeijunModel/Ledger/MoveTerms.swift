/// A line between two machine rooms for the time of the moves (室間回線; 方針 L1408).
public struct RoomLink: LedgerRecord {
    /// The two rooms that it joins.
    public var room: Key = ""
    /// Other room (相手マシン室).
    public var to: Key = ""
    /// First and last day of use; empty is open.
    public var opens: Day?
    /// Closes (利用終了日).
    public var closes: Day?
    /// Note (備考).
    public var note: String?
    public init() {}

    public static let fields: [Field<Self>] = [
        .required("room", \.room, ja: "マシン室", en: "Room", to: "room"),
        .required("to", \.to, ja: "相手マシン室", en: "Other room", to: "room"),
        .optional("opens", \.opens, ja: "利用開始日", en: "Opens"),
        .optional("closes", \.closes, ja: "利用終了日", en: "Closes"),
        .optional("note", \.note, ja: "備考", en: "Note"),
    ]
    public static let kind = RecordKind.of(
        \.roomLinks, name: "room_link", ja: "室間回線", en: "Link between rooms", identity: ["room", "to"])
}

/// The conversion of a machine room to another use, after its last system has left (方針 L1473).
public struct RoomConversion: LedgerRecord {
    /// Room (マシン室).
    public var room: Key = ""
    /// The fiscal year in which the work begins; the room is empty before it.
    public var year = FiscalYear(2026)
    /// What it becomes.
    public var purpose: String?
    public init() {}

    public static let fields: [Field<Self>] = [
        .required("room", \.room, ja: "マシン室", en: "Room", to: "room"),
        .required("year", \.year, ja: "転用年度", en: "Fiscal year"),
        .optional("purpose", \.purpose, ja: "転用後の用途", en: "Purpose"),
    ]
    public static let kind = RecordKind.of(
        \.roomConversions, name: "room_conversion", ja: "マシン室の転用", en: "Room conversion",
        identity: ["room"], parent: "room")
}

/// Days of every year on which systems do not change over (凍結期間): the annual rollover, the tax season, elections.
public struct Freeze: LedgerRecord {
    /// Freeze key (凍結期間ID).
    public var id: Key = ""
    /// Name (名称).
    public var name = ""
    /// First and last day as month and day: 315 is 15 March; the last may lie before the first, over the new year.
    public var from = 101
    /// To (終了（月日）).
    public var to = 101
    /// The systems that it stops: by business, by class, or by themselves; all empty stops every system.
    public var businesses: [Key] = []
    /// Classes (業務分類).
    public var classes: [SystemClass] = []
    /// Systems (システム).
    public var systems: [Key] = []
    /// The fiscal years in which it falls, such as those of elections; empty is every year.
    public var years: [FiscalYear] = []
    public init() {}

    public static let fields: [Field<Self>] = [
        .required("id", \.id, ja: "凍結期間ID", en: "Freeze key"),
        .required("name", \.name, ja: "名称", en: "Name"),
        .required(
            "from", \.from, ja: "開始（月日）", en: "From",
            note: Words(ja: "315 は3月15日", en: "315 is 15 March")),
        .required("to", \.to, ja: "終了（月日）", en: "To"),
        .list("businesses", \.businesses, ja: "業務", en: "Businesses", to: "business"),
        .list("classes", \.classes, ja: "業務分類", en: "Classes"),
        .list("systems", \.systems, ja: "システム", en: "Systems", to: "system"),
        .list(
            "years", \.years, ja: "対象年度", en: "Fiscal years",
            note: Words(ja: "選挙など。空欄は毎年度", en: "of elections and the like; empty is every year")),
    ]
    public static let kind = RecordKind.of(
        \.freezes, name: "freeze", ja: "凍結期間", en: "Freeze", identity: ["id"])
}

/// Systems that decide together (一体決定): their first rebuilds go live in one fiscal year.
public struct DecisionGroup: LedgerRecord {
    /// Decision group key (一体決定グループID).
    public var id: Key = ""
    /// Name (名称).
    public var name: String?
    /// Members (構成システム).
    public var members: [Key] = []
    /// Reason (理由).
    public var reason: String?
    public init() {}

    public static let fields: [Field<Self>] = [
        .required("id", \.id, ja: "一体決定グループID", en: "Decision group key"),
        .optional("name", \.name, ja: "名称", en: "Name"),
        .list("members", \.members, ja: "構成システム", en: "Members", to: "system"),
        .optional("reason", \.reason, ja: "理由", en: "Reason"),
    ]
    public static let kind = RecordKind.of(
        \.decisionGroups, name: "decision_group", ja: "一体決定グループ", en: "Decision group", identity: ["id"])
}
