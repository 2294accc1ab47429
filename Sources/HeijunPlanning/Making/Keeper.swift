import HeijunLevelling
import HeijunModel

/// Takes back the changes of a solution that buy nothing: a search that ends within its gap leaves some systems
/// elsewhere than in the course that costs least to keep, without lowering the objective by it.
struct Keeper {
    let model: PlanModel
    let problem: LevellingProblem

    /// The solution with as many systems as possible back in the course nearest to the reference, or to the natural
    /// years; its objective is never higher.
    func kept(_ solution: LevellingSolution) -> LevellingSolution {
        guard var homeward = Homeward(solution.picks, toward: home, in: problem) else { return solution }
        homeward.run()
        return LevellingSolution(
            picks: homeward.picks, objective: homeward.objective,
            bound: min(solution.bound, homeward.objective))
    }

    private var home: [Int] {
        guard model.reference == nil else { return model.nearest }
        let nearest = model.nearest
        return model.systems.enumerated().map { $1.natural ?? nearest[$0] }
    }
}
