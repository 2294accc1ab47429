import HeijunModel

extension Rule {
    /// The five reviews of a life cycle.
    static let gates: [Rule] = [
        Rule(
            "E01", .gates, .must, line: "1069–1070",
            ja: "予算要求の時期にシステム事前評価を行う",
            en: "Gate 1 システム事前評価 at 予算要求: soundness of introduction and cost.",
            quote: "システム導入の妥当性や費用の精査",
            remedy: Words(
                ja: "システム事前評価の記録を追加してください。", en: "Add the record of its review before the budget."),
            check: .eachSystem { system, context in
                guard system.isInProject, !context.hasReview(.beforeBudget, system) else { return nil }
                return Breach(
                    system, "stage", system.stage?.rawValue, severity: .warning,
                    ja: "\(system.stage?.title.ja ?? "")ですが、システム事前評価の記録がありません。",
                    en: "it is under way without a recorded review before the budget.")
            }),
        Rule(
            "E02", .gates, .must, line: "1025",
            ja: "システム導入計画書の様式と添付書類を整える",
            en: "Forms of the introduction plan are fixed so that decisions and budget checks are effective.",
            quote: "システム導入計画書の様式や添付する書類を整理し",
            manual: .noField),
        Rule(
            "E03", .gates, .must, line: "1028",
            ja: "運用保守経費の適正さも評価する",
            en: "Also evaluate whether operation and maintenance cost is proper.",
            quote: "運用保守経費等が適正であるかの評価を行う",
            manual: .indicator),
        Rule(
            "E04", .gates, .must, line: "1033–1035",
            ja: "重要案件は調達仕様の着手前に調達前レビューを受ける",
            en: "Gate 2 調達前レビュー for important cases, before starting the procurement specification.",
            quote: "調達仕様書の作成着手前にシステム化方針等に関してシステム企画部門による確認・助言・評価を行う",
            remedy: Words(
                ja: "調達前レビューの実施日と付帯事項の処理を記入してください。",
                en: "Enter the day of the review before procurement and the end of its conditions."),
            check: .eachSystem { system, context in
                guard system.isInProject else { return nil }
                let done = context.ledger.gates(of: system.id).first {
                    $0.review == .beforeProcurement && $0.done != nil
                }
                if let open = done?.openConditions {
                    return Breach(
                        system, "stage", open, severity: .warning,
                        ja: "調達前レビューの付帯事項「\(open)」が未了です。",
                        en: "a condition of its review before procurement is open: “\(open)”.")
                }
                guard done == nil, system.size == .large else { return nil }
                return Breach(
                    system, "stage", system.stage?.rawValue, severity: .warning,
                    ja: "大規模な案件ですが、調達前レビューの記録がありません。",
                    en: "it is large and under way without a recorded review before procurement.")
            }),
        Rule(
            "E05", .gates, .must, line: "1078–1080",
            ja: "重要案件は調達仕様の確定前に調達時レビューを受ける",
            en: "Gate 3 調達時レビュー before the specification is fixed, for important or requested cases.",
            quote: "調達仕様書の確定前に、仕様や調達方法等についてシステム企画部門による助言・評価を行う",
            remedy: Words(
                ja: "調達時レビューの記録を追加してください。", en: "Add the record of its review at procurement."),
            check: .eachSystem { system, context in
                guard system.stage == .building, system.size == .large,
                    !context.hasReview(.atProcurement, system)
                else { return nil }
                return Breach(
                    system, "stage", system.stage?.rawValue, severity: .warning,
                    ja: "開発中の大規模案件ですが、調達時レビューの記録がありません。",
                    en: "it is large and being built without a recorded review at procurement.")
            }),
        Rule(
            "E06", .gates, .must, line: "1083–1084",
            ja: "大規模システムは開発中の進捗を確認する",
            en: "Gate 4 プロジェクト管理 during 開発・テスト for large systems.",
            quote: "プロジェクト管理及び開発の進捗状況をシステム企画部門が確認する",
            remedy: Words(
                ja: "プロジェクト管理の確認記録を追加してください。", en: "Add the record of its project review."),
            check: .eachSystem { system, context in
                guard system.stage == .building, system.size == .large, !context.hasReview(.project, system)
                else { return nil }
                return Breach(
                    system, "stage", system.stage?.rawValue, severity: .warning,
                    ja: "開発中の大規模案件ですが、進捗確認の記録がありません。",
                    en: "it is large and being built without a recorded project review.")
            }),
        Rule(
            "E07", .gates, .must, line: "1061–1062",
            ja: "運用段階で運用保守経費を評価する",
            en: "Gate 5 運用保守経費評価 in operation.",
            quote: "運用経費の評価を通した運用・保守の適正性確認",
            remedy: Words(
                ja: "レビューを実施し、実施日を記入してください。", en: "Hold the review and enter its day."),
            check: .whole { context in overdueReviews(context) + systemsWithoutCostReview(context) }),
        Rule(
            "E08", .gates, .must, line: "797–798",
            ja: "情報管理・行革・財政部門が入口と出口で確認する",
            en: "Entrance and exit checked by information, administrative reform and finance sections.",
            quote: "情報管理・行革・財政部門が入口・出口でチェックして実効性を担保",
            manual: .outside),
        Rule(
            "E09", .gates, .must, line: "911–914",
            ja: "構築の各段階で第三者がレビューする",
            en: "Review by third parties at each stage of construction.",
            quote: "システム構築の各段階でシステム所管部門の別メンバー、プロジェクト管理支援事業者、情報管理部門などの第三者によるレビューを実施する",
            manual: .outside),
        Rule(
            "E10", .gates, .must, line: "1909–1911",
            ja: "情報管理部門が最適化の進捗と成果を管理する",
            en: "Progress and results are managed by the information department.",
            quote: "情報管理部門でシステム全体最適化の進捗を図り、成果を管理する",
            manual: .outside),
    ]
}
