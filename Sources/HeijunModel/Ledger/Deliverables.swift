/// A document handed over with a contractor's work (成果品), as the management files of electronic delivery (電子納品)
/// list it: minutes, plans, reports, drawings, photographs.
public struct Deliverable: LedgerRecord {
    /// Document key (成果品ID).
    public var id: Key = ""
    /// Title (成果品名).
    public var name = ""
    /// What it is (成果品種別).
    public var deliverableKind: Kind?
    /// Its number in the delivery: serial or drawing number.
    public var number: String?
    /// The class that the source puts it in, such as 協議 or 施工状況写真.
    public var category: String?
    /// The day on which it was made, issued or taken.
    public var made: Day?
    /// Who made it.
    public var author: String?
    /// Where it was taken.
    public var place: String?
    /// The file's name in the delivery.
    public var file: String?
    /// The names of the files that it was made from.
    public var originals: String?
    /// The folder of the delivery, which its commission has too.
    public var delivery: String?
    /// The system that it describes.
    public var system: Key?
    /// The profile that it was found with.
    public var foundBy: String?
    /// Note (備考).
    public var note: String?
    public init() {}

    /// What the document is.
    public enum Kind: String, Listed {
        case meeting, plan, report, drawing, photo, register, survey, other
        public var title: Words {
            switch self {
            case .meeting: Words(ja: "打合せ簿", en: "Minutes")
            case .plan: Words(ja: "施工計画書", en: "Construction plan")
            case .report: Words(ja: "報告書", en: "Report")
            case .drawing: Words(ja: "図面", en: "Drawing")
            case .photo: Words(ja: "写真", en: "Photograph")
            case .register: Words(ja: "台帳", en: "Register")
            case .survey: Words(ja: "測量成果", en: "Survey")
            case .other: Words(ja: "その他", en: "Other")
            }
        }
    }

    public static let fields: [Field<Self>] = [
        .required("id", \.id, ja: "成果品ID", en: "Document key"),
        .required("name", \.name, ja: "成果品名", en: "Title"),
        .optional("deliverable_kind", \.deliverableKind, ja: "成果品種別", en: "Kind"),
        .optional("number", \.number, ja: "番号", en: "Number"),
        .optional("category", \.category, ja: "区分", en: "Class"),
        .optional("made", \.made, ja: "作成日", en: "Made"),
        .optional("author", \.author, ja: "作成者", en: "Author"),
        .optional("place", \.place, ja: "場所", en: "Place"),
        .optional("file", \.file, ja: "ファイル名", en: "File"),
        .optional("originals", \.originals, ja: "元のファイル", en: "Original files"),
        .optional("delivery", \.delivery, ja: "納品フォルダー", en: "Delivery folder"),
        .optional("system", \.system, ja: "情報システム", en: "System", to: "system"),
        .optional("found_by", \.foundBy, ja: "取込元", en: "Found by"),
        .optional("note", \.note, ja: "備考", en: "Note"),
    ]
    public static let kind = RecordKind.of(
        \.deliverables, name: "deliverable", ja: "成果品", en: "Deliverable", identity: ["id"])
}
