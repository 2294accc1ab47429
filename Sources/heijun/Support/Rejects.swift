import HeijunImport
import HeijunModel
import HeijunReports

/// The errors of all files as a table that can be corrected and sent again with `--corrections`. Corrections that were
/// given and taken stay in it, so that the next attempt has them too.
func rejectsTable(_ results: [FileResult], _ corrections: CorrectionTable? = nil) -> Table {
    let given = corrections?.rows ?? []
    var rows: [[Cell]] = []
    for result in results {
        let own = given.filter { $0.file == result.path }
        let open = Set(result.errors.map(spot(of:)))
        for row in own where !open.contains(row.spot) {
            let texts = [row.record, row.spot.element, row.rule, row.value, row.message, row.correction]
            rows.append(place(result.path, row.spot.line, row.spot.column) + texts.map { Cell(harmless($0)) })
        }
        for error in result.errors {
            let before = own.last { $0.spot == spot(of: error) }?.correction ?? ""
            let texts = [error.key, error.element, error.code, error.seen, error.words[spoken], before]
            rows.append(place(result.path, error.line, error.column) + texts.map { Cell(harmless($0)) })
        }
    }
    return Table(
        key: "rejects", title: Words(ja: "不採用", en: "Rejected"),
        columns: CorrectionTable.columns.map { column in
            let isNumber = ["line", "column"].contains(column.key)
            return .init(
                column.key, ja: column.title.ja, en: column.title.en, isNumber ? .trailing : .leading)
        }, rows: rows)
}

private func place(_ path: String, _ line: Int, _ column: Int) -> [Cell] {
    [Cell(path), Cell(String(line), .int(line)), Cell(String(column), .int(column))]
}

private func spot(of error: ImportError) -> Corrections.Spot {
    .init(line: error.line, column: error.column, element: error.element)
}

/// Says which corrections found nothing wrong at their place.
func tellUnused(_ corrections: Corrections?, _ path: String) {
    guard let unused = corrections?.unused, !unused.isEmpty else { return }
    let lines =
        unused.prefix(10).map { "\($0.line)" }.joined(separator: ", ") + (unused.count > 10 ? " …" : "")
    Console.note(
        say(
            "\(path): 訂正値 \(unused.count) 件は、その場所に誤りがないため使いませんでした（行 \(lines)）。",
            "\(path): \(unused.count) corrections found nothing wrong at their place (lines \(lines))."))
}

extension CorrectionTable {
    /// Reads a file of rejects with corrections.
    ///
    /// - Throws: `unreadable` with the place of what is wrong in it.
    static func read(_ path: String) throws -> CorrectionTable {
        let bytes = try readAll(path)
        do throws(ImportError) {
            return try CorrectionTable(bytes)
        } catch {
            let place = "\(path):\(error.line):\(error.column): "
            throw Failure(Words(ja: place + error.words.ja, en: place + error.words.en), .unreadable)
        }
    }
}
