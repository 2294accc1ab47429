import HeijunModel

/// A small generator of numbers with a seed: the same on every machine (Steele, Lea and Flood 2014, SplitMix64).
struct SplitMix: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var word = state
        word = (word ^ (word >> 30)) &* 0xBF58_476D_1CE4_E5B9
        word = (word ^ (word >> 27)) &* 0x94D0_49BB_1331_11EB
        return word ^ (word >> 31)
    }
}

/// Random ledgers of every kind and field, made from the fields' descriptions alone: they make no sense to an
/// officer, but every text in them is one that Heijun keeps, and every reference is met.
struct RandomEntries {
    private var random: SplitMix
    private var keys: [String: [String]] = [:]

    /// Entries of every kind, `count` of each top-level kind.
    static func make(seed: UInt64, count: Int = 4) -> [Entry] {
        var maker = RandomEntries(random: SplitMix(state: seed))
        for kind in RecordKind.all where kind.parent == nil && kind.identityPositions.count == 1 {
            maker.keys[kind.name] = (0..<count).map { maker.key($0) }
        }
        return RecordKind.all.flatMap { maker.records(of: $0, count: count) }
    }

    private mutating func records(of kind: RecordKind, count: Int) -> [Entry] {
        var seen: Set<String> = []
        return (0..<count).compactMap { index in
            var values = kind.fields.map { value(of: $0) }
            if kind.identityPositions.count == 1, let keys = keys[kind.name] {
                values[kind.identityPositions[0]] = keys[index]
            }
            let entry = Entry(kind: kind.name, values: values)
            return seen.insert(kind.key(of: values)).inserted ? entry : nil
        }
    }

    private mutating func value(of field: FieldInfo) -> String? {
        if !field.isRequired && Bool.random(using: &random) { return nil }
        let text = (0..<(field.isList ? Int.random(in: 1...3, using: &random) : 1))
            .map { _ in single(field) }.joined(separator: " ")
        let kept = try? field.canonical(text)
        return kept?.isEmpty == true ? nil : kept
    }

    private mutating func single(_ field: FieldInfo) -> String {
        switch field.type {
        case .text: text()
        case .key: field.key == "code" ? "141305" : key(0)
        case .integer(let range): "\(Int.random(in: range, using: &random))"
        case .yen: "\(Int.random(in: -1_000_000_000...1_000_000_000, using: &random))"
        case .fiscalYear: "\(Int.random(in: 1926...2150, using: &random))"
        case .day:
            "令和\(Int.random(in: 2...30, using: &random))年\(Int.random(in: 1...12, using: &random))月28日"
        case .flag: Bool.random(using: &random) ? "true" : "false"
        case .choice(let choices): choices.randomElement(using: &random)?.value ?? ""
        case .reference(let kind): keys[kind]?.randomElement(using: &random) ?? key(0)
        case .rackUnits: "\(Int.random(in: 0...84, using: &random)).5"
        case .watts, .kilograms: "\(Int.random(in: 0...90_000, using: &random))"
        case .personMonths:
            "\(Int.random(in: 0...900, using: &random)).\(Int.random(in: 0...9, using: &random))"
        case .rate: "0.\(Int.random(in: 1000...9999, using: &random))"
        case .figure:
            "\(Int.random(in: -9999...9999, using: &random)).\(Int.random(in: 0...99, using: &random))"
        }
    }

    private mutating func key(_ index: Int) -> String {
        let stems = ["SYS-", "会計/", "A&B<", "\"引用\"", "K'", "%2F", "𠮷-", "a:b="]
        let stem = stems.randomElement(using: &random) ?? ""
        return stem + String(UInt16.random(in: 0...9999, using: &random)) + "-\(index)"
    }

    private mutating func text() -> String {
        let pieces = [
            "住民記録", "①㈱髙", "a", "&", "<b>", "\"", "'", "\n", "\t", "\r", "]]>", "𠮷葛\u{E0100}", "ｼｽﾃﾑ", "=1+1",
            "'=x", "-", ",", ";", " ", "〜", "&amp;", "+81", "@home", "か\u{3099}", "\u{FEFF}x",
        ]
        let count = Int.random(in: 1...6, using: &random)
        let text = (0..<count).map { _ in pieces.randomElement(using: &random) ?? "" }.joined()
        let kept = String(trimmed(text))
        return kept.isEmpty ? "名" : kept
    }
}
