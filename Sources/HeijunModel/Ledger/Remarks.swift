/// A doubt (疑義) that someone found in the data, where no check can find it by itself.
public struct Remark: LedgerRecord {
    /// Remark key (疑義ID).
    public var id: Key = ""
    /// The kind and key of the record that it is about; empty is the ledger as a whole.
    public var kind: String?
    /// Key of the record (記録のキー).
    public var key: String?
    /// What is doubtful.
    public var text = ""
    /// What should be done, or who can tell.
    public var action: String?
    /// Source (出典).
    public var source: String?
    public init() {}

    public static let fields: [Field<Self>] = [
        .required("id", \.id, ja: "疑義ID", en: "Remark key"),
        .optional("about", \.kind, ja: "種別", en: "Kind of record"),
        .optional("record", \.key, ja: "記録のキー", en: "Key of the record"),
        .required("text", \.text, ja: "疑義の内容", en: "Text"),
        .optional("action", \.action, ja: "対応", en: "Action"),
        .optional("source", \.source, ja: "出典", en: "Source"),
    ]
    public static let kind = RecordKind.of(
        \.remarks, name: "remark", ja: "疑義", en: "Remark", identity: ["id"])
}

/// A figure of another body, to be compared per head or per system.
public struct PeerFigure: LedgerRecord {
    /// Peer key (比較ID).
    public var id: Key = ""
    /// What is compared, such as 情報システム経費.
    public var topic = ""
    /// The other body's name.
    public var body = ""
    /// Fiscal year (年度).
    public var year: FiscalYear?
    /// The other body's amount in yen.
    public var amount: Yen?
    /// Population (人口).
    public var population: Int?
    /// Systems (システム数).
    public var systems: Int?
    /// What the amount covers; amounts of different scope are not compared.
    public var scope: String?
    /// Why no comparison makes sense: a valid answer.
    public var notComparable: String?
    /// Source (出典).
    public var source: String?
    public init() {}

    public static let fields: [Field<Self>] = [
        .required("id", \.id, ja: "比較ID", en: "Peer key"),
        .required("topic", \.topic, ja: "比較事項", en: "Topic"),
        .required("body", \.body, ja: "団体名", en: "Body"),
        .optional("year", \.year, ja: "年度", en: "Fiscal year"),
        .optional("amount", \.amount, ja: "金額", en: "Amount"),
        .optional("population", \.population, ja: "人口", en: "Population"),
        .optional("systems", \.systems, ja: "システム数", en: "Systems"),
        .optional(
            "scope", \.scope, ja: "範囲", en: "Scope",
            note: Words(
                ja: "金額に含むもの。範囲の異なる金額は比較しない。",
                en: "What the amount covers; amounts of different scope are not compared.")),
        .optional("not_comparable", \.notComparable, ja: "比較できない理由", en: "Why not comparable"),
        .optional("source", \.source, ja: "出典", en: "Source"),
    ]
    public static let kind = RecordKind.of(
        \.peerFigures, name: "peer_figure", ja: "他団体の値", en: "Figure of another body", identity: ["id"])
}
