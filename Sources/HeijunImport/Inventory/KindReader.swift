import CLibXML2
import HeijunModel

/// One kind of record as the reader meets it: its names as the parser keeps them, and a reader for each field.
final class KindReader {
    let kind: RecordKind
    /// Position in `RecordKind.all`.
    let index: Int
    let fields: [FieldReader]
    /// Position of the parent's key, which children take from the record around them.
    let parentField: Int?
    /// The element with those around it, such as `system/cost`.
    let path: String
    /// Positions of the fields that the tag itself must hold, and of the others that a record must have.
    let requiredAttributes: [Int], requiredFields: [Int]
    private let names: [Name?]
    /// Where the next name is looked for first: fields mostly come in order.
    private var guess = 0

    init(_ index: Int, names: xmlDictPtr) {
        let kind = RecordKind.all[index]
        self.index = index
        self.kind = kind
        let parentField = kind.parent == nil ? nil : kind.identityPositions.first
        self.parentField = parentField
        path = (kind.parent.map { $0 + "/" } ?? "") + kind.name
        fields = kind.fields.indices.map {
            FieldReader(
                kind.fields[$0], isIdentity: kind.identityPositions.contains($0),
                target: $0 == parentField ? nil : KindReader.target(kind.fields[$0]))
        }
        let required = kind.fields.indices.filter { kind.fields[$0].isRequired && $0 != parentField }
        let isTop = kind.parent == nil
        requiredAttributes = required.filter { isTop && kind.identityPositions.contains($0) }
        requiredFields = required.filter { !isTop || !kind.identityPositions.contains($0) }
        self.names = kind.fields.indices.map {
            $0 == parentField ? nil : xmlDictLookup(names, kind.fields[$0].key, -1)
        }
    }

    static func target(_ field: FieldInfo) -> Int? {
        guard case .reference(let target) = field.type else { return nil }
        return RecordKind.all.firstIndex { $0.name == target }
    }

    /// The position of the field called `name`.
    func position(of name: Name) -> Int? {
        let found = names[guess...].firstIndex(of: name) ?? names[..<guess].firstIndex(of: name)
        if let found { guess = found + 1 }
        return found
    }

    /// Whether a field is part of a top-level record's key, and so stands as an attribute.
    func mustBeAttribute(_ field: Int) -> Bool {
        kind.parent == nil && kind.identityPositions.contains(field)
    }

    /// Names that may stand as attributes, and inside as elements, for suggestions.
    var fieldNames: [String] { kind.fields.indices.filter { $0 != parentField }.map { kind.fields[$0].key } }
}

/// Every kind, found by the parser's names.
struct KindReaders {
    let all: [KindReader]
    private let byName: [Name: Int]

    init(names: xmlDictPtr) {
        all = RecordKind.all.indices.map { KindReader($0, names: names) }
        var byName: [Name: Int] = [:]
        for reader in all {
            if let name = xmlDictLookup(names, reader.kind.name, -1) { byName[name] = reader.index }
        }
        self.byName = byName
    }

    /// The position of the kind called `name`.
    func index(of name: Name) -> Int? { byName[name] }
}
