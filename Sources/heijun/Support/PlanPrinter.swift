import HeijunModel
import HeijunPlanning
import HeijunReports
import HeijunStore

/// Prints a plan: its figures, every year, every system whose time or room changes, and the summary line.
struct PlanPrinter {
    let plan: Plan
    let portfolio: Portfolio
    let listing: Listing
    /// Whether the plan was made for a look, and is not stored.
    let isTrial: Bool
    private let format: Format

    init(_ plan: Plan, _ portfolio: Portfolio, _ listing: Listing, isTrial: Bool = false) {
        self.plan = plan
        self.isTrial = isTrial
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
        try printMoves()
        if plan.fundings != nil {
            let fundings = Table.fundings(plan, format)
            try Console.line("\n" + fundings.title[spoken] + say("（千円）", " (thousand yen)"))
            try Console.write(listing.drawn(fundings))
        }
        for remark in plan.remarks { try Console.line(say("注: ", "Note: ") + remark[spoken]) }
        try Console.line("\n" + summary)
    }

    /// The moves, their waves, and what the rooms that they leave and enter hold over time.
    private func printMoves() throws {
        let moves = Table.moves(plan, portfolio, format)
        guard !moves.rows.isEmpty else { return }
        let tables = WaveTables(portfolio: portfolio, format: format)
        let rooms = tables.rooms(
            plan, changesOnly: true,
            of: Set(plan.choices.flatMap { [$0.moveFrom, $0.moveTo] }.compactMap { $0 }))
        for table in [moves, tables.waves(moveWaves(plan, portfolio))] {
            try Console.line("\n" + table.title[spoken])
            try Console.write(listing.drawn(table))
        }
        guard !rooms.rows.isEmpty else { return }
        try Console.line("\n" + rooms.title[spoken] + say("、変わる時期のみ", ", where it changes"))
        try Console.write(listing.drawn(rooms))
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
        let trial = say("試算（保存していません）", "Trial, not stored")
        let number =
            plan.id.isEmpty ? (isTrial ? trial : say("計画", "Plan")) : say("計画 ", "Plan ") + plan.id
        let parts = [
            number, name.isEmpty ? nil : name + fictional, plan.scope,
            say("基準日 ", "as of ") + format.day(plan.asOf), say("乱数の種 ", "seed ") + "\(plan.seed)",
            say("単位: 千円", "in thousand yen"),
        ]
        return parts.compactMap { $0 }.joined(separator: say(" ・ ", " · "))
    }

    /// The plan's figures, a line each: what it is, then before and after.
    private var figures: [String] {
        let before = plan.peak(\.before), after = plan.peak(\.after)
        let lines =
            [
                (
                    say("ピーク", "Peak"),
                    amount(before?.before, before?.year) + " → " + amount(after?.after, after?.year)
                ),
                (say("年度間の増減の合計", "Roughness"), change(plan.roughness(\.before), plan.roughness(\.after))),
                (say("期間の総額", "Total"), change(total(\.before), total(\.after)) + aside),
            ] + general + beyond + links + [(say("理論上の最小値との差", "Gap to the least value"), gap)] + origin
        let measure = DisplayWidth()
        let width = lines.map { measure($0.0) }.max() ?? 0
        return lines.map { label, value in
            label + String(repeating: " ", count: width - measure(label) + 2) + value
        }
    }

    private func total(_ load: (Plan.YearLoad) -> Yen) -> Yen { plan.years.map(load).total() }

    private func change(_ before: Yen, _ after: Yen) -> String {
        "\(grouped(before.thousands)) → \(grouped(after.thousands))"
    }

    /// What the total holds for extensions, and what stands beside it.
    private var aside: String {
        let (extended, pushed) = (
            grouped(plan.extensionCost.thousands), grouped(plan.pushedBeyond.thousands)
        )
        return say(
            "（うち延伸経費 \(extended)。このほか期間外への先送り \(pushed)）",
            " (extension cost \(extended) of it; beside it, pushed beyond the horizon \(pushed))")
    }

    /// What is spent before the horizon, where a supplementary budget changes it.
    private var beyond: [(String, String)] {
        plan.beforeHorizon.map { [(say("期間前の支出", "Before the horizon"), change($0.before, $0.after))] } ?? []
    }

    /// What soft links weigh.
    private var links: [(String, String)] {
        plan.softLinks.map {
            [
                (
                    say("室をまたぐ連携", "Links between rooms"),
                    change($0.before, $0.after)
                        + say("（疎結合の重み。経費には含まない）", " (weight of soft links; no part of the cost)")
                )
            ]
        } ?? []
    }

    /// What general revenue pays in all, where other sources pay a part.
    private var general: [(String, String)] {
        guard let uses = plan.fundings?.filter({ $0.funding == .general }) else { return [] }
        return [
            (
                say("　うち一般財源", "  General revenue"),
                change(uses.map(\.before).total(), uses.map(\.after).total())
            )
        ]
    }

    /// What the plan was made of, and what proves its bound.
    private var origin: [(String, String)] {
        let settings = (plan.settings ?? []).map { use in
            "\(use.key.text)=\(Setting.named(use.key.text)?.text(use.value) ?? "\(use.value)")"
        }
        let version = plan.version.map { say("版 ", "version ") + $0 }
        let input = plan.inputHash.isEmpty ? nil : say("入力 ", "input ") + plan.inputHash.prefix(12)
        let base = plan.referenceHash.map { say("前の計画 ", "earlier plan ") + $0.prefix(12) }
        let proof = plan.proof.map {
            say("下限の証明書 \(grouped($0.parts)) 部分", "proof of the bound in \(grouped($0.parts)) parts")
        }
        let isBroken = plan.search.hasSuffix(PlanInput.interrupted)
        let broken = isBroken ? say("探索を中断", "search interrupted") : nil
        let made = [input, base, version, proof, broken].compactMap { $0 }.joined(
            separator: say(" ・ ", " · "))
        let changed = (say("変更した設定", "Settings"), settings.joined(separator: " "))
        return [(say("作成条件", "Made of"), made)] + (settings.isEmpty ? [] : [changed])
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
