/// A piece of equipment (機器), found by a tool or handed over by a vendor.
public struct Equipment: LedgerRecord {
    /// Equipment key (機器ID).
    public var id: Key = ""
    /// Name (機器名).
    public var name = ""
    /// Kind (機器種別).
    public var equipmentKind: Kind?
    /// The system that it serves; empty while it waits to be assigned.
    public var system: Key?
    /// Its maker, as the source writes it.
    public var vendor: String?
    /// Model (型番).
    public var model: String?
    /// Serial number (製造番号).
    public var serial: String?
    /// The number that its firmware or hypervisor gives it.
    public var uuid: String?
    /// The number on the body's own label (資産番号).
    public var assetTag: String?
    /// Its name on the network.
    public var host: String?
    /// IP address (IPアドレス).
    public var address: String?
    /// MAC address (MACアドレス).
    public var mac: String?
    /// Operating system with its version.
    public var platform: String?
    /// Memory in MiB.
    public var memory: Int?
    /// Processors (プロセッサ数).
    public var processors: Int?
    /// Where it stands, as the source writes it.
    public var location: String?
    /// Acquired (取得日).
    public var acquired: Day?
    /// The last day of the maker's support.
    public var supportEnds: Day?
    /// The last day of its lease or upkeep contract.
    public var contractEnds: Day?
    /// Cost (取得額), in yen.
    public var cost: Yen?
    /// The profile that it was found with.
    public var foundBy: String?
    /// Note (備考).
    public var note: String?
    public init() {}

    /// What the equipment is.
    public enum Kind: String, Listed {
        case server, virtual, storage, network, client, printer, power, other
        public var title: Words {
            switch self {
            case .server: Words(ja: "サーバー", en: "Server")
            case .virtual: Words(ja: "仮想サーバー", en: "Virtual machine")
            case .storage: Words(ja: "ストレージ", en: "Storage")
            case .network: Words(ja: "ネットワーク機器", en: "Network device")
            case .client: Words(ja: "端末", en: "Client")
            case .printer: Words(ja: "プリンター", en: "Printer")
            case .power: Words(ja: "電源装置", en: "Power supply")
            case .other: Words(ja: "その他", en: "Other")
            }
        }
        /// Other ways in which files write it.
        public var aliases: [String] {
            switch self {
            case .server: ["サーバ"]
            case .client: ["パソコン", "PC"]
            case .printer: ["プリンタ"]
            case .power: ["UPS"]
            case .virtual, .storage, .network, .other: []
            }
        }
    }

    public static let fields: [Field<Self>] = [
        .required("id", \.id, ja: "機器ID", en: "Equipment key"),
        .required("name", \.name, ja: "機器名", en: "Name"),
        .optional("equipment_kind", \.equipmentKind, ja: "機器種別", en: "Kind"),
        .optional("system", \.system, ja: "情報システム", en: "System", to: "system"),
        .optional("vendor", \.vendor, ja: "製造者", en: "Maker"),
        .optional("model", \.model, ja: "型番", en: "Model"),
        .optional("serial", \.serial, ja: "製造番号", en: "Serial number"),
        .optional("uuid", \.uuid, ja: "UUID", en: "UUID"),
        .optional("asset_tag", \.assetTag, ja: "資産番号", en: "Asset tag"),
        .optional("host", \.host, ja: "ホスト名", en: "Host name"),
        .optional("address", \.address, ja: "IPアドレス", en: "IP address"),
        .optional("mac", \.mac, ja: "MACアドレス", en: "MAC address"),
        .optional("platform", \.platform, ja: "基本ソフト", en: "Operating system"),
        .optional(
            "memory", \.memory, ja: "メモリ（MiB）", en: "Memory (MiB)",
            note: Words(ja: "MiB 単位", en: "In MiB")),
        .optional("processors", \.processors, ja: "プロセッサ数", en: "Processors"),
        .optional("location", \.location, ja: "設置場所の記載", en: "Location as given"),
        .optional("acquired", \.acquired, ja: "取得日", en: "Acquired"),
        .optional("support_ends", \.supportEnds, ja: "サポート終了日", en: "Support ends"),
        .optional("contract_ends", \.contractEnds, ja: "契約終了日", en: "Contract ends"),
        .optional("cost", \.cost, ja: "取得額", en: "Cost"),
        .optional("found_by", \.foundBy, ja: "取込元", en: "Found by"),
        .optional("note", \.note, ja: "備考", en: "Note"),
    ]
    public static let kind = RecordKind.of(
        \.equipment, name: "equipment", ja: "機器", en: "Equipment", identity: ["id"])
}

/// A rule that ties equipment to a system: the first rule, by key, whose pattern fits decides.
public struct EquipmentRule: LedgerRecord {
    /// Its key; rules are tried in the order of their keys.
    public var id: Key = ""
    /// Field (対象項目).
    public var subject: Subject = .host
    /// The text that must be there; `*` stands for any letters. Width and case do not matter.
    public var pattern = ""
    /// System (情報システム).
    public var system: Key = ""
    /// Note (備考).
    public var note: String?
    public init() {}

    /// The property of the equipment that a rule looks at.
    public enum Subject: String, Listed {
        case key, name, host, location, vendor, model, serial, address
        public var title: Words {
            switch self {
            case .key: Words(ja: "機器ID", en: "Key")
            case .name: Words(ja: "機器名", en: "Name")
            case .host: Words(ja: "ホスト名", en: "Host name")
            case .location: Words(ja: "設置場所の記載", en: "Location")
            case .vendor: Words(ja: "製造者", en: "Maker")
            case .model: Words(ja: "型番", en: "Model")
            case .serial: Words(ja: "製造番号", en: "Serial number")
            case .address: Words(ja: "IPアドレス", en: "IP address")
            }
        }
        /// The field of the equipment.
        public var field: String { self == .key ? "id" : rawValue }
    }

    public static let fields: [Field<Self>] = [
        .required("id", \.id, ja: "規則ID", en: "Rule key"),
        .required("subject", \.subject, ja: "対象項目", en: "Field"),
        .required(
            "pattern", \.pattern, ja: "パターン", en: "Pattern",
            note: Words(
                ja: "* は任意の文字列。全角・半角と大文字・小文字は区別しない",
                en: "* stands for any letters; width and case do not matter")),
        .required("system", \.system, ja: "情報システム", en: "System", to: "system"),
        .optional("note", \.note, ja: "備考", en: "Note"),
    ]
    public static let kind = RecordKind.of(
        \.equipmentRules, name: "equipment_rule", ja: "機器の割当規則", en: "Equipment rule", identity: ["id"])
}
