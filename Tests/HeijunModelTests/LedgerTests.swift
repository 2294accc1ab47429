import HeijunModel
import Testing

struct LedgerTests {
    @Test(arguments: UInt64(1)...20)
    func recordsAndEntriesAreTheSame(seed: UInt64) throws {
        let entries = try Portfolio.random(seed: seed).entries
        let portfolio = try Portfolio(entries.shuffled(seed))
        #expect(portfolio.entries == entries)
        #expect(try Portfolio(entries).entries == entries)
        #expect(Set(entries.map(\.kind)).count == RecordKind.all.count)
    }

    @Test(arguments: UInt64(1)...20)
    func keptTextsReadAsThemselves(seed: UInt64) throws {
        for entry in try Portfolio.random(seed: seed).entries {
            let kind = try #require(RecordKind.named(entry.kind))
            for (field, text) in zip(kind.fields, entry.values) {
                guard let text else { continue }
                #expect(try field.canonical(text) == text, "\(kind.name).\(field.key)")
            }
        }
    }

    @Test(arguments: RecordKind.all)
    func kindsAreWhole(kind: RecordKind) {
        #expect(Set(kind.fields.map(\.key)).count == kind.fields.count)
        #expect(!kind.identity.isEmpty && kind.identityPositions.count == kind.identity.count)
        #expect(kind.identityPositions.first.map { kind.fields[$0].isRequired } == true)
        for field in kind.fields {
            #expect(!field.title.ja.isEmpty && !field.title.en.isEmpty, "\(kind.name).\(field.key)")
            let isPlain = field.key.utf8.allSatisfy { $0 == UInt8(ascii: "_") || (0x61...0x7A).contains($0) }
            #expect(isPlain && field.key != "key", "\(kind.name).\(field.key)")
            if case .reference(let name) = field.type { #expect(RecordKind.named(name) != nil, "\(name)") }
        }
    }

    @Test(arguments: RecordKind.all)
    func childrenBeginWithTheirParentsKey(kind: RecordKind) throws {
        guard let parentName = kind.parent else { return }
        let parent = try #require(RecordKind.named(parentName))
        #expect(kind.fields[kind.identityPositions[0]].type == .reference(parentName))
        #expect(parent.identity.count == 1 && parent.parent == nil)
        #expect(parent.children.contains(kind))
    }

    @Test func keysAreUniqueWhateverTheyHold() {
        let link = Link.kind
        #expect(link.key(of: ["a/b", "c", "d"]) == "a%2Fb/c/d")
        #expect(link.key(of: ["a", "b/c", "d"]) == "a/b%2Fc/d")
        #expect(link.key(of: ["a%2F", "b", "c"]) == "a%252F/b/c")
        #expect(ITSystem.kind.key(of: ["SYS/1"]) == "SYS/1")
        #expect(ITSystem.kind.isKey("SYS/1", of: ["SYS/1"]) && !ITSystem.kind.isKey("SYS", of: ["SYS/1"]))
        let parts: [String?] = [nil, "", "a", "ab", "住民", "a/b", "a%2Fb", "/"]
        let records = parts.flatMap { first in parts.map { [first, $0, "d"] } }
        for left in records {
            let key = link.key(of: left)
            for right in records { #expect(link.isKey(key, of: right) == (key == link.key(of: right))) }
        }
        #expect(
            Cost.kind.key(of: ["S", "2026", "build", "planned", "general", nil])
                == "S/2026/build/planned/general/")
    }

    @Test func aNameThatIsNoKindIsNotPassedOver() {
        let problem = #expect(throws: EntryProblem.self) {
            try Portfolio([Entry(kind: "systen", values: [])])
        }
        #expect(problem?.field == "kind" && problem?.problem.seen == "systen")
    }
}

struct DifferenceTests {
    private func vendor(_ id: String, _ name: String) -> Entry {
        Entry(kind: "vendor", values: [id, name, nil, nil])
    }

    @Test func comparesByKeyAndField() {
        let stored = [vendor("V1", "甲"), vendor("V2", "乙"), vendor("V3", "丙")]
        let difference = Difference(
            from: stored, to: [vendor("V4", "丁"), vendor("V2", "乙社"), vendor("V1", "甲")])
        #expect(difference.count(.added) == 1 && difference.count(.changed) == 1)
        #expect(difference.count(.removed) == 0 && difference.unchanged == 1)
        #expect(difference.missing.map(\.key) == ["V3"])
        #expect(difference.changes.map(\.key) == ["V4", "V2"])
        let fields = difference.changes[1].differences
        #expect(fields.map(\.field.key) == ["name"])
        #expect(fields.first?.before == "乙" && fields.first?.after == "乙社")
    }

    @Test func variantsOfALetterDiffer() {
        let difference = Difference(from: [vendor("V1", "\u{795E}社")], to: [vendor("V1", "\u{FA19}社")])
        #expect(difference.count(.changed) == 1 && difference.changes[0].differences.count == 1)
    }

    @Test(arguments: UInt64(1)...10)
    func leadsFromOneToTheOther(seed: UInt64) throws {
        let old = try Portfolio.random(seed: seed).entries
        let new = try Portfolio.random(seed: seed + 100).entries
        let difference = Difference(from: old, to: new)
        #expect(difference.changes.count + difference.unchanged == new.count)
        #expect(difference.missing.count == old.count + difference.count(.added) - new.count)
        #expect(Difference(from: new, to: new).changes.isEmpty)
    }
}

extension [Entry] {
    /// The same entries in an order that depends on the seed alone.
    fileprivate func shuffled(_ seed: UInt64) -> [Entry] {
        var numbers = SeededNumbers(seed: seed)
        return shuffled(using: &numbers)
    }
}
