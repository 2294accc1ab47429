import HeijunModel

extension DataCheck {
    /// Fields without which planning or reporting has to guess.
    static let missing: [DataCheck] = [
        field("stage", .warning, need: Words(ja: "運用中か廃止予定か分からず", en: "unknown whether it is in use")) {
            $0.stage == nil
        },
        field("hosting", .warning, need: Words(ja: "マシン室の容量を計算できず", en: "room capacity cannot be counted")) {
            $0.hosting == nil
        },
        field("room", .warning, need: Words(ja: "マシン室の容量を計算できず", en: "room capacity cannot be counted")) {
            ($0.hosting?.needsRoom ?? false) && $0.room == nil && $0.isRunning
        },
        field(
            "rack_units", .info,
            need: Words(ja: "移設先の容量を計算できず", en: "the target's capacity cannot be counted")
        ) { ($0.hosting?.needsRoom ?? false) && $0.units == nil && $0.isRunning },
        field("size", .warning, need: Words(ja: "大規模再構築の件数を数えられず", en: "large rebuilds cannot be counted")) {
            $0.size == nil
        },
        field("in_service", .info, need: Words(ja: "更新周期を追えず", en: "its cycle cannot be followed")) {
            $0.inService == nil && $0.isRunning
        },
        field("rebuild_year", .warning, need: Words(ja: "平準化の対象にできず", en: "it cannot be levelled")) {
            $0.naturalYear == nil && !$0.isLeaving
        },
        field("build_years", .info, need: Words(ja: "予算要求の年度を計算できず", en: "its budget year cannot be told")) {
            $0.naturalYear != nil && $0.buildYears == nil && !$0.isLeaving
        },
        field("build_cost", .warning, need: Words(ja: "再構築の年度別経費に入らず", en: "its rebuild counts as free")) {
            $0.naturalYear != nil && $0.buildCost == nil && !$0.isLeaving
        },
        field(
            "annual_run_cost", .warning, need: Words(ja: "経常経費の合計に入らず", en: "its running cost counts as none")
        ) { $0.annualRunCost == nil && $0.isRunning },
        field("account", .warning, need: Words(ja: "会計別の上限と比べられず", en: "no account's ceiling applies")) {
            $0.account == nil
        },
        field("vendor", .info, need: Words(ja: "事業者の上限と比べられず", en: "no vendor's limit applies")) {
            $0.vendor == nil && $0.isRunning
        },
        field("effort", .info, need: Words(ja: "要員の上限と比べられず", en: "no staff limit applies")) {
            $0.size == .large && $0.naturalYear != nil && $0.effort == nil && !$0.isLeaving
        },
        field(
            "exception_reason", .info, need: Words(ja: "年度を固定した理由が分からず", en: "unknown why its year is pinned")
        ) { $0.pinnedYear != nil && $0.exceptionReason == nil && $0.note == nil },
        noDay,
    ]

    /// A field of a live system that is empty where it is needed.
    private static func field(
        _ key: String, _ severity: Finding.Severity, need: Words,
        where isMissing: @escaping @Sendable (ITSystem) -> Bool
    ) -> DataCheck {
        let title =
            ITSystem.kind.position[key].map { ITSystem.kind.fields[$0].title } ?? Words(ja: key, en: key)
        let fix = Words(ja: "「\(title.ja)」を記入してください。", en: "Enter “\(title.en)” (\(key)).")
        return DataCheck(
            "missing-" + key.replacing("_", with: "-"), .missing, severity, fix: fix,
            check: .eachSystem { system, _ in
                guard isMissing(system) else { return nil }
                return Breach(
                    system, key, nil, ja: "「\(title.ja)」が未記入で、\(need.ja)にいます。",
                    en: "“\(title.en)” is empty: \(need.en).")
            })
    }

    private static let noDay = DataCheck(
        "missing-as-of", .missing, .info,
        fix: Words(ja: "団体の「基準日」を記入してください。", en: "Enter the body's as-of date."),
        check: .whole { context in
            context.portfolio.organizations.filter { $0.asOf == nil }.map {
                Breach(
                    kind: "organization", key: $0.name, field: "as_of",
                    ja: "台帳の基準日がなく、いつの状態か分かりません。",
                    en: "the ledger has no as-of date, so its state has no day.")
            }
        })
}
