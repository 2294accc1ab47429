import HeijunModel

/// A small generator of random numbers (SplitMix64; Steele, Lea, Flood 2014): the same seed gives the same numbers.
struct SeededNumbers: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}

extension FieldInfo {
    /// A text that the field could hold, in the kept form; nil for an empty field.
    func randomText(_ numbers: inout SeededNumbers) -> String? {
        guard isRequired || Bool.random(using: &numbers) else { return nil }
        let count = isList ? Int.random(in: 1...3, using: &numbers) : 1
        let texts = (0..<count).map { _ in type.randomText(&numbers) }
        let kept = try? canonical(texts.joined(separator: " "))
        if kept?.isEmpty == false { return kept }
        return isRequired ? randomText(&numbers) : nil
    }
}

extension ValueType {
    /// A text that reads as a value of this type.
    func randomText(_ numbers: inout SeededNumbers) -> String {
        func number(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &numbers) }
        switch self {
        case .text: return String((0...number(0...11)).map { _ in randomLetter(&numbers, in: textLetters) })
        case .key, .reference: return String((0...4).map { _ in randomLetter(&numbers, in: keyLetters) })
        case .integer(let range): return "\(number(range))"
        case .yen: return "\(number(-1_000_000_000_000_000...1_000_000_000_000_000))"
        case .fiscalYear: return "\(number(1926...2150))"
        case .day: return FiscalYear(number(1926...2149)).firstDay.adding(days: number(0...364)).fieldText
        case .flag: return Bool.random(using: &numbers) ? "true" : "false"
        case .choice(let choices): return choices[number(0...choices.count - 1)].value
        case .rackUnits: return RackUnits(halves: number(0...2000)).fieldText
        case .watts, .kilograms: return "\(number(0...100_000_000))"
        case .personMonths: return PersonMonths(tenths: number(0...10_000)).fieldText
        case .rate: return Rate(tenThousandths: number(0...10_000)).fieldText
        case .figure: return Figure(tenThousandths: number(-1_000_000_000...1_000_000_000)).fieldText
        }
    }

    private func randomLetter(_ numbers: inout SeededNumbers, in letters: [Character]) -> Character {
        letters[Int.random(in: letters.indices, using: &numbers)]
    }
}

/// Letters that quoting, escaping and encoding could stumble over.
private let textLetters = Array("aZ0 '\"\\/%&<>;,{}[]:\n\té髙﨑𠮷①～市民課👪\u{7F}")
private let keyLetters = Array("aZ09-_./%'\"\\&<;髙﨑𠮷①会計")

extension Portfolio {
    /// A portfolio with up to `count` records of every kind. References may point nowhere.
    static func random(seed: UInt64, count: Int = 6) throws -> Portfolio {
        var numbers = SeededNumbers(seed: seed)
        var entries: [Entry] = []
        for kind in RecordKind.all {
            var keys: Set<String> = []
            for _ in 0..<count {
                let values = kind.fields.map { $0.randomText(&numbers) }
                guard keys.insert(kind.key(of: values)).inserted else { continue }
                entries.append(Entry(kind: kind.name, values: values))
            }
        }
        return try Portfolio(entries)
    }
}
