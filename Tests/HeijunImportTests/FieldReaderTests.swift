import HeijunImport
import HeijunModel
import Testing

/// The quick recognition of kept texts and the fields' own reading must agree on every text.
struct FieldReaderTests {
    static let alphabet = Array("0123459.-,/:%R年度円U千 \u{3000}\u{A0}aＡ①会計true髙\u{2003}")

    @Test(arguments: UInt64(1)...40)
    func readerKeepsWhatTheFieldKeeps(seed: UInt64) throws {
        var random = SplitMix(state: seed)
        for kind in RecordKind.all where kind.parent == nil {
            for field in kind.fields.indices where !kind.identityPositions.contains(field) {
                let text = Self.text(kind.fields[field], &random)
                let expected = try? kind.fields[field].canonical(String(trimmed(text)))
                let kept = expected?.isEmpty == true ? nil : expected
                let seen = Self.read(kind, field, text)
                #expect(seen == kept, "\(kind.name).\(kind.fields[field].key) “\(text)”")
            }
        }
    }

    private static func text(_ field: FieldInfo, _ random: inout SplitMix) -> String {
        let samples = [
            "0", "1", "0.5", "1.5", "0.50", "01", "00.5", "12.5", "1.0", "0.7075", "1.0001", "2026", "R8",
            "1925",
            "2026-02-28", "2026-02-29", "2026-2-3", "true", "false", "TRUE", "100%", "5.", ".5",
            "999999999999999",
            "9999", "100000", "10000.5", "99999.9", "100000001",
        ]
        if Bool.random(using: &random) { return samples.randomElement(using: &random) ?? "" }
        let count = Int.random(in: 1...6, using: &random)
        return String((0..<count).compactMap { _ in alphabet.randomElement(using: &random) })
    }

    /// What the reader makes of a text in a field of a record that has nothing else.
    private static func read(_ kind: RecordKind, _ field: Int, _ text: String) -> String? {
        let keys = kind.identityPositions.map { "\(kind.fields[$0].key)=\"S\"" }.joined(separator: " ")
        let others = kind.fields.indices.filter {
            kind.fields[$0].isRequired && !kind.identityPositions.contains($0) && $0 != field
        }
        let rest = others.map { index -> String in
            let name = kind.fields[index].key
            let text =
                switch kind.fields[index].type {
                case .choice(let choices): choices[0].value
                case .fiscalYear: "2026"
                default: "1"
                }
            return "<\(name)>\(text)</\(name)>"
        }
        let name = kind.fields[field].key
        let body = "<\(kind.name) \(keys)><\(name)>\(text)</\(name)>\(rest.joined())</\(kind.name)>"
        let file = "<inventory xmlns=\"urn:heijun:inventory:1\" version=\"1\">\(body)</inventory>"
        let reading = InventoryReader.read(file.utf8) { _, _ in true }
        return reading.entries.first?.values[field]
    }
}
