import HeijunModel

/// Records: their fields, their keys, their references.
extension InventoryBuilder {
    /// Begins a record with the fields that its tag holds.
    func begin(_ reader: KindReader, _ tag: StartTag, parentKey: String?) throws(ImportError) {
        let place = tag.place
        guard reading.entries.count < limits.records else {
            throw ImportError(.tooLarge(.records, limit: limits.records), at: place)
        }
        var draft = Draft(reader, at: place, entry: reading.entries.count, parentKey: parentKey)
        levels.append(.record)
        reading.entries.append(Entry(kind: reader.kind.name, values: []))
        reading.places.append(place)
        if keepsLines { reading.lines.append("") }
        for index in 0..<tag.attributeCount {
            if let attribute = tag.attribute(index) { read(attribute, index, of: tag, into: &draft) }
        }
        reportMissing(reader.requiredAttributes, in: &draft)
        drafts.append(draft)
    }

    private func read(
        _ attribute: StartTag.Attribute, _ index: Int, of tag: StartTag, into draft: inout Draft
    ) {
        guard attribute.namespace == nil else { return }
        if let field = draft.reader.position(of: attribute.name) {
            return set(field, to: attribute.value, in: &draft, mark: "@") {
                tag.places(ofAttribute: index).value
            }
        }
        let name = attribute.name.string
        let meant = suggestion(for: name, among: draft.reader.fieldNames)
        draft.excuse(meant)
        report(
            .unknownAttribute(name, closest: meant), at: tag.places(ofAttribute: index).name,
            element: draft.reader.path + "/@" + name, in: &draft)
    }

    /// Puts a field's element into the present record.
    func endField(_ field: Int, _ bytes: UnsafeBufferPointer<UInt8>, at place: () -> Place) {
        guard var draft = drafts.popLast() else { return }
        set(field, to: bytes, in: &draft, mark: "", at: place)
        drafts.append(draft)
    }

    private func set(
        _ field: Int, to bytes: UnsafeBufferPointer<UInt8>, in draft: inout Draft, mark: String,
        at place: () -> Place
    ) {
        let reader = draft.reader.fields[field]
        do {
            let text = try reader.text(of: bytes)
            draft.give(field, text)
            if keepsLines, let text {
                let line = mark.isEmpty ? valueLine : draft.place.line
                draft.note(field, line, raw: text.utf8.elementsEqual(bytes) ? nil : Array(bytes))
            }
            if let text, reader.target != nil { refer(field, text, in: draft, mark: mark, at: place) }
        } catch {
            let place = place(), element = draft.reader.path + "/" + mark + reader.name.key
            correct(field, error, at: place, element: element, in: &draft)
        }
    }

    /// Takes the corrected text of a field, where there is one; else reports what is wrong with it.
    private func correct(
        _ field: Int, _ error: ImportError.Reason, at place: Place, element: String, in draft: inout Draft
    ) {
        var error = error
        if let text = corrections?.text(at: place, element: element) {
            do throws(ImportError.Reason) {
                let kept = try draft.reader.fields[field].text(of: text)
                draft.give(field, kept)
                draft.note(field, place.line, raw: Array(error.seen.utf8))
                if let kept, draft.reader.fields[field].target != nil {
                    let mark = element.contains("/@") ? "@" : ""
                    refer(field, kept, in: draft, mark: mark) { place }
                }
                return
            } catch let other {
                error = other
            }
        }
        draft.spoil(field)
        report(error, at: place, element: element, in: &draft)
    }

    /// Notes the records that a field refers to, where the file has not shown them yet.
    private func refer(_ field: Int, _ text: String, in draft: Draft, mark: String, at place: () -> Place) {
        let reader = draft.reader.fields[field]
        guard let target = reader.target, text != reader.lastFound else { return }
        let texts = reader.field.isList ? text.split(separator: " ").map(String.init) : [text]
        for text in texts {
            if keys.holds(text, kind: target) {
                reader.lastFound = text
                continue
            }
            keys.wait(
                .init(
                    target: target, text: text, place: place(),
                    element: draft.reader.path + "/" + mark + reader.name.key, entry: draft.entry,
                    record: draft.place, key: draft.knownKey))
        }
    }

    /// Ends the present record: it is whole, and no other has its key.
    func endRecord() {
        guard var draft = drafts.popLast() else { return }
        reportMissing(draft.reader.requiredFields, in: &draft)
        if draft.isNamed {
            let key = draft.key
            if let first = keys.insert(key, kind: draft.reader.index, at: draft.place) {
                report(
                    .duplicateKey(key, first: first), at: draft.place, element: draft.reader.path, in: &draft)
            }
        }
        close(draft)
    }

    /// Puts a record among the entries; a rejected one takes its children with it.
    private func close(_ draft: Draft) {
        guard draft.isRejected else {
            reading.entries[draft.entry].values = draft.values
            if keepsLines { reading.lines[draft.entry] = draft.notes?.packed(from: draft.place.line) ?? "[]" }
            return
        }
        reading.rejected.append(.init(kind: draft.reader.kind.name, key: draft.knownKey, place: draft.place))
        reading.reject(draft.entry..<reading.entries.count)
    }

    private func reportMissing(_ fields: [Int], in draft: inout Draft) {
        for field in fields where draft.lacks(field) {
            let name = draft.reader.fields[field].name
            correct(
                field, .missingField(name), at: draft.place, element: draft.reader.path + "/" + name.key,
                in: &draft)
        }
    }
}

/// Errors, with the record that they keep out.
extension InventoryBuilder {
    /// Notes an error of a record, which is rejected for it.
    func report(_ reason: ImportError.Reason, at place: Place, element: String, in draft: inout Draft) {
        let error = ImportError(reason, at: place, element: element, key: draft.knownKey)
        reading.add(error, limit: limits.errors)
        draft.isRejected = true
    }

    /// Notes an error at the present place; the innermost record around it is rejected.
    func report(_ reason: ImportError.Reason, at place: Place, element: String) {
        if var draft = drafts.popLast() {
            report(reason, at: place, element: element, in: &draft)
            drafts.append(draft)
        } else {
            reading.add(ImportError(reason, at: place, element: element), limit: limits.errors)
        }
    }

    /// The name that is meant; errors that are only counted need none.
    func suggestion(for name: String, among candidates: @autoclosure () -> [String]) -> String? {
        reading.errors.count < limits.errors ? closest(to: name, among: candidates()) : nil
    }

    /// The present element, such as `system/name`.
    var path: String {
        guard let reader = drafts.last?.reader else { return InventoryFormat.root }
        guard case .field(let field) = levels.last else { return reader.path }
        return reader.path + "/" + reader.fields[field].name.key
    }

    /// An element or attribute directly inside the present element.
    func path(to name: String) -> String { path + "/" + name }
}
