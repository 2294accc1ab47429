import HeijunImport
import HeijunModel
import HeijunReports
import HeijunStore

/// What an import says when it has ended.
extension ImportRun {
    /// Reports, gives the rejected back, and says by the status how it went.
    ///
    /// - Throws: `unreadable` where a file is refused as a whole or too many records were rejected; `refused`, after
    ///   the rest was stored, where records were rejected and that many are allowed.
    func conclude(_ results: [FileResult], batch: Int?, isRefused: Bool, isFatal: Bool) throws {
        let rejected = results.map(\.errorCount).reduce(0, +)
        try report(results, batch: batch, isRefused: isRefused)
        if rejected > 0 && !isFatal { try writeRejects(results) }
        guard rejected == 0 else {
            throw Failure(
                refusal(rejected, isRefused: isRefused, isFatal: isFatal), isRefused ? .unreadable : .refused)
        }
    }

    private func refusal(_ count: Int, isRefused: Bool, isFatal: Bool) -> Words {
        let errors = count == 1 ? "1 error" : "\(count) errors"
        if isDryRun && !isRefused {
            return Words(
                ja: "試行のため何も保存していません。取り込むと、\(count) 件の誤りがある記録は不採用になります（\(rejectsPath)）。",
                en:
                    "A dry run: nothing is stored. An import would leave out the records that have \(errors) (\(rejectsPath))."
            )
        }
        guard isRefused else {
            return Words(
                ja: "\(count) 件の誤りがある記録を除いて保存しました。不採用の記録は \(rejectsPath) にあります。",
                en: "Stored without the records that have \(errors); the rejected are in \(rejectsPath).")
        }
        return isFatal
            ? Words(
                ja: "ファイル全体が読めないため、何も保存していません。", en: "The file as a whole cannot be read: nothing is stored.")
            : Words(
                ja:
                    "誤りが \(count) 件あるため、何も保存していません。ファイルを直すか、\(rejectsPath) に訂正値を書いて "
                    + "--corrections \(rejectsPath) を付けて取り込むか、--max-rejects で許す件数を指定してください。",
                en:
                    "\(errors): nothing is stored. Correct the file; or write corrections into \(rejectsPath) and add "
                    + "--corrections \(rejectsPath); or allow rejects with --max-rejects.")
    }

    /// The errors as a file: place, record, field, rule and value, to be corrected and sent again.
    private func writeRejects(_ results: [FileResult]) throws {
        let table = rejectsTable(results, corrections)
        try writeFile(Array(("\u{FEFF}" + table.csv(spoken)).utf8), to: rejectsPath)
    }

    func report(_ results: [FileResult], batch: Int?, isRefused: Bool) throws {
        if printsJSON { return try Console.write(json(results, batch: batch).text) }
        for result in results {
            for error in result.errors {
                Console.note("\(result.path):\(error.line):\(error.column): \(error.words[spoken])")
            }
            result.tellFurtherErrors()
            guard !isRefused else { continue }
            result.tellNotes()
            if isDryRun || isVerbose { try Console.write(result.listing) }
            result.tellKept()
        }
        guard !isRefused else { return }
        let lead =
            isDryRun
            ? say("試行（保存していません）・ ", "Dry run, nothing stored · ")
            : batch.map { say("取込バッチ \($0) ・ ", "Batch \($0) · ") } ?? ""
        try Console.line(lead + sum(results).line)
    }

    /// What became of the records of all files; one that two files change counts once.
    private func sum(_ results: [FileResult]) -> Tally {
        var sum = results.reduce(into: Tally()) { $0.add($1.tally) }
        if let net { (sum.added, sum.changed) = net }
        return sum
    }

    func json(_ results: [FileResult], batch: Int?, isInterrupted: Bool = false) -> JSONValue {
        .object(
            [
                ("batch", JSONValue(batch)), ("interrupted", .bool(isInterrupted)),
                ("laidDown", .int(laidDown)), ("resumed", .int(resumed)), ("passedOver", .int(passedOver)),
                ("unknown", .array(unknown.map { .string($0) })),
                ("files", .array(results.map(\.json))),
            ] + sum(results).json)
    }
}
