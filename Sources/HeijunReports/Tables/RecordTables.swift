public import HeijunModel

extension Table {
    /// The columns that the list of systems shows unless others are asked for.
    public static let standardSystemColumns = [
        "id", "name", "class", "tier", "hosting", "size", "renewal_year", "rebuild_year", "annual_run_cost",
    ]

    /// Systems with the named fields of the ledger as columns; a field that the ledger does not have is left out.
    public static func systems(
        _ systems: [ITSystem], columns keys: [String] = standardSystemColumns, _ format: Format
    ) -> Table {
        records(systems.map(\.entry), of: ITSystem.kind, columns: keys, format)
    }

    /// Records of one kind with the named fields as columns; every field where none is named.
    public static func records(
        _ entries: [Entry], of kind: RecordKind, columns keys: [String] = [], _ format: Format
    ) -> Table {
        let positions = keys.isEmpty ? Array(kind.fields.indices) : keys.compactMap { kind.position[$0] }
        return Table(
            key: kind.name, title: kind.title, columns: positions.map { column(for: kind.fields[$0]) },
            rows: entries.map { entry in
                positions.map { FieldCell.cell(entry.values[$0], of: kind.fields[$0], format) }
            })
    }

    /// One record: a row for each field that has a value.
    public static func record(_ entry: Entry, of kind: RecordKind, _ format: Format) -> Table {
        Table(
            key: kind.name, title: kind.title,
            columns: [
                .data("field", ja: "項目キー", en: "Field key"), Column("title", ja: "項目", en: "Field"),
                Column("value", ja: "値", en: "Value"), Column("unit", ja: "単位", en: "Unit"),
            ],
            rows: zip(kind.fields, entry.values).compactMap { field, text in
                guard let text else { return nil }
                let unit = field.type == .yen ? format.moneyUnit : format(field.type.unit)
                return [
                    Cell(field.key), format.cell(field.title), FieldCell.cell(text, of: field, format),
                    Cell(unit.isEmpty ? nil : unit),
                ]
            })
    }

    private static func column(for field: FieldInfo) -> Column {
        switch field.type {
        case .yen: return .money(field.key, ja: field.title.ja, en: field.title.en)
        case .integer, .fiscalYear, .rackUnits, .watts, .kilograms, .personMonths, .rate, .figure:
            return Column(field.key, ja: field.title.ja, en: field.title.en, .trailing)
        case .text, .key, .day, .flag, .choice, .reference:
            return Column(field.key, ja: field.title.ja, en: field.title.en)
        }
    }
}
