/// What pairs of activities cost together, beside a problem. The engine's search and its bound know nothing of it: whoever
/// states a problem adds to the penalties what each alternative costs whatever the other end picks, and keeps the rest
/// here.
public struct PairCosts: Sendable {
    /// Two activities, and what their picks cost together: alternatives of one class cost alike.
    public struct Pair: Sendable {
        let first: Int, second: Int
        private let firstClass: [Int], secondClass: [Int]
        private let costs: [[Int]]

        /// - Parameters:
        ///   - first: The activity's number, and so for `second`.
        ///   - classes: The class of each alternative of either, by its number.
        ///   - costs: The cost of each class of the first with each class of the second, not negative.
        public init(_ first: Int, _ second: Int, classes: ([Int], [Int]), costs: [[Int]]) {
            (self.first, self.second) = (first, second)
            (firstClass, secondClass) = classes
            self.costs = costs
        }

        /// What two alternatives cost together, by their numbers.
        func cost(_ one: Int, _ other: Int) -> Int { costs[firstClass[one]][secondClass[other]] }
    }

    let pairs: [Pair]
    /// The pairs of each activity.
    private let pairsOf: [Int: [Int]]

    /// Pairs of different activities.
    public init(_ pairs: [Pair] = []) {
        self.pairs = pairs
        var pairsOf: [Int: [Int]] = [:]
        for (index, pair) in pairs.enumerated() {
            pairsOf[pair.first, default: []].append(index)
            pairsOf[pair.second, default: []].append(index)
        }
        self.pairsOf = pairsOf
    }

    /// What a choice costs, by number of each activity's alternative.
    public func total(_ picks: [Int]) -> Int {
        pairs.reduce(0) { $0 + $1.cost(picks[$1.first], picks[$1.second]) }
    }

    /// What it adds that some activities pick differently and all others stay.
    ///
    /// - Parameters:
    ///   - changes: Number of the new alternative by activity.
    ///   - picks: What every activity picks now, as number above its `first`.
    public func change(_ changes: [Int: Int], from picks: [Int], first: [Int]? = nil) -> Int {
        func now(_ activity: Int) -> Int { picks[activity] - (first?[activity] ?? 0) }
        let touched = Set(changes.keys.flatMap { pairsOf[$0] ?? [] })
        return touched.reduce(0) { sum, index in
            let (one, other) = (pairs[index].first, pairs[index].second)
            let after = pairs[index].cost(changes[one] ?? now(one), changes[other] ?? now(other))
            return sum + after - pairs[index].cost(now(one), now(other))
        }
    }
}
