/// A small seeded generator: SplitMix64 (Steele, Lea and Flood, “Fast splittable pseudorandom number
/// generators”, OOPSLA 2014), whole numbers only, so that a sample is the same on every machine.
struct SampleRandom {
    private var state: UInt64

    /// One independent stream per `stream` of a `seed`.
    init(seed: UInt64, stream: UInt64) {
        state = seed
        state = next() ^ (stream &* 0xD1B5_4A32_D192_ED03)
    }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }

    /// Evenly one of `0..<bound`; the bias of the high-word method is below 2⁻⁴⁰ here.
    mutating func below(_ bound: Int) -> Int {
        Int(next().multipliedFullWidth(by: UInt64(bound)).high)
    }

    mutating func one(of range: ClosedRange<Int>) -> Int { range.lowerBound + below(range.count) }

    mutating func happens(permille: Int) -> Bool { below(1000) < permille }

    /// One of the indices of `weights`, as often as its weight says.
    mutating func pick(weights: [Int]) -> Int {
        var rest = below(weights.reduce(0, +))
        for (index, weight) in weights.enumerated() {
            if rest < weight { return index }
            rest -= weight
        }
        return weights.count - 1
    }

    /// A standard normal value times 65,536, by the sum of twelve even ones; never beyond ±6.
    mutating func normal() -> Int {
        (0..<12).reduce(-6 * 65_536) { sum, _ in sum + below(65_536) }
    }

    /// A heavy-tailed amount: `median · 2^(doublings · z)` for a standard normal z.
    ///
    /// - Parameter doublings: In 65,536ths; 131,072 makes one value in six four times the median.
    mutating func heavyTailed(median: Int, doublings: Int) -> Int {
        let exponent = normal() * doublings / 65_536
        let whole = exponent >> 16
        let scaled = median * Self.powerOfTwo(fraction: exponent & 0xFFFF)
        return whole >= 0 ? (scaled << whole) >> 16 : scaled >> min(16 - whole, 62)
    }

    /// 2^(fraction/65,536) times 65,536, between the sixteenths by straight lines.
    private static func powerOfTwo(fraction: Int) -> Int {
        let step = fraction >> 12
        let low = sixteenths[step]
        return low + (sixteenths[step + 1] - low) * (fraction & 0xFFF) / 4096
    }

    /// 2^(k/16) times 65,536, rounded.
    private static let sixteenths = [
        65_536, 68_438, 71_468, 74_632, 77_936, 81_386, 84_990, 88_752, 92_682,
        96_785, 101_070, 105_545, 110_218, 115_098, 120_194, 125_515, 131_072,
    ]
}
