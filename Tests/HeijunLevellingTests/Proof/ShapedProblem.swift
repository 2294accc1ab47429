import HeijunLevelling

/// A small seeded generator for tests: SplitMix64.
struct Dice {
    private var state: UInt64

    init(_ seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 ^ 0x5EED }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }

    mutating func roll(_ range: ClosedRange<Int>) -> Int {
        range.lowerBound + Int(next() % UInt64(range.count))
    }

    mutating func happens(_ percent: Int) -> Bool { roll(0...99) < percent }
}

/// What a tiny problem is made to show.
enum Shape: Int, CaseIterable {
    case noLimits, tight, infeasible, negative, onePeriod, oneAlternative, ties, chains, diamonds, groups
    case apart, everything, noLevelling, emptyActivity, large
}

/// Problems of at most six activities and four alternatives: all choices can be tried.
struct ShapedProblem {
    var dice: Dice
    let shape: Shape
    var text = "levelling 1\n"
    let periods: Int
    let count: Int

    /// The problem text of a seed; the same on every machine.
    static func text(_ seed: UInt64) -> String {
        var tiny = ShapedProblem(seed)
        tiny.write()
        return tiny.text
    }

    static func problem(_ seed: UInt64) throws -> LevellingProblem { try read(text(seed)) }

    static func read(_ text: String) throws -> LevellingProblem {
        var reader = ProblemReader()
        try reader.feed(Array(text.utf8))
        return try reader.finish()
    }

    init(_ seed: UInt64) {
        dice = Dice(seed)
        shape = Shape.allCases[Int(seed % UInt64(Shape.allCases.count))]
        periods = shape == .onePeriod ? 1 : dice.roll(2...5)
        count = dice.roll(shape == .onePeriod ? 1...6 : 2...6)
    }

    private mutating func write() {
        text += "periods \(periods)\nresource a\(shape == .noLevelling ? "" : " levelled")\nresource b\n"
        writeLimits()
        if dice.happens(60) { writeRow("base", 0, -3...8) }
        if dice.happens(20) { writeRow("base", 1, 0...2) }
        text +=
            "weight peak \(dice.roll(0...9))\nweight roughness \(dice.happens(30) ? 0 : dice.roll(1...4))\n"
        for activity in 0..<count { writeActivity(activity) }
        writeTies()
    }

    private mutating func writeLimits() {
        switch shape {
        case .noLimits: break
        case .tight, .noLevelling: for row in 0...1 { writeRow("limit", row, 2 * count...3 * count + 4) }
        case .infeasible: writeRow("limit", 0, -2...count)
        default: if dice.happens(50) { writeRow("limit", dice.roll(0...1), 2 * count...5 * count) }
        }
    }

    private mutating func writeRow(_ word: String, _ resource: Int, _ range: ClosedRange<Int>) {
        text += "\(word) \(resource)"
        for _ in 0..<periods {
            let isOpen = word == "limit" && dice.happens(15)
            text += isOpen ? " -" : " \(dice.roll(range))"
        }
        text += "\n"
    }

    private mutating func writeActivity(_ activity: Int) {
        text += "activity A\(activity)\n"
        let most = shape == .oneAlternative ? 1 : 4
        let alternatives = shape == .emptyActivity && dice.happens(30) ? 0 : dice.roll(1...most)
        let size = shape == .large ? (1 << 40) - 1 : shape == .ties ? 2 : 9
        for _ in 0..<alternatives {
            let penalty = shape == .negative ? dice.roll(-20...20) : dice.roll(0...size)
            let start = dice.happens(10) ? -1 : dice.roll(0...3)
            text += "alternative \(penalty) \(start) \(dice.roll(-1...2))"
            for resource in 0...1 {
                for period in 0..<periods where dice.happens(40) {
                    text +=
                        " \(resource):\(period):\(shape == .negative ? dice.roll(-6...9) : dice.roll(0...size))"
                }
            }
            text += "\n"
        }
    }

    private mutating func writeTies() {
        let ties: [String]
        switch shape {
        case .chains: ties = (1..<count).map { "before A\($0 - 1) A\($0)" }
        case .diamonds: ties = ["before A0 A1", "before A0 A2", "before A1 A3", "before A2 A3"]
        case .groups: ties = ["together A0 A1", "together A1 A2 A3", "before A0 A2", "together A4 A5"]
        case .apart: ties = ["apart A0 A1", "apart A1 A2", "apart A0 A2", "apart A3 A3", "apart A4 A0"]
        case .everything:
            ties = ["together A0 A1 A0", "before A1 A2", "apart A2 A3", "before A3 A0", "before A4 A4"]
        default: ties = dice.happens(30) ? ["before A0 A1"] : []
        }
        for tie in ties where tie.split(separator: " ").dropFirst().allSatisfy(isKnown) { text += tie + "\n" }
    }

    private func isKnown(_ name: Substring) -> Bool { Int(name.dropFirst()).map { $0 < count } ?? false }
}

extension LevellingProblem {
    /// Every choice of one alternative per activity; none if an activity has no alternative.
    var everyChoice: [[Int]] {
        names.indices.reduce([[]]) { choices, activity in
            choices.flatMap { choice in
                alternatives(of: activity).indices.map { choice + [$0 - firstAlternative[activity]] }
            }
        }
    }

    /// The best choice by trying all of them; nil if none is feasible.
    var bestByTrying: (picks: [Int], objective: Int)? {
        everyChoice
            .compactMap { picks in Evaluation(of: picks, in: self).map { (picks, $0) } }
            .filter { $0.1.isFeasible }
            .min { $0.1.objective < $1.1.objective }
            .map { ($0.0, $0.1.objective) }
    }
}
