import HeijunModel
import HeijunStore
import Testing

/// Vendors' records on their way through the staging.
struct StagingTests {
    /// What a delivery holds of a machine.
    private struct Machine {
        var key: String, serial: String?, note: String?, cost: String?
    }

    private func entry(_ machine: Machine) -> Entry {
        var values = [String?](repeating: nil, count: Equipment.kind.fields.count)
        for (field, text) in [
            ("id", machine.key), ("name", "機器" + machine.key), ("serial", machine.serial),
            ("note", machine.note), ("cost", machine.cost),
        ] { values[Equipment.kind.position[field] ?? 0] = text }
        return Entry(kind: Equipment.kind.name, values: values)
    }

    private func batch(_ machines: some Sequence<(offset: Int, element: Machine)>) throws -> RecordBatch {
        let kind = try #require(RecordKind.all.firstIndex(of: Equipment.kind))
        var batch = RecordBatch()
        for (line, machine) in machines {
            var row = RecordBatch.Row(kind: kind, firstCell: batch.cells.count, line: line, column: 3)
            for text in entry(machine).values {
                batch.cells.append(text.map { batch.append($0.utf8) } ?? .none)
            }
            row.key = batch.cells[row.firstCell]
            row.origin = batch.append("[\(line),0]".utf8)
            batch.rows.append(row)
        }
        return batch
    }

    /// A file of so many machines: most with an ascending key, some twice, some known by their serial number alone.
    private func delivery(_ count: Int, _ random: inout some RandomNumberGenerator, isFirst: Bool)
        -> [Machine]
    {
        (0..<count).map { number in
            let isRenamed = !isFirst && number % 17 == 3
            let isAgain = Int.random(in: 0..<50, using: &random) == 0
            let key = "M\(10_000 + (isAgain ? number / 2 : number))" + (isRenamed ? "x" : "")
            return Machine(
                key: key, serial: number % 5 == 0 ? nil : "S\(number)",
                note: Bool.random(using: &random) ? nil : String(repeating: "備考\"\\\n", count: 20),
                cost: isFirst || number % 3 > 0 ? "\(number * 1000)" : "\(number * 1001)")
        }
    }

    private func rules(_ store: Store) throws -> StagedRules {
        let serial = try #require(Equipment.kind.position["serial"])
        return StagedRules(
            source: SourceFile(name: "assets.xml", sha256: "ab", profile: "plain-assets-1"),
            matchFields: { $0 == Equipment.kind ? [serial] : [] }, form: { $0.lowercased() },
            complete: { _ in }, completed: { _ in nil }, overwritesEdits: true)
    }

    /// What an import leaves: the told events, the repeated records, the ledger and its history.
    private struct Outcome: Equatable {
        var told: [String] = [], repeated: [RepeatedRecord] = [], ledger: [Entry] = [],
            history: [[String?]] = []
        var counts: [Int] = []
    }

    private func imported(
        _ files: [[Machine]], memory: Int, pieces: Int
    ) throws -> Outcome {
        let folder = try Folder()
        let store = try Store.create(at: folder.file)
        var outcome = Outcome()
        for (number, file) in files.enumerated() {
            let batches = try stride(from: 0, to: file.count, by: pieces).map { start in
                try batch(file.enumerated().dropFirst(start).prefix(pieces).map { ($0.offset, $0.element) })
            }
            let rules = try rules(store)
            let result = try store.staging(memory: memory) { staging in
                try staging.fill {
                    for batch in batches { try staging.take(batch) }
                    outcome.repeated += try staging.dropRepeated(limit: 1000).repeated
                }
                return try staging.settle(.test(number + 1), rules) { outcome.told.append("\($0)") }
            }
            #expect(result.batch == number + 1)
            outcome.counts += [result.added, result.changed, result.unchanged, result.missing]
        }
        outcome.ledger = try store.entries()
        outcome.history = try store.history(after: 0).map {
            [String($0.batch.id), $0.key, $0.field, $0.before, $0.after]
        }
        return outcome
    }

    @Test(arguments: UInt64(1)...4)
    func aLargeFileInLittleMemoryComesToTheSame(seed: UInt64) throws {
        var random = SeededNumbers(seed: seed)
        let files = [
            delivery(3000, &random, isFirst: true), delivery(2800, &random, isFirst: false),
        ]
        let ample = try imported(files, memory: 64 << 20, pieces: 100_000)
        #expect(try imported(files, memory: 1 << 10, pieces: 7) == ample)
        #expect(ample.counts[0] == Set(files[0].map(\.key)).count && ample.counts[1...2] == [0, 0])
        #expect(ample.repeated.count == files.map { $0.count - Set($0.map(\.key)).count }.reduce(0, +))
        #expect(ample.counts[5] > 0 && ample.counts[6] > 0 && ample.counts[7] > 0)
    }

    /// The second delivery against the first, worked out one record after the other.
    @Test(arguments: UInt64(1)...4)
    func theLedgerIsWhatRecordByRecordComesTo(seed: UInt64) throws {
        var random = SeededNumbers(seed: seed)
        let files = [delivery(400, &random, isFirst: true), delivery(380, &random, isFirst: false)]
        var ledger: [String: Machine] = [:]
        for file in files {
            let standing = ledger
            var own: Set<String> = [], taken = Set(file.map(\.key)).intersection(standing.keys)
            for machine in file where own.insert(machine.key).inserted {
                let twins = standing.values.filter { $0.serial != nil && $0.serial == machine.serial }
                let isTied =
                    standing[machine.key] == nil && twins.count == 1
                    && taken.insert(twins[0].key).inserted
                let key = isTied ? twins[0].key : machine.key
                guard let before = standing[key] else {
                    ledger[key] = machine
                    continue
                }
                // A tied record only fills what is empty; another leaves what the file has no value for.
                let (first, second) = isTied ? (before, machine) : (machine, before)
                ledger[key] = Machine(
                    key: key, serial: first.serial ?? second.serial, note: first.note ?? second.note,
                    cost: first.cost ?? second.cost)
            }
        }
        let outcome = try imported(files, memory: 1 << 14, pieces: 64)
        let expected = ledger.values.map(entry).sorted { $0.key < $1.key }
        #expect(outcome.ledger == expected)
    }

    /// Files as one batch against the same files as a batch each.
    @Test(arguments: UInt64(1)...6)
    func filesTogetherComeToWhatTheyComeToOneByOne(seed: UInt64) throws {
        var random = SeededNumbers(seed: seed)
        let files = (0..<12).map { delivery(60, &random, isFirst: $0 % 2 == 0) }
        let folder = try Folder()
        let store = try Store.create(at: folder.file)
        try store.apply([entry(Machine(key: "M10003", serial: "S9", note: nil, cost: "1")).added], .test())
        let before = try store.entries()
        let rules = try rules(store)
        let names = files.indices.map { "\($0).xml" }
        let result = try store.desk(isKept: seed % 2 == 0, fingerprint: "f") { staging, desk in
            for (name, file) in zip(names, files) {
                let batch = try batch(file.enumerated().map { ($0.offset, $0.element) })
                try staging.clear()
                try staging.fill {
                    try staging.take(batch)
                    _ = try staging.dropRepeated(limit: 9)
                }
                try desk.keep(name, sha256: "ab", facts: name)
            }
            #expect(try desk.count == files.count && desk.facts(of: "3.xml") == "3.xml")
            return try staging.settle(.test(2), files: names, check: {}) { settling in
                for name in names {
                    try desk.lay(name)
                    _ = try settling.settle(rules)
                }
                return true
            }
        }
        #expect(folder.names == ["heijun.sqlite", "heijun.sqlite-shm", "heijun.sqlite-wal"])
        let together = try store.entries()
        let single = try Store.create(at: folder.path + "/single.sqlite")
        try single.apply([entry(Machine(key: "M10003", serial: "S9", note: nil, cost: "1")).added], .test())
        for (number, file) in files.enumerated() {
            let batch = try batch(file.enumerated().map { ($0.offset, $0.element) })
            try single.staging { staging in
                try staging.fill {
                    try staging.take(batch)
                    _ = try staging.dropRepeated(limit: 9)
                }
                _ = try staging.settle(.test(number + 2), rules)
            }
        }
        #expect(try single.entries() == together)
        // One line of history for each record, and no more; an undo brings everything back.
        let lines = try store.history(after: 1)
        let records = Set(lines.map { $0.kind + $0.key })
        #expect(result.batch == 2 && result.added + result.changed == records.count)
        #expect(lines.count { $0.field == nil } == result.added && result.added > 50)
        _ = try store.undo(2, .test(3))
        #expect(try store.entries() == before)
    }

    @Test func nothingIsLeftOfWhatWasNotSettled() throws {
        let folder = try Folder()
        let store = try Store.create(at: folder.file)
        let machines = (1...9).map {
            Machine(key: "M\($0)", serial: nil, note: nil, cost: $0 < 9 ? "1" : "01")
        }
        let batch = try batch(machines.enumerated().map { ($0.offset, $0.element) })
        let rules = try rules(store)
        // Only compared.
        let compared = try store.staging { staging in
            try staging.fill { try staging.take(batch) }
            return try staging.settle(nil, rules)
        }
        #expect(compared.added == 9 && compared.batch == nil)
        // The last record's cost is not in the form kept.
        #expect(throws: StoreError.self) {
            try store.staging { staging in
                try staging.fill { try staging.take(batch) }
                _ = try staging.settle(.test(), rules)
            }
        }
        #expect(try store.entries().isEmpty && store.batches().isEmpty)
        #expect(try store.apply([entry(machines[0]).added], .test(2)) == 1)
        try store.close()
        #expect(folder.names == ["heijun.sqlite"])
    }

    @Test func aRecordOfTheFileIsNeverMadeAnother() throws {
        let folder = try Folder()
        let store = try Store.create(at: folder.file)
        try store.apply([entry(Machine(key: "M1", serial: "S1", note: nil, cost: nil)).added], .test())
        let machines = [
            Machine(key: "M1", serial: nil, note: "甲", cost: nil),
            Machine(key: "M2", serial: "S1", note: "乙", cost: nil),
        ]
        let batch = try batch(machines.enumerated().map { ($0.offset, $0.element) })
        let rules = try rules(store)
        let result = try store.staging { staging in
            try staging.fill { try staging.take(batch) }
            return try staging.settle(.test(2), rules)
        }
        #expect(result.added == 1 && result.changed == 1)
        #expect(try store.entries().map(\.key) == ["M1", "M2"])
    }

    /// Machines of which no two have the same key, in any order.
    private func unlike(_ count: Int, seed: UInt64) -> [Machine] {
        var random = SeededNumbers(seed: seed)
        return (0..<count).shuffled(using: &random).map { number in
            Machine(
                key: "M\(number)", serial: number % 4 == 0 ? nil : "S\(number)", note: "備考\"\\\n",
                cost: "\(number + 1)000")
        }
    }

    private func firstDelivery(
        _ machines: [Machine], to store: Store, isGood: Bool = true
    ) throws -> FirstResult {
        let rules = try rules(store)
        return try store.firstDelivery(of: [Equipment.kind], .test()) { delivery in
            for start in stride(from: 0, to: machines.count, by: 7) {
                try delivery.take(
                    try batch(
                        machines.enumerated().dropFirst(start).prefix(7).map { ($0.offset, $0.element) }))
            }
            return isGood ? (.test(), rules.source) : nil
        }
    }

    @Test(arguments: UInt64(1)...4)
    func aFirstDeliveryComesToWhatStagingComesTo(seed: UInt64) throws {
        let machines = unlike(100, seed: seed)
        let folders = (try Folder(), try Folder())
        let straight = try Store.create(at: folders.0.file), staged = try Store.create(at: folders.1.file)
        guard case .done(batch: 1) = try firstDelivery(machines, to: straight) else {
            Issue.record("not taken as a first delivery")
            return
        }
        let batch = try batch(machines.enumerated().map { ($0.offset, $0.element) })
        let rules = try rules(staged)
        _ = try staged.staging { staging in
            try staging.fill { try staging.take(batch) }
            return try staging.settle(.test(), rules)
        }
        for look: (Store) throws -> [String] in [
            { try $0.entries().map { "\($0)" } }, { try $0.history(after: 0).map { "\($0)" } },
            { try $0.batches().map { "\($0)" } }, { try $0.knownSources().map { "\($0)" } },
            { store in
                try machines.flatMap { try store.provenance(kind: "equipment", key: $0.key).map { "\($0)" } }
            },
        ] {
            #expect(try look(straight) == look(staged))
            #expect(try !look(straight).isEmpty)
        }
    }

    @Test func whatIsNoFirstDeliveryLeavesNoTrace() throws {
        let folder = try Folder()
        let store = try Store.create(at: folder.file)
        let machines = unlike(40, seed: 1)
        // A key that comes again, far from the first.
        guard case .other = try firstDelivery(machines + [machines[0]], to: store) else {
            Issue.record("a repeated key was taken")
            return
        }
        // A file that its end shows to be bad.
        guard case .done(batch: nil) = try firstDelivery(machines, to: store, isGood: false) else {
            Issue.record("a bad file was taken")
            return
        }
        #expect(try store.entries().isEmpty && store.batches().isEmpty && store.knownSources().isEmpty)
        // A ledger that has such records already.
        try store.apply([entry(Machine(key: "N1", serial: nil, note: nil, cost: nil)).added], .test())
        guard case .other = try firstDelivery(machines, to: store) else {
            Issue.record("records were not compared")
            return
        }
        #expect(try store.entries().count == 1 && store.batches().count == 1)
    }
}
