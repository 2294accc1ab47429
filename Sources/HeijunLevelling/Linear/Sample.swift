/// A smaller problem whose prices resemble a large one's: the largest parts as they are, and of the others every
/// k-th, k times as heavy.
///
/// The base load is chosen so that both come to the same loads at given picks; only what changes from there is
/// estimated.
struct Sample {
    let problem: LevellingProblem

    /// - Parameters:
    ///   - size: How much room each activity takes, in any unit.
    ///   - count: Parts to keep, about.
    ///   - picks: Number of each activity's alternative at which the loads agree.
    /// - Returns: nil if the weighted loads would grow too large.
    init?(
        of problem: LevellingProblem, forest: Forest, size: [Double], count: Int, picks: UnsafePointer<Int32>
    ) {
        let parts = Self.parts(of: problem, forest)
        let sizes = parts.map { $0.reduce(0) { $0 + size[$1] } }
        let order = parts.indices.sorted { (sizes[$0], $1) > (sizes[$1], $0) }
        let whole = min(count / 3, order.count)
        let stride = max(1, (order.count - whole) / max(1, count - whole))
        var draft = SampleDraft(problem, picks)
        for part in order[..<whole] { draft.add(parts[part], times: 1) }
        for index in Swift.stride(from: whole + stride / 2, to: order.count, by: stride) {
            draft.add(parts[order[index]], times: stride)
        }
        guard draft.fits else { return nil }
        self.problem = draft.problem()
    }

    /// Activities that stand alone, and those of each tree.
    private static func parts(of problem: LevellingProblem, _ forest: Forest) -> [[Int]] {
        let alone = (0..<problem.activityCount).filter { forest.nodeOfActivity[$0] < 0 }.map { [$0] }
        return alone
            + (0..<forest.treeCount).map { tree in
                forest.nodes[forest.tree(tree)].map(\.activity).filter { $0 >= 0 }
            }
    }
}

private struct SampleDraft {
    let whole: LevellingProblem
    let picks: UnsafePointer<Int32>
    var base: [Int]
    var names: [String] = []
    var firstAlternative: [Int] = []
    var penalties: [Int] = []
    var starts: [Int] = []
    var keys: [Int] = []
    var firstLoad: [UInt32] = []
    var loads: [Load] = []
    var placeOf: [Int: Int] = [:]
    var fits = true

    init(_ whole: LevellingProblem, _ picks: UnsafePointer<Int32>) {
        self.whole = whole
        self.picks = picks
        base = whole.base
        for activity in 0..<whole.activityCount { addPick(of: activity, times: 1) }
    }

    private mutating func addPick(of activity: Int, times: Int) {
        guard !whole.alternatives(of: activity).isEmpty else { return }
        for load in whole.loads(of: whole.firstAlternative[activity] + Int(picks[activity])) {
            base[load.row] += times * load.value
        }
    }

    mutating func add(_ members: [Int], times: Int) {
        for activity in members {
            placeOf[activity] = names.count
            addPick(of: activity, times: -times)
            names.append(whole.names[activity])
            firstAlternative.append(penalties.count)
            for alternative in whole.alternatives(of: activity) { addAlternative(alternative, times) }
        }
    }

    private mutating func addAlternative(_ alternative: Int, _ times: Int) {
        penalties.append(whole.penalties[alternative] * times)
        starts.append(whole.starts[alternative])
        keys.append(whole.keys[alternative])
        firstLoad.append(UInt32(loads.count))
        for load in whole.loads(of: alternative) {
            let value = load.value * times
            if value.magnitude >= Load.valueLimit { fits = false }
            loads.append(Load(row: load.row, value: fits ? value : 0))
        }
    }

    consuming func problem() -> LevellingProblem {
        firstAlternative.append(penalties.count)
        firstLoad.append(UInt32(loads.count))
        let placeOf = placeOf
        let pair = { (pair: ActivityPair) -> ActivityPair? in
            guard let first = placeOf[pair.first], let second = placeOf[pair.second] else { return nil }
            return ActivityPair(first, second)
        }
        return LevellingProblem(
            periods: whole.periods, resources: whole.resources, levelled: whole.levelled,
            peakWeight: whole.peakWeight, roughnessWeight: whole.roughnessWeight, limits: whole.limits,
            base: base, names: names, firstAlternative: firstAlternative, penalties: penalties,
            starts: starts, keys: keys, firstLoad: firstLoad, loads: loads,
            before: whole.before.compactMap(pair), apart: whole.apart.compactMap(pair),
            together: whole.together.map { $0.compactMap { placeOf[$0] } }.filter { $0.count > 1 })
    }
}
