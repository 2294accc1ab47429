import HeijunImport
import HeijunModel
import HeijunReports
import Testing

struct RoundTripTests {
    @Test(arguments: UInt64(1)...60)
    func importOfExportIsIdentity(seed: UInt64) throws {
        let entries = RandomEntries.make(seed: seed)
        let file = try inventoryXML(of: entries)
        let reading = InventoryReader.read(file)
        #expect(reading.errors == [])
        #expect(Set(reading.entries) == Set(entries))
        #expect(reading.entries.count == entries.count && reading.places.count == entries.count)
        #expect(try inventoryXML(of: reading.entries) == file)
        #expect(Difference(from: entries, to: reading.entries).changes.isEmpty)
    }

    @Test(arguments: [1, 2, 3, 7, 61, 4096])
    func piecesOfAnySizeReadTheSame(size: Int) throws {
        let file = try inventoryXML(of: RandomEntries.make(seed: 5))
        var reader = InventoryReader()
        for start in stride(from: 0, to: file.count, by: size) {
            file[start..<min(start + size, file.count)].withUnsafeBytes { reader.feed($0) }
        }
        let reading = reader.finish()
        let whole = InventoryReader.read(file)
        #expect(reading.entries == whole.entries && reading.places == whole.places && reading.errors == [])
    }

    /// What is handed over on the way is the beginning of what is read in the end; after an error, nothing more is.
    @Test(arguments: [64, 999, 8192])
    func recordsAreHandedOverOnce(size: Int) throws {
        let file = try inventoryXML(of: RandomEntries.make(seed: 8))
        var reader = InventoryReader()
        var handed: [Entry] = []
        for start in stride(from: 0, to: file.count, by: size) {
            file[start..<min(start + size, file.count)].withUnsafeBytes { reader.feed($0) }
            handed += reader.newlyWhole()
        }
        let reading = reader.finish()
        #expect(handed == reading.entries && !handed.isEmpty)
        var broken = InventoryReader()
        (file.prefix(file.count / 2) + Array("<nothing/>".utf8)).withUnsafeBytes { broken.feed($0) }
        #expect(broken.newlyWhole().isEmpty)
    }

    @Test func everyTextIsKeptAsTheModelKeepsIt() throws {
        for entry in RandomEntries.make(seed: 3) {
            let kind = try #require(RecordKind.named(entry.kind))
            for (field, text) in zip(kind.fields, entry.values) {
                if let text { #expect(try field.canonical(text) == text) }
            }
        }
    }

    @Test func fieldsOfAKindFitTheReader() {
        for kind in RecordKind.all {
            #expect(kind.fields.count <= 128)
            let names = Set(kind.fields.map(\.key))
            #expect(kind.children.allSatisfy { !names.contains($0.name) })
            #expect(kind.children.isEmpty || kind.identityPositions.count == 1)
            #expect(kind.parent == nil || kind.children.isEmpty)
        }
    }

    @Test func childWithoutParentIsNotDropped() {
        let child = Entry(kind: "ceiling", values: ["一般会計", "2027", "100", nil])
        #expect(throws: ExchangeProblem.orphan(kind: "ceiling", key: "一般会計/2027")) {
            try inventoryXML(of: [child])
        }
    }
}
