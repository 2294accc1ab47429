import ArgumentParser
import HeijunModel
import HeijunPlanning
import HeijunReports
import HeijunStore

/// `plan show`: a stored plan again.
struct PlanShow: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: say("保存した計画を表示します。", "Shows a stored plan."))

    @OptionGroup var common: Common
    @OptionGroup var listing: Listing

    @Argument(
        help: ArgumentHelp(say("計画の番号。既定は最新。", "The plan; the latest unless given."), valueName: "plan"))
    var plan: String?

    func run() throws {
        let store = try common.readStore()
        let stored = try refusing { () throws(StoreError) in try store.plan(plan) }
        try common.noteLaterChanges(since: stored)
        try PlanPrinter(stored.plan, try common.ledger(under: stored), listing).print()
    }
}

/// `plan list`: every stored plan.
struct PlanList: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: say("保存した計画を一覧します。", "Lists the stored plans."))

    @OptionGroup var common: Common
    @OptionGroup var listing: Listing

    func run() throws {
        let store = try common.readStore()
        let plans = try refusing { () throws(StoreError) in try store.plans() }
        let format = listing.format(of: try common.ledger().organization)
        let rows = plans.map { stored -> [Cell] in
            let isFound = stored.plan.outcome == .feasible
            let peak = isFound ? stored.plan.peak(\.after) : nil
            let scenario = try? PlanVariant(stored: stored.scenario).title
            let none =
                stored.plan.outcome == .infeasible ? say("成立しない", "none exists") : say("未決", "undecided")
            return [
                Cell(stored.plan.id), Cell(stored.time), Cell(stored.plan.scope), format.money(peak?.after),
                format.cell(peak?.year), Cell(isFound ? stored.plan.gapPercent.map { "\($0) %" } : none),
                Cell(scenario ?? stored.scenario),
                format.cell(stored.appliedBatch),
            ]
        }
        try listing.print(
            Table(
                key: "plans", title: Words(ja: "計画", en: "Plans"),
                columns: [
                    .init("plan", ja: "計画", en: "Plan"), .init("time", ja: "作成日時", en: "Made"),
                    .init("scope", ja: "範囲", en: "Scope"), .money("peak", ja: "ピーク（千円）", en: "Peak (k yen)"),
                    .init("peakYear", ja: "年度", en: "Year"), .init("gap", ja: "最小値との差", en: "Gap", .trailing),
                    .init("scenario", ja: "試算条件", en: "Scenario"),
                    .init("appliedBatch", ja: "反映バッチ", en: "Applied by", .trailing),
                ], rows: rows), summary: say("\(plans.count) 計画", "\(plans.count) plans"))
    }
}

/// `plan compare`: what differs between two plans.
struct PlanCompare: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "compare",
        abstract: say("2つの計画の違いだけを示します。", "Shows only what differs between two plans."))

    @OptionGroup var common: Common
    @OptionGroup var listing: Listing

    @Argument(help: ArgumentHelp(say("計画の番号。", "A plan."), valueName: "plan"))
    var first: String

    @Argument(help: ArgumentHelp(say("比べる計画の番号。", "The plan to compare with it."), valueName: "plan"))
    var second: String

    func run() throws {
        let store = try common.readStore()
        let a = try compared(first, store), b = try compared(second, store)
        guard a.plan.id != b.plan.id else {
            throw Failure(
                ja: "どちらも計画 \(a.plan.id) です。別の計画を指定してください。一覧は heijun plan list で示します。",
                en: "Both are plan \(a.plan.id). Name two plans; heijun plan list shows them.", .usage)
        }
        let portfolio = try common.ledger()
        let comparison = PlanComparison(
            a.plan, b.plan, portfolio, listing.format(of: portfolio.organization),
            ledgers: (try common.ledger(under: a), try common.ledger(under: b)))
        if listing.json { return try Console.write(comparison.json.text) }
        if listing.csv { return try Console.write("\u{FEFF}" + comparison.systems.csv(spoken)) }
        try Console.write(comparison.text(listing))
    }

    /// One of the two; refused with its number where it found no plan.
    private func compared(_ id: String, _ store: Store) throws -> StoredPlan {
        let stored = try refusing { () throws(StoreError) in try store.plan(id) }
        guard stored.plan.outcome == .feasible else {
            throw Failure(
                ja: "計画 \(id) は成立しなかったため、比べられません。理由は heijun plan show \(id) で示します。",
                en: "Plan \(id) found no plan to compare. heijun plan show \(id) says why.", .refused)
        }
        return stored
    }
}

/// `plan verify`: re-computes a plan from the ledger, by code of its own.
struct PlanVerify: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify",
        abstract: say(
            "計画を台帳から独立に再計算し、誤りがないか確かめます。", "Re-computes a plan from the ledger and says what is wrong."))

    @OptionGroup var common: Common
    @OptionGroup var listing: Listing

    @Argument(
        help: ArgumentHelp(say("計画の番号。既定は最新。", "The plan; the latest unless given."), valueName: "plan"))
    var plan: String?

    func run() throws {
        let store = try common.readStore()
        let stored = try refusing { () throws(StoreError) in try store.plan(plan) }
        let portfolio = try common.ledger(under: stored)
        let origin = try PlanOrigin(stored, store, common)
        let verification = planVerification(
            stored.plan, portfolio, saysTheSame: stored.plan.version == Version.text)
        let findings = origin.findings + verification.findings
        let format = listing.format(of: portfolio.organization)
        if listing.json {
            try Console.write(JSONValue.findings(findings, format).text)
        } else if !findings.isEmpty {
            try Console.write(listing.drawn(Table.findings(findings, format)))
        }
        guard findings.isEmpty else {
            let since =
                origin.hasChanged
                ? Words(ja: "台帳はこの計画の後に変わっています。", en: " The ledger has changed since it was made.")
                : Words(ja: "", en: "")
            throw Failure(
                ja: "計画 \(stored.plan.id) は台帳と合いません（\(findings.count) 件）。\(since.ja)",
                en:
                    "Plan \(stored.plan.id) does not agree with the ledger (\(findings.count) findings).\(since.en)",
                .refused)
        }
        guard !listing.json else { return }
        for line in VerifiedWords(stored.plan, verification).lines + origin.lines { try Console.line(line) }
    }
}
