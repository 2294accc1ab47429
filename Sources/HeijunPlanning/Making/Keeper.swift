import HeijunLevelling
import HeijunModel

/// Takes back the changes of a solution that buy nothing: a search that ends within its gap leaves some systems
/// elsewhere than in the course that costs least to keep, without lowering the objective by it.
struct Keeper {
    let model: PlanModel
    let problem: LevellingProblem
    /// More changes than this are taken back one by one only, not in pairs.
    static let pairLimit = 80

    /// The solution with as many systems as possible back in the course nearest to the reference, or to the natural
    /// years; its objective is never higher.
    func kept(_ solution: LevellingSolution) -> LevellingSolution {
        let home = home
        var best = (picks: solution.picks, objective: solution.objective)
        while let next = better(best, home) { best = next }
        return LevellingSolution(
            picks: best.picks, objective: best.objective, bound: min(solution.bound, best.objective))
    }

    private var home: [Int] {
        guard model.reference == nil else { return model.nearest }
        let nearest = model.nearest
        return model.systems.enumerated().map { $1.natural ?? nearest[$0] }
    }

    /// One system back home, else two; nil where nothing gets better.
    private func better(
        _ now: (picks: [Int], objective: Int), _ home: [Int]
    ) -> (picks: [Int], objective: Int)? {
        let away = home.indices.filter { now.picks[$0] != home[$0] }
        if let single = first(away.map { [$0] }, now, home) { return single }
        guard away.count <= Keeper.pairLimit else { return nil }
        let pairs = away.indices.flatMap { one in away[(one + 1)...].map { [away[one], $0] } }
        return first(pairs, now, home)
    }

    private func first(
        _ groups: [[Int]], _ now: (picks: [Int], objective: Int), _ home: [Int]
    ) -> (picks: [Int], objective: Int)? {
        var best: (picks: [Int], objective: Int)?
        for group in groups {
            var picks = now.picks
            for system in group { picks[system] = home[system] }
            guard let value = Evaluation(of: picks, in: problem), value.isFeasible,
                value.objective < best?.objective ?? now.objective
            else { continue }
            best = (picks, value.objective)
        }
        return best
    }
}
