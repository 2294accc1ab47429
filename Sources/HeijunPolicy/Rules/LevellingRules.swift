import HeijunModel

extension Rule {
    /// Spreading large rebuilds over the years.
    static let levelling: [Rule] = [
        Rule(
            "L01", .levelling, .must, line: "803",
            ja: "大規模システムの再構築時期を把握する",
            en: "Know the rebuild period of each large system.",
            quote: "大規模システムの再構築時期を把握し早期に検討・調整する",
            remedy: Words(
                ja: "次期再構築年度を記入してください。", en: "Enter the year of its next rebuild."),
            check: .eachSystem { system, _ in
                guard system.size == .large, system.rebuildYear == nil, !system.isLeaving else { return nil }
                return Breach(
                    system, "rebuild_year", nil,
                    ja: "大規模ですが、再構築の時期がありません。", en: "it is large and has no rebuild year.")
            }),
        Rule(
            "L02", .levelling, .must, line: "808–809",
            ja: "大規模システムの全体ロードマップを作る",
            en: "Roadmap lists per large system the rebuild period, the budget year etc.",
            quote: "各大規模システムの再構築時期、予算化年度等を整理した全体ロードマップを作成",
            remedy: Words(
                ja: "構築年数と再構築費を記入してください。予算化年度はそこから定まります。",
                en: "Enter years of building and build cost; the budget year follows from them."),
            check: .eachSystem { system, _ in
                guard system.size == .large, system.rebuildYear != nil,
                    system.buildYears == nil || system.buildCost == nil
                else { return nil }
                let field = system.buildYears == nil ? "build_years" : "build_cost"
                return Breach(
                    system, field, nil, severity: .warning,
                    ja: "ロードマップに要る構築年数か再構築費がありません。",
                    en: "the roadmap needs its years of building and its build cost.")
            }),
        Rule(
            "L03", .levelling, .must, line: "822–823",
            ja: "大規模システムの再構築を同じ年度に重ねない",
            en: "Do not let rebuilds of large systems overlap in a particular year.",
            quote: "特定の年度に大規模システムの再構築が重ならないよう計画的に調整する",
            remedy: Words(
                ja: "平準化計画（heijun plan）で年度を調整してください。件数の上限は設定 plan.large-per-year です。",
                en: "Level the years with heijun plan; the limit is the setting plan.large-per-year."),
            check: .whole { context in largeOverlaps(context) }),
        Rule(
            "L04", .levelling, .must, line: "804",
            ja: "再構築では財政負担を平準化する",
            en: "Rebuild planning takes levelling of the financial burden into account.",
            quote: "再構築では財政負担の平準化を考慮する",
            manual: .planner),
        Rule(
            "L05", .levelling, .consider, line: "827–828",
            ja: "大規模再構築では長期のサービス提供契約を検討する",
            en:
                "Consider long service-provision contract bundling development and maintenance cost for large rebuilds.",
            quote: "開発費と維持費を一体とした長期のサービス提供契約での調達も検討する",
            remedy: Words(
                ja: "開発費と維持費を一体とした長期契約を、調達方式の比較に加えてください。",
                en: "Compare a long contract that joins building and upkeep."),
            check: .eachSystem { system, context in
                guard system.size == .large, let year = system.rebuildYear, year >= context.year,
                    !context.ledger.contracts(of: system.id).contains(where: \.bindsLaterYears)
                else { return nil }
                return Breach(
                    system, "rebuild_year", year.fieldText,
                    ja: "\(context.ja(year))の大規模再構築は、長期のサービス提供契約の検討対象です。",
                    en: "its large rebuild in FY\(year.startYear) may be bought as a long service contract.")
            }),
        Rule(
            "L06", .levelling, .must, line: "829–830",
            ja: "継続契約が割高にならないよう当初調達で配慮する",
            en: "With such contracts make sure the continuation contract is not unduly expensive.",
            quote: "契約期間が満了した後の継続契約が必要以上に高額にならないよう当初調達時に配慮する",
            remedy: Words(
                ja: "継続契約の価格条項の有無を確かめ、台帳に記入してください。",
                en: "Check for a clause on the continuation price and enter it."),
            check: .eachSystem { system, context in
                guard system.size == .large, system.continuationClause != true,
                    let contract = context.ledger.contracts(of: system.id).first(where: {
                        $0.contractKind == .longTerm || $0.contractKind == .debtBurden
                    })
                else { return nil }
                return Breach(
                    system, "continuation_clause", system.continuationClause?.fieldText, severity: .warning,
                    ja: "長期の契約「\(contract.name ?? contract.id.text)」に継続契約の価格条項がありません。",
                    en:
                        "contract “\(contract.name ?? contract.id.text)” has no clause on the continuation price."
                )
            }),
        Rule(
            "L07", .levelling, .must, line: "814",
            ja: "次期システムの検討に早期に取り組む",
            en: "Start work on the next system early, from the roadmap.",
            quote: "次期システムの検討に早期に取り組む",
            remedy: Words(
                ja: "検討に着手し、システム事前評価の予定を記入してください。間に合わなければ年度を見直してください。",
                en: "Begin, and enter the review before the budget; or move the year."),
            check: .eachSystem { system, context in
                guard system.isRunning, !system.isLeaving, let year = system.rebuildYear, year > context.year,
                    let first = system.firstSpendingYear, !context.hasReview(.beforeBudget, system)
                else { return nil }
                let request = first.advanced(by: -context.portfolio.value(of: .leadYears))
                guard request < context.year else { return nil }
                return Breach(
                    system, "rebuild_year", year.fieldText, severity: .warning,
                    ja: "\(context.ja(year))の再構築には\(context.ja(request))の予算要求が要りましたが、事前評価の記録がありません。",
                    en:
                        "a rebuild in FY\(year.startYear) needed its budget request in FY\(request.startYear), "
                        + "and no review is recorded.")
            }),
        Rule(
            "L08", .levelling, .must, line: "815–816",
            ja: "業務所管とシステム所管が早期から連携する",
            en: "Business and system departments work together from an early stage.",
            quote: "業務所管部門とシステム所管部門が早い段階から連携",
            remedy: Words(
                ja: "業務所管課とシステム所管課の両方を記入してください。",
                en: "Enter both the business section and the system section."),
            check: .eachSystem { system, _ in
                guard system.rebuildYear != nil, system.size == .large,
                    system.businessSection == nil || system.systemSection == nil
                else { return nil }
                let field = system.businessSection == nil ? "business_section" : "system_section"
                return Breach(
                    system, field, nil, severity: .warning,
                    ja: "大規模再構築を控え、所管課の片方が決まっていません。",
                    en: "a large rebuild is coming, and one of its two sections is open.")
            }),
        Rule(
            "L09", .levelling, .must, line: "836–837",
            ja: "難しい大規模再構築は構想段階から外部の支援を受ける",
            en: "Difficult large rebuilds get outside expert support from concept and basic-plan stage.",
            quote: "構想・企画段階、基本計画策定段階から、外部業者・専門家の支援を受ける",
            manual: .noField),
        Rule(
            "L10", .levelling, .must, line: "842–843",
            ja: "リスクを検討し障害に強い環境を整える",
            en:
                "Examine assumed risks; redundancy of server/network/power and backup by need and cost-effect.",
            quote: "必要性と費用対効果を踏まえて障害に強い環境を整備する",
            manual: .checklist),
    ]
}
