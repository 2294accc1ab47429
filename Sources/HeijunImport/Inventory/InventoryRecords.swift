import HeijunModel

/// Records: their fields, their keys, their references.
extension InventoryBuilder {
    /// Begins a record with the fields that its tag holds.
    func begin(_ reader: KindReader, _ tag: StartTag, parentKey: String?) throws(ImportError) {
        let place = tag.place
        guard reading.entries.count < limits.records else {
            throw ImportError(.tooLarge(.records, limit: limits.records), at: place)
        }
        levels.append(.record)
        drafts.append(Draft(reader, at: place, entry: reading.entries.count, parentKey: parentKey))
        reading.entries.append(Entry(kind: reader.kind.name, values: []))
        reading.places.append(place)
        for index in 0..<tag.attributeCount {
            if let attribute = tag.attribute(index) { read(attribute, index, of: tag) }
        }
        reportMissing(reader.requiredAttributes)
    }

    private func read(_ attribute: StartTag.Attribute, _ index: Int, of tag: StartTag) {
        let last = drafts.count - 1
        guard attribute.namespace == nil else { return }
        guard let field = drafts[last].reader.position(of: attribute.name) else {
            return unknown(attribute, index, of: tag, among: drafts[last].reader.fieldNames)
        }
        _ = drafts[last].give(field)
        set(field, to: attribute.value, mark: "@") { tag.places(ofAttribute: index).value }
    }

    /// Puts a value into the present record.
    func set(
        _ field: Int, to bytes: UnsafeBufferPointer<UInt8>, mark: String = "", at place: () -> Place
    ) {
        let last = drafts.count - 1
        let reader = drafts[last].reader.fields[field]
        do {
            drafts[last].values[field] = try reader.text(of: bytes)
        } catch {
            drafts[last].spoil(field)
            return report(error, at: place(), element: recordPath + "/" + mark + reader.name.key)
        }
        if let target = drafts[last].reader.targets[field] { refer(field, to: target, mark: mark, at: place) }
    }

    /// Notes the records that a field refers to, where the file has not shown them yet.
    private func refer(_ field: Int, to target: Int, mark: String, at place: () -> Place) {
        guard let draft = drafts.last, let text = draft.values[field] else { return }
        let info = draft.reader.fields[field].field
        let texts = info.isList ? text.split(separator: " ").map(String.init) : [text]
        for text in texts where !keys.holds(text, kind: target) {
            keys.wait(
                .init(
                    target: target, text: text, place: place(), element: recordPath + "/" + mark + info.key,
                    key: draft.knownKey, entry: draft.entry, record: draft.place))
        }
    }

    /// Ends the present record: it is whole, and no other has its key.
    func endRecord() {
        guard let reader = drafts.last?.reader else { return }
        reportMissing(reader.requiredFields)
        guard let last = drafts.last, last.isNamed else { return close() }
        if let first = keys.insert(last.key, kind: reader.index, at: last.place) {
            report(.duplicateKey(last.key, first: first), at: last.place, element: recordPath)
        }
        close()
    }

    /// Puts the present record among the entries; a rejected one takes its children with it.
    private func close() {
        let draft = drafts.removeLast()
        guard draft.isRejected else {
            reading.entries[draft.entry].values = draft.values
            return
        }
        reading.rejected.append(.init(kind: draft.reader.kind.name, key: draft.knownKey, place: draft.place))
        reading.reject(draft.entry..<reading.entries.count)
    }

    private func reportMissing(_ fields: [Int]) {
        let last = drafts.count - 1
        for field in fields where drafts[last].lacks(field) {
            let name = drafts[last].reader.fields[field].name
            drafts[last].spoil(field)
            report(.missingField(name), at: drafts[last].place, element: recordPath + "/" + name.key)
        }
    }
}

/// Errors, with the record that they keep out.
extension InventoryBuilder {
    /// Notes an error; the innermost record around it is rejected.
    func report(_ reason: ImportError.Reason, at place: Place, element: String) {
        let key = drafts.last?.knownKey ?? ""
        reading.add(ImportError(reason, at: place, element: element, key: key), limit: limits.errors)
        if !drafts.isEmpty { drafts[drafts.count - 1].isRejected = true }
    }

    /// The present record's element, such as `system/cost`.
    var recordPath: String {
        drafts.isEmpty ? InventoryFormat.root : drafts.map(\.reader.kind.name).joined(separator: "/")
    }

    /// The present element, such as `system/name`.
    var path: String {
        guard case .field(let field) = levels.last, let draft = drafts.last else { return recordPath }
        return recordPath + "/" + draft.reader.fields[field].name.key
    }

    /// An element or attribute directly inside the present element.
    func path(to name: String) -> String { path + "/" + name }
}
