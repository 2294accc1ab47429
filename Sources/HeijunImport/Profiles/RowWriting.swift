import HeijunModel

extension RowMaker {
    /// Fills a row from the captures of its element.
    func write(_ plan: RowPlan, _ row: Int) {
        notes.clear()
        let first = batch.rows[row].firstCell
        for index in 0..<plan.steps.count where !take(plan.steps[index], plan, first) {
            put(plan.fields[Int(plan.steps[index].position)], plan, row)
        }
        takePairs(plan, row)
        takeKey(plan, row)
        tieNeighbours(plan, row)
        pack(notes, row)
    }

    /// Copies the first capture that says anything, where its bytes are the kept text; false where a value needs a closer
    /// look.
    private func take(_ step: FieldStep, _ plan: RowPlan, _ firstCell: Int) -> Bool {
        guard contexts.isEmpty, !step.form.isNever else { return false }
        for index in Int(step.first)..<Int(step.first + step.count) {
            guard let capture = found(Int(plan.stepCaptures[index])) else { continue }
            let bytes = arena.part(Int(capture.offset), Int(capture.count)).trimmed()
            if bytes.isEmpty { continue }
            guard step.form.holds(bytes) else { return false }
            batch.cells[firstCell + Int(step.field)] = batch.append(bytes)
            notes.note(Int(step.field), line: capture.line)
            return true
        }
        return true
    }

    private func put(_ field: FieldPlan, _ plan: RowPlan, _ row: Int) {
        if let memo = field.memo, contexts.isEmpty {
            putRemembered(field, memo, plan, row)
        } else {
            putSlowly(field, plan, row)
        }
        let cell = batch.rows[row].firstCell + field.rule.field
        if let constant = field.constant, batch.cells[cell].isNone {
            batch.cells[cell] = batch.append(constant)
        }
    }

    /// Takes the first capture that says anything, which is read once and then remembered.
    private func putRemembered(_ field: FieldPlan, _ memo: TextMemo, _ plan: RowPlan, _ row: Int) {
        for id in field.captures {
            guard let capture = found(id) else { continue }
            do throws(ImportError.Reason) {
                guard let known = try value(of: capture, field, memo), let kept = known.kept else { continue }
                batch.cells[batch.rows[row].firstCell + field.rule.field] = batch.append(kept)
                note(field.rule.field, capture.line, raw: known.noted)
            } catch {
                let error = ImportError(error, at: capture.place, element: field.reader.field.key)
                if let left = corrected(error, field, plan, row, raw: string(capture)) {
                    drafts[row - firstDraft].errors.append(left)
                }
            }
            return
        }
    }

    /// What a capture comes to; nil where nothing stands there.
    private func value(
        of capture: Capture, _ field: FieldPlan, _ memo: TextMemo
    ) throws(ImportError.Reason) -> TextMemo.Known? {
        let known: TextMemo.Known? = withBytes(of: capture) { memo.known($0.trimmed()) }
        if let known { return known }
        let raw = string(capture)
        if raw.isEmpty { return nil }
        let kept = try field.text(of: raw, unit: nil)
        return withBytes(of: capture) { memo.remember($0.trimmed(), as: kept) }
    }

    private func putSlowly(_ field: FieldPlan, _ plan: RowPlan, _ row: Int) {
        for (raw, capture) in raws(field) {
            do throws(ImportError.Reason) {
                guard let text = try field.text(of: raw, unit: unit(field)) else { continue }
                set(text, field.rule.field, row)
                note(field.rule.field, capture.line, raw: raw == text ? nil : raw)
            } catch {
                let error = ImportError(error, at: capture.place, element: field.reader.field.key)
                if let left = corrected(error, field, plan, row, raw: raw) {
                    drafts[row - firstDraft].errors.append(left)
                }
            }
            return
        }
    }

    func set(_ text: String, _ field: Int, _ row: Int) {
        batch.cells[batch.rows[row].firstCell + field] = batch.append(text.utf8)
    }

    /// What stands at each of the paths that has anything, or at all of them joined.
    private func raws(_ field: FieldPlan) -> [(String, Capture)] {
        if field.rule.many != .first {
            let found = all(field.captures).map { (string($0), $0) }.filter { !$0.0.isEmpty }
            guard let first = found.first, let last = found.last else { return [] }
            if field.rule.many == .last { return [last] }
            return [(found.map(\.0).joined(separator: field.rule.separator), first.1)]
        }
        return field.captures.compactMap { id in
            if let capture = found(id) {
                let text = string(capture)
                return text.isEmpty ? nil : (text, capture)
            }
            guard let context = contexts.last(where: { $0.capture.id == Int32(id) }) else { return nil }
            let text = String(trimmed(String(decoding: context.bytes, as: UTF8.self)))
            return text.isEmpty ? nil : (text, context.capture)
        }
    }

    private func unit(_ field: FieldPlan) -> String? {
        for id in field.unitCaptures {
            if let capture = found(id) { return string(capture) }
        }
        return nil
    }

    /// Notes where a field's value stands.
    func note(_ field: Int, _ line: Int32, raw: String?) {
        if let raw { notes.note(field, line: line, raw: raw.utf8) } else { notes.note(field, line: line) }
    }
}

extension RowMaker {
    /// Puts a record's named values into the fields that the profile ties to their names.
    private func takePairs(_ plan: RowPlan, _ row: Int) {
        guard let rule = plan.rule.pairs else { return }
        let own = pairs.filter { $0.row == row }.map {
            HeldRows.Pair(name: string($0.name), value: string($0.value), place: $0.value.place)
        }
        if rule.table != nil {
            drafts[row - firstDraft].waiting = own
            drafts[row - firstDraft].notes = notes.copy()
        } else {
            fill(own, plan, row)
        }
    }

    /// Fills fields that are empty with named values; what no field is named for goes to the rule's rest.
    func fill(_ pairs: [HeldRows.Pair], _ plan: RowPlan, _ row: Int) {
        var rest: [String] = []
        for pair in pairs where !pair.value.isEmpty {
            guard let field = plan.pairFields[matchForm(pair.name)] else {
                rest.append("\(pair.name): \(pair.value)")
                continue
            }
            guard batch.cells[batch.rows[row].firstCell + field.rule.field].isNone else { continue }
            do throws(ImportError.Reason) {
                guard let text = try field.text(of: pair.value, unit: nil) else { continue }
                set(text, field.rule.field, row)
                note(
                    field.rule.field, Int32(clamping: pair.place.line),
                    raw: text == pair.value ? nil : pair.value)
            } catch {
                let error = ImportError(error, at: pair.place, element: pair.name)
                if let left = corrected(error, field, plan, row, raw: pair.value) {
                    drafts[row - firstDraft].errors.append(left)
                }
            }
        }
        guard let field = plan.rest, !rest.isEmpty,
            batch.cells[batch.rows[row].firstCell + field].isNone
        else { return }
        set(rest.joined(separator: "; "), field, row)
        note(field, Int32(clamping: pairs[0].place.line), raw: nil)
    }

    /// Finds the first key whose parts are all there and none a placeholder.
    private func takeKey(_ plan: RowPlan, _ row: Int) {
        if let ids = plan.soleKey, takeSoleKey(ids, row) { return }
        for alternative in plan.keys {
            var key: [UInt8] = [], stem: [UInt8] = []
            let isWhole = alternative.allSatisfy { part in
                if !key.isEmpty { key.append(UInt8(ascii: "/")) }
                stem = key
                switch part {
                case .parent: key.append(1)
                case .text(let text): key += text
                case .captures(let ids):
                    guard let found = identity(ids, row, isAlone: alternative.count == 1) else {
                        return false
                    }
                    key += found
                }
                return true
            }
            if isWhole && !key.isEmpty {
                drafts[row - firstDraft].key = key
                drafts[row - firstDraft].keyStem = stem
                return
            }
        }
    }

    /// Copies the first capture that holds anything, where it surely is a key as it stands.
    private func takeSoleKey(_ ids: [Int32], _ row: Int) -> Bool {
        guard contexts.isEmpty else { return false }
        for id in ids {
            guard let capture = found(Int(id)) else { continue }
            let bytes = arena.part(Int(capture.offset), Int(capture.count)).trimmed()
            if bytes.isEmpty { continue }
            guard bytes.isVisibleASCII, !placeholders.mayHold(bytes) else { return false }
            drafts[row - firstDraft].sole = batch.append(bytes)
            return true
        }
        return false
    }

    /// Makes whole keys of what names records beside this one, as `2` does where this one's key is `project/3`.
    private func tieNeighbours(_ plan: RowPlan, _ row: Int) {
        let stem = String(decoding: drafts[row - firstDraft].keyStem, as: UTF8.self)
        guard !stem.isEmpty, !stem.contains("\u{1}") else { return }
        for field in plan.fields where field.rule.isBeside {
            let cell = batch.cells[batch.rows[row].firstCell + field.rule.field]
            guard let text = batch.text(cell) else { continue }
            let keys = text.split(separator: " ").map { stem + $0 }
            set(keys.joined(separator: " "), field.rule.field, row)
        }
    }

    private func identity(_ ids: [Int], _ row: Int, isAlone: Bool) -> [UInt8]? {
        for id in ids {
            var bytes: [UInt8]?
            if let capture = found(id) {
                bytes = withBytes(of: capture) { Array($0.trimmed()) }
            } else if let context = contexts.last(where: { $0.capture.id == Int32(id) }) {
                bytes = context.bytes
            }
            guard let bytes, !bytes.isEmpty else { continue }
            let text = String(decoding: bytes, as: UTF8.self)
            if isPlaceholder(text) && isAlone {
                drafts[row - firstDraft].placeholder = text
                continue
            }
            let key = keyForm(text)
            if !key.isEmpty { return Array(key.utf8) }
        }
        return nil
    }

    /// Whether a text stands where an identity should and is none.
    func isPlaceholder(_ text: String) -> Bool { Dictionaries.isPlaceholder(text, placeholders.forms) }
}

extension Profile {
    /// Whether a text stands where an identity should and is none, such as “Default string”.
    public func isPlaceholder(_ text: String) -> Bool {
        Dictionaries.isPlaceholder(text, Dictionaries.placeholders)
            || Dictionaries.isPlaceholder(text, placeholders)
    }
}

/// A text brought into the form of a key: blanks become `_`, what cannot be seen goes.
func keyForm(_ text: String) -> String {
    if text.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F }) { return text }
    var key = String.UnicodeScalarView()
    for scalar in trimmed(text).unicodeScalars {
        if scalar.properties.isWhitespace {
            if key.last != "_" { key.append("_") }
        } else if scalar.value > 0x9F || (0x21...0x7E).contains(scalar.value),
            scalar.properties.generalCategory != .format, !(0xFFFE...0xFFFF).contains(scalar.value)
        {
            key.append(scalar)
        }
    }
    return String(key)
}
