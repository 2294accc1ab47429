import HeijunModel

extension Rule {
    /// Running systems with the needed effort only.
    static let operations: [Rule] = [
        Rule(
            "O01", .operations, .must, line: "1242",
            ja: "サービスレベルを必要最低限にする",
            en: "Service level set to the necessary minimum.",
            quote: "サービスレベルは必要最低限にし、運用費用を縮減",
            manual: .checklist),
        Rule(
            "O02", .operations, .must, line: "1234–1235",
            ja: "運用業務の委託を集約する",
            en: "Operation contracts of systems in the machine room or in one section are merged.",
            quote: "マシン室に設置するシステムや、同一部門に設置するシステムは運用業務(オペレーション)委託を集約する",
            manual: .noField),
        Rule(
            "O03", .operations, .consider, line: "1238–1239",
            ja: "大量印刷・封入封緘は外部委託を検討する",
            en: "Mass printing and enclosing outsourced at rebuild.",
            quote: "大量に印刷する帳票の印刷・封入封緘作業は外部委託を検討し",
            manual: .checklist),
        Rule(
            "O04", .operations, .must, line: "967–968",
            ja: "監視やログ収集を自動化する",
            en: "Automate monitoring, log collection where possible.",
            quote: "ツール等により自動化可能な作業はできる限り自動化し",
            manual: .checklist),
        Rule(
            "O05", .operations, .must, line: "928",
            ja: "運用関係者の役割を整理する",
            en: "Roles of parties in operation are made clear, esp. with several contractors.",
            quote: "だれがいつやるのか関係者の役割を整理し",
            manual: .checklist),
        Rule(
            "O06", .operations, .must, line: "956",
            ja: "障害を定型の様式で報告し共有する",
            en: "Failures reported in a standard form and shared.",
            quote: "障害発生時の報告手順・様式、影響する関連部署への連絡",
            manual: .outside),
    ]
}
