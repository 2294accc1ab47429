import HeijunImport
import HeijunModel
import HeijunPolicy
import HeijunReports
import HeijunStore

/// Several files, or one that is gathered: laid on a desk one after the other, then settled as one batch.
extension ImportRun {
    /// Takes files in, in order, each against what the ones before it leave.
    ///
    /// - Throws: As `take(_:)`. Of a run that ends in the middle, the files that were read lie on the desk.
    mutating func takeTogether(_ sources: [(path: String, kind: RecordKind?)]) throws {
        let done = try DoneFiles(store, isAsked: sources.count > 1 && mayPassOver)
        let rest = try sources.filter { try !done.holds($0.path) }
        passedOver = done.count
        done.tell()
        let options = try options(), assigning = try assignment
        var run = self
        defer { self = run }
        let outcome = try stores {
            try store.desk(isKept: sources.count > 1, fingerprint: try fingerprint) { staging, desk in
                do {
                    var reading = DeskReading(run, staging, desk, options)
                    let files = try reading.lay(rest)
                    (run.resumed, run.unknown) = (reading.resumed, reading.unknown)
                    run.tellReading()
                    return try run.settle(files, staging, desk, assigning)
                } catch let failure as Failure where failure.status == .interrupted {
                    run.laidDown = sources.count > 1 ? try desk.count : 0
                    throw run.interruption(failure)
                }
            }
        }
        try run.conclude(
            outcome.results, batch: outcome.batch, isRefused: outcome.isRefused, isFatal: outcome.isFatal)
    }

    /// What the reading of files depends on, other than their bytes.
    private var fingerprint: String {
        get throws {
            let batch = try refusing { () throws(StoreError) in try store.latestBatch }
            return SHA256.of(([Version.text, "\(batch)", "\(keepsLines)"] + readBy).joined(separator: "\n"))
        }
    }

    private func tellReading() {
        if resumed > 0 {
            Console.note(
                say(
                    "前回の続きから取り込みます（読み終えていた \(resumed) 件は読み直しません）。",
                    "Going on where the last run stopped (\(resumed == 1 ? "1 file was" : "\(resumed) files were") read already)."
                ))
        }
        for path in unknown {
            Console.note(say("\(path): 知らない形式のため読み飛ばしました。", "\(path): of no known format, left out."))
        }
    }

    /// Says of an interruption what need not be done again.
    private func interruption(_ failure: Failure) -> Failure {
        guard laidDown > 0 else { return failure }
        return Failure(
            ja: "中断しました。台帳は変わっていません。読み終えた \(laidDown) 件は控えてあり、同じ命令で続きから取り込みます。",
            en:
                "Interrupted: the ledger is as it was. \(laidDown == 1 ? "1 file is" : "\(laidDown) files are") read; the same command goes on from there.",
            .interrupted)
    }

    /// What settling has come to.
    private struct Outcome {
        var results: [FileResult] = []
        var batch: Int?
        var isRefused = false, isFatal = false
    }

    private mutating func settle(
        _ files: [LaidFile], _ staging: Staging, _ desk: Desk, _ assigning: EquipmentAssignment
    ) throws -> Outcome {
        var outcome = Outcome()
        outcome.results = files.map { FileResult($0.file(profile), records: $0.records) }
        judge(&outcome)
        // JSON tells what refused files would have brought.
        guard !outcome.isRefused || printsJSON, !files.isEmpty else { return outcome }
        var head = header(files.map(\.path))
        head.sourceSHA256 =
            files.count == 1 ? files[0].sha256 : SHA256.of(files.map(\.sha256).joined(separator: "\n"))
        let line = ProgressLine()
        defer { line.end() }
        let names = files.map { $0.file(profile).baseName }
        let settled = try staging.settle(head, files: names, check: { try Interruption.check() }) {
            settling in
            for (index, file) in files.enumerated() {
                if files.count > 1 {
                    let (count, all) = (grouped(index + 1), grouped(files.count))
                    line.show(say("\(count) / \(all) 件目を照合しています…", "Matching file \(count) of \(all)…"))
                }
                try desk.lay(file.path)
                outcome.results[index] = try settle(file.file(profile), staging, settling, assigning)
            }
            judge(&outcome)
            return !isDryRun && !outcome.isRefused
        }
        outcome.batch = settled.batch
        net = (settled.added, settled.changed)
        return outcome
    }

    private func judge(_ outcome: inout Outcome) {
        let rejected = outcome.results.map(\.errorCount).reduce(0, +)
        outcome.isFatal = outcome.results.contains(where: \.isFatal)
        outcome.isRefused = outcome.isFatal || rejected > maxRejects
    }

    /// Settles the file that the staging holds.
    private func settle(
        _ file: InventoryFile, _ staging: Staging, _ settling: Settling, _ assigning: EquipmentAssignment
    ) throws -> FileResult {
        var file = file
        if file.isPartial { file.reading.leave(try staging.leaveLooseReferences()) }
        var result = FileResult(file, records: staging.count)
        let rules =
            file.format.map { StagedRules(file, $0, assigning, overwritesEdits) }
            ?? StagedRules(whole: file.source, overwritesEdits: overwritesEdits)
        let lists = (isDryRun || isVerbose) && !printsJSON
        let settled = try settling.settle(rules, tell: lists ? { result.listing += $0.listing } : nil)
        result.take(settled)
        return result
    }
}
