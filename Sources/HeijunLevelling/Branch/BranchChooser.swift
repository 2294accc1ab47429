/// Chooses the activity to branch on, and how its alternatives are divided.
struct BranchChooser: Sendable {
    private let problem: LevellingProblem
    private let forest: Forest
    private let size: [Double]
    private let isHeld: [Bool]

    struct Choice {
        let activity: Int
        /// Positions; the group the relaxation likes most comes last.
        let groups: [[Int]]
    }

    init(_ problem: LevellingProblem, _ forest: Forest, size: [Double]) {
        self.problem = problem
        self.forest = forest
        self.size = size
        isHeld = Parts(problem, forest).isHeld
    }

    /// nil if every activity has a single open alternative.
    func choose(_ domain: Domain, weight: (Int) -> Double) -> Choice? {
        var best: (activity: Int, split: Int, score: Double)?
        for activity in 0..<problem.activityCount {
            let open = domain.open(problem.alternatives(of: activity))
            guard open.count > 1, let split = split(open, weight) else { continue }
            let score = spread(open, split, weight) * (1 + size[activity])
            if best.map({ score > $0.score }) ?? true { best = (activity, split, score) }
        }
        guard let best else { return whole(domain, weight) }
        let open = domain.open(problem.alternatives(of: best.activity))
        return ordered(best.activity, [Array(open[...best.split]), Array(open[(best.split + 1)...])], weight)
    }

    private func ordered(_ activity: Int, _ groups: [[Int]], _ weight: (Int) -> Double) -> Choice {
        let sums = groups.map { $0.reduce(0) { $0 + weight($1) } }
        return Choice(activity: activity, groups: sums[0] > sums[1] ? [groups[1], groups[0]] : groups)
    }

    /// Last alternative of the first half, so that both halves are picked in part as evenly as can be; nil if the
    /// activity is not picked in part.
    private func split(_ open: [Int], _ weight: (Int) -> Double) -> Int? {
        var sum = 0.0
        var best: (index: Int, distance: Double)?
        for index in 0..<open.count - 1 {
            sum += weight(open[index])
            if best.map({ abs(sum - 0.5) < $0.distance }) ?? true { best = (index, abs(sum - 0.5)) }
        }
        guard let best, best.distance < 0.5 - 1e-7 else { return nil }
        return best.index
    }

    /// How far apart the halves' loads are, weighted by how evenly they are picked.
    private func spread(_ open: [Int], _ split: Int, _ weight: (Int) -> Double) -> Double {
        var parts = [0.0, 0.0]
        var loads: [Int: (Double, Double)] = [:]
        var rows: [Int] = []
        for (index, alternative) in open.enumerated() {
            let part = weight(alternative)
            guard part > 0 else { continue }
            parts[index <= split ? 0 : 1] += part
            for load in problem.loads(of: alternative) where isCounted(load.row) {
                if loads[load.row] == nil { rows.append(load.row) }
                let amount = part * Double(load.value)
                let (low, high) = loads[load.row] ?? (0, 0)
                loads[load.row] = index <= split ? (low + amount, high) : (low, high + amount)
            }
        }
        let distance = rows.reduce(0) { sum, row in
            let (low, high) = loads[row]!
            return sum + abs(low / max(parts[0], 1e-9) - high / max(parts[1], 1e-9)) * unit(row)
        }
        return (distance + 1e-9) * parts[0] * parts[1]
    }

    private func isCounted(_ row: Int) -> Bool {
        problem.levelled.map { row / problem.periods == $0 }
            ?? (problem.limits[row] != LevellingProblem.noLimit)
    }

    private func unit(_ row: Int) -> Double {
        problem.levelled != nil ? 1 : 1 / (1 + abs(Double(problem.limits[row] - problem.base[row])))
    }

    /// Branches on an activity that the relaxation picks whole: those that constraints hold, then the largest.
    private func whole(_ domain: Domain, _ weight: (Int) -> Double) -> Choice? {
        var best: Int?
        for activity in 0..<problem.activityCount
        where domain.open(problem.alternatives(of: activity)).count > 1 {
            guard let other = best else {
                best = activity
                continue
            }
            if isHeld[activity] != isHeld[other] ? isHeld[activity] : size[activity] > size[other] {
                best = activity
            }
        }
        guard let best else { return nil }
        let open = domain.open(problem.alternatives(of: best))
        let top = open.max { weight($0) < weight($1) }!
        return Choice(activity: best, groups: [open.filter { $0 != top }, [top]])
    }

    /// A constraint left out of the bound that no open alternatives satisfy.
    func refuted(_ domain: Domain) -> ConstraintID? {
        forest.relaxed.first { constraint in
            switch constraint {
            case .before(let index): !isOpen(problem.before[index], domain) { $0 < 0 || $1 < 0 || $0 <= $1 }
            case .apart(let index): !isOpen(problem.apart[index], domain) { $0 < 0 || $0 != $1 }
            case .together: false
            }
        }
    }

    private func isOpen(_ pair: ActivityPair, _ domain: Domain, _ agrees: (Int, Int) -> Bool) -> Bool {
        let second = domain.open(problem.alternatives(of: pair.second))
        return domain.open(problem.alternatives(of: pair.first)).contains { first in
            second.contains { agrees(problem.starts[first], problem.starts[$0]) }
        }
    }
}
