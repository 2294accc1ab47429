import HeijunImport
import HeijunModel
import HeijunPolicy
import HeijunStore

/// A vendor's file, of any size: laid down while it is read, then compared with the ledger and stored in one go.
extension ImportRun {
    /// Takes a vendor's file in.
    ///
    /// - Throws: As `apply(_:to:)`, and what keeps the file from being read.
    func take(_ reading: FileReading, of profile: Profile) throws {
        let assigning = try refusing { () throws(StoreError) in
            EquipmentAssignment(try store.entries(ofKind: EquipmentRule.kind.name))
        }
        let (file, result) = try staging { staging in
            let file = try fill(staging, from: reading)
            var result = FileResult(file, Difference(from: [], to: []))
            result.records = staging.count
            // JSON tells what a refused file would have brought.
            guard !isRefused(file) || printsJSON else { return (file, result) }
            try settle(staging, file, StagedRules(file, profile, assigning, overwritesEdits), &result)
            return (file, result)
        }
        try conclude([result], batch: result.batch, isRefused: isRefused(file), isFatal: file.reading.isFatal)
    }

    private func staging<Value>(_ body: (Staging) throws -> Value) throws -> Value {
        do {
            return try store.staging(body)
        } catch let error as StoreError {
            return try refusing { () throws(StoreError) in throw error }
        }
    }

    /// Lays a file's records down; the second of a key is rejected or passed over.
    private func fill(_ staging: Staging, from reading: FileReading) throws -> InventoryFile {
        try staging.fill {
            var file = try layDown(reading, in: staging)
            let (repeated, more) = try staging.dropRepeated(limit: file.reading.roomForErrors)
            file.reading.reject(repeated, more: more)
            file.reading.leave(try staging.leaveLooseReferences())
            return file
        }
    }

    private func layDown(_ reading: FileReading, in staging: Staging) throws -> InventoryFile {
        while true {
            switch reading.batches.take() {
            case .records(let batch): try staging.take(batch)
            case .end(let file): return try file.get()
            }
        }
    }

    private func isRefused(_ file: InventoryFile) -> Bool {
        file.reading.isFatal || errorCount(file) > maxRejects
    }

    private func errorCount(_ file: InventoryFile) -> Int {
        file.reading.errors.count + file.reading.furtherErrors
    }

    private func settle(
        _ staging: Staging, _ file: InventoryFile, _ rules: StagedRules, _ result: inout FileResult
    ) throws {
        var head = header([file.path])
        head.sourceSHA256 = file.sha256
        let lists = (isDryRun || isVerbose) && !printsJSON && !isRefused(file)
        let settled = try staging.settle(
            isDryRun || isRefused(file) ? nil : head, rules,
            tell: lists ? { try Console.write($0.listing) } : nil, check: { try Interruption.check() })
        result.batch = settled.batch
        result.kept = settled.kept
        result.settled = settled.settled
        result.counts = Tally(
            added: settled.added, changed: settled.changed, missing: settled.missing,
            unchanged: settled.unchanged, rejected: errorCount(file))
    }
}

extension StagedRules {
    /// The rules of a profile and of the body, for one file.
    fileprivate init(
        _ file: InventoryFile, _ profile: Profile, _ assignment: EquipmentAssignment, _ overwritesEdits: Bool
    ) {
        let system = Equipment.kind.position["system"] ?? 0
        self.init(
            source: file.source,
            matchFields: { kind in profile.matchFields(of: kind).compactMap { kind.position[$0] } },
            form: { profile.isPlaceholder($0) ? nil : matchForm($0) },
            complete: { entry in
                guard entry.kind == Equipment.kind.name, entry.values[system] == nil else { return }
                entry.values[system] = assignment.system(of: entry)
            },
            completed: { $0 == Equipment.kind && !assignment.isEmpty ? system : nil },
            overwritesEdits: overwritesEdits)
    }
}

extension StagedEvent {
    /// The lines that a dry run shows of it.
    fileprivate var listing: String {
        switch self {
        case .added(let kind, let key): "+ \(kind) \(key)\n"
        case .changed(let change): FileResult.listing(of: change)
        case .missing(let kind, let key): "? \(kind) \(key)\n"
        }
    }
}
