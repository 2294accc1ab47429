public import HeijunModel

/// Reads a CSV file of one kind of record: what `export csv` writes, or a table with the same headings.
public struct CSVReader {
    let kind: RecordKind
    let limits: Limits
    private let corrections: Corrections?
    fileprivate let cell: @Sendable (Place) -> Place
    private let readers: [FieldReader]

    /// Makes a reader for records of `kind`.
    ///
    /// - Parameter cell: The place that corrections know a place of the text by, where the text stands for a sheet.
    public init(
        _ kind: RecordKind, limits: Limits = .standard, corrections: Corrections? = nil,
        cell: @escaping @Sendable (Place) -> Place = { $0 }
    ) {
        self.kind = kind
        self.limits = limits
        self.corrections = corrections
        self.cell = cell
        readers = kind.fields.map { FieldReader($0, isIdentity: false, target: KindReader.target($0)) }
    }

    /// Reads a whole file: UTF-8 with or without mark, UTF-16 with mark, or CP932.
    ///
    /// - Parameter known: Whether a record that the file lacks is there already, by kind and key.
    /// - Returns: Every good record and every error, by place.
    public func read(
        _ bytes: [UInt8], known: (_ kind: String, _ key: String) -> Bool = { _, _ in true }
    ) -> InventoryReading {
        var reading = InventoryReading()
        do {
            let (text, encoding) = try CSVReader.decoded(bytes, limits)
            reading.encoding = encoding
            try readRows(text, into: &reading, known: known)
        } catch {
            reading.isFatal = true
            reading.errors.append(error)
        }
        reading.errors.sort { $0.place < $1.place }
        return reading
    }

    private func readRows(
        _ text: [UInt8], into reading: inout InventoryReading, known: (String, String) -> Bool
    ) throws(ImportError) {
        var scanner = CSVScanner(text)
        guard let heading = try scanner.next() else { throw ImportError(.emptyFile, at: .start) }
        let columns = try columns(heading, &reading)
        var keys = KeyIndex()
        let index = RecordKind.all.firstIndex(of: kind) ?? 0
        while let row = try scanner.next() {
            var record = Row(cells: row, place: row[0].place)
            if row.count != heading.count {
                record.errors.append(
                    ImportError(.wrongCellCount(row.count, expected: heading.count), at: record.place))
            }
            fill(&record, columns)
            if record.errors.isEmpty,
                let first = keys.insert(kind.key(of: record.values), kind: index, at: record.place)
            {
                record.add(.duplicateKey(kind.key(of: record.values), first: first), at: record.place, kind)
            }
            finish(record, &reading, &keys)
        }
        let left = reading.correct(keys.dangling(known: known), by: corrections) { target, key in
            keys.holds(key, kind: target) || known(RecordKind.all[target].name, key)
        }
        reading.reject(left, limit: limits.errors)
    }

    /// A row on its way to a record.
    fileprivate struct Row {
        let cells: [CSVScanner.Cell]
        let place: Place
        var values: [String?] = []
        var errors: [ImportError] = []

        init(cells: [CSVScanner.Cell], place: Place) {
            self.cells = cells
            self.place = place
        }

        mutating func add(
            _ reason: ImportError.Reason, at place: Place, _ kind: RecordKind, field: String = ""
        ) {
            errors.append(ImportError(reason, at: place, element: field, key: kind.key(of: values)))
        }
    }

    private func fill(_ row: inout Row, _ columns: [Int?]) {
        row.values = Array(repeating: nil, count: kind.fields.count)
        for (cell, column) in zip(row.cells, columns) {
            guard let field = column else { continue }
            do {
                row.values[field] = try value(cell.text, field)
            } catch {
                correct(field, error, at: cell.place, in: &row)
            }
        }
        let failed = Set(row.errors.map(\.element))
        for (field, info) in kind.fields.enumerated()
        where info.isRequired && row.values[field] == nil && !failed.contains(info.key) {
            let place = columns.firstIndex(of: field).flatMap {
                $0 < row.cells.count ? row.cells[$0].place : nil
            }
            correct(field, .missingField(.init(info)), at: place ?? row.place, in: &row)
        }
    }

    /// Takes the corrected text of a field, where there is one; else notes what is wrong with it.
    private func correct(_ field: Int, _ error: ImportError.Reason, at place: Place, in row: inout Row) {
        var error = error
        let key = kind.fields[field].key
        if let text = corrections?.text(at: cell(place), element: key) {
            do throws(ImportError.Reason) {
                row.values[field] = try value(text, field)
                if row.values[field] != nil || !kind.fields[field].isRequired { return }
            } catch let other {
                error = other
            }
        }
        row.add(error, at: place, kind, field: key)
    }

    private func value(_ text: String, _ field: Int) throws(ImportError.Reason) -> String? {
        let isText = kind.fields[field].type == .text || kind.fields[field].type == .key
        let text = isText ? withoutApostrophe(text) : text
        let control = text.unicodeScalars.first {
            $0.value < 0x20 && $0.value != 9 && $0.value != 10 || $0.value == 0x7F
        }
        if let control { throw .controlCharacter("U+" + String(control.value, radix: 16, uppercase: true)) }
        return try readers[field].text(of: text)
    }

    private func finish(_ row: Row, _ reading: inout InventoryReading, _ keys: inout KeyIndex) {
        for error in row.errors { reading.add(error, limit: limits.errors) }
        let key = kind.key(of: row.values)
        guard row.errors.isEmpty else {
            return reading.rejected.append(.init(kind: kind.name, key: key, place: row.place))
        }
        for (field, reader) in readers.enumerated() {
            guard let target = reader.target, let text = row.values[field] else { continue }
            let texts = reader.field.isList ? text.split(separator: " ").map(String.init) : [text]
            for text in texts {
                keys.wait(
                    .init(
                        target: target, text: text, place: row.place, element: reader.name.key,
                        entry: reading.entries.count, record: row.place, key: key))
            }
        }
        reading.entries.append(Entry(kind: kind.name, values: row.values))
        reading.places.append(row.place)
        reading.lines.append(lines(of: row))
    }
}

extension CSVReader {
    /// Where a row's values stand: all in its line.
    private func lines(of row: Row) -> String {
        let notes = OriginNotes()
        let line = cell(row.place).line
        for (field, value) in row.values.enumerated() where value != nil {
            notes.note(field, line: Int32(clamping: line))
        }
        return notes.packed(from: line)
    }
}

/// The apostrophe that keeps a spreadsheet from running a text is no part of it.
func withoutApostrophe(_ text: String) -> String {
    guard text.utf8.first == UInt8(ascii: "'"),
        let first = text.utf8.first(where: { $0 != UInt8(ascii: "'") }),
        "=+-@".utf8.contains(first)
    else { return text }
    return String(text.dropFirst())
}
