import HeijunLevelling
import HeijunModel

/// Takes soft links as a whole into account, and takes back the changes of a solution that buy nothing: a search that ends
/// within its gap leaves some systems elsewhere than in the course that costs least to keep, without lowering the
/// objective by it.
struct Keeper {
    let model: PlanModel
    let problem: LevellingProblem

    /// How often all soft links are gone over.
    private static let rounds = 4

    /// The solution with the ends of soft links together where that is worth it, and as many systems as possible back in
    /// the course nearest to the reference, or to the natural years. Its objective counts soft links as a whole.
    func kept(_ solution: LevellingSolution) -> LevellingSolution {
        let pairs = model.links.rest
        guard var descent = PairDescent(solution.picks, in: problem, pairs: pairs) else { return solution }
        descent.run(rounds: Keeper.rounds)
        guard var homeward = Homeward(descent.picks, toward: home, in: problem, pairs: pairs) else {
            return solution
        }
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
