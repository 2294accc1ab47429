import HeijunModel

extension DataCheck {
    /// Values that cannot be, or that nobody would believe without a second look.
    static let impossible: [DataCheck] = [
        number("window-early", "window_early", 0...20, \.windowEarly),
        number("window-late", "window_late", 0...20, \.windowLate),
        number("build-years", "build_years", 0...FiscalYear.longestBuild, \.buildYears),
        number("life-years", "life_years", 1...50, \.lifeYears),
        number("cycle-years", "cycle_years", 1...30, \.cycleYears),
        amount("build-cost", "build_cost", \.buildCost),
        amount("equipment-cost", "equipment_cost", \.equipmentCost),
        amount("migration-cost", "migration_cost", \.migrationCost),
        amount("run-cost", "annual_run_cost", \.annualRunCost),
        amount("run-cost-after", "run_cost_after", \.runCostAfter),
        amount("extension-cost", "extension_cost", \.extensionCost),
        DataCheck(
            "impossible-in-service", .impossible, .error,
            fix: Words(ja: "稼働年度か状態を直してください。", en: "Correct its in-service year or its stage."),
            check: .eachSystem { system, context in
                guard let year = system.inService else { return nil }
                let isInUse = system.stage == .operating || system.stage == .retiring
                guard (isInUse && year > context.year) || year < FiscalYear(1955) else { return nil }
                return Breach(
                    system, "in_service", year.fieldText,
                    ja: "稼働年度（\(context.ja(year))）が\(isInUse && year > context.year ? "未来" : "古すぎ")です。",
                    en: "its in-service year FY\(year.startYear) cannot be.")
            }),
        table("impossible-amount", .error, Words(ja: "金額の符号を確かめてください。", en: "Check the amount's sign.")) {
            $0.portfolio.costs.lazy.filter { $0.amount < .zero }.map {
                ("cost", $0.recordKey, "amount", $0.amount.fieldText)
            }
                + $0.portfolio.contracts.filter { ($0.amount ?? .zero) < .zero }
                .map { ("contract", $0.recordKey, "amount", $0.amount?.fieldText ?? "") }
                + $0.portfolio.ceilings.filter { $0.amount < .zero }
                .map { ("ceiling", $0.recordKey, "amount", $0.amount.fieldText) }
        },
        table("impossible-tax-rate", .warning, Words(ja: "税率を確かめてください。", en: "Check the tax rate.")) {
            $0.portfolio.costs.lazy.filter { ($0.taxRate ?? .none) > Rate(tenThousandths: 3000) }
                .map { ("cost", $0.recordKey, "tax_rate", $0.taxRate?.fieldText ?? "") }
        },
        table("impossible-share", .error, Words(ja: "負担割合を0〜1にしてください。", en: "Give a share from 0 to 1.")) {
            $0.portfolio.accountShares.filter { $0.share > .one || $0.share < .none }
                .map { ("account_share", $0.recordKey, "share", $0.share.fieldText) }
        },
        table("impossible-capacity", .warning, Words(ja: "容量を記入してください。", en: "Enter the capacity.")) {
            $0.portfolio.roomCapacities.filter(\.holdsNothing)
                .map { ("room_capacity", $0.recordKey, "rack_units", $0.units?.fieldText ?? "") }
                + $0.portfolio.vendors.filter { ($0.maxParallelRebuilds ?? 1) < 1 }
                .map {
                    (
                        "vendor", $0.id.text, "max_parallel_rebuilds",
                        $0.maxParallelRebuilds.map(String.init) ?? ""
                    )
                }
        },
        table("impossible-step", .error, Words(ja: "ステップ番号を1〜40にしてください。", en: "Number steps from 1 to 40.")) {
            $0.portfolio.steps.filter { !(1...ProcedureStep.all.count).contains($0.number) }
                .map { ("step", $0.recordKey, "number", String($0.number)) }
        },
        table("impossible-rate", .error, Words(ja: "進捗率を0〜1にしてください。", en: "Give a rate from 0 to 1.")) {
            $0.portfolio.businesses.filter { ($0.reportedRate ?? .one) > .one }
                .map { ("business", $0.id.text, "reported_rate", $0.reportedRate?.fieldText ?? "") }
        },
        table("impossible-population", .warning, Words(ja: "人口を確かめてください。", en: "Check the population.")) {
            $0.portfolio.populations.filter { !(1...20_000_000).contains($0.count) }
                .map { ("population", $0.recordKey, "count", String($0.count)) }
        },
        table(
            "impossible-setting", .warning,
            Words(ja: "設定の値を範囲内にしてください。", en: "Put the setting into its range.")
        ) {
            context in
            context.portfolio.settingValues.filter(\.isRefused)
                .map { ("setting", $0.id.text, "value", $0.value) }
        },
    ]

    private static func number(
        _ code: String, _ field: String, _ range: ClosedRange<Int>,
        _ value: any KeyPath<ITSystem, Int?> & Sendable
    ) -> DataCheck {
        DataCheck(
            "impossible-" + code, .impossible, .error,
            fix: Words(
                ja: "\(range.lowerBound)〜\(range.upperBound)の値にしてください。",
                en: "Give \(range.lowerBound) to \(range.upperBound)."),
            check: .eachSystem { system, _ in
                guard let number = system[keyPath: value], !range.contains(number) else { return nil }
                let title = ITSystem.title(of: field)
                return Breach(
                    system, field, String(number), ja: "「\(title.ja)」が\(number)です。",
                    en: "“\(title.en)” is \(number).")
            })
    }

    private static func amount(
        _ code: String, _ field: String, _ value: any KeyPath<ITSystem, Yen?> & Sendable
    ) -> DataCheck {
        DataCheck(
            "impossible-" + code, .impossible, .error,
            fix: Words(ja: "0円以上の金額にしてください。", en: "Give an amount of 0 yen or more."),
            check: .eachSystem { system, _ in
                guard let yen = system[keyPath: value], yen < .zero else { return nil }
                let title = ITSystem.title(of: field)
                return Breach(
                    system, field, yen.fieldText, ja: "「\(title.ja)」が負（\(yen.amount)円）です。",
                    en: "“\(title.en)” is negative (\(yen.amount) yen).")
            })
    }

    /// A check of any kind's records, named by kind, key, field and value.
    private static func table(
        _ code: String, _ severity: Finding.Severity, _ fix: Words,
        _ rows: @escaping @Sendable (Context) -> [(kind: String, key: String, field: String, value: String)]
    ) -> DataCheck {
        DataCheck(
            code, .impossible, severity, fix: fix,
            check: .whole { context in
                rows(context).map { row in
                    let kind = RecordKind.named(row.kind)
                    let title = kind?.title(of: row.field) ?? Words(ja: row.field, en: row.field)
                    let seen = row.value.isEmpty ? "–" : row.value
                    return Breach(
                        kind: row.kind, key: row.key, field: row.field, value: row.value,
                        ja: "\(kind?.title.ja ?? "")「\(row.key)」の「\(title.ja)」が\(seen)です。",
                        en: "“\(title.en)” of “\(row.key)” is \(seen).")
                }
            })
    }
}

extension RecordKind {
    /// The heading of one of its fields.
    func title(of field: String) -> Words {
        position[field].map { fields[$0].title } ?? Words(ja: field, en: field)
    }
}

extension LedgerRecord {
    /// The heading of one of its fields.
    static func title(of field: String) -> Words { kind.title(of: field) }
}

extension Rate {
    /// Nothing.
    static let none = Rate(tenThousandths: 0)
}

extension RoomCapacity {
    /// Whether no limit is given, or one of them is 0: a room that holds nothing.
    var holdsNothing: Bool {
        (units == nil && power == nil && weight == nil) || units?.halves == 0 || power?.amount == 0
            || weight?.amount == 0
    }
}

extension SettingValue {
    /// Whether the setting exists but takes no such value.
    var isRefused: Bool {
        guard let setting = Setting.all.first(where: { $0.key == id }) else { return false }
        return setting.value(of: value) == nil
    }
}
