import HeijunModel

/// Start tags: what each is in its place, and what cannot stand there.
extension InventoryBuilder {
    /// The outermost element must be an inventory of this version; else nothing of the file is understood.
    func startInventory(_ tag: StartTag) throws(ImportError) {
        guard tag.name.string == InventoryFormat.root else {
            throw ImportError(.wrongRoot(tag.name.string), at: tag.place, element: tag.name.string)
        }
        let found = tag.namespace?.string ?? ""
        guard found == InventoryFormat.namespace else {
            throw ImportError(.wrongNamespace(found), at: tag.place, element: InventoryFormat.root)
        }
        namespace = tag.namespace
        levels.append(.inventory)
        var version = ""
        for (index, attribute) in tag.ownAttributes {
            if attribute.name.string == "version" {
                version = String(decoding: attribute.value, as: UTF8.self)
            } else {
                unknown(attribute, index, of: tag, among: ["version"])
            }
        }
        guard version == InventoryFormat.version else {
            throw ImportError(.wrongVersion(version), at: tag.place, element: "inventory/@version")
        }
    }

    func startTopLevel(_ tag: StartTag) throws(ImportError) {
        guard let reader = kind(tag), reader.kind.parent == nil else {
            return refuse(tag, among: RecordKind.all.filter { $0.parent == nil }.map(\.name))
        }
        try begin(reader, tag, parentKey: nil)
    }

    /// An element directly inside a record: one of its fields, or a child record.
    func startInside(_ tag: StartTag) throws(ImportError) {
        guard let record = drafts.last else { return }
        if isOurs(tag), let field = record.reader.position(of: tag.name) { return startField(field, tag) }
        if let reader = kind(tag), reader.kind.parent == record.reader.kind.name {
            return try begin(reader, tag, parentKey: record.key)
        }
        refuse(tag, among: record.reader.fieldNames + record.reader.kind.children.map(\.name))
    }

    /// An element that cannot stand where it does; what is inside it is passed over.
    func refuse(_ tag: StartTag, among candidates: [String]) {
        let name = tag.name.string
        if let reader = kind(tag) {
            let home = reader.kind.parent ?? InventoryFormat.root
            return skip(.misplaced(name, inside: home), at: tag.place, element: name)
        }
        let meant = suggestion(for: name, among: candidates)
        if !drafts.isEmpty { drafts[drafts.count - 1].excuse(meant) }
        skip(.unknownElement(name, closest: meant), at: tag.place, element: name)
    }

    /// Reports an element and passes over what is inside it.
    func skip(_ reason: ImportError.Reason, at place: Place, element: String) {
        report(reason, at: place, element: path(to: element))
        levels.append(.unknown)
    }

    /// Reports an attribute that no field has.
    func unknown(
        _ attribute: StartTag.Attribute, _ index: Int, of tag: StartTag, among candidates: [String]
    ) {
        let name = attribute.name.string
        report(
            .unknownAttribute(name, closest: suggestion(for: name, among: candidates)),
            at: tag.places(ofAttribute: index).name,
            element: path(to: "@\(name)"))
    }

    private func isOurs(_ tag: StartTag) -> Bool { tag.namespace == namespace }
    private func kind(_ tag: StartTag) -> KindReader? {
        isOurs(tag) ? kinds.index(of: tag.name).map { kinds.all[$0] } : nil
    }
}

extension StartTag {
    /// The attributes without those of other namespaces, such as `xsi:schemaLocation`.
    var ownAttributes: [(index: Int, attribute: Attribute)] {
        (0..<attributeCount).compactMap { index in
            guard let attribute = attribute(index), attribute.namespace == nil else { return nil }
            return (index, attribute)
        }
    }
}

extension Name {
    /// The name as a string.
    var string: String { String(cString: self) }
}
