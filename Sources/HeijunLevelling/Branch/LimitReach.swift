/// Closes alternatives that the limits rule out: with the least that all other activities load, such an alternative
/// passes a limit. The relaxation still picks them in part, and its bound is the weaker for it: where a large activity is
/// held to one year, what no longer fits beside it counts as if half of it did.
struct LimitReach: Sendable {
    private let problem: LevellingProblem
    /// Rows whose limit some choice passes.
    private let isLimited: [Bool]
    /// How often the least loads are counted anew after something was closed: what is left to find after three times is
    /// little, and the next node finds it.
    private static let passes = 3

    /// Alternatives that one row's limit rules out.
    struct Finding: Sendable {
        let row: Int
        var choices: [Exclusion]

        /// What shows it: the row's load alone.
        var duals: Duals {
            Duals(isRay: true, scale: 1, lambda: [], rho: [], pi: [RowPrice(row: row, price: 1)])
        }
    }

    init(_ problem: LevellingProblem, limitRows: [Int]) {
        self.problem = problem
        var isLimited = Array(repeating: false, count: problem.rowCount)
        for row in limitRows { isLimited[row] = true }
        self.isLimited = isLimited
    }

    /// Closes what the limits rule out, and says by which row, in the order in which the findings follow from each other.
    func close(_ domain: inout Domain) -> [Finding] {
        var findings: [Finding] = []
        for _ in 0..<LimitReach.passes {
            let found = pass(domain)
            if found.isEmpty { break }
            for finding in found {
                for choice in finding.choices {
                    let first = problem.firstAlternative[choice.activity]
                    for number in choice.alternatives { domain.close(first + number) }
                }
            }
            findings += found
        }
        return findings
    }

    /// What is ruled out at the least loads of a domain, rows ascending.
    private func pass(_ domain: Domain) -> [Finding] {
        var least = LeastLoads(problem)
        for activity in 0..<problem.activityCount {
            least.count(activity, domain)
            least.addCounted()
        }
        var findings: [Int: Finding] = [:]
        for activity in 0..<problem.activityCount {
            let range = problem.alternatives(of: activity)
            least.count(activity, domain)
            var gone: [Int: [Int]] = [:]
            for alternative in range where domain.isOpen(alternative) {
                guard let row = least.passed(by: alternative, isLimited) else { continue }
                gone[row, default: []].append(alternative - range.lowerBound)
            }
            for (row, alternatives) in gone {
                findings[row, default: Finding(row: row, choices: [])].choices.append(
                    Exclusion(activity: activity, alternatives: alternatives))
            }
        }
        return findings.values.sorted { $0.row < $1.row }
    }
}

/// The least that each row comes to in a domain, and the part that one activity has in it.
private struct LeastLoads {
    private let problem: LevellingProblem
    private var total: [Int]
    /// Least load of the activity counted last in each row, and how many of its open alternatives load the row.
    private var least: [Int]
    private var loading: [Int]
    private var touched: [Int] = []
    private var open = 0

    init(_ problem: LevellingProblem) {
        self.problem = problem
        total = problem.base
        least = Array(repeating: 0, count: problem.rowCount)
        loading = least
    }

    mutating func count(_ activity: Int, _ domain: Domain) {
        for row in touched { (least[row], loading[row]) = (0, 0) }
        touched.removeAll(keepingCapacity: true)
        open = 0
        for alternative in problem.alternatives(of: activity) where domain.isOpen(alternative) {
            open += 1
            for index in problem.loadRange(of: alternative) {
                let load = problem.loads[index]
                if loading[load.row] == 0 { touched.append(load.row) }
                least[load.row] = loading[load.row] == 0 ? load.value : min(least[load.row], load.value)
                loading[load.row] += 1
            }
        }
        // An alternative without a load in the row adds nothing there.
        for row in touched where loading[row] < open { least[row] = min(0, least[row]) }
    }

    mutating func addCounted() { for row in touched { total[row] += least[row] } }

    /// A limited row that an alternative of the counted activity passes, whatever the others pick.
    func passed(by alternative: Int, _ isLimited: [Bool]) -> Int? {
        for index in problem.loadRange(of: alternative) {
            let load = problem.loads[index]
            guard isLimited[load.row] else { continue }
            if total[load.row] - least[load.row] + load.value > problem.limits[load.row] { return load.row }
        }
        return nil
    }
}
