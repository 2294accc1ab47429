extension LevellingProblem.Builder {
    /// The first activity's pick starts no later than the second's.
    public mutating func addBefore(_ first: Int, _ second: Int) throws(ProblemFault) {
        before.append(ActivityPair(try known(first), try known(second)))
    }

    /// The two picks have different starts.
    public mutating func addApart(_ first: Int, _ second: Int) throws(ProblemFault) {
        apart.append(ActivityPair(try known(first), try known(second)))
    }

    /// All picks of the group have the same key.
    public mutating func addTogether(_ group: [Int]) throws(ProblemFault) {
        for activity in group { _ = try known(activity) }
        together.append(group)
    }

    /// The finished problem.
    ///
    /// - Throws: ``ProblemFault/objectiveTooLarge`` if weights, loads and penalties together could reach 2⁶².
    public consuming func build() throws(ProblemFault) -> LevellingProblem {
        guard reach() < Int128(1) << 62 else { throw .objectiveTooLarge }
        firstAlternative.append(penalties.count)
        firstLoad.append(UInt32(loads.count))
        return LevellingProblem(
            periods: periods, resources: resources, levelled: levelled,
            peakWeight: peakWeight, roughnessWeight: roughnessWeight, limits: limits, base: base,
            names: names, firstAlternative: firstAlternative, penalties: penalties, starts: starts,
            keys: keys, firstLoad: firstLoad, loads: loads, before: before, apart: apart, together: together)
    }

    private func known(_ activity: Int) throws(ProblemFault) -> Int {
        guard names.indices.contains(activity) else { throw .unknownActivityNumber(activity) }
        return activity
    }

    /// No objective and no load of a row can be larger than this in size.
    private func reach() -> Int128 {
        let load = loadReach()
        let weight = 1 + Int128(peakWeight) + 2 * Int128(periods) * Int128(roughnessWeight)
        return weight * load.load + load.penalty
    }

    /// Sums over the activities of the largest alternative's loads, base included, and of the largest penalty.
    private func loadReach() -> (load: Int128, penalty: Int128) {
        var load = base.reduce(Int128(0)) { $0 + Int128($1.magnitude) }
        var penalty = Int128(0)
        for activity in names.indices {
            let end = activity + 1 < names.count ? firstAlternative[activity + 1] : penalties.count
            var largest = Int128(0)
            for alternative in firstAlternative[activity]..<end {
                largest = max(largest, weight(ofAlternative: alternative))
            }
            load += largest
            penalty += Int128(penalties[firstAlternative[activity]..<end].reduce(0) { max($0, $1.magnitude) })
        }
        return (load, penalty)
    }

    private func weight(ofAlternative alternative: Int) -> Int128 {
        let end = alternative + 1 < firstLoad.count ? Int(firstLoad[alternative + 1]) : loads.count
        // 2²² rows below 2⁴⁰ each stay under 2⁶².
        return Int128(loads[Int(firstLoad[alternative])..<end].reduce(0) { $0 &+ abs($1.value) })
    }
}
