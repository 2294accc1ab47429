/// A section (課) that owns systems or runs them.
public struct OrganizationSection: LedgerRecord {
    /// Section key (課ID).
    public var id: Key = ""
    /// Name (課名).
    public var name = ""
    /// The bureau (局) that it is part of.
    public var bureau: String?
    /// First and last day of its existence; empty is open.
    public var validFrom: Day?
    /// Its last day; empty is open.
    public var validTo: Day?
    /// The sections that took over at a 改組; past costs keep their old owner and roll up by either.
    public var successors: [Key] = []
    public init() {}

    public static let fields: [Field<Self>] = [
        .required("id", \.id, ja: "課ID", en: "Section key"),
        .required("name", \.name, ja: "課名", en: "Name"),
        .optional("bureau", \.bureau, ja: "局名", en: "Bureau"),
        .optional("valid_from", \.validFrom, ja: "設置日", en: "Valid from"),
        .optional("valid_to", \.validTo, ja: "廃止日", en: "Valid to"),
        .list("successors", \.successors, ja: "承継課", en: "Successors", to: "section"),
    ]
    public static let kind = RecordKind.of(
        \.sections, name: "section", ja: "課", en: "Section", identity: ["id"])
}

/// Work that a section can put into rebuilds in one fiscal year.
public struct StaffCapacity: LedgerRecord {
    /// Section (課ID).
    public var section: Key = ""
    /// Fiscal year (年度).
    public var year = FiscalYear(2026)
    /// Work that it can give to rebuilds in that year.
    public var effort = PersonMonths(tenths: 0)
    public init() {}

    public static let fields: [Field<Self>] = [
        .required("section", \.section, ja: "課ID", en: "Section", to: "section"),
        .required("year", \.year, ja: "年度", en: "Fiscal year"),
        .required("person_months", \.effort, ja: "要員上限", en: "Capacity"),
    ]
    public static let kind = RecordKind.of(
        \.staffCapacities, name: "staff_capacity", ja: "要員上限", en: "Staff capacity",
        identity: ["section", "year"], parent: "section")
}

/// A vendor and how many rebuilds it can carry in one fiscal year.
public struct Vendor: LedgerRecord {
    /// Vendor key (事業者ID).
    public var id: Key = ""
    /// Name (事業者名).
    public var name = ""
    /// Rebuilds that it can carry in one fiscal year; empty is no limit.
    public var maxParallelRebuilds: Int?
    /// Note (備考).
    public var note: String?
    public init() {}

    public static let fields: [Field<Self>] = [
        .required("id", \.id, ja: "事業者ID", en: "Vendor key"),
        .required("name", \.name, ja: "事業者名", en: "Name"),
        .optional(
            "max_parallel_rebuilds", \.maxParallelRebuilds, ja: "同時再構築上限", en: "Parallel rebuilds",
            note: Words(ja: "同じ年度に並行できる再構築の件数", en: "Rebuilds it can carry in one fiscal year")),
        .optional("note", \.note, ja: "備考", en: "Note"),
    ]
    public static let kind = RecordKind.of(
        \.vendors, name: "vendor", ja: "事業者", en: "Vendor", identity: ["id"])
}
