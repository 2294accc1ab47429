import HeijunImport
import HeijunModel
import HeijunPolicy
import HeijunStore

/// A vendor's file, of any size: laid down while it is read, then compared with the ledger and stored in one go.
extension ImportRun {
    /// Takes a vendor's file in.
    ///
    /// - Throws: As `conclude`, and what keeps the file from being read.
    func take(_ reading: FileReading, of profile: Profile) throws {
        let assigning = try assignment
        var reading = reading
        if assigning.isEmpty, profile.isFlat, !isDryRun, !isVerbose, corrections == nil, reading.isRepeatable
        {
            if let (file, result) = try takeFirst(reading, profile) {
                return try conclude(
                    [result], batch: result.batch, isRefused: isRefused(file), isFatal: file.reading.isFatal)
            }
            reading.stop()
            reading = reading.anew()
        }
        defer { reading.stop() }
        let (file, result) = try staging { staging in
            let file = try staging.fill {
                var file = try fill(staging, from: reading)
                file.reading.leave(try staging.leaveLooseReferences())
                return file
            }
            var result = FileResult(file, records: staging.count)
            // JSON tells what a refused file would have brought.
            guard !isRefused(file) || printsJSON else { return (file, result) }
            try settle(staging, file, StagedRules(file, profile, assigning, overwritesEdits), &result)
            return (file, result)
        }
        try conclude([result], batch: result.batch, isRefused: isRefused(file), isFatal: file.reading.isFatal)
    }

    /// The body's rules by which equipment belongs to systems.
    var assignment: EquipmentAssignment {
        get throws {
            try refusing { () throws(StoreError) in
                EquipmentAssignment(try store.entries(ofKind: EquipmentRule.kind.name))
            }
        }
    }

    /// Stores a file's records while they are read, where none of their kinds are known; nil where that was not so.
    private func takeFirst(
        _ reading: FileReading, _ profile: Profile
    ) throws -> (InventoryFile, FileResult)? {
        var told: (InventoryFile, FileResult)?
        let first = try stores { () throws in
            try store.firstDelivery(of: profile.kinds, header([reading.path])) { delivery in
                let file = try layDown(reading) { try delivery.take($0) }
                var result = FileResult(file, records: delivery.count)
                if !isRefused(file) || printsJSON { result.tally.added = delivery.count }
                told = (file, result)
                var head = header([file.path])
                head.sourceSHA256 = file.sha256
                return isRefused(file) ? nil : (head, file.source)
            }
        }
        guard case .done(let batch) = first, case (let file, var result)? = told else { return nil }
        result.batch = batch
        return (file, result)
    }

    private func staging<Value>(_ body: (Staging) throws -> Value) throws -> Value {
        try stores { try store.staging(body) }
    }

    /// What the store has against something, as the command's refusal.
    func stores<Value>(_ body: () throws -> Value) throws -> Value {
        do { return try body() } catch let error as StoreError {
            return try refusing { () throws(StoreError) in throw error }
        }
    }

    /// Lays a file's records down; the second of a key is rejected or passed over.
    func fill(_ staging: Staging, from reading: FileReading) throws -> InventoryFile {
        try staging.fill {
            var file = try layDown(reading) { try staging.take($0) }
            let (repeated, more) = try staging.dropRepeated(limit: file.reading.roomForErrors)
            file.reading.reject(repeated, more: more)
            return file
        }
    }

    private func layDown(
        _ reading: FileReading, _ take: (borrowing RecordBatch) throws -> Void
    ) throws -> InventoryFile {
        while true {
            switch reading.batches.take() {
            case .records(let batch): try take(batch)
            case .end(let file): return try file.get()
            }
        }
    }

    func isRefused(_ file: InventoryFile) -> Bool {
        file.reading.isFatal || errorCount(file) > maxRejects
    }

    private func errorCount(_ file: InventoryFile) -> Int {
        file.reading.errors.count + file.reading.furtherErrors
    }

    func settle(
        _ staging: Staging, _ file: InventoryFile, _ rules: StagedRules, _ result: inout FileResult
    ) throws {
        var head = header([file.path])
        head.sourceSHA256 = file.sha256
        let lists = (isDryRun || isVerbose) && !printsJSON && !isRefused(file)
        let settled = try staging.settle(
            isDryRun || isRefused(file) ? nil : head, rules,
            tell: lists ? { try Console.write($0.listing) } : nil, check: { try Interruption.check() })
        result.take(settled)
    }
}

extension StagedRules {
    /// The rules of a profile and of the body, for one file.
    init(
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
    var listing: String {
        switch self {
        case .added(let kind, let key): "+ \(kind) \(key)\n"
        case .changed(let change): FileResult.listing(of: change)
        case .missing(let kind, let key): "? \(kind) \(key)\n"
        }
    }
}
