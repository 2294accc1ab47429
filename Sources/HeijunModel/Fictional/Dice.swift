/// A small seeded generator (SplitMix64, Steele, Lea and Flood 2014): whole numbers alone, the same on every machine.
struct Dice {
    private var state: UInt64

    init(seed: UInt64) { state = seed &+ 0x9E37_79B9_7F4A_7C15 }

    private mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    /// A number of the range.
    mutating func roll(_ range: ClosedRange<Int>) -> Int {
        range.lowerBound + Int(next() % UInt64(range.count))
    }

    /// True in `percent` of a hundred cases.
    mutating func chance(_ percent: Int) -> Bool { roll(1...100) <= percent }

    /// One of the elements; the collection is not empty.
    mutating func pick<Element>(_ elements: [Element]) -> Element { elements[roll(0...elements.count - 1)] }

    /// A heavy-tailed number: `base` doubled up to `doublings` times, each with half the chance, and spread by half.
    mutating func tail(_ base: Int, doublings: Int) -> Int {
        var value = base
        for _ in 0..<doublings where chance(50) { value *= 2 }
        return value * roll(70...130) / 100
    }
}
