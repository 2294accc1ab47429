import HeijunModel

extension Rule {
    /// The network rules of the three tiers (三層の対策), beside the policy's own.
    static let tiers: [Rule] = [
        Rule(
            id: "R-TIER-1", area: .tiers, strength: .must,
            title: Words(
                ja: "個人番号を扱うシステムと標準化対象業務はインターネット接続系に置かない",
                en: "Systems that handle My Number or a standardized business stay out of the Internet tier."),
            quote: "", source: tierSource,
            remedy: Words(ja: "マイナンバー利用事務系へ移してください。", en: "Move it to the My-Number tier."),
            check: .eachSystem { system, _ in
                guard system.tier == .internet, system.handlesMyNumber || !system.businesses.isEmpty
                else { return nil }
                return Breach(
                    system, "tier", system.tier?.rawValue,
                    severity: system.isOnlyLooselyTiered ? .warning : .error,
                    ja: "個人番号か標準化対象業務を扱いますが、インターネット接続系にあります。",
                    en: "it handles My Number or a standardized business, but stands in the Internet tier.")
            }),
        Rule(
            id: "R-TIER-2", area: .tiers, strength: .must,
            title: Words(
                ja: "マイナンバー利用事務系とインターネット接続系を連携させない",
                en: "No link joins the My-Number tier and the Internet tier."),
            quote: "", source: tierSource,
            remedy: Words(
                ja: "連携をやめるか、経由する中継と層の記載を確かめてください。",
                en: "End the link, or check its relay and the tiers as recorded."),
            check: .whole { context in
                tierBreaches(context, severity: .error, where: \.joinsMyNumberAndInternet)
            }),
        Rule(
            id: "R-TIER-3", area: .tiers, strength: .must,
            title: Words(
                ja: "マイナンバー利用事務系とLGWAN接続系の連携は特定通信を定める",
                en: "A link of the My-Number tier with the LGWAN tier names its specific communication."),
            quote: "",
            source: tierSource,
            remedy: Words(
                ja: "特定通信（送信元・送信先・ポート・承認）を記入してください。",
                en: "Enter source, destination, port and approval of the communication."),
            check: .whole { context in
                tierBreaches(context, severity: .warning, where: \.lacksSpecificCommunication)
            }),
        Rule(
            id: "R-TIER-4", area: .tiers, strength: .must,
            title: Words(
                ja: "インターネット接続系からLGWAN接続系へは無害化して取り込む（逆向きはαモデルでは不可）",
                en: "What enters the LGWAN tier from the Internet tier is sanitized; α allows no way back."),
            quote: "", source: tierSource,
            remedy: Words(ja: "無害化を経由させ、台帳に記入してください。", en: "Sanitize it, and record it."),
            check: .whole { context in tierBreaches(context, severity: .error, where: \.entersUnsanitized) }),
        Rule(
            id: "R-TIER-5", area: .tiers, strength: .must,
            title: Words(
                ja: "文書・財務・人事などの内部システムはβ'モデル以外ではインターネット接続系に置かない",
                en: "Internal business systems stay out of the Internet tier, except in the β' model."),
            quote: "", source: tierSource,
            remedy: Words(
                ja: "LGWAN接続系へ移すか、三層分離モデルの記載を確かめてください。",
                en: "Move it to the LGWAN tier, or check the body's network model."),
            check: .eachSystem { system, context in
                guard system.tier == .internet, system.systemClass == .internal_,
                    system.exceptionReason == nil,
                    let model = context.portfolio.organization.networkModel, model != .betaPrime
                else { return nil }
                return Breach(
                    system, "tier", system.tier?.rawValue, severity: .warning,
                    ja: "内部情報システムですが、\(model.title.ja)の団体でインターネット接続系にあります。",
                    en: "it is an internal system in the Internet tier of a body with the \(model.title.en).")
            }),
        Rule(
            id: "R-TIER-6", area: .tiers, strength: .must,
            title: Words(
                ja: "ガバメントクラウドの標準準拠システムはインターネット接続系と連携させない",
                en: "A system in the Government Cloud has no link with the Internet tier."),
            quote: "",
            source: tierSource,
            remedy: Words(
                ja: "連携をやめるか、更新適用・ライセンス認証・管理画面のいずれかであることを特定通信に記入してください。",
                en:
                    "End the link, or enter which of the three exceptions it is: patches, licences or console."
            ),
            check: .whole { context in tierBreaches(context, severity: .error, where: \.leavesGovernmentCloud)
            }),
    ]

    /// The guideline's own text was not at hand; the sentences follow published explanations of it.
    private static let tierSource =
        "総務省 地方公共団体における情報セキュリティポリシーに関するガイドライン（徳島県「三層からなる対策」ほかの解説による）"
}
