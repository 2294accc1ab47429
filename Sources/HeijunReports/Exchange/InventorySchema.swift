import HeijunModel

/// The XML schema (XSD 1.0) of the inventory XML, format 1, derived from the kinds and fields of the ledger.
///
/// It describes files as `export` writes them. `import` reads more: other orders, era years, thousand separators.
public func inventorySchema() -> String {
    var writer = SchemaWriter()
    writer.write()
    return writer.lines.joined(separator: "\n") + "\n"
}

private struct SchemaWriter {
    var lines: [String] = []

    mutating func write() {
        lines += [
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>",
            "<xs:schema xmlns:xs=\"http://www.w3.org/2001/XMLSchema\"",
            "           xmlns=\"\(InventoryXMLFormat.namespace)\"",
            "           targetNamespace=\"\(InventoryXMLFormat.namespace)\"",
            "           elementFormDefault=\"qualified\" version=\"\(InventoryXMLFormat.version)\">",
        ]
        document(
            Words(ja: "情報システム台帳。形式 1。", en: "The ledger of information systems, format 1."), at: 1)
        root()
        for kind in RecordKind.all { kind.parent == nil ? topLevel(kind) : child(kind) }
        for kind in RecordKind.all { choices(of: kind) }
        for type in SchemaType.all { simple(type) }
        lines.append("</xs:schema>")
    }

    private mutating func root() {
        let tops = RecordKind.all.filter { $0.parent == nil }
        put(1, "<xs:element name=\"inventory\">")
        put(2, "<xs:complexType>")
        put(3, "<xs:sequence>")
        for kind in tops { occurrence(kind, at: 4) }
        put(3, "</xs:sequence>")
        put(3, "<xs:attribute name=\"version\" use=\"required\" fixed=\"\(InventoryXMLFormat.version)\"/>")
        put(2, "</xs:complexType>")
        for kind in tops { unique(kind) }
        put(1, "</xs:element>")
    }

    private mutating func unique(_ kind: RecordKind) {
        put(2, "<xs:unique name=\"\(kind.name)-key\" xmlns:h=\"\(InventoryXMLFormat.namespace)\">")
        put(3, "<xs:selector xpath=\"h:\(kind.name)\"/>")
        for key in kind.identity { put(3, "<xs:field xpath=\"@\(key)\"/>") }
        put(2, "</xs:unique>")
    }

    private mutating func occurrence(_ kind: RecordKind, at depth: Int) {
        put(
            depth,
            "<xs:element name=\"\(kind.name)\" type=\"\(kind.name)\" minOccurs=\"0\" maxOccurs=\"unbounded\"/>"
        )
    }

    private mutating func topLevel(_ kind: RecordKind) {
        put(1, "<xs:complexType name=\"\(kind.name)\">")
        document(kind.title, at: 2)
        let inside = kind.fields.filter { !kind.identity.contains($0.key) }
        if !inside.isEmpty || !kind.children.isEmpty {
            put(2, "<xs:sequence>")
            for field in inside { element(field, of: kind) }
            for kind in kind.children { occurrence(kind, at: 3) }
            put(2, "</xs:sequence>")
        }
        for field in kind.fields where kind.identity.contains(field.key) { attribute(field, of: kind) }
        put(1, "</xs:complexType>")
    }

    private mutating func child(_ kind: RecordKind) {
        put(1, "<xs:complexType name=\"\(kind.name)\">")
        document(kind.title, at: 2)
        for field in kind.fields where field.key != kind.identity.first { attribute(field, of: kind) }
        put(1, "</xs:complexType>")
    }

    private mutating func element(_ field: FieldInfo, of kind: RecordKind) {
        let least = field.isRequired ? "" : " minOccurs=\"0\""
        put(3, "<xs:element name=\"\(field.key)\" type=\"\(SchemaType.name(of: field, in: kind))\"\(least)>")
        document(field, at: 4)
        put(3, "</xs:element>")
    }

    private mutating func attribute(_ field: FieldInfo, of kind: RecordKind) {
        let use = field.isRequired ? " use=\"required\"" : ""
        put(2, "<xs:attribute name=\"\(field.key)\" type=\"\(SchemaType.name(of: field, in: kind))\"\(use)>")
        document(field, at: 3)
        put(2, "</xs:attribute>")
    }

    /// The closed lists of a kind's fields.
    private mutating func choices(of kind: RecordKind) {
        for field in kind.fields {
            guard case .choice(let choices) = field.type else { continue }
            let name = "\(kind.name).\(field.key)"
            put(1, "<xs:simpleType name=\"\(name)\">")
            put(2, "<xs:restriction base=\"xs:token\">")
            for choice in choices {
                put(3, "<xs:enumeration value=\"\(choice.value)\">")
                document(choice.title, at: 4)
                put(3, "</xs:enumeration>")
            }
            put(2, "</xs:restriction>")
            put(1, "</xs:simpleType>")
            if field.isList { list(of: name) }
        }
    }

    private mutating func simple(_ type: SchemaType) {
        put(1, "<xs:simpleType name=\"\(type.name)\">")
        document(type.title, at: 2)
        put(2, "<xs:restriction base=\"\(type.base)\">")
        for facet in type.facets { put(3, "<xs:\(facet.name) value=\"\(escaped(facet.value))\"/>") }
        put(2, "</xs:restriction>")
        put(1, "</xs:simpleType>")
        let isListed = RecordKind.all.contains { kind in
            kind.fields.contains { $0.isList && SchemaType.name(of: $0, in: kind) == "\(type.name)-list" }
        }
        if isListed { list(of: type.name) }
    }

    private mutating func list(of name: String) {
        put(1, "<xs:simpleType name=\"\(name)-list\">")
        put(2, "<xs:list itemType=\"\(name)\"/>")
        put(1, "</xs:simpleType>")
    }

    private mutating func document(_ field: FieldInfo, at depth: Int) {
        let unit = field.type.unit
        func text(_ language: Language) -> String {
            var text = field.title[language]
            if !unit[language].isEmpty { text += language == .ja ? "（\(unit.ja)）" : " (\(unit.en))" }
            if case .reference(let kind) = field.type {
                text += language == .ja ? "。<\(kind)> の識別子" : ": key of a <\(kind)>"
            }
            if !field.note[language].isEmpty { text += (language == .ja ? "。" : ". ") + field.note[language] }
            return text
        }
        document(Words(ja: text(.ja), en: text(.en)), at: depth)
    }

    private mutating func document(_ words: Words, at depth: Int) {
        put(depth, "<xs:annotation>")
        for language in Language.allCases {
            let text = escaped(words[language])
            put(depth + 1, "<xs:documentation xml:lang=\"\(language.rawValue)\">\(text)</xs:documentation>")
        }
        put(depth, "</xs:annotation>")
    }

    private func escaped(_ text: String) -> String {
        text.split(separator: "&", omittingEmptySubsequences: false).joined(separator: "&amp;")
            .split(separator: "<", omittingEmptySubsequences: false).joined(separator: "&lt;")
    }

    private mutating func put(_ depth: Int, _ text: String) {
        lines.append(String(repeating: "  ", count: depth) + text)
    }
}
