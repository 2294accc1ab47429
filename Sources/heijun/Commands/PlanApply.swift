import ArgumentParser
import HeijunModel
import HeijunPlanning
import HeijunReports
import HeijunStore

/// `plan apply`: writes what a plan decides into the ledger as one batch.
struct PlanApply: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "apply",
        abstract: say(
            "計画の年度・移設・稼働形態・調達形態を台帳に反映します（1バッチ、取消可）。",
            "Writes a plan's years, moves, hostings and forms into the ledger, as one batch."),
        discussion: say("例:", "Examples:") + """

              heijun plan apply
              heijun plan apply P-0002 --reason \(say("庁議決定", "decided"))
              heijun plan apply P-0002 --json
            """)

    @OptionGroup var common: Common
    @OptionGroup var listing: Listing

    @Argument(
        help: ArgumentHelp(say("計画の番号。既定は最新。", "The plan; the latest unless given."), valueName: "plan"))
    var plan: String?

    @Option(help: ArgumentHelp(say("理由。履歴に残ります。", "Why; kept in the history.")))
    var reason: String?

    func run() throws {
        let store = try common.store()
        let stored = try refusing { () throws(StoreError) in try store.plan(plan) }
        try checkStanding(stored)
        let latest = try refusing { () throws(StoreError) in try store.latestBatch }
        let entries = try refusing { () throws(StoreError) in try store.entries() }
        try checkUnchanged(stored, entries, store)
        let changes = ledgerChanges(of: stored.plan, in: entries)
        var batch: Int?
        if !changes.isEmpty {
            let header = BatchHeader(
                author: Clock.author, time: Clock.now, command: "plan apply \(stored.plan.id)", reason: reason
            )
            batch = try refusing { () throws(StoreError) in
                try store.apply(changes, header, plan: stored.plan.id, after: latest)
            }
        }
        try printWritten(AppliedPlan(stored.plan, changes, entries, batch: batch))
    }

    private func printWritten(_ applied: AppliedPlan) throws {
        if listing.json { return try Console.write(try applied.json.text) }
        if listing.csv {
            let format = listing.format(of: try common.ledger().organization)
            return try Console.write("\u{FEFF}" + Table.changes(applied.changes, format).csv(spoken))
        }
        guard let batch = applied.batch else {
            return try Console.line(say("台帳はすでに計画どおりです。", "The ledger is as planned already."))
        }
        let id = applied.plan.id
        try Console.line(
            say("計画 \(id) を反映しました。取込バッチ \(batch) ・ ", "Plan \(id) is applied. Batch \(batch) · ")
                + applied.tally.line)
        try Console.line(say("取り消すには: heijun undo \(batch)", "To take it back: heijun undo \(batch)"))
    }

    /// Refuses a plan that found none, and one that is in the ledger already.
    private func checkStanding(_ stored: StoredPlan) throws {
        let id = stored.plan.id
        guard stored.plan.outcome == .feasible else {
            throw Failure(
                ja: "計画 \(id) は成立しなかったため、反映できません。理由は heijun plan show \(id) で示します。",
                en: "Plan \(id) found no plan to apply. heijun plan show \(id) says why.", .refused)
        }
        guard let batch = stored.appliedBatch else { return }
        throw Failure(
            ja: "計画 \(id) はすでに反映しています（バッチ \(batch)）。取り消すには heijun undo \(batch) を実行してください。",
            en: "Plan \(id) is applied already (batch \(batch)). To take it back, run heijun undo \(batch).",
            .refused)
    }

    private func checkUnchanged(_ stored: StoredPlan, _ entries: [Entry], _ store: Store) throws {
        guard try stored.inputs.hash(with: entries) != stored.plan.inputHash else { return }
        let changes = try changes(since: stored, store)
        let list = { (language: Language) in changes.map { "\n  - " + $0[language] }.joined() }
        throw Failure(
            ja: "計画 \(stored.plan.id) を作った後に台帳が変わったため、反映できません。heijun plan で作り直してください。変わったもの:"
                + list(.ja),
            en:
                "The ledger has changed since plan \(stored.plan.id) was made. Make a new plan with heijun plan. Changed:"
                + list(.en), .refused)
    }

    /// How many changes a refusal tells one by one.
    private static let told = 10

    /// What changed after a plan was made, of what plans are made from: the first ones, and how many more.
    private func changes(since stored: StoredPlan, _ store: Store) throws -> [Words] {
        let lines = try laterChanges(since: stored, in: store)
        let words = lines.prefix(PlanApply.told).map(PlanApply.words)
        let rest = lines.count - words.count
        return rest > 0 ? words + [Words(ja: "ほか \(rest) 件", en: "and \(rest) more")] : words
    }

    private static func words(_ line: HistoryLine) -> Words {
        let kind = RecordKind.named(line.kind)
        let isSystem = line.kind == ITSystem.kind.name
        let name = Words(
            ja: isSystem ? line.key : "\(kind?.title.ja ?? line.kind) \(line.key)",
            en: isSystem ? line.key : "\(kind?.title.en ?? line.kind) \(line.key)")
        let batch = line.batch.id
        switch line.verb {
        case .added:
            return Words(ja: "\(name.ja) の追加（バッチ \(batch)）", en: "\(name.en) added (batch \(batch))")
        case .removed:
            return Words(ja: "\(name.ja) の削除（バッチ \(batch)）", en: "\(name.en) removed (batch \(batch))")
        case .changed:
            let field = kind?.fields.first { $0.key == line.field }
            let (before, after) = (shown(line.before, field), shown(line.after, field))
            return Words(
                ja: "\(name.ja) \(field?.title.ja ?? ""): \(before) → \(after)（バッチ \(batch)）",
                en: "\(name.en) \(field?.title.en ?? ""): \(before) → \(after) (batch \(batch))")
        }
    }

    /// A kept value as people read it: years in eras, – for none.
    private static func shown(_ text: String?, _ field: FieldInfo?) -> String {
        guard let text else { return "–" }
        guard case .fiscalYear? = field?.type, let year = Int(text) else { return text }
        return FiscalYear(year).short(.era)
    }
}
