/// One system's rebuild goes live no later than another's.
public struct Precedence: LedgerRecord {
    /// The system that goes live first, or in the same year.
    public var first: Key = ""
    /// The system that may not go live before it.
    public var then: Key = ""
    /// Reason (理由).
    public var reason: String?
    public init() {}

    public static let fields: [Field<Self>] = [
        .required("first", \.first, ja: "先行システム", en: "First", to: "system"),
        .required("then", \.then, ja: "後続システム", en: "Then", to: "system"),
        .optional("reason", \.reason, ja: "理由", en: "Reason"),
    ]
    public static let kind = RecordKind.of(
        \.precedences, name: "precedence", ja: "順序", en: "Order", identity: ["first", "then"])
}

/// Two systems whose rebuilds must not go live in the same fiscal year.
public struct Separation: LedgerRecord {
    /// One of the two systems.
    public var first: Key = ""
    /// The other one.
    public var second: Key = ""
    /// Reason (理由).
    public var reason: String?
    public init() {}

    public static let fields: [Field<Self>] = [
        .required("first", \.first, ja: "システム", en: "System", to: "system"),
        .required("second", \.second, ja: "相手システム", en: "Other system", to: "system"),
        .optional("reason", \.reason, ja: "理由", en: "Reason"),
    ]
    public static let kind = RecordKind.of(
        \.separations, name: "separation", ja: "同年度不可", en: "Not in the same year",
        identity: ["first", "second"])
}

/// Systems that change rooms in the same period.
public struct MoveGroup: LedgerRecord {
    /// Move group key (移設グループID).
    public var id: Key = ""
    /// Name (名称).
    public var name: String?
    /// The systems of the group.
    public var members: [Key] = []
    /// Reason (理由).
    public var reason: String?
    public init() {}

    public static let fields: [Field<Self>] = [
        .required("id", \.id, ja: "移設グループID", en: "Move group key"),
        .optional("name", \.name, ja: "名称", en: "Name"),
        .list("members", \.members, ja: "構成システム", en: "Members", to: "system"),
        .optional("reason", \.reason, ja: "理由", en: "Reason"),
    ]
    public static let kind = RecordKind.of(
        \.moveGroups, name: "move_group", ja: "移設グループ", en: "Move group", identity: ["id"])
}

/// A setting that differs from its default.
public struct SettingValue: LedgerRecord {
    /// The key of the setting, such as `plan.horizon-years`.
    public var id: Key = ""
    /// The value as a text; one outside the setting's range is not taken.
    public var value = ""
    /// Reason (理由).
    public var reason: String?
    public init() {}

    public static let fields: [Field<Self>] = [
        .required("id", \.id, ja: "設定", en: "Setting"),
        .required("value", \.value, ja: "値", en: "Value"),
        .optional("reason", \.reason, ja: "理由", en: "Reason"),
    ]
    public static let kind = RecordKind.of(
        \.settingValues, name: "setting", ja: "設定", en: "Setting", identity: ["id"])
}
