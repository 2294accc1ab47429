import HeijunModel

extension Rule {
    /// Period and aims of the policy.
    static let target: [Rule] = [
        Rule(
            "T01", .target, .must, line: "2",
            ja: "対象期間は平成31年度から概ね10年間",
            en: "Policy period: from H31 about 10 years.",
            quote: "平成３１年度から概ね１０年間を対象とする",
            manual: .planner),
        Rule(
            "T02", .target, .must, line: "597",
            ja: "システム経費の増加を抑える（平成28年度 約105億円）",
            en: "Total system cost: keep growth down as far as possible (about 10.5 billion yen in H28).",
            quote: "平成２８年度に約１０５億円を支出したシステム経費",
            manual: .indicator),
        Rule(
            "T03", .target, .must, line: "604",
            ja: "ホストコンピュータのオープン化を完了する（令和5年1月）",
            en: "Host computer opened: complete in R5.1.",
            quote: "ホストコンピュータのオープン化（令和5年1月完了）",
            manual: .noField),
    ]
}
