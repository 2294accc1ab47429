import HeijunModel

/// Cells of ledger fields, by what the field holds.
enum FieldCell {
    /// The kept text of a field as a cell.
    static func cell(_ text: String?, of field: FieldInfo, _ format: Format) -> Cell {
        guard let text else { return Cell("", .null) }
        guard field.isList else { return one(text, field.type, format) }
        let parts = text.split(separator: " ").map { one(String($0), field.type, format) }
        return Cell(parts.map(\.text).joined(separator: " "), .array(parts.map(\.value)))
    }

    private static func one(_ text: String, _ type: ValueType, _ format: Format) -> Cell {
        switch type {
        case .text, .key, .reference: Cell(text)
        case .integer: format.cell(Int(text))
        case .yen: format.money(Int(text).map { Yen($0) })
        case .fiscalYear: format.cell(Int(text).map { FiscalYear($0) })
        case .day: format.cell(try? Day(fieldText: text))
        case .flag: Cell(text == "true" ? "○" : "", .bool(text == "true"), plain: text)
        case .choice(let choices):
            Cell(choices.first { $0.value == text }.map { format($0.title) } ?? text, .string(text))
        case .watts, .kilograms: format.cell(Int(text))
        case .rackUnits, .personMonths, .figure: format.cell(try? Figure(fieldText: text))
        case .rate: format.cell(try? Rate(fieldText: text))
        }
    }
}
