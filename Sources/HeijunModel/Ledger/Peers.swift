/// The published progress of another body, packed into one record so that the whole country is 1,788 of them.
public struct PeerProgress: LedgerRecord {
    /// The body's prefecture and name without blanks, such as `神奈川県川崎市`.
    public var id: Key = ""
    /// Prefecture (都道府県).
    public var prefecture = ""
    /// The body's name; a prefecture's own where it is one.
    public var name = ""
    /// Code (団体コード).
    public var code: BodyCode?
    /// Category (団体区分).
    public var category: Organization.Category?
    /// The day that the figures describe.
    public var asOf: Day?
    /// The states of the 40 steps by business: `residentRegister:` and 40 letters, n 未, w 作業中, d 完了済み,
    /// x 対象外; several apart by blanks.
    public var steps: String?
    /// Published rates by business: `residentRegister:0.825`; several apart by blanks.
    public var rates: String?
    /// The published rate of the body as a whole.
    public var overall: Rate?
    /// Source (出典).
    public var source: String?
    public init() {}

    public static let fields: [Field<Self>] = [
        .required("id", \.id, ja: "団体", en: "Body"),
        .required("prefecture", \.prefecture, ja: "都道府県", en: "Prefecture"),
        .required("name", \.name, ja: "団体名", en: "Name"),
        .optional("code", \.code, ja: "団体コード", en: "Code"),
        .optional("category", \.category, ja: "団体区分", en: "Category"),
        .optional("as_of", \.asOf, ja: "時点", en: "As of"),
        .optional(
            "steps", \.steps, ja: "作業ステップの状態", en: "States of the steps",
            note: Words(
                ja: "業務キー:40文字（n 未、w 作業中、d 完了済み、x 対象外）を空白で区切る。",
                en:
                    "Business key, colon and 40 letters (n not started, w working, d done, x not applicable), "
                    + "kept apart by blanks.")),
        .optional(
            "rates", \.rates, ja: "公表進捗率", en: "Published rates",
            note: Words(ja: "業務キー:進捗率 を空白で区切る。", en: "Business key, colon and rate, kept apart by blanks.")),
        .optional("overall", \.overall, ja: "団体の公表進捗率", en: "Published rate of the body"),
        .optional("source", \.source, ja: "出典", en: "Source"),
    ]
    public static let kind = RecordKind.of(
        \.peers, name: "peer_progress", ja: "他団体の進捗", en: "Progress of another body", identity: ["id"])
}
