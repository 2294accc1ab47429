/// Walks over the tree of a certificate and computes its bound again.
struct ProofWalk {
    private let problem: LevellingProblem
    private let duals: [ProofDuals]
    private let minimum: ProofMinimum
    private var domain: ProofDomain
    /// Costs of all alternatives under the duals used last, which neighbouring leaves often share.
    private var costs: (duals: Int, values: [Int128]) = (-1, [])
    /// Leaves, refutations and exclusions seen.
    private(set) var ends = 0

    init(_ problem: LevellingProblem, _ certificate: Certificate) throws(ProofFault) {
        self.problem = problem
        minimum = ProofMinimum(problem)
        domain = ProofDomain(problem)
        let reach = ProofReach(problem)
        var checked: [ProofDuals] = []
        for (number, duals) in certificate.duals.enumerated() {
            do throws(ProofFault.DualsFault) {
                checked.append(try ProofDuals(duals, for: problem, reach: reach))
            } catch {
                throw .duals(number, error)
            }
        }
        duals = checked
    }

    /// The node's bound at the present domain; nil where it proves that there is no choice.
    mutating func bound(of node: CertificateNode) throws(ProofFault) -> Int128? {
        switch node {
        case .leaf(let number):
            ends += 1
            return try bound(number, value: try value(number).value)
        case .refuted(let constraint):
            ends += 1
            try checkRefuted(constraint)
            return nil
        case .branch(let activity, let groups, let children):
            return try branch(on: activity, groups, children)
        case .exclude(let number, let choices, let child):
            return try exclude(number, choices, child)
        }
    }

    private mutating func branch(
        on activity: Int, _ groups: [[Int]], _ children: [CertificateNode]
    ) throws(ProofFault) -> Int128? {
        guard problem.names.indices.contains(activity) else { throw .noActivity(activity) }
        guard groups.count == children.count else { throw .childCount(activity: activity) }
        try checkCover(of: activity, by: groups)
        var least: Int128?
        for (group, child) in zip(groups, children) {
            let mark = domain.mark
            narrow(activity, to: group)
            least = Self.lesser(least, try bound(of: child))
            domain.reopen(to: mark)
        }
        return least
    }

    private mutating func exclude(
        _ number: Int, _ choices: [Exclusion], _ child: CertificateNode
    ) throws(ProofFault) -> Int128? {
        ends += 1
        var least: Int128?
        for value in try values(number, ofPicking: choices) {
            least = Self.lesser(least, try bound(number, value: value))
        }
        let mark = domain.mark
        for choice in choices {
            let first = problem.firstAlternative[choice.activity]
            for alternative in choice.alternatives { domain.close(first + alternative) }
        }
        least = Self.lesser(least, try bound(of: child))
        domain.reopen(to: mark)
        return least
    }

    // MARK: values

    /// A value over the scale, rounded up; nil for infinite or a ray that holds.
    private func bound(_ number: Int, value: Int128) throws(ProofFault) -> Int128? {
        if value >= ProofMinimum.infinite { return nil }
        if duals[number].isRay {
            guard value > 0 else { throw .emptyRay(duals: number) }
            return nil
        }
        let scale = Int128(duals[number].scale)
        let quotient = value / scale
        return value % scale > 0 ? quotient + 1 : quotient
    }

    /// Constant and block minima at the present domain.
    private mutating func value(_ number: Int) throws(ProofFault) -> ProofSum {
        guard duals.indices.contains(number) else { throw .noDuals(number) }
        if costs.duals != number { costs = (number, duals[number].costs(of: problem)) }
        var sum = ProofSum(duals[number].constant)
        for activity in problem.names.indices where minimum.forest.treeOfActivity[activity] == nil {
            sum.add(minimum.ofActivity(activity, costs: costs.values, domain))
        }
        for tree in minimum.forest.trees.indices {
            sum.add(minimum.ofTree(tree, costs: costs.values, domain))
        }
        return sum
    }

    /// For each exclusion the value if its activity had to pick one of its alternatives.
    private mutating func values(
        _ number: Int, ofPicking choices: [Exclusion]
    ) throws(ProofFault) -> [Int128] {
        let all = try value(number)
        var through: [Int: [Int: [Int128]]] = [:]
        var seen = Set<Int>()
        var values: [Int128] = []
        for choice in choices {
            try checkChoices(choice.activity, choice.alternatives)
            guard seen.insert(choice.activity).inserted else {
                throw .excludedTwice(activity: choice.activity)
            }
            let (whole, held) = blockMinima(holding: choice, &through)
            var sum = all
            sum.take(whole)
            sum.add(held)
            values.append(sum.value)
        }
        return values
    }

    /// The least cost of an activity's block, and that with the activity held to the choice's alternatives.
    private func blockMinima(
        holding choice: Exclusion, _ through: inout [Int: [Int: [Int128]]]
    ) -> (whole: Int128, held: Int128) {
        let first = problem.firstAlternative[choice.activity]
        guard let tree = minimum.forest.treeOfActivity[choice.activity] else {
            let held = choice.alternatives.filter { domain.isOpen[first + $0] }.map {
                costs.values[first + $0]
            }
            let whole = minimum.ofActivity(choice.activity, costs: costs.values, domain)
            return (whole, held.min() ?? ProofMinimum.infinite)
        }
        if through[tree] == nil {
            through[tree] = minimum.throughEach(ofTree: tree, costs: costs.values, domain)
        }
        let each = through[tree]?[choice.activity] ?? []
        let held = choice.alternatives.map { each[$0] }.min()
        return (each.min() ?? ProofMinimum.infinite, held ?? ProofMinimum.infinite)
    }

    // MARK: domains

    private mutating func narrow(_ activity: Int, to alternatives: [Int]) {
        let range = problem.alternatives(of: activity)
        var kept = Set<Int>()
        for alternative in alternatives { kept.insert(range.lowerBound + alternative) }
        for position in range where !kept.contains(position) { domain.close(position) }
    }

    private func checkCover(of activity: Int, by groups: [[Int]]) throws(ProofFault) {
        var covered = Set<Int>()
        for group in groups {
            try checkChoices(activity, group)
            covered.formUnion(group)
        }
        let range = problem.alternatives(of: activity)
        for position in range where domain.isOpen[position] {
            let alternative = position - range.lowerBound
            guard covered.contains(alternative) else {
                throw .uncovered(activity: activity, alternative: alternative)
            }
        }
    }

    private func checkChoices(_ activity: Int, _ alternatives: [Int]) throws(ProofFault) {
        guard problem.names.indices.contains(activity) else { throw .noActivity(activity) }
        let count = problem.alternatives(of: activity).count
        for alternative in alternatives where !(0..<count).contains(alternative) {
            throw .noChoice(activity: activity, alternative: alternative)
        }
    }

    private func checkRefuted(_ constraint: ConstraintID) throws(ProofFault) {
        guard let canHold = ProofRefutation(problem, domain).canHold(constraint) else {
            throw .noConstraint(constraint)
        }
        if canHold { throw .notRefuted(constraint) }
    }

    /// nil is infinite.
    private static func lesser(_ a: Int128?, _ b: Int128?) -> Int128? {
        guard let a else { return b }
        guard let b else { return a }
        return min(a, b)
    }
}
