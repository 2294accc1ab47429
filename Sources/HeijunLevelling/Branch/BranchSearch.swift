/// Best-bound branch and bound, in rounds: the best open nodes are dealt to a fixed number of lanes, and their answers
/// are taken in lane order, so that the number of threads changes nothing.
struct BranchSearch {
    private let problem: LevellingProblem
    private let lanes: [SearchLane]
    private let threads: Int
    private(set) var best: (picks: [Int], objective: Int)?
    /// While no choice is known: what the last node's relaxation liked most.
    private(set) var rounded: [Int]?
    private var proof = ProofRecords()
    private var open: Heap<SearchNode>
    private(set) var nodes = 0
    /// What the relaxation of the first node proves.
    private(set) var rootBound: Int?
    private var round = 0
    /// Exchanges tried at each node.
    private let tries: Int
    /// Nodes below the taken one that every fourth round looks at.
    private let depth: Int

    init(
        _ problem: LevellingProblem, _ parts: Parts, limitRows: [Int], root: (duals: Duals, bound: Int)?,
        best: (picks: [Int], objective: Int)?, seed: UInt64, threads: Int, tries: Int
    ) {
        self.problem = problem
        self.threads = threads
        self.tries = tries
        self.best = best
        let size = problem.activitySizes()
        // Each lane holds a linear program of the whole problem: only one where that is large.
        let isLarge = problem.alternativeCount > 20_000
        depth = isLarge ? 6 : 24
        lanes = (0..<(isLarge ? 1 : 8)).map { lane in
            SearchLane(problem, parts, limitRows: limitRows, size: size, seed: seed &+ UInt64(lane) << 40)
        }
        let duals = proof.add(root?.duals ?? .emptyRay)
        let record = proof.add(.leaf(duals: duals))
        let node = SearchNode(
            domain: Domain(of: problem), bound: root?.bound ?? Int.min, duals: duals, basis: [], depth: 0,
            record: record)
        open = Heap([node]) { ($0.bound, -$0.depth, $0.record) < ($1.bound, -$1.depth, $1.record) }
    }

    /// The smallest bound of all that is open, or the best objective.
    var bound: Int { min(open.first?.bound ?? Int.max, stuck, best?.objective ?? Int.max) }
    var isDone: Bool { (open.first?.bound ?? Int.max) >= best?.objective ?? Int.max }
    var certificate: Certificate { Certificate(duals: proof.duals, root: proof.node()) }

    /// Looks at the next nodes.
    mutating func advance() async {
        var taken: [SearchNode] = []
        while taken.count < lanes.count, let node = open.first, node.bound < best?.objective ?? Int.max {
            taken.append(node)
            open.replaceFirst(nil)
        }
        let depth = round % 4 == 0 ? depth : 1
        round += 1
        let answers = await ask(taken, depth: depth)
        for (node, steps) in zip(taken, answers) { take(steps, at: node) }
    }

    private func ask(_ nodes: [SearchNode], depth: Int) async -> [[NodeStep]] {
        let answers = Answers(count: nodes.count)
        let lanes = lanes
        let (limit, tries) = (best?.objective ?? Int.max, tries)
        await inParallel(nodes.count, threads: threads) { lane in
            answers.steps[lane] = lanes[lane].dive(from: nodes[lane], depth: depth, best: limit, tries: tries)
        }
        return (0..<nodes.count).map { answers.steps[$0] }
    }

    /// Takes a feasible choice found elsewhere, and what exchanges make of it.
    mutating func offer(_ picks: [Int]) {
        let limit = best?.objective ?? Int.max
        best = lanes[0].polished(picks, best: limit, bound: bound, tries: BranchSearch.polishing) ?? best
    }

    /// Exchanges tried on a choice found elsewhere.
    private static let polishing = 1_000

    private mutating func take(_ steps: [NodeStep], at start: SearchNode) {
        var node = start
        for step in steps {
            nodes += 1
            rootBound = rootBound ?? step.bound
            rounded = step.rounded ?? rounded
            if let found = step.found, found.objective < best?.objective ?? Int.max { best = found }
            node.record = proof.ruleOut(step.ruledOut, at: node.record, duals: node.duals)
            let duals = step.duals.map { proof.add($0) } ?? node.duals
            switch step.result {
            case .closed: proof.records[node.record] = .leaf(duals: duals)
            case .refuted(let constraint): proof.records[node.record] = .refuted(constraint)
            case .branched: node = branch(step, node, duals) ?? node
            }
            if case .closed = step.result { stuck = min(stuck, step.bound) }
        }
    }

    /// Smallest bound of all closed nodes.
    private(set) var stuck = Int.max

    private mutating func branch(_ step: NodeStep, _ node: SearchNode, _ duals: Int) -> SearchNode? {
        guard case .branched(let activity, let groups, let children, let excluded) = step.result else {
            return nil
        }
        var record = node.record
        if !excluded.isEmpty {
            let child = proof.add(.leaf(duals: duals))
            proof.records[record] = .exclude(duals: duals, choices: excluded, child: child)
            record = child
        }
        var next: SearchNode?
        var numbers: [Int] = []
        for (index, domain) in children.enumerated() {
            let child = SearchNode(
                domain: domain, bound: step.bound, duals: duals, basis: step.basis, depth: node.depth + 1,
                record: proof.add(.leaf(duals: duals)))
            numbers.append(child.record)
            if index == step.next { next = child } else { open.insert(child) }
        }
        proof.records[record] = .branch(activity: activity, groups: groups, children: numbers)
        return next
    }
}

/// One place per lane; each lane writes its own.
private final class Answers: @unchecked Sendable {
    let steps: UnsafeMutablePointer<[NodeStep]>
    private let count: Int

    init(count: Int) {
        self.count = count
        steps = .allocate(capacity: max(count, 1))
        steps.initialize(repeating: [], count: count)
    }

    deinit {
        steps.deinitialize(count: count)
        steps.deallocate()
    }
}
