import HeijunModel
import HeijunReports

/// What the keys in reference fields are called, so that tables can show names.
struct ReferenceNames {
    private var names: [String: [String: String]] = [:]

    init(_ entries: [Entry]) {
        for entry in entries {
            guard let kind = RecordKind.named(entry.kind), let name = kind.position["name"], let text = entry.values[name]
            else { continue }
            names[entry.kind, default: [:]][kind.key(of: entry.values)] = text
        }
    }

    /// The name of a record, or its key where it has none.
    func name(of key: String, kind: String) -> String { names[kind]?[key] ?? key }
}

/// A kept text as people read it: titles of choices, names of references, years in style, money in 千円.
func shown(
    _ text: String, of field: FieldInfo, _ names: ReferenceNames, _ style: YearStyle, _ language: Language
) -> String {
    let parts = field.isList ? text.split(separator: " ").map(String.init) : [text]
    return parts.map { part in
        switch field.type {
        case .yen: return Int(part).map { grouped(Yen($0).thousands) } ?? part
        case .fiscalYear: return Int(part).map { FiscalYear($0).short(style) } ?? part
        case .flag: return part == "true" ? "○" : ""
        case .choice(let choices): return choices.first { $0.value == part }?.title[language] ?? part
        case .reference(let kind): return names.name(of: part, kind: kind)
        case .integer, .figure: return Int(part).map(grouped) ?? part
        case .text, .key, .day, .rackUnits, .watts, .kilograms, .personMonths, .rate: return part
        }
    }.joined(separator: say("、", ", "))
}

/// The exact value of a kept text for JSON and CSV: numbers as numbers, everything else as its text.
func exact(_ text: String?, of field: FieldInfo) -> JSONValue {
    guard let text else { return field.type == .flag ? .bool(false) : field.isList ? .array([]) : .null }
    if field.isList { return .array(text.split(separator: " ").map { .string(String($0)) }) }
    switch field.type {
    case .flag: return .bool(text == "true")
    case .yen, .fiscalYear, .integer, .watts, .kilograms: return Int(text).map(JSONValue.int) ?? .string(text)
    case .rackUnits, .personMonths: return decimal(text, places: 1)
    case .rate, .figure: return decimal(text, places: 4)
    case .text, .key, .day, .choice, .reference: return .string(text)
    }
}

private func decimal(_ text: String, places: Int) -> JSONValue {
    guard let figure = try? Figure(fieldText: text) else { return .string(text) }
    let divisor = places == 1 ? 1000 : 1
    return .decimal(figure.tenThousandths / divisor, places: places)
}

/// A table of records of one kind with the chosen fields.
func ledgerTable(
    of kind: RecordKind, _ entries: [Entry], fields: [Int], names: ReferenceNames, _ style: YearStyle,
    _ language: Language
) -> Table {
    let columns = fields.map { index -> Table.Column in
        let field = kind.fields[index]
        let unit = field.type == .yen ? Words(ja: "（千円）", en: " (k¥)") : Words(ja: "", en: "")
        return Table.Column(
            field.key, ja: field.title.ja + unit.ja, en: field.title.en + unit.en,
            field.type.isNumber && field.type != .fiscalYear ? .trailing : .leading)
    }
    let rows = entries.map { entry in
        fields.map { index -> Cell in
            let field = kind.fields[index], text = entry.values[index]
            return Cell(text.map { shown($0, of: field, names, style, language) } ?? "", exact(text, of: field))
        }
    }
    return Table(key: "\(kind.name)s", title: kind.title, columns: columns, rows: rows)
}
