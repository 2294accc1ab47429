/// A piece of software (ソフトウェア): installed on equipment, part of a system, or a service that it uses.
public struct Software: LedgerRecord {
    /// Software key (ソフトウェアID).
    public var id: Key = ""
    /// Name (ソフトウェア名).
    public var name = ""
    /// Version (版).
    public var version: String?
    /// Kind (ソフトウェア種別).
    public var softwareKind: Kind?
    /// Its maker or supplier, as the source writes it.
    public var vendor: String?
    /// The equipment that it was found on.
    public var equipment: Key?
    /// The system that it is part of.
    public var system: Key?
    /// Package address (purl), CPE or tag by which catalogues of weaknesses name it.
    public var identifier: String?
    /// Licence (使用許諾).
    public var license: String?
    /// The last day of the maker's support.
    public var supportEnds: Day?
    /// The profile that it was found with.
    public var foundBy: String?
    /// Note (備考).
    public var note: String?
    public init() {}

    /// What the software is.
    public enum Kind: String, Listed {
        case application, platform, middleware, library, firmware, service, other
        public var title: Words {
            switch self {
            case .application: Words(ja: "業務・応用ソフト", en: "Application")
            case .platform: Words(ja: "基本ソフト", en: "Operating system")
            case .middleware: Words(ja: "ミドルウェア", en: "Middleware")
            case .library: Words(ja: "部品", en: "Library")
            case .firmware: Words(ja: "ファームウェア", en: "Firmware")
            case .service: Words(ja: "サービス", en: "Service")
            case .other: Words(ja: "その他", en: "Other")
            }
        }
    }

    public static let fields: [Field<Self>] = [
        .required("id", \.id, ja: "ソフトウェアID", en: "Software key"),
        .required("name", \.name, ja: "ソフトウェア名", en: "Name"),
        .optional("version", \.version, ja: "版", en: "Version"),
        .optional("software_kind", \.softwareKind, ja: "ソフトウェア種別", en: "Kind"),
        .optional("vendor", \.vendor, ja: "製造者", en: "Maker"),
        .optional("equipment", \.equipment, ja: "機器", en: "Equipment", to: "equipment"),
        .optional("system", \.system, ja: "情報システム", en: "System", to: "system"),
        .optional("identifier", \.identifier, ja: "識別名", en: "Identifier"),
        .optional("license", \.license, ja: "使用許諾", en: "Licence"),
        .optional("support_ends", \.supportEnds, ja: "サポート終了日", en: "Support ends"),
        .optional("found_by", \.foundBy, ja: "取込元", en: "Found by"),
        .optional("note", \.note, ja: "備考", en: "Note"),
    ]
    public static let kind = RecordKind.of(
        \.software, name: "software", ja: "ソフトウェア", en: "Software", identity: ["id"])
}

/// How two elements of a vendor's model belong together, such as an application and the server that it runs on.
public struct Relation: LedgerRecord {
    /// Relation key (関係ID).
    public var id: Key = ""
    /// What ties them, in the source's own word, such as `Serving` or `dependsOn`.
    public var relationKind: String?
    /// The keys of the two, as they came in; they may be of any kind.
    public var source: Key = ""
    /// The key of the other.
    public var target: Key = ""
    /// Name (関係名).
    public var name: String?
    /// The profile that it was found with.
    public var foundBy: String?
    public init() {}

    public static let fields: [Field<Self>] = [
        .required("id", \.id, ja: "関係ID", en: "Relation key"),
        .optional("relation_kind", \.relationKind, ja: "関係種別", en: "Kind"),
        .required("source", \.source, ja: "関係元", en: "Source"),
        .required("target", \.target, ja: "関係先", en: "Target"),
        .optional("name", \.name, ja: "関係名", en: "Name"),
        .optional("found_by", \.foundBy, ja: "取込元", en: "Found by"),
    ]
    public static let kind = RecordKind.of(
        \.relations, name: "relation", ja: "構成の関係", en: "Relation", identity: ["id"])
}
