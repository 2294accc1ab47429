import HeijunModel
import HeijunPlanning
public import HeijunPolicy

/// Section titles that say what the data show. Each is computed from the figures that the section prints.
public struct Headlines: Sendable {
    let format: Format

    /// Titles for a reader.
    public init(format: Format) { self.format = format }

    /// The peak before and after, and whether the ceilings hold.
    func cost(_ figures: PlanFigures) -> String {
        guard let before = figures.peak(\.before), let after = figures.peak(\.after), before.before > 0 else {
            return format(Words(ja: "経費の計上がない", en: "No cost is recorded"))
        }
        let change = Change(before: before.before, after: after.after)
        let words = peak(change, in: format.sentenceYear(before.year))
        guard figures.hasCeilings else { return format(words.alone) + format(Headlines.noCeilings) }
        guard let worst = figures.exceeding.min(by: { ($0.margin ?? 0) < ($1.margin ?? 0) }) else {
            return format(words.and) + format(within(figures))
        }
        return format(words.but) + format(over(worst, count: figures.exceeding.count))
    }

    /// Three forms of one clause: ending the sentence, going on, and going on against expectation.
    private struct Clause { let alone: Words, and: Words, but: Words }

    private enum Change {
        case falls(String), same, rises(String)

        init(before: Int, after: Int) {
            let change = permille(from: before, to: after) ?? 0
            let size = change == 0 ? "<0.1 %" : fixed(abs(change), places: 1) + " %"
            self = after < before ? .falls(size) : after > before ? .rises(size) : .same
        }
    }

    private func peak(_ change: Change, in year: String) -> Clause {
        switch change {
        case .falls(let size):
            let en = "The peak falls \(size) from that of \(year)"
            return Clause(
                alone: Words(ja: "ピークは \(year) から \(size) 下がる", en: en),
                and: Words(ja: "ピークは \(year) から \(size) 下がり、", en: en + " and "),
                but: Words(ja: "ピークは \(year) から \(size) 下がるが、", en: en + ", but "))
        case .same:
            let en = "The peak stays that of \(year)"
            return Clause(
                alone: Words(ja: "ピークは \(year) の水準から変わらない", en: en),
                and: Words(ja: "ピークは \(year) の水準から変わらず、", en: en + " and "),
                but: Words(ja: "ピークは \(year) の水準から変わらず、", en: en + " and "))
        case .rises(let size):
            let en = "The peak rises \(size) above that of \(year)"
            return Clause(
                alone: Words(ja: "ピークは \(year) より \(size) 上がる", en: en),
                and: Words(ja: "ピークは \(year) より \(size) 上がるが、", en: en + ", but "),
                but: Words(ja: "ピークは \(year) より \(size) 上がり、", en: en + " and "))
        }
    }

    private static let noCeilings = Words(ja: "（上限の設定なし）", en: " (no ceiling is set)")

    private func within(_ figures: PlanFigures) -> Words {
        let count = figures.years.count { $0.ceiling != nil }
        return count == figures.years.count
            ? Words(ja: "すべての年度が上限に収まる", en: "every year stays within its ceiling")
            : Words(ja: "上限のある \(count) 年度がすべて収まる", en: "all \(count) years with a ceiling stay within it")
    }

    private func over(_ worst: PlanFigures.Year, count: Int) -> Words {
        let amount = grouped(-(worst.margin ?? 0))
        let year = format.sentenceYear(worst.year)
        return count == 1
            ? Words(
                ja: "\(year) は上限を \(amount) 千円超える",
                en: "\(year) exceeds its ceiling by \(amount) thousand yen")
            : Words(
                ja: "\(count) 年度が上限を超える（最大は \(year) の \(amount) 千円）",
                en: "\(count) years exceed their ceiling, \(year) by \(amount) thousand yen")
    }
}

extension Headlines {
    /// How many systems change their year, and the most large rebuilds of a year.
    func roadmap(_ plan: Plan, _ figures: PlanFigures) -> String {
        let changed = plan.changedSystems
        let first =
            changed == 0
            ? Words(ja: "すべてのシステムが当初の年度のまま", en: "Every system keeps its natural year")
            : Words(ja: "\(changed) システムの時期を変更", en: "\(changed) systems change their year")
        let before = figures.years.map(\.largeBefore).max() ?? 0
        let after = figures.years.map(\.largeAfter).max() ?? 0
        guard before + after > 0 else { return format(first) }
        let was =
            before == after
            ? Words(ja: "", en: "") : Words(ja: "（当初は \(before) 件）", en: " (naturally \(before))")
        let joint = changed == 0 ? "で" : "し"
        return format(
            Words(
                ja: first.ja + joint + "、大規模再構築は年 \(after) 件まで" + was.ja,
                en: first.en + "; at most \(after) large rebuilds a year" + was.en))
    }

    /// The mean rate and what has passed its deadline.
    public func standardization(_ table: StandardizationTable) -> String {
        let rows = table.applicable
        let late = rows.count(where: \.isLate)
        let migrated = rows.count(where: \.isMigrated)
        let published = table.hasReported ? Words(ja: "（公表値）", en: " (published)") : Words(ja: "", en: "")
        let rate = table.overallRate.map { format.percent($0) }
        let head =
            rate.map {
                Words(
                    ja: "\(rows.count) 業務の進捗率は平均  \($0)\(published.ja)、",
                    en: "\(rows.count) businesses are \($0) done on average\(published.en), ")
            } ?? Words(ja: "\(rows.count) 業務のうち", en: "Of \(rows.count) businesses, ")
        let tail =
            late > 0
            ? Words(
                ja: "移行済は \(migrated)、期限を過ぎた未移行は \(late)",
                en: "\(migrated) migrated, \(late) past the deadline")
            : Words(ja: "移行済は \(migrated)、期限を過ぎたものはない", en: "\(migrated) migrated, none past the deadline")
        return format(head) + format(tail)
    }

    /// The verdicts, each with its number.
    public func indicators(_ lines: [IndicatorRow]) -> String {
        guard !lines.isEmpty else {
            return format(Words(ja: "成果指標は登録されていません", en: "No indicators are recorded"))
        }
        let counts = IndicatorRow.Verdict.allCases.compactMap { verdict -> String? in
            let count = lines.count { $0.verdict == verdict }
            return count == 0 ? nil : "\(format(verdict.title)) \(count)"
        }
        let list = counts.joined(separator: format.language == .ja ? "、" : ", ")
        return format(Words(ja: "\(lines.count) 指標のうち \(list)", en: "Of \(lines.count) indicators: \(list)"))
    }

    /// The number of findings, and of grave ones.
    func findings(_ findings: [Finding]) -> String {
        let grave = findings.count { $0.severity == .error }
        if findings.isEmpty { return format(Words(ja: "指摘はない", en: "No findings")) }
        return format(
            grave == 0
                ? Words(ja: "指摘は \(findings.count) 件、要是正はない", en: "\(findings.count) findings, none grave")
                : Words(
                    ja: "指摘は \(findings.count) 件、うち要是正 \(grave) 件",
                    en: "\(findings.count) findings, \(grave) errors"))
    }

    /// How much falls due, by kind.
    func due(_ items: [DueItem]) -> String {
        let counts = DueItem.Kind.allCases.compactMap { kind -> String? in
            let count = items.count { $0.kind == kind }
            return count == 0 ? nil : "\(format(kind.title)) \(count)"
        }
        let list = counts.joined(separator: format.language == .ja ? "、" : ", ")
        let years = items.map(\.year)
        guard let first = years.min(), let last = years.max() else { return "" }
        let span = first == last ? format.year(first) : "\(format.year(first))–\(format.year(last))"
        return format(
            Words(
                ja: "\(span) に期限が来るのは \(items.count) 件：\(list)",
                en: "\(items.count) things fall due in \(span): \(list)"))
    }

    /// What must be requested with the next budget.
    func budget(_ autumn: AutumnDecisions) -> String {
        let sum = grouped(autumn.requests.map(\.amount.thousands).reduce(0, +))
        let (when, year) = (format.sentenceYear(autumn.requestedIn), format.sentenceYear(autumn.fiscalYear))
        let count = autumn.requests.count
        return format(
            Words(
                ja: "\(when) の秋に \(year) 当初予算へ要求するのは \(count) システム、計 \(sum) 千円",
                en: "Autumn of \(when): \(count) systems need \(sum) thousand yen in the budget of \(year)"))
    }

    /// The chance of breaking a ceiling, with the plan and without.
    func stress(_ result: StressResult) -> String {
        guard let scope = result.accounts.first, let after = result.chance(scope.broken),
            let before = result.chance(scope.brokenBefore)
        else {
            return format(
                Words(ja: "遅延・超過を見込んだ経費（上限の登録なし）", en: "Cost under delays and overruns; no ceiling"))
        }
        let worst = scope.years.filter { $0.broken != nil }.max {
            ($0.broken ?? 0, $1.year) < ($1.broken ?? 0, $0.year)
        }
        let year = worst.map { format.sentenceYear($0.year) } ?? ""
        let chance = worst.flatMap { result.chance($0.broken) }.map { format.percent($0) } ?? ""
        return format(
            Words(
                ja: "遅延と超過が起きると、上限を超える確率が最も高いのは \(year) の \(chance)"
                    + "（いずれかの年度では \(format.percent(after))、何もしない場合 \(format.percent(before))）",
                en: "Under delays and overruns \(year) is likeliest to break its ceiling: \(chance) "
                    + "(some year: \(format.percent(after)); if nothing is done \(format.percent(before)))"))
    }

    /// New debt burden acts of a budget and their limit.
    func debts(_ lines: [DebtLine], _ year: FiscalYear) -> String {
        let new = lines.filter(\.isNew)
        let sum = grouped(new.map(\.limit.thousands).reduce(0, +))
        let label = format.sentenceYear(year)
        return format(
            Words(
                ja: "\(label) 予算で設定する債務負担行為は \(new.count) 件、限度額 \(sum) 千円（既設定 \(lines.count - new.count) 件）",
                en:
                    "The budget of \(label) sets \(new.count) debt burden acts of \(sum) thousand yen (\(lines.count - new.count) stand)"
            ))
    }

    /// Why there is no plan.
    func withoutPlan(_ plan: Plan) -> String {
        switch plan.outcome {
        case .feasible: ""
        case .infeasible:
            format(
                Words(
                    ja: "計画は成立しない：妨げている条件は次の \(plan.conflicts.count) 件",
                    en: "No plan exists: \(plan.conflicts.count) conditions stand in its way"))
        case .undecided:
            format(
                Words(
                    ja: "計画は見つからなかった：成立しないとも証明されていない",
                    en: "No plan was found, nor is it proved that none exists"))
        }
    }
}
