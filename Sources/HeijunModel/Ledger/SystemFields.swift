extension ITSystem {
    /// The ledger table of a system: one line a field.
    public static let fields: [Field<Self>] =
        identityFields + natureFields + lifeFields + placeFields + moneyFields + standardFields
        + governanceFields

    private static let identityFields: [Field<Self>] = [
        .required("id", \.id, ja: "システムID", en: "System key"),
        .required("name", \.name, ja: "システム名", en: "Name"),
        .optional("short_name", \.shortName, ja: "略称", en: "Short name"),
        .optional("summary", \.summary, ja: "概要", en: "Summary"),
        .optional("business_section", \.businessSection, ja: "業務所管課", en: "Business section", to: "section"),
        .optional("system_section", \.systemSection, ja: "システム所管課", en: "System section", to: "section"),
    ]

    private static let natureFields: [Field<Self>] = [
        .optional("class", \.systemClass, ja: "業務分類", en: "Class"),
        .optional("audience", \.audience, ja: "利用者", en: "Audience"),
        .optional("service_hours", \.serviceHours, ja: "提供時間", en: "Service hours"),
        .optional("tier", \.tier, ja: "ネットワーク層", en: "Network tier"),
        .flag("handles_my_number", \.handlesMyNumber, ja: "個人番号利用", en: "Handles My Number"),
        .flag("handles_resident_data", \.handlesResidentData, ja: "住民情報の取扱い", en: "Handles resident data"),
        .optional("form", \.form, ja: "開発形態", en: "Form"),
        .optional("size", \.size, ja: "規模", en: "Size"),
        .optional("difficulty", \.difficulty, ja: "難易度", en: "Difficulty"),
    ]

    private static let lifeFields: [Field<Self>] = [
        .optional("stage", \.stage, ja: "状態", en: "Stage"),
        .optional("in_service", \.inService, ja: "稼働年度", en: "In service since"),
        .optional("life_years", \.lifeYears, ja: "再構築周期（年）", en: "Years between rebuilds"),
        .optional("cycle_years", \.cycleYears, ja: "機器更新周期（年）", en: "Years between renewals"),
        .optional("renewal_year", \.renewalYear, ja: "次期機器更新年度", en: "Next renewal"),
        .optional("rebuild_year", \.rebuildYear, ja: "次期再構築年度", en: "Next rebuild"),
        .optional(
            "window_early", \.windowEarly, ja: "前倒し可能年数", en: "Years it may be earlier",
            note: Words(ja: "0以上。空欄は設定値", en: "0 or more; empty takes the setting")),
        .optional(
            "window_late", \.windowLate, ja: "先送り可能年数", en: "Years it may be later",
            note: Words(ja: "0以上。空欄は設定値", en: "0 or more; empty takes the setting")),
        .optional(
            "build_years", \.buildYears, ja: "構築年数", en: "Years of building",
            note: Words(ja: "稼働年度の前に要する年数", en: "Fiscal years before the go-live year that it takes")),
        .flag("year_decided", \.isYearDecided, ja: "年度決定済", en: "Year decided"),
        .optional("pinned_year", \.pinnedYear, ja: "固定年度", en: "Pinned rebuild year"),
        .optional("pinned_renewal", \.pinnedRenewal, ja: "固定更新年度", en: "Pinned renewal year"),
        .optional("retires_after", \.retiresAfter, ja: "廃止年度", en: "Last fiscal year"),
    ]

    private static let placeFields: [Field<Self>] = [
        .optional("hosting", \.hosting, ja: "稼働形態", en: "Hosting"),
        .list("allowed_hostings", \.allowedHostings, ja: "選択可能な稼働形態", en: "Allowed hostings"),
        .optional("room", \.room, ja: "設置場所", en: "Room", to: "room"),
        .optional("target_room", \.targetRoom, ja: "移設先", en: "Target room", to: "room"),
        .optional("rack_units", \.units, ja: "ラック使用", en: "Rack units"),
        .optional("power", \.power, ja: "消費電力", en: "Power"),
        .optional("weight", \.weight, ja: "重量", en: "Weight"),
    ]

    private static let moneyFields: [Field<Self>] = [
        .optional("account", \.account, ja: "会計", en: "Account", to: "account"),
        .optional("build_cost", \.buildCost, ja: "再構築費", en: "Build cost"),
        .optional("equipment_cost", \.equipmentCost, ja: "機器費", en: "Equipment cost"),
        .optional("migration_cost", \.migrationCost, ja: "データ移行費", en: "Migration cost"),
        .optional("annual_run_cost", \.annualRunCost, ja: "年間運用経費", en: "Yearly running cost"),
        .optional("run_cost_after", \.runCostAfter, ja: "再構築後の年間運用経費", en: "Running cost after"),
        .optional(
            "extension_cost", \.extensionCost, ja: "延伸経費（年額）", en: "Yearly extension cost",
            note: Words(ja: "再リース・延長保守で1年先送りする費用", en: "Re-lease and extended upkeep per year of delay")),
        .optional("effort", \.effort, ja: "再構築工数", en: "Rebuild effort"),
        .optional("vendor", \.vendor, ja: "事業者", en: "Vendor", to: "vendor"),
    ]

    private static let standardFields: [Field<Self>] = [
        .list("businesses", \.businesses, ja: "標準化対象業務", en: "Standardized businesses", to: "business"),
        .optional("transition_reason", \.transitionReason, ja: "特定移行支援の事由", en: "Transition reason"),
        .optional("transition_day", \.transitionPlannedDay, ja: "特定移行の予定日", en: "Transition planned"),
        .optional("specification", \.specificationVersion, ja: "標準仕様書の版", en: "Specification version"),
    ]

    private static let governanceFields: [Field<Self>] = [
        .list("programmes", \.programmes, ja: "事務事業", en: "Programmes", to: "programme"),
        .list("function_codes", \.functionCodes, ja: "機能コード", en: "Function codes"),
        .flag("uses_link_platform", \.usesLinkPlatform, ja: "連携基盤利用", en: "Uses the link platform"),
        .optional(
            "continuation_clause", \.continuationClause, ja: "継続契約の価格条項", en: "Continuation price clause"),
        .optional("exception_reason", \.exceptionReason, ja: "例外の理由", en: "Reason for exception"),
        .optional("valid_from", \.validFrom, ja: "台帳登録日", en: "Valid from"),
        .optional("valid_to", \.validTo, ja: "台帳抹消日", en: "Valid to"),
        .list("successors", \.successors, ja: "承継システム", en: "Successors", to: "system"),
        .optional("note", \.note, ja: "備考", en: "Note"),
    ]
}
