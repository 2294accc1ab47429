import HeijunModel

/// What stands before a CSV file's records: its encoding and its headings.
extension CSVReader {
    /// The file's text in UTF-8 and the encoding it was in: by its mark, else UTF-8 if it can be, else CP932.
    static func decoded(_ bytes: [UInt8], _ limits: Limits) throws(ImportError) -> ([UInt8], String) {
        guard bytes.count <= limits.fileBytes else {
            throw ImportError(.tooLarge(.file, limit: limits.fileBytes), at: .start)
        }
        let (mark, length) = FileHead.mark(bytes)
        let rest = Array(bytes.dropFirst(length))
        guard !rest.isEmpty else { throw ImportError(.emptyFile, at: .start) }
        let encoding = mark ?? (String(validating: rest, as: UTF8.self) == nil ? .cp932 : .utf8)
        return (try utf8(rest, from: encoding), encoding.name)
    }

    private static func utf8(_ bytes: [UInt8], from encoding: TextEncoding) throws(ImportError) -> [UInt8] {
        guard let iconv = Iconv(from: encoding.iconvName, wider: encoding.widerName) else {
            throw ImportError(.unknownEncoding(encoding.name), at: .start)
        }
        var output: [UInt8] = []
        let failure = bytes.withUnsafeBytes { iconv.convert($0, isLast: true, into: &output) }
        guard let failure else { return output }
        throw ImportError(
            .badBytes(encoding: encoding.name, bytes: hexadecimal(failure.bytes)),
            at: Place.start.after(output))
    }

    /// The field of each column, found by key or by title in either language.
    ///
    /// - Throws: Where a required field has no column: no record could be whole.
    func columns(
        _ heading: [CSVScanner.Cell], _ reading: inout InventoryReading
    ) throws(ImportError) -> [Int?] {
        var columns: [Int?] = []
        for cell in heading {
            let name = halfWidth(cell.text)
            guard let field = field(called: name) else {
                let titles = kind.fields.flatMap { [$0.key, $0.title.ja, $0.title.en] }
                let error = ImportError(
                    .unknownColumn(name, closest: closest(to: name, among: titles)), at: cell.place,
                    element: name)
                reading.add(error, limit: limits.errors)
                columns.append(nil)
                continue
            }
            if columns.contains(field) {
                reading.add(
                    ImportError(.givenTwice(name), at: cell.place, element: name), limit: limits.errors)
            }
            columns.append(field)
        }
        if let field = kind.fields.indices.first(where: {
            kind.fields[$0].isRequired && !columns.contains($0)
        }) {
            throw ImportError(
                .missingColumn(.init(kind.fields[field])), at: .start, element: kind.fields[field].key)
        }
        return columns
    }

    private func field(called name: String) -> Int? {
        kind.fields.firstIndex { $0.key == name }
            ?? kind.fields.firstIndex { halfWidth($0.title.ja) == name || $0.title.en == name }
    }
}
