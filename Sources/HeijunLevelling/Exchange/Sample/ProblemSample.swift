/// A fictional levelling problem of any size in the shape of a city's: 15 years, cost levelled, staff, three
/// rooms and the number of large rebuilds limited, a deadline for twenty activities, pairs and groups.
///
/// A pure function of the number of activities and the seed. Limits are those of a hidden plan and 1.5 % more,
/// so a plan always exists. Memory is a few bytes per activity, whatever the size of the text.
public struct ProblemSample: Sendable {
    /// Number of activities, 1…10,000,000.
    public let activities: Int
    /// Any number; each makes another problem.
    public let seed: UInt64

    /// - Returns: `nil` where `activities` is outside 1…10,000,000.
    public init?(activities: Int, seed: UInt64) {
        guard (1...10_000_000).contains(activities) else { return nil }
        self.activities = activities
        self.seed = seed
    }

    /// Writes the problem in format 1, chunk by chunk.
    ///
    /// - Parameter sink: Takes UTF-8 bytes in order; what it throws ends the writing.
    /// - Complexity: O(activities); every system is drawn four times.
    public func write<Failure: Error>(
        to sink: @escaping (borrowing [UInt8]) throws(Failure) -> Void
    ) throws(Failure) {
        let outline = SampleOutline(seed: seed, count: activities)
        var text = TextChunks(sink)
        try writeHead(outline, to: &text)
        try writeActivities(outline, to: &text)
        for (first, second) in outline.pairs { try writeNames("before", [first, second], to: &text) }
        for group in outline.groups { try writeNames("together", group, to: &text) }
        try text.flush()
    }

    private func writeHead<Failure>(
        _ outline: SampleOutline, to text: inout TextChunks<Failure>
    ) throws(Failure) {
        text.write("levelling 1\n# fictional: sample of \(activities) activities, seed \(seed)\n")
        text.write("periods \(SampleAlternatives.periods)\n")
        for (index, name) in SampleAlternatives.resources.enumerated() {
            text.write("resource \(name)\(index == 0 ? " levelled" : "")\n")
        }
        for index in SampleAlternatives.resources.indices {
            let limits = [Int](repeating: outline.limit(of: index), count: SampleAlternatives.periods)
            let first = index * SampleAlternatives.periods
            try writeRow("limit", index, limits, to: &text)
            try writeRow("base", index, outline.base[first..<first + SampleAlternatives.periods], to: &text)
        }
        text.write("weight peak 10\nweight roughness 2")
        try text.endLine()
    }

    private func writeRow<Failure>(
        _ word: String, _ index: Int, _ values: some Collection<Int>, to text: inout TextChunks<Failure>
    ) throws(Failure) {
        text.write("\(word) \(index)")
        for value in values {
            text.write(" ")
            text.write(value)
        }
        try text.endLine()
    }

    private func writeActivities<Failure>(
        _ outline: SampleOutline, to text: inout TextChunks<Failure>
    ) throws(Failure) {
        var alternatives = SampleAlternatives()
        for index in 0..<activities {
            alternatives.fill(for: outline.system(index))
            try writeNames("activity", [index], to: &text)
            for (choice, what) in alternatives.choices.enumerated() {
                write(what, to: &text)
                write(alternatives.loads(of: choice), to: &text)
                try text.endLine()
            }
        }
    }

    private func write<Failure>(_ what: SampleAlternatives.Choice, to text: inout TextChunks<Failure>) {
        text.write("alternative ")
        text.write(what.penalty)
        text.write(" ")
        text.write(what.start)
        text.write(" ")
        text.write(what.key)
    }

    private func write<Failure>(_ loads: ArraySlice<Int>, to text: inout TextChunks<Failure>) {
        for (row, value) in zip(0..., loads) where value != 0 {
            text.write(" ")
            text.write(row / SampleAlternatives.periods)
            text.write(":")
            text.write(row % SampleAlternatives.periods)
            text.write(":")
            text.write(value)
        }
    }

    private func writeNames<Failure>(
        _ word: String, _ indices: [Int], to text: inout TextChunks<Failure>
    ) throws(Failure) {
        text.write(word)
        for index in indices {
            text.write(" S")
            text.write(index)
        }
        try text.endLine()
    }
}
