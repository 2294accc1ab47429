import HeijunModel

extension Rule {
    /// The 20 standardized businesses.
    static let standardization: [Rule] = [
        Rule(
            "S01", .standardization, .must, line: "682–683",
            ja: "基幹系20業務は令和７年度末までに標準化する",
            en: "20 core business systems move to the national standard by end of FY R7.",
            quote: "令和７年度末までに基幹系２０業務システムの統一・標準化へ対応し",
            remedy: Words(
                ja: "移行を完了するか、特定移行支援システムとしての事由と予定日を記入してください。",
                en: "Complete the migration, or enter reason and planned day of transition support."),
            check: .whole { context in missedDeadlines(context) }),
        Rule(
            "S02", .standardization, .must, line: "660–661",
            ja: "標準準拠システムとガバメントクラウドへの移行を検討する",
            en: "Consider moving to standard-compliant systems and Government Cloud.",
            quote: "標準準拠システム及びガバメントクラウドへの移行を検討する",
            remedy: Words(
                ja: "ガバメントクラウドを選択肢に加えるか、使わない理由を記入してください。",
                en: "Allow the Government Cloud as its hosting, or enter why not."),
            check: .eachSystem { system, context in
                let isOpen = system.businesses.contains {
                    context.ledger.business($0)?.state.isOpen ?? true
                }
                guard isOpen, system.hosting != .governmentCloud, system.exceptionReason == nil,
                    !system.allowedHostings.contains(.governmentCloud), !system.isLeaving
                else { return nil }
                return Breach(
                    system, "allowed_hostings", system.allowedHostings.map(\.rawValue).joined(separator: " "),
                    severity: .info,
                    ja: "標準化対象業務を担いますが、ガバメントクラウドの検討結果がありません。",
                    en: "it serves a standardized business, and nothing is said of the Government Cloud.")
            }),
        Rule(
            "S03", .standardization, .must, line: "663–664",
            ja: "比較分析手順を定め全体の進捗を管理する",
            en:
                "Steps: overall policy, fit analysis procedure, support to owners, overall progress management.",
            quote: "標準準拠システムと本市現行システムの比較分析手順書の作成",
            remedy: Words(
                ja: "40の作業ステップか公表進捗率を記入してください。",
                en: "Enter the 40 steps or the published rate."),
            check: .whole { context in businessesWithoutProgress(context) }),
        Rule(
            "S04", .standardization, .must, line: "665–666",
            ja: "所管課が影響調査・計画・開発・条例改正を進める",
            en: "Each owner does impact survey, plan, development, ordinance revision.",
            quote: "各システム所管課による影響調査、移行実施計画の検討、システム開発、条例・規則等の改正等を進めて",
            remedy: Words(
                ja: "所管課に確かめ、作業ステップの状態か担うシステムの所管課を記入してください。",
                en: "Ask the owner, and enter the steps' states or the section that owns the system."),
            check: .whole { context in ownersWorkLeft(context) }),
        Rule(
            "S05", .standardization, .must, line: "669",
            ja: "ガバメントクラウド接続のため庁内ネットワークを変更する",
            en: "Internal network change for the Government Cloud link.",
            quote: "ガバメントクラウド接続のための庁内ネットワーク変更",
            remedy: Words(
                ja: "ステップ⑯-2（庁内ネットワーク接続の設計・構築）の状態を確かめてください。",
                en: "Check step ⑯-2, the design and building of the internal network link."),
            check: .whole { context in missingNetworkChanges(context) }),
        Rule(
            "S06", .standardization, .planned, line: "1510–1511",
            ja: "文字コードと連携手法を庁内でも統一する",
            en: "Use the standards (character code, link method) also in internal systems.",
            quote: "標準化が定められた文字コードや連携手法おいて、庁内システムにおいても統一していく予定",
            manual: .noField),
        Rule(
            "S07", .standardization, .consider, line: "1301–1302",
            ja: "中間標準レイアウト仕様への準拠を検討する",
            en:
                "Consider package conforming to the intermediate standard layout (vendor lock-in, migration cost).",
            quote: "｢中間標準レイアウト仕様｣に準拠したものの選択を検討する",
            manual: .noField),
        Rule(
            "S08", .standardization, .must, line: "1518–1520",
            ja: "データ連携標準・共通語彙・コード体系に準拠して開発する",
            en: "Development follows national data link standard, common vocabulary, code system.",
            quote: "国が整備する行政データ連携標準、共通語彙基盤、コード体系に準拠した開発を行う",
            manual: .checklist),
    ]
}
