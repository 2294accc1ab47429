/// Work given to a contractor (委託業務・工事), as the management files of electronic delivery (電子納品) describe it.
public struct Commission: LedgerRecord {
    /// Commission key (業務ID).
    public var id: Key = ""
    /// Name (業務名).
    public var name = ""
    /// Fiscal year (年度).
    public var year: FiscalYear?
    /// The body or office that gave the work.
    public var orderer: String?
    /// Contractor (受注者).
    public var contractor: String?
    /// The contractor's code.
    public var contractorCode: String?
    /// Starts (着手日).
    public var starts: Day?
    /// The last day of the term.
    public var ends: Day?
    /// Where the work is done.
    public var place: String?
    /// What the work is, in a few sentences.
    public var summary: String?
    /// The folder of its electronic delivery, which its documents have too.
    public var delivery: String?
    /// The system that it was for.
    public var system: Key?
    /// The profile that it was found with.
    public var foundBy: String?
    public init() {}

    public static let fields: [Field<Self>] = [
        .required("id", \.id, ja: "業務ID", en: "Commission key"),
        .required("name", \.name, ja: "業務名", en: "Name"),
        .optional("year", \.year, ja: "年度", en: "Fiscal year"),
        .optional("orderer", \.orderer, ja: "発注者", en: "Orderer"),
        .optional("contractor", \.contractor, ja: "受注者", en: "Contractor"),
        .optional("contractor_code", \.contractorCode, ja: "受注者コード", en: "Contractor code"),
        .optional("starts", \.starts, ja: "着手日", en: "Starts"),
        .optional("ends", \.ends, ja: "完了日", en: "Ends"),
        .optional("place", \.place, ja: "場所", en: "Place"),
        .optional("summary", \.summary, ja: "概要", en: "Summary"),
        .optional("delivery", \.delivery, ja: "納品フォルダー", en: "Delivery folder"),
        .optional("system", \.system, ja: "情報システム", en: "System", to: "system"),
        .optional("found_by", \.foundBy, ja: "取込元", en: "Found by"),
    ]
    public static let kind = RecordKind.of(
        \.commissions, name: "commission", ja: "委託業務", en: "Commission", identity: ["id"])
}

/// One task (工程) of a project's schedule.
public struct ProjectTask: LedgerRecord {
    /// Task key (工程ID).
    public var id: Key = ""
    /// Name (工程名).
    public var name = ""
    /// The project's name.
    public var project: String?
    /// Its number in the outline, such as 1.2.3.
    public var outline: String?
    /// Starts (開始日).
    public var starts: Day?
    /// Ends (終了日).
    public var ends: Day?
    /// Working time in hours.
    public var hours: Int?
    /// Milestone (マイルストーン).
    public var isMilestone = false
    /// Done so far, in percent.
    public var percentDone: Int?
    /// Cost (費用), in yen.
    public var cost: Yen?
    /// The tasks that come before it.
    public var predecessors: [Key] = []
    /// The system that it is for.
    public var system: Key?
    /// The profile that it was found with.
    public var foundBy: String?
    /// Note (備考).
    public var note: String?
    public init() {}

    public static let fields: [Field<Self>] = [
        .required("id", \.id, ja: "工程ID", en: "Task key"),
        .required("name", \.name, ja: "工程名", en: "Name"),
        .optional("project", \.project, ja: "プロジェクト", en: "Project"),
        .optional("outline", \.outline, ja: "階層番号", en: "Outline"),
        .optional("starts", \.starts, ja: "開始日", en: "Starts"),
        .optional("ends", \.ends, ja: "終了日", en: "Ends"),
        .optional("hours", \.hours, ja: "作業時間", en: "Hours"),
        .flag("milestone", \.isMilestone, ja: "マイルストーン", en: "Milestone"),
        .optional("percent_done", \.percentDone, ja: "進捗率（%）", en: "Percent done"),
        .optional("cost", \.cost, ja: "費用", en: "Cost"),
        .list("predecessors", \.predecessors, ja: "先行工程", en: "Predecessors", to: "project_task"),
        .optional("system", \.system, ja: "情報システム", en: "System", to: "system"),
        .optional("found_by", \.foundBy, ja: "取込元", en: "Found by"),
        .optional("note", \.note, ja: "備考", en: "Note"),
    ]
    public static let kind = RecordKind.of(
        \.projectTasks, name: "project_task", ja: "工程", en: "Project task", identity: ["id"])
}
