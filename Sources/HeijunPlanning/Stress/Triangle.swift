/// A triangular distribution over whole numbers: the chance falls evenly from the likeliest value to one step past
/// each end. All arithmetic is whole, so that draws are the same on every machine.
struct Triangle: Hashable {
    let least: Int, likely: Int, most: Int

    /// Orders the three numbers where they are not in order: the likeliest is held within the other two.
    init(_ least: Int, _ likely: Int, _ most: Int) {
        self.least = min(least, most)
        self.most = max(least, most)
        self.likely = min(max(likely, self.least), self.most)
    }

    /// The weight of a value, in units of `1 / whole` chance.
    func weight(_ value: Int) -> Int {
        let (rise, fall) = (likely - least + 1, most - likely + 1)
        return value <= likely ? (value - least + 1) * fall : (most - value + 1) * rise
    }

    /// Sum of the weights of all values.
    var whole: Int { (least...most).reduce(0) { $0 + weight($1) } }

    /// The value that a number from 0 up to `whole` means.
    func value(at position: Int) -> Int {
        var rest = position
        for value in least...most {
            rest -= weight(value)
            if rest < 0 { return value }
        }
        return most
    }
}

/// A seeded generator (Steele, Lea and Flood, "Fast splittable pseudorandom number generators", 2014); each run of a
/// stress test has its own, so that runs do not depend on one another.
struct Draws {
    private var state: UInt64

    init(seed: UInt64, run: Int) {
        state = seed &* 0xD134_2543_DE82_EF95 &+ UInt64(run) &* 0x9E37_79B9_7F4A_7C15
        _ = next()
    }

    private mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    /// A number from 0 up to a bound, which it never reaches.
    mutating func below(_ bound: Int) -> Int { Int(next().multipliedFullWidth(by: UInt64(bound)).high) }
}

/// A triangle prepared for many draws.
struct TriangleTable {
    private let ends: [Int]
    private let least: Int

    init(_ triangle: Triangle) {
        least = triangle.least
        var sum = 0
        ends = (triangle.least...triangle.most).map {
            sum += triangle.weight($0)
            return sum
        }
    }

    /// Draws a value.
    func draw(_ draws: inout Draws) -> Int {
        guard let whole = ends.last, ends.count > 1 else { return least }
        let position = draws.below(whole)
        return least + (ends.firstIndex { position < $0 } ?? ends.count - 1)
    }
}
