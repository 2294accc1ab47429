@testable import HeijunLevelling

/// Proofs made without any search: trees over all choices, and duals drawn by lot.
enum Enumeration {
    /// A tree that names every choice; each leaf's duals come to exactly the choice's objective, or show what it
    /// breaks.
    static func certificate(of problem: LevellingProblem) -> Certificate {
        var duals: [Duals] = []
        let root = node(problem, picks: [], &duals)
        return Certificate(duals: duals, root: root)
    }

    private static func node(_ problem: LevellingProblem, picks: [Int], _ duals: inout [Duals])
        -> CertificateNode
    {
        guard picks.count < problem.activityCount else { return leaf(problem, picks, &duals) }
        let count = problem.alternatives(of: picks.count).count
        let children = (0..<count).map { node(problem, picks: picks + [$0], &duals) }
        return .branch(activity: picks.count, groups: (0..<count).map { [$0] }, children: children)
    }

    private static func leaf(_ problem: LevellingProblem, _ picks: [Int], _ duals: inout [Duals])
        -> CertificateNode
    {
        let evaluation = Evaluation(of: picks, in: problem)!
        switch evaluation.breaches.first {
        case .constraint(let constraint): return .refuted(constraint)
        case .limit(let row, _):
            duals.append(
                Duals(isRay: true, scale: 1, lambda: [], rho: [], pi: [RowPrice(row: row, price: 1)]))
        case nil: duals.append(tightDuals(problem, evaluation))
        }
        return .leaf(duals: duals.count - 1)
    }

    /// All weight of the peak on its period, and of each change on its direction.
    private static func tightDuals(_ problem: LevellingProblem, _ evaluation: Evaluation) -> Duals {
        let loads = problem.levelled.map { level in
            (0..<problem.periods).map { evaluation.loads[problem.row(resource: level, period: $0)] }
        }
        guard let loads else { return Duals(isRay: false, scale: 4, lambda: [], rho: [], pi: []) }
        let top = loads.indices.first { loads[$0] == evaluation.peak }
        return Duals(
            isRay: false, scale: 4,
            lambda: loads.indices.map { $0 == top ? 4 * problem.peakWeight : 0 },
            rho: loads.indices.dropFirst().map {
                (loads[$0] - loads[$0 - 1]).signum() * 4 * problem.roughnessWeight
            },
            pi: [])
    }

    /// Valid duals without any thought.
    static func randomDuals(_ problem: LevellingProblem, _ dice: inout Dice) -> Duals {
        let scale = 1 << dice.roll(0...20)
        var duals = Duals(isRay: false, scale: scale, lambda: [], rho: [], pi: [])
        if problem.levelled != nil {
            var rest = problem.peakWeight * scale
            for period in 0..<problem.periods {
                let share = period == problem.periods - 1 ? rest : dice.roll(0...rest)
                duals.lambda.append(share)
                rest -= share
            }
            let highest = problem.roughnessWeight * scale
            duals.rho = (1..<max(1, problem.periods)).map { _ in dice.roll(-highest...highest) }
        }
        for row in 0..<problem.rowCount
        where problem.limits[row] != LevellingProblem.noLimit && dice.happens(40) {
            duals.pi.append(RowPrice(row: row, price: dice.roll(0...3 * scale)))
        }
        return duals
    }

    /// A tree with branches and exclusions by lot, and the duals at every leaf.
    static func randomTree(_ problem: LevellingProblem, duals: Int, depth: Int, _ dice: inout Dice)
        -> CertificateNode
    {
        guard depth > 0, problem.activityCount > 0 else { return .leaf(duals: dice.roll(0...duals - 1)) }
        let activity = dice.roll(0...problem.activityCount - 1)
        let count = problem.alternatives(of: activity).count
        if count > 0, dice.happens(40) {
            let out = Exclusion(activity: activity, alternatives: [dice.roll(0...count - 1)])
            let child = randomTree(problem, duals: duals, depth: depth - 1, &dice)
            return .exclude(duals: dice.roll(0...duals - 1), choices: [out], child: child)
        }
        let cut = dice.roll(0...count)
        let groups = [Array(0..<cut), Array(max(0, cut - dice.roll(0...1))..<count)]
        let children = groups.map { _ in randomTree(problem, duals: duals, depth: depth - 1, &dice) }
        return .branch(activity: activity, groups: groups, children: children)
    }
}

extension LevellingProblem {
    /// A claim for the file.
    func stating(_ bound: ProvenBound, _ certificate: Certificate) -> StatedCertificate {
        StatedCertificate(bound: bound, size: ProblemSize(self), certificate: certificate)
    }
}
