/// Names for a file of a linear program: letters, digits, `_` and `-` only, at most 40 of them, all different,
/// and the same for the same problem.
///
/// A name of the problem that is not of that kind, or stands twice, gives way to its number: `n12`.
struct MPSNames {
    private let names: [String]

    init(_ originals: [String]) {
        var seen: Set<String> = []
        var twice: Set<String> = []
        for name in originals where !seen.insert(name).inserted { twice.insert(name) }
        names = originals.enumerated().map { index, name in
            Self.isPlain(name) && !twice.contains(name) ? name : "n\(index)"
        }
    }

    subscript(index: Int) -> String { names[index] }

    /// `n12` itself is not plain, so that no number can meet a name.
    private static func isPlain(_ name: String) -> Bool {
        let letters = name.utf8
        guard (1...40).contains(letters.count), letters.allSatisfy(isPlain) else { return false }
        return letters.first != UInt8(ascii: "n") || !letters.dropFirst().allSatisfy(isDigit)
    }

    private static func isPlain(_ letter: UInt8) -> Bool {
        switch letter {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"): true
        case UInt8(ascii: "_"), UInt8(ascii: "-"): true
        default: isDigit(letter)
        }
    }

    private static func isDigit(_ letter: UInt8) -> Bool {
        (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(letter)
    }
}
