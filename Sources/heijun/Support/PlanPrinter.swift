import HeijunModel
import HeijunPlanning
import HeijunReports
import HeijunStore

/// Prints a plan: its figures, every year, every system whose time or room changes, and the summary line.
struct PlanPrinter {
    let plan: Plan
    let portfolio: Portfolio
    let listing: Listing
    private let format: Format

    init(_ plan: Plan, _ portfolio: Portfolio, _ listing: Listing) {
        self.plan = plan
        self.portfolio = portfolio
        self.listing = listing
        format = listing.format(of: portfolio.organization)
    }

    /// Prints all, and ends with the refusal where there is no plan.
    func print() throws {
        if listing.json {
            try Console.write(JSONValue.plan(plan, portfolio, format).text)
        } else if listing.csv {
            try Console.write("\u{FEFF}" + Table.planYears(plan, format).csv(spoken))
        } else {
            try Console.line(heading)
            if plan.outcome == .feasible { try printBody() } else { try printIdle() }
        }
        if plan.outcome != .feasible { throw PlanPrinter.noPlan(plan) }
    }

    /// The stored plan of that id, or the latest; refused where it found none that can be carried out.
    static func feasible(_ id: String?, in store: Store) throws -> StoredPlan {
        let stored = try refusing { () throws(StoreError) in try store.plan(id) }
        guard stored.plan.outcome == .feasible else { throw noPlan(stored.plan) }
        return stored
    }

    /// Why there is no plan, as the command's refusal: what collides, one line each.
    ///
    /// - Parameter isStored: False where what was asked for was therefore not stored, which is then said.
    static func noPlan(_ plan: Plan, isStored: Bool = true) -> Failure {
        let nothing = Words(ja: "何も保存していません。", en: "Nothing was stored.")
        let collisions = { (language: Language) in
            plan.conflicts.map { "\n  - " + $0[language] }.joined()
                + (isStored ? "" : "\n" + nothing[language])
        }
        switch plan.outcome {
        case .undecided:
            return Failure(
                ja: "計画は見つかりませんでした。成立しないとも証明されていません。" + collisions(.ja),
                en: "No plan was found, nor is it proved that none exists." + collisions(.en), .refused)
        case .infeasible, .feasible:
            return Failure(
                ja: "計画は成立しません。" + collisions(.ja),
                en: "No plan exists." + collisions(.en), .refused)
        }
    }

    /// What stands where there is no plan: the cost of doing nothing.
    private func printIdle() throws {
        let table = Table.idleYears(plan, format)
        guard !table.rows.isEmpty else { return }
        try Console.line(
            "\n" + table.title[spoken] + say("（千円、█ は上限を超える分）", " (thousand yen; █ lies over the ceiling)"))
        try Console.write(listing.drawn(table) + "\n")
    }

    private func printBody() throws {
        for line in figures { try Console.line("  " + line) }
        try Console.line("\n" + say("年度別経費（千円）", "Cost by fiscal year (thousand yen)"))
        try Console.write(listing.drawn(Table.planYears(plan, format)))
        let bars = Table.planBars(plan, format)
        try Console.line("\n" + bars.title[spoken])
        try Console.write(listing.drawn(bars))
        try printBeside()
        let changed = Table.changedYears(plan, portfolio, format)
        if !changed.rows.isEmpty {
            try Console.line("\n" + say("時期を変更したシステム", "Systems whose year changes"))
            try Console.write(listing.drawn(changed))
        }
        let options = Table.options(plan, portfolio, format)
        if !options.rows.isEmpty {
            try Console.line("\n" + options.title[spoken])
            try Console.write(listing.drawn(options))
        }
        let moves = Table.moves(plan, portfolio, format)
        if !moves.rows.isEmpty {
            try Console.line("\n" + say("移設", "Moves between rooms"))
            try Console.write(listing.drawn(moves))
        }
        if plan.fundings != nil {
            let fundings = Table.fundings(plan, format)
            try Console.line("\n" + fundings.title[spoken] + say("（千円）", " (thousand yen)"))
            try Console.write(listing.drawn(fundings))
        }
        for remark in plan.remarks { try Console.line(say("注: ", "Note: ") + remark[spoken]) }
        try Console.line("\n" + summary)
    }

    /// The other accounts, and what must be requested in which autumn.
    private func printBeside() throws {
        let accounts = Table.accounts(plan, format)
        if !accounts.rows.isEmpty {
            try Console.line("\n" + accounts.title[spoken] + say("（千円）", " (thousand yen)"))
            try Console.write(listing.drawn(accounts))
        }
        let requests = Table.requestYears(requestYears(portfolio, plan: plan), portfolio, format)
        try Console.line("\n" + requests.title[spoken])
        try Console.write(listing.drawn(requests))
    }

    private var heading: String {
        let name = portfolio.organization.name
        let fictional = portfolio.organization.isFictional ? say("（架空）", " (fictional)") : ""
        return say("計画 ", "Plan ") + (plan.id.isEmpty ? "" : plan.id + say(" ・ ", " · ")) + name + fictional
            + say(" ・ ", " · ") + plan.scope + say(" ・ 基準日 ", " · as of ") + format.day(plan.asOf)
            + say(" ・ 種 ", " · seed ") + "\(plan.seed)"
    }

    private var figures: [String] {
        let before = plan.peak(\.before), after = plan.peak(\.after)
        let total = { (load: (Plan.YearLoad) -> Yen) in grouped(plan.years.map(load).total().thousands) }
        return [
            say("ピーク     ", "Peak       ") + amount(before?.before, before?.year) + " → "
                + amount(after?.after, after?.year),
            say("年度間の増減 ", "Roughness  ")
                + "\(grouped(plan.roughness(\.before).thousands)) → \(grouped(plan.roughness(\.after).thousands))",
            say("期間の総額   ", "Total      ") + "\(total(\.before)) → \(total(\.after))"
                + say("（うち延伸経費 ", " (extension cost ") + grouped(plan.extensionCost.thousands)
                + say("、期間外への先送り ", ", pushed beyond the horizon ") + grouped(plan.pushedBeyond.thousands)
                + say("）", ")"),
        ] + beyond + general + links + [say("理論上の最小値との差 ", "Gap to the least value ") + gap] + origin
    }

    /// What is spent before the horizon, where a supplementary budget changes it.
    private var beyond: [String] {
        plan.beforeHorizon.map {
            [
                say("期間前の支出 ", "Before the horizon ")
                    + "\(grouped($0.before.thousands)) → \(grouped($0.after.thousands))"
            ]
        } ?? []
    }

    /// What soft links weigh.
    private var links: [String] {
        plan.softLinks.map {
            [
                say("室をまたぐ連携 ", "Links between rooms ")
                    + "\(grouped($0.before.thousands)) → \(grouped($0.after.thousands))"
                    + say("（疎結合の重み。経費には含まない）", " (weight of soft links; no part of the cost)")
            ]
        } ?? []
    }

    /// What general revenue pays in all, where other sources pay a part.
    private var general: [String] {
        guard let uses = plan.fundings?.filter({ $0.funding == .general }) else { return [] }
        let sums = (uses.map(\.before).total(), uses.map(\.after).total())
        return [
            say("うち一般財源 ", "General revenue ")
                + "\(grouped(sums.0.thousands)) → \(grouped(sums.1.thousands))"
        ]
    }

    /// What the plan was made of, and what proves its bound.
    private var origin: [String] {
        let settings = (plan.settings ?? []).map { use in
            "\(use.key.text)=\(Setting.named(use.key.text)?.text(use.value) ?? "\(use.value)")"
        }
        let version = plan.version.map { say("版 ", "version ") + $0 }
        let input = plan.inputHash.isEmpty ? nil : say("入力 ", "input ") + plan.inputHash.prefix(12)
        let base = plan.referenceHash.map { say("前の計画 ", "earlier plan ") + $0.prefix(12) }
        let proof = plan.proof.map {
            say("下限の証明書 \(grouped($0.parts)) 部分", "proof of the bound in \(grouped($0.parts)) parts")
        }
        let made = [input, base, version, proof].compactMap { $0 }.joined(separator: say(" ・ ", " · "))
        return [made] + (settings.isEmpty ? [] : [say("設定 ", "Settings ") + settings.joined(separator: " ")])
    }

    private func amount(_ yen: Yen?, _ year: FiscalYear?) -> String {
        "\(grouped(yen?.thousands ?? 0))" + (year.map { " (\(format.year($0)))" } ?? "")
    }

    private var gap: String {
        guard let percent = plan.gapPercent, let objective = plan.objective, let bound = plan.bound else {
            return "–"
        }
        let thousandths = Int((percent * 1000).rounded())
        return decimalText(thousandths, places: 3) + say(" % 以内", " % at most")
            + say("（目的関数 ", " (objective ") + grouped(objective)
            + (plan.isRestricted == true
                ? say("、限定した問題の下限 ", ", bound of the restricted problem ") : say("、下限 ", ", bound "))
            + grouped(bound)
            + say("）", ")")
    }

    private var summary: String {
        let shifted = plan.choices.count { $0.shift != 0 }
        let moved = plan.choices.count { $0.moveYear != nil }
        return say(
            "時期を変更 \(shifted) / 移設 \(moved) / 全 \(plan.choices.count) システム",
            "\(shifted) change their year / \(moved) move / \(plan.choices.count) systems")
    }
}

extension PlanPrinter {
    /// Prints what differs from an earlier plan.
    func printEffect(since earlier: Plan?) throws {
        guard let earlier, plan.outcome == .feasible, earlier.outcome == .feasible, !listing.json,
            !listing.csv
        else {
            return try print()
        }
        try Console.line(heading)
        try Console.write(PlanComparison(earlier, plan, portfolio, format).text(listing))
    }
}
