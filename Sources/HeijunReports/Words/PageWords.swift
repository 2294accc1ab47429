import HeijunModel

/// The words of the page beside its computed titles.
enum PageWords {
    static let planTitle = Words(ja: "情報システム再構築計画（案）", en: "Rebuild plan of information systems (draft)")
    static let stateTitle = Words(ja: "情報システムの現況", en: "Information systems today")
    static let reasons = Words(ja: "時期を変更する理由", en: "Why years change")
    static let remarks = Words(ja: "前提と留意点", en: "Assumptions and remarks")
    static let sources = Words(ja: "出典", en: "Sources")
    static let yearsTitle = Words(ja: "年度別経費", en: "Cost by fiscal year")
    static let fictional = Words(
        ja: "この資料の団体と数値は架空である。", en: "The body and all its figures are fictional.")
    static let verify = Words(
        ja: "この計画は heijun plan verify で再計算できる", en: "heijun plan verify recomputes this plan")
    static let allFindings = Words(
        ja: "ルール別の件数。全件は findings.csv と check.json にある。",
        en: "Counted by rule. All of them are in findings.csv and check.json.")
    static let standardizationLead = Words(
        ja: "進捗率は（完了＋対象外）÷ 40 ステップ。平均は業務ごとの率の単純平均。枠だけの棒は、ステップの裏付けがない公表値。",
        en:
            "Rate: (done + not applicable) ÷ 40 steps; the mean is simple. Outlined bars are published without steps."
    )
    static let forecastLead = Words(
        ja: "作業ステップの実績日から計算した見込み。実績の少ない作業項目は設定の標準日数による仮定。早い場合と遅い場合は実績の四分位。",
        en: "From the steps' history; items with little history use assumed days of the settings. "
            + "Earliest and latest are quartiles.")
    static func costScope(_ scope: String) -> Words {
        Words(ja: "範囲は「\(scope)」。範囲の違う経費は足さない。", en: "Scope: “\(scope)”. Scopes are never added up.")
    }
    static let graveFindings = Words(ja: "要是正の指摘", en: "Errors")
    static let allSystems = Words(ja: "システム別の計画（全件）", en: "Plan by system (all)")

    /// What the budget requests cover.
    static func stressLead(runs: Int, seed: UInt64) -> Words {
        Words(
            ja: "遅延（年）と一時経費の超過（%）を三角分布から独立に引いて \(runs) 回計算した。箱は 10〜90%の範囲、● は計画。"
                + "後続は順序に従って遅れ、延伸経費を加える。範囲は仮定（設定 stress.*）。種 \(seed)。",
            en:
                "\(runs) runs with delays (years) and overruns (%) drawn independently from triangles; boxes hold 10–90 % "
                + "of them, ● is the plan. Successors shift and extensions are paid. Ranges are assumptions (stress.*). "
                + "Seed \(seed).")
    }
    static let debtLead = Words(
        ja: "千円。限度額は設定年度の翌年度以降に支出できる額。既設定は契約額を月数で年度に割り振った見込み。",
        en:
            "Thousand yen. The limit is what may be spent after the year that sets it; existing contracts by their months."
    )
    static func budgetLead(running: Int) -> Words {
        Words(
            ja: "一時経費と延伸経費。同じシステムの運用経費 \(grouped(running)) 千円は別に要求する。金額の単位 千円",
            en:
                "One-time and extension cost; running cost of the same systems, \(grouped(running)), is requested "
                + "beside. Amounts in thousand yen")
    }

    static func asOf(_ day: String) -> Words { Words(ja: "\(day)現在", en: "as of \(day)") }
    static let unit = Words(ja: "金額の単位 千円", en: "amounts in thousand yen")
    static func plan(_ id: String) -> Words { Words(ja: "計画 \(id)", en: "plan \(id)") }
    static func scenario(_ name: String) -> Words { Words(ja: "シナリオ \(name)", en: "scenario \(name)") }
    static let wavesLead = Words(
        ja: "同じ期に移設するシステムと、密結合、室をまたぐ連携。確認事項は heijun plan waves に全件を示す",
        en:
            "Systems that move in one period, those tied closely, links between rooms; heijun plan waves lists every item"
    )
    static func input(_ hash: String) -> Words { Words(ja: "入力 sha256 \(hash)", en: "input sha256 \(hash)") }
    static func seed(_ seed: UInt64) -> Words { Words(ja: "種 \(seed)", en: "seed \(seed)") }

    /// What the histogram shows, and the totals that stand beside the peak.
    static func costLead(_ plan: Plan, _ figures: PlanFigures) -> Words {
        let before = figures.total(\.before)
        let after = figures.total(\.after)
        let change = permille(from: before, to: after).map(signedPercent) ?? "—"
        let extra = grouped(plan.extensionCost.thousands)
        let beyond = grouped(plan.pushedBeyond.thousands)
        let count = figures.years.count
        let setters = figures.ceilingSetters
        let ja = setters.isEmpty ? "" : "上限の設定者は\(setters.joined(separator: "、"))。"
        let en = setters.isEmpty ? "" : " Ceilings set by \(setters.joined(separator: ", "))."
        return Words(
            ja: "\(plan.scope)の年度別経費（運用＋再構築・更新）。破線は平準化しない場合。\(count) 年間の総額は "
                + "\(grouped(before)) → \(grouped(after)) 千円（\(change)）。延伸費用の増 \(extra) 千円、"
                + "計画期間の後の支出の増 \(beyond) 千円。" + ja,
            en: "Cost of \(plan.scope) by fiscal year (running, rebuild and renewal). Dashes: if nothing is "
                + "levelled. Total of \(count) years: \(grouped(before)) → \(grouped(after)) thousand yen "
                + "(\(change)). More extension cost: \(extra); more spending after the horizon: \(beyond)."
                + en)
    }

    /// The title of one reason: the system, its natural and its planned year.
    static func reason(_ name: String, _ from: String, _ to: String) -> Words {
        Words(ja: "\(name)を \(from) → \(to) に変更する理由", en: "Why \(name) goes from \(from) to \(to)")
    }
}
