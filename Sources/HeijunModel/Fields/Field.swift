/// One field of a kind of record, described once: files, schema, store, forms and reports derive from it.
public struct Field<Record>: Sendable {
    /// What is known of the field without its record.
    public let info: FieldInfo
    /// The field's text in a record; nil where it is empty.
    let text: @Sendable (Record) -> String?
    /// Puts a text into a record; nil or an empty text empties the field.
    let put: @Sendable (inout Record, String?) throws(ValueProblem) -> Void
}

/// What is known of a field without its record.
public struct FieldInfo: Hashable, Sendable {
    /// The name in files, the store, JSON and on the command line.
    public let key: String
    /// The heading.
    public let title: Words
    /// What it means, with limits and sources.
    public let note: Words
    /// What it holds.
    public let type: ValueType
    /// Whether it holds several values, kept apart by blanks.
    public let isList: Bool
    /// Whether a record must have it.
    public let isRequired: Bool
    /// Reads a text as people write it and gives back the one that Heijun keeps.
    public let canonical: Canonical

    /// Whether it names other records.
    public var isReference: Bool { if case .reference = type { true } else { false } }

    /// A reading function; two fields' functions are never compared.
    public struct Canonical: Hashable, Sendable {
        let read: @Sendable (String) throws(ValueProblem) -> String

        /// The kept form of a text; empty where the text says what an empty field says.
        public func callAsFunction(_ text: String) throws(ValueProblem) -> String { try read(text) }
        public static func == (left: Self, right: Self) -> Bool { true }
        public func hash(into hasher: inout Hasher) {}
    }
}

extension Field {
    /// A field that every record has.
    public static func required<Value: FieldValue>(
        _ key: String, _ path: any WritableKeyPath<Record, Value> & Sendable, ja: String, en: String,
        note: Words? = nil, to kind: String? = nil
    ) -> Field {
        Field(
            info: info(key, Value.self, ja, en, note, kind, isRequired: true),
            text: { $0[keyPath: path].fieldText },
            put: { (record, text) throws(ValueProblem) in
                guard let text, !isBlank(text) else { throw .missing }
                record[keyPath: path] = try Value(fieldText: text)
            })
    }

    /// A field that may be empty.
    public static func optional<Value: FieldValue>(
        _ key: String, _ path: any WritableKeyPath<Record, Value?> & Sendable, ja: String, en: String,
        note: Words? = nil, to kind: String? = nil
    ) -> Field {
        Field(
            info: info(key, Value.self, ja, en, note, kind),
            text: { $0[keyPath: path]?.fieldText },
            put: { (record, text) throws(ValueProblem) in
                guard let text, !isBlank(text) else {
                    record[keyPath: path] = nil
                    return
                }
                record[keyPath: path] = try Value(fieldText: text)
            })
    }

    /// A yes-or-no field that is no where nothing is said.
    public static func flag(
        _ key: String, _ path: any WritableKeyPath<Record, Bool> & Sendable, ja: String, en: String,
        note: Words? = nil
    ) -> Field {
        Field(
            info: info(key, Bool.self, ja, en, note, nil, canonical: .flag),
            text: { $0[keyPath: path] ? "true" : nil },
            put: { (record, text) throws(ValueProblem) in
                guard let text, !isBlank(text) else {
                    record[keyPath: path] = false
                    return
                }
                record[keyPath: path] = try Bool(fieldText: text)
            })
    }

    /// A field of several keys or listed values, kept apart by blanks, in the order given.
    public static func list<Value: FieldValue>(
        _ key: String, _ path: any WritableKeyPath<Record, [Value]> & Sendable, ja: String, en: String,
        note: Words? = nil, to kind: String? = nil
    ) -> Field {
        Field(
            info: info(key, Value.self, ja, en, note, kind, isList: true),
            text: { $0[keyPath: path].isEmpty ? nil : joined($0[keyPath: path]) },
            put: { (record, text) throws(ValueProblem) in
                record[keyPath: path] = try values(text ?? "")
            })
    }

    private static func info<Value: FieldValue>(
        _ key: String, _ type: Value.Type, _ ja: String, _ en: String, _ note: Words?, _ kind: String?,
        isList: Bool = false, isRequired: Bool = false, canonical: FieldInfo.Canonical? = nil
    ) -> FieldInfo {
        FieldInfo(
            key: key, title: Words(ja: ja, en: en), note: note ?? Words(ja: "", en: ""),
            type: kind.map(ValueType.reference) ?? Value.valueType, isList: isList, isRequired: isRequired,
            canonical: canonical ?? (isList ? .list(of: type) : .one(type)))
    }
}

extension FieldInfo.Canonical {
    static func one<Value: FieldValue>(_ type: Value.Type) -> Self {
        .init { (text) throws(ValueProblem) in try Value(fieldText: text).fieldText }
    }

    static func list<Value: FieldValue>(of type: Value.Type) -> Self {
        .init { (text) throws(ValueProblem) in
            let parts: [Value] = try values(text)
            return joined(parts)
        }
    }

    static let flag = Self { (text) throws(ValueProblem) in try Bool(fieldText: text) ? "true" : "" }
}

/// Whether the text says nothing.
private func isBlank(_ text: String) -> Bool { text.allSatisfy(\.isWhitespace) }

private func joined(_ values: [some FieldValue]) -> String {
    values.map(\.fieldText).joined(separator: " ")
}

private func values<Value: FieldValue>(_ text: String) throws(ValueProblem) -> [Value] {
    var result: [Value] = []
    for part in text.unicodeScalars.split(whereSeparator: \.properties.isWhitespace) {
        result.append(try Value(fieldText: String(part)))
    }
    return result
}
