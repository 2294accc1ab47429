/// Computes feasibility, objective and lower bound of a solution again: exactly, in whole numbers, by code that shares
/// nothing with the search but the reader of problems.
public struct Verifier: Sendable {
    private let problem: LevellingProblem

    /// A verifier of solutions of this problem.
    public init(_ problem: LevellingProblem) { self.problem = problem }

    /// The largest bound that a certificate proves.
    ///
    /// - Throws: The first fault that keeps it from proving anything.
    /// - Complexity: O(loads) for each of its duals, O(alternatives) for each of its nodes.
    public func bound(provenBy certificate: Certificate) throws(ProofFault) -> ProvenBound {
        try walk(certificate).bound
    }

    /// Checks a solution (nil where there is none to be had) and what its certificate states.
    public func verify(_ solution: StatedSolution?, _ stated: StatedCertificate) -> Verification {
        var result = Verification()
        if let solution { count(solution, into: &result) }
        compareBounds(solution, stated, into: &result)
        do throws(ProofFault) {
            guard stated.size == ProblemSize(problem) else { throw .otherProblem }
            let (bound, ends) = try walk(stated.certificate)
            result.bound = bound
            result.leaves = ends
            if !bound.covers(stated.bound) {
                result.faults.append(.boundNotProven(stated: stated.bound.value, proven: bound.value))
            }
        } catch {
            result.faults.append(error)
        }
        return result
    }

    private func walk(_ certificate: Certificate) throws(ProofFault) -> (bound: ProvenBound, ends: Int) {
        var walk = try ProofWalk(problem, certificate)
        let least = try walk.bound(of: certificate.root)
        // No objective reaches 2⁶²; a bound beyond it can be no better than “infeasible” and is cut to fit.
        let bound = least.map { ProvenBound.atLeast(Int(clamping: $0)) } ?? .infeasible
        return (bound, walk.ends)
    }

    private func count(_ solution: StatedSolution, into result: inout Verification) {
        var picks: [Int] = []
        for (activity, pick) in solution.picks.enumerated() {
            guard let pick else {
                result.faults.append(.noPick(activity: activity))
                continue
            }
            guard problem.alternatives(of: activity).count > pick, pick >= 0 else {
                result.faults.append(.noAlternative(activity: activity, pick: pick))
                continue
            }
            picks.append(pick)
        }
        guard picks.count == problem.activityCount else { return }
        let recount = Recount(picks: picks, of: problem)
        result.recount = recount
        result.faults += recount.faults
        if solution.objective != recount.objective {
            result.faults.append(.objective(stated: solution.objective, counted: recount.objective))
        }
    }

    private func compareBounds(
        _ solution: StatedSolution?, _ stated: StatedCertificate, into result: inout Verification
    ) {
        guard let solution else { return }
        guard stated.bound != .infeasible else { return result.faults.append(.solutionOfInfeasible) }
        if solution.bound != stated.bound.value {
            result.faults.append(.boundsDiffer(solution: solution.bound, certificate: stated.bound.value))
        }
        if let bound = solution.bound, let objective = solution.objective, bound > objective {
            result.faults.append(.boundAboveObjective(bound: bound, objective: objective))
        }
    }
}

/// What a certificate proves of a problem.
public enum ProvenBound: Equatable, Sendable {
    /// No feasible choice has an objective below this.
    case atLeast(Int)
    /// There is no feasible choice.
    case infeasible

    /// The bound; nil for infeasible.
    public var value: Int? {
        switch self {
        case .atLeast(let value): value
        case .infeasible: nil
        }
    }

    /// Whether this proves the other.
    func covers(_ stated: ProvenBound) -> Bool {
        switch (self, stated) {
        case (.infeasible, _): true
        case (.atLeast, .infeasible): false
        case (.atLeast(let proven), .atLeast(let claimed)): proven >= claimed
        }
    }
}

/// What a verification came to.
public struct Verification: Equatable, Sendable {
    /// The choice counted again; nil where there is none, or it is incomplete.
    public internal(set) var recount: Recount?
    /// The bound computed again; nil where the certificate proves nothing.
    public internal(set) var bound: ProvenBound?
    /// Leaves, refutations and exclusions of the certificate's tree.
    public internal(set) var leaves = 0
    /// All that is wrong: the solution's faults first, then the first of the certificate's.
    public internal(set) var faults: [ProofFault] = []

    /// Whether nothing is wrong.
    public var isAccepted: Bool { faults.isEmpty }
}
