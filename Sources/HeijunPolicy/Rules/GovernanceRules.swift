import HeijunModel

extension Rule {
    /// Roles, and looking at the indicators at their time.
    static let governance: [Rule] = [
        Rule(
            "G01", .governance, .role, line: "936",
            ja: "CIOは方針を定め運用と達成状況を評価する",
            en: "CIO: sets policy, watches operation, evaluates achievement.",
            quote: "CIO※|方針策定、運用状況の監視、達成状況評価",
            manual: .outside),
        Rule(
            "G02", .governance, .role, line: "937",
            ja: "システム企画部門は標準化と予防・改善を担う",
            en: "System planning section: standardization, prevention/process improvement.",
            quote: "システム企画部門|標準化、予防・プロセス改善",
            manual: .outside),
        Rule(
            "G03", .governance, .role, line: "938–940",
            ja: "システム管理部門は委託先管理と機器・データ管理を担う",
            en:
                "System management section: contractor management, support, equipment/data management, recurrence prevention.",
            quote: "システム管理部門|委託先管理、所管課支援、機器・データ管理、再発防止",
            manual: .outside),
        Rule(
            "G04", .governance, .role, line: "941–943",
            ja: "すべてのシステムに所管部門がある",
            en:
                "System owning section: citizens, system changes, process improvement, recurrence prevention.",
            quote: "システム所管部門|市民対応、システム改修、予防・プロセス改善、再発防止",
            remedy: Words(
                ja: "業務所管課を記入してください。", en: "Enter its business section."),
            check: .eachSystem { system, _ in
                guard system.businessSection == nil else { return nil }
                return Breach(
                    system, "business_section", nil, ja: "所管部門がありません。", en: "it has no owning section.")
            }),
        Rule(
            "G05", .governance, .role, line: "406",
            ja: "CIOを筆頭者とするCSIRTを置く",
            en: "CIO (vice mayor) heads CSIRT.",
            quote: "CIO※※※(副市長を充てる)を筆頭者とするCSIRT体制を構築",
            manual: .outside),
        Rule(
            "G06", .governance, .must, line: "1923–1924",
            ja: "環境の大きな変化に応じて方針を見直す",
            en:
                "Policy is revised when the environment changes greatly (new hall, national schemes, technology).",
            quote: "環境に大幅に変化があった場合には、方針の内容を見直し",
            manual: .outside),
        Rule(
            "G07", .governance, .must, line: "1928–1931",
            ja: "成果指標を定めた時期に検証する",
            en: "Indicators and milestones checked at their set times; re-set when needed.",
            quote: "それぞれ定められた時期において結果を把握し、成果を検証するとともに、必要に応じて指標の再設定や、全体最適化方針の修正を実施する",
            remedy: Words(
                ja: "目標年度の実績を記入し、必要に応じて指標を再設定してください。",
                en: "Enter the actual of the target year, and reset the indicator where needed."),
            check: .whole { context in overdueIndicators(context) }),
        Rule(
            "G08", .governance, .info, line: "1939–1940",
            ja: "手引と確認書類を改訂し周知する",
            en: "Guidebook and two checkpoint documents revised and made known.",
            quote: "最適化方針に合わせて改訂し、庁内に周知することで",
            manual: .outside),
    ]
}
