import HeijunLevelling
import HeijunModel

struct LevelSolve {
    let problem: LevellingProblem
    let options: LevelCommand
    func run() throws {}
}
