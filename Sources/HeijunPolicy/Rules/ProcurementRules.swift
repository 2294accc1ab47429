import HeijunModel

extension Rule {
    /// Packages, duplicates and contracts.
    static let procurement: [Rule] = [
        Rule(
            "D01", .procurement, .principle, line: "746",
            ja: "原則としてパッケージを活用する",
            en: "Packages are used in principle.",
            quote: "原則としてパッケージを活用する",
            remedy: Words(
                ja: "次の再構築でパッケージを比較するか、独自開発とする理由を記入してください。",
                en: "Compare packages at the next rebuild, or enter why it is built to order."),
            check: .eachSystem { system, _ in
                guard system.form == .scratch, system.exceptionReason == nil, !system.isLeaving else {
                    return nil
                }
                return Breach(
                    system, "form", system.form?.rawValue,
                    ja: "独自開発ですが、その理由がありません。", en: "it is built to order, and no reason is given.")
            }),
        Rule(
            "D02", .procurement, .must, line: "748",
            ja: "カスタマイズを最小限にする",
            en: "Fit the business to the package flow; keep customization minimal.",
            quote: "カスタマイズを最小限にし",
            manual: .noField),
        Rule(
            "D03", .procurement, .must, line: "785",
            ja: "構築の前に業務フローを見直す",
            en: "Review business flow before building the system.",
            quote: "システム構築の前に業務フローの更なる見直しをする",
            manual: .checklist),
        Rule(
            "D04", .procurement, .must, line: "774–775",
            ja: "不要な機能を削除する",
            en: "Remove functions no longer needed or rarely used.",
            quote: "不要になった機能や使用頻度が低い機能を削除し",
            manual: .checklist),
        Rule(
            "D05", .procurement, .must, line: "782",
            ja: "他システムと重複する機能を削除する",
            en: "Delete functions that duplicate other systems; share equipment.",
            quote: "他システムと重複する機能の削除、機器の共用化",
            remedy: Words(
                ja: "機能の統合か機器の共用を検討してください。", en: "Consider joining the functions or sharing equipment."),
            check: .whole { context in sharedFunctions(context) }),
        Rule(
            "D06", .procurement, .consider, line: "977–978",
            ja: "単年度の定例契約は複数年契約を検討する",
            en: "Consider multi-year contracts for fixed yearly contracts.",
            quote: "債務負担行為や長期継続契約による複数年契約を検討し",
            remedy: Words(
                ja: "債務負担行為か長期継続契約による複数年契約を検討してください。",
                en: "Consider a contract over several years."),
            check: .eachSystem { system, context in
                guard let (vendor, count) = yearlyContracts(of: system, context) else { return nil }
                return Breach(
                    system, "vendor", vendor.text,
                    ja: "同じ事業者（\(vendor.text)）との単年度契約が\(count)件続いています。",
                    en:
                        "\(count) single-year contracts with the same vendor (\(vendor.text)) follow each other."
                )
            }),
        Rule(
            "D07", .procurement, .must, line: "991",
            ja: "必要以上に高額なライセンスを使わない",
            en: "Do not use needlessly expensive licence products.",
            quote: "必要以上に高額なライセンス製品は使用しない",
            manual: .checklist),
        Rule(
            "D08", .procurement, .must, line: "992–993",
            ja: "仮想基盤全体に課金される製品を避ける",
            en: "Avoid licences charged on the whole virtualization host.",
            quote: "仮想基盤サーバ全体に対して費用が発生する製品は極力使用しない",
            manual: .noField),
        Rule(
            "D09", .procurement, .must, line: "1007–1008",
            ja: "入札の条件を必要最低限とする",
            en: "Keep bidding conditions to the minimum needed.",
            quote: "事業者に求める業務実績や資格要件等を必要最低限とし",
            manual: .checklist),
        Rule(
            "D10", .procurement, .must, line: "1019",
            ja: "競争性のある合理的な調達単位とする",
            en: "Procurement unit is reasonable and competitive.",
            quote: "競争性が確保できる合理的な調達単位とする",
            manual: .checklist),
        Rule(
            "D11", .procurement, .must, line: "897",
            ja: "機能・非機能要件を詳細化する",
            en: "Write functional and non-functional requirements in detail; no vague words.",
            quote: "機能・非機能要件を可能な限り詳細化する",
            manual: .checklist),
    ]
}
