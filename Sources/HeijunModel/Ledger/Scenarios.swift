/// A named variant (シナリオ): settings, ceilings and pins that differ from the ledger's for a plan made under it.
public struct Scenario: LedgerRecord {
    /// Its name on the command line, without blanks.
    public var id: Key = ""
    /// What it stands for, in a sentence.
    public var note: String?
    public init() {}

    public static let fields: [Field<Self>] = [
        .required("id", \.id, ja: "シナリオ", en: "Scenario"),
        .optional("note", \.note, ja: "説明", en: "Note"),
    ]
    public static let kind = RecordKind.of(
        \.scenarios, name: "scenario", ja: "シナリオ", en: "Scenario", identity: ["id"])
}

/// One thing that a scenario changes.
public struct ScenarioChange: LedgerRecord {
    /// Scenario (シナリオ).
    public var scenario: Key = ""
    /// What changes, as the command line writes it: a setting's key, a year of a ceiling, a system.
    public var target: Key = ""
    /// The value under the scenario; empty opens a pinned year.
    public var value: String?
    public init() {}

    public static let fields: [Field<Self>] = [
        .required("scenario", \.scenario, ja: "シナリオ", en: "Scenario", to: "scenario"),
        .required(
            "target", \.target, ja: "対象", en: "Target",
            note: Words(
                ja: "設定のキー、予算上限の年度（2028、会計/2028）、システムID（固定年度）、システムID.項目",
                en: "a setting, a ceiling's year (2028, ACCOUNT/2028), a system (its pin), SYSTEM.field")),
        .optional(
            "value", \.value, ja: "値", en: "Value",
            note: Words(
                ja: "数、-15%、9500000千円、年度。空は固定の解除", en: "a number, -15%, an amount, a year; empty unpins")),
    ]
    public static let kind = RecordKind.of(
        \.scenarioChanges, name: "scenario_change", ja: "シナリオの変更", en: "Scenario change",
        identity: ["scenario", "target"], parent: "scenario")
}
