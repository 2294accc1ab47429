import HeijunModel

extension Rule {
    /// The order SaaS, PaaS/IaaS, housing, on-premises and what is asked of a service.
    static let cloud: [Rule] = [
        Rule(
            "C01", .cloud, .order, line: "1150–1151",
            ja: "検討順１ SaaS",
            en: "Order of consideration 1: SaaS (use of a service).",
            quote: "SaaS(サービス利用)",
            manual: .checklist),
        Rule(
            "C02", .cloud, .order, line: "1153–1154",
            ja: "検討順２ PaaS/IaaS",
            en: "Order 2: PaaS/IaaS (use of servers).",
            quote: "PaaSIaaS(サーバ利用)",
            manual: .checklist),
        Rule(
            "C03", .cloud, .order, line: "1156–1157",
            ja: "検討順３ ハウジング",
            en: "Order 3: housing (use of a data centre).",
            quote: "ハウジング(データセンタ利用)",
            manual: .checklist),
        Rule(
            "C04", .cloud, .must, line: "1100–1101",
            ja: "満たすサービスがなければオンプレミス",
            en: "If no service meets the items: on-premises.",
            quote: "満たすサービスがない場合はオンプレミス※※を選択する",
            manual: .checklist),
        Rule(
            "C05", .cloud, .condition, line: "1133–1134",
            ja: "SaaSの条件１ 情報資産の分類に応じた取扱い",
            en: "Condition SaaS 1: info_class handling ok.",
            quote: "情報資産の分類に応じた、適切な取扱いが担保されるか",
            manual: .checklist),
        Rule(
            "C06", .cloud, .condition, line: "1136",
            ja: "SaaSの条件２ 業務への適合",
            en: "Condition SaaS 2: service exists that fits the business.",
            quote: "業務に適合するクラウドサービスがあるか",
            manual: .checklist),
        Rule(
            "C07", .cloud, .condition, line: "1137",
            ja: "SaaSの条件３ 機能・運用条件",
            en: "Condition SaaS 3: functions/operating conditions acceptable.",
            quote: "機能や運用条件が許容できるか",
            manual: .checklist),
        Rule(
            "C08", .cloud, .condition, line: "1138",
            ja: "SaaSの条件４ セキュリティ",
            en: "Condition SaaS 4: security sufficient and verifiable.",
            quote: "セキュリティレベルが十分で検証可能か",
            manual: .checklist),
        Rule(
            "C09", .cloud, .condition, line: "1139",
            ja: "SaaSの条件５ 価格",
            en: "Condition SaaS 5: price advantage.",
            quote: "価格面でメリットがあるか",
            manual: .checklist),
        Rule(
            "C10", .cloud, .condition, line: "1141",
            ja: "PaaS/IaaSの条件１ クラウド対応",
            en: "Condition PaaS/IaaS 1: system supports cloud.",
            quote: "システムがクラウドに対応しているか",
            manual: .checklist),
        Rule(
            "C11", .cloud, .condition, line: "1142",
            ja: "PaaS/IaaSの条件２ バックアップ・災害対策",
            en: "Condition PaaS/IaaS 2: backup/DR provided.",
            quote: "バックアップや災害対策環境が提供されるか",
            manual: .checklist),
        Rule(
            "C12", .cloud, .condition, line: "1143",
            ja: "PaaS/IaaSの条件３ 運用の管理",
            en: "Condition PaaS/IaaS 3: operations such as restart manageable.",
            quote: "サーバ再起動などの運用が管理できるか",
            manual: .checklist),
        Rule(
            "C13", .cloud, .condition, line: "1144",
            ja: "PaaS/IaaSの条件４ 庁内システムとの連携",
            en: "Condition PaaS/IaaS 4: no trouble linking internal systems.",
            quote: "庁内のシステムとの連携に不都合がないか",
            manual: .checklist),
        Rule(
            "C14", .cloud, .condition, line: "1146",
            ja: "ハウジングの条件１ セキュリティ・耐災害性",
            en: "Condition housing 1: security, disaster resistance sufficient and verifiable.",
            quote: "セキュリティ、耐災害性は十分で検証可能か",
            manual: .checklist),
        Rule(
            "C15", .cloud, .condition, line: "1147",
            ja: "ハウジングの条件２ 運用の管理",
            en: "Condition housing 2: operations manageable (second occurrence of the phrase).",
            quote: "サーバ再起動などの運用が管理できるか",
            manual: .checklist),
        Rule(
            "C16", .cloud, .condition, line: "1148",
            ja: "ハウジングの条件３ 価格",
            en: "Condition housing 3: price advantage (second occurrence).",
            quote: "価格面でメリットがあるか",
            manual: .checklist),
        Rule(
            "C17", .cloud, .must, line: "1103–1104",
            ja: "実績があり終了リスクの低い事業者を選ぶ",
            en: "Provider has enough track record, continuing investment, low end-of-service risk.",
            quote: "十分な稼動実績を有し、継続的な投資が行われ、サービス終了のリスクが低いものを選定する",
            manual: .checklist),
        Rule(
            "C18", .cloud, .must, line: "1106–1107",
            ja: "日本の法律と国内の裁判管轄に服するサービスを使う",
            en: "Japanese law applies and courts in Japan have jurisdiction.",
            quote: "日本の法律が適用され国内に裁判管轄権があるクラウドサービスを利用する",
            manual: .checklist),
        Rule(
            "C19", .cloud, .must, line: "1109–1110",
            ja: "第三者の認証・監査報告書を確認する",
            en: "Third-party cloud security certification or audit report is checked.",
            quote: "第三者によるクラウドセキュリティ認証や監査報告書を確認する",
            manual: .checklist),
        Rule(
            "C20", .cloud, .must, line: "1112–1113",
            ja: "他サービスへのデータ移行手段を準備する",
            en: "A data migration means is prepared for moving to another service.",
            quote: "将来的な他サービスへの移行に備え、データ移行手段を準備しておく",
            manual: .checklist),
        Rule(
            "C21", .cloud, .must, line: "1115–1116",
            ja: "機密情報は暗号化し市が鍵を管理する",
            en:
                "Highly confidential information (personal data etc.) is encrypted and the city manages the key.",
            quote: "データやデータベースを暗号化し、市が暗号鍵を管理する",
            manual: .checklist),
        Rule(
            "C22", .cloud, .must, line: "1118–1119",
            ja: "バックアップを必要に応じて外部にも保管する",
            en: "Backup data also kept outside the cloud service when needed.",
            quote: "バックアップデータは必要に応じてクラウドサービスの外部でも保管する",
            manual: .checklist),
        Rule(
            "C23", .cloud, .must, line: "1121",
            ja: "可用性の規定を精査する",
            en: "Availability terms are examined.",
            quote: "可用性の規定が許容できるものか精査する",
            manual: .checklist),
        Rule(
            "C24", .cloud, .must, line: "1122–1124",
            ja: "適切な費用見積を行う",
            en: "A proper cost estimate is made.",
            quote: "クラウドサービスの利用において、適切な費用見積を行う",
            manual: .checklist),
    ]
}
