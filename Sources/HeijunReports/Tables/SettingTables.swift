public import HeijunModel

extension Table {
    /// Settings with their values in a portfolio, defaults, ranges and meaning.
    public static func settings(_ settings: [Setting], _ portfolio: Portfolio, _ format: Format) -> Table {
        Table(
            key: "settings", title: Words(ja: "設定", en: "Settings"),
            columns: [
                Column("setting", ja: "設定", en: "Setting"), Column("value", ja: "値", en: "Value", .trailing),
                Column("unit", ja: "単位", en: "Unit"), Column("standard", ja: "既定", en: "Default", .trailing),
                Column("range", ja: "範囲", en: "Range"), Column("note", ja: "説明", en: "Meaning"),
                .data("reason", ja: "理由", en: "Reason"),
            ],
            rows: settings.map { setting in
                let value = portfolio.value(of: setting)
                let entry = portfolio.settingValues.first { $0.id == setting.key }
                return [
                    Cell(setting.key.text),
                    Cell(
                        setting.text(value, number: grouped), .int(value),
                        tone: value == setting.standard ? .plain : .caution),
                    format.cell(setting.unit),
                    Cell(setting.text(setting.standard, number: grouped), .int(setting.standard)),
                    Cell(setting.rangeText(number: grouped)), format.cell(setting.note), Cell(entry?.reason),
                ]
            })
    }

    /// The scenarios of a portfolio, each with what it changes.
    public static func scenarios(_ portfolio: Portfolio, _ format: Format) -> Table {
        Table(
            key: "scenarios", title: Words(ja: "シナリオ", en: "Scenarios"),
            columns: [
                Column("scenario", ja: "シナリオ", en: "Scenario"), Column("changes", ja: "変更", en: "Changes"),
                Column("note", ja: "説明", en: "Note"),
            ],
            rows: portfolio.scenarios.sorted { $0.id < $1.id }.map { scenario in
                let changes = portfolio.scenarioChanges.filter { $0.scenario == scenario.id }
                    .sorted { $0.target < $1.target }
                let shown = changes.map { "\(target($0.target, format))=\($0.value ?? "")" }
                let kept = changes.map { "\($0.target.text)=\($0.value ?? "")" }
                return [
                    Cell(scenario.id.text),
                    Cell(shown.joined(separator: " "), .array(kept.map(JSONValue.string))),
                    Cell(scenario.note),
                ]
            })
    }

    /// What a change of a scenario is of, as it is read: a ceiling's year in the reader's way of writing.
    private static func target(_ key: Key, _ format: Format) -> String {
        let parts = key.text.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
        guard let last = parts.last, last.count == 4, let year = Int(last) else { return key.text }
        return (parts.dropLast() + [format.year(FiscalYear(year))]).joined(separator: "/")
    }

    /// What one scenario changes, beside the ledger's own values.
    public static func scenario(
        _ key: Key, _ portfolio: Portfolio, _ format: Format, ledger: (Key) -> String?
    ) -> Table {
        Table(
            key: "changes", title: Words(ja: "シナリオの変更", en: "What the scenario changes"),
            columns: [
                Column("target", ja: "対象", en: "Target"), Column("ledger", ja: "台帳", en: "Ledger", .trailing),
                Column("value", ja: "シナリオ", en: "Scenario", .trailing),
            ],
            rows: portfolio.scenarioChanges.filter { $0.scenario == key }.sorted { $0.target < $1.target }.map
            {
                [
                    Cell(target($0.target, format), .string($0.target.text)), Cell(ledger($0.target)),
                    Cell($0.value),
                ]
            })
    }
}
