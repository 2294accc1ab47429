import Testing

@testable import HeijunLevelling

@Suite("What was tampered with is refused")
struct TamperTests {
    static let text = """
        levelling 1
        periods 2
        resource cost levelled
        limit 0 9 -
        weight peak 3
        weight roughness 1
        activity A
        alternative 0 0 1 0:0:5
        alternative 2 1 2 0:1:5
        activity B
        alternative 0 0 1 0:0:5
        alternative 1 1 2 0:1:5
        before A B
        together A B
        apart A B
        """

    /// Without `apart` the best is both in period 1: 3·10 + 10 + 3.
    static func problem(apart: Bool = false) throws -> LevellingProblem {
        try ShapedProblem.read(apart ? text : text.replacing("apart A B", with: ""))
    }

    static func proof() throws -> (LevellingProblem, StatedSolution, StatedCertificate) {
        let problem = try problem()
        let certificate = Enumeration.certificate(of: problem)
        let solution = StatedSolution(picks: [1, 1], objective: 43, bound: 43)
        return (problem, solution, problem.stating(.atLeast(43), certificate))
    }

    @Test func theWholeProofIsAccepted() throws {
        let (problem, solution, stated) = try Self.proof()
        let result = Verifier(problem).verify(solution, stated)
        #expect(result.faults == [])
        #expect(result.bound == .atLeast(43))
        #expect(result.recount?.peak == 10 && result.recount?.roughness == 10)
    }

    @Test(arguments: [
        (StatedSolution(picks: [1, nil], objective: 43, bound: 43), ProofFault.noPick(activity: 1)),
        (StatedSolution(picks: [1, 2], objective: 43, bound: 43), .noAlternative(activity: 1, pick: 2)),
        (StatedSolution(picks: [1, -1], objective: 43, bound: 43), .noAlternative(activity: 1, pick: -1)),
        (StatedSolution(picks: [0, 0], objective: 40, bound: 43), .overLimit(row: 0, load: 10, limit: 9)),
        (StatedSolution(picks: [1, 0], objective: 43, bound: 43), .broken(.before(0))),
        (StatedSolution(picks: [0, 1], objective: 43, bound: 43), .broken(.together(0))),
        (StatedSolution(picks: [1, 1], objective: 42, bound: 43), .objective(stated: 42, counted: 43)),
        (StatedSolution(picks: [1, 1], objective: nil, bound: 43), .objective(stated: nil, counted: 43)),
        (
            StatedSolution(picks: [1, 1], objective: 43, bound: 42),
            .boundsDiffer(solution: 42, certificate: 43)
        ),
        (
            StatedSolution(picks: [1, 1], objective: 43, bound: nil),
            .boundsDiffer(solution: nil, certificate: 43)
        ),
        (
            StatedSolution(picks: [1, 1], objective: 43, bound: 44),
            .boundAboveObjective(bound: 44, objective: 43)
        ),
    ])
    func solution(tampered: StatedSolution, fault: ProofFault) throws {
        let (problem, _, stated) = try Self.proof()
        #expect(Verifier(problem).verify(tampered, stated).faults.contains(fault))
    }

    @Test func apartIsCounted() throws {
        let recount = Recount(picks: [1, 1], of: try Self.problem(apart: true))
        #expect(recount.faults == [.broken(.apart(0))])
    }

    @Test func aSolutionOfAnInfeasibleProblemIsRefused() throws {
        let (problem, solution, stated) = try Self.proof()
        let claim = problem.stating(.infeasible, stated.certificate)
        let faults = Verifier(problem).verify(solution, claim).faults
        #expect(faults == [.solutionOfInfeasible, .boundNotProven(stated: nil, proven: 43)])
    }

    @Test func aHigherClaimIsRefused() throws {
        let (problem, _, stated) = try Self.proof()
        let claim = problem.stating(.atLeast(44), stated.certificate)
        #expect(Verifier(problem).verify(nil, claim).faults == [.boundNotProven(stated: 44, proven: 43)])
    }

    @Test func anotherProblemsProofIsRefused() throws {
        let (problem, solution, stated) = try Self.proof()
        let size = ProblemSize(activities: 2, alternatives: 5, rows: 2)
        let claim = StatedCertificate(bound: .atLeast(43), size: size, certificate: stated.certificate)
        #expect(Verifier(problem).verify(solution, claim).faults == [.otherProblem])
    }

    /// Good duals of the problem: all weight of the peak on the second period.
    static let good = Duals(
        isRay: false, scale: 2, lambda: [0, 6], rho: [2], pi: [RowPrice(row: 0, price: 1)])

    /// Good duals with one figure changed.
    static func bad(scale: Int = 2, lambda: Int = 0, rho: Int = 2) -> Duals {
        Duals(isRay: false, scale: scale, lambda: [lambda, 6], rho: [rho], pi: good.pi)
    }

    @Test(arguments: [
        (bad(scale: 3), ProofFault.DualsFault.scale(3)), (bad(scale: 0), .scale(0)),
        (bad(scale: -2), .scale(-2)),
        (bad(scale: 1 << 41), .scale(1 << 41)), (bad(lambda: 1), .peakSum(7)),
        (bad(lambda: -1), .outOfRange(-1)),
        (bad(rho: 3), .outOfRange(3)), (bad(rho: -3), .outOfRange(-3)),
        (bad(rho: Int.min), .outOfRange(Int.min)),
        (bad(lambda: Int.max), .peakSum(Int128(Int.max) + 6)),
    ])
    func dualsThatAreNone(duals: Duals, fault: ProofFault.DualsFault) throws {
        try expect(.duals(0, fault), duals)
    }

    @Test(arguments: [
        ([RowPrice(row: 1, price: 1)], ProofFault.DualsFault.row(1)), ([RowPrice(row: 2, price: 1)], .row(2)),
        ([RowPrice(row: -1, price: 1)], .row(-1)), ([RowPrice(row: 0, price: -1)], .outOfRange(-1)),
        ([RowPrice(row: 0, price: 1), RowPrice(row: 0, price: 1)], .row(0)),
        ([RowPrice(row: 0, price: 1 << 62)], .tooLarge),
    ])
    func pricesThatAreNone(prices: [RowPrice], fault: ProofFault.DualsFault) throws {
        var duals = Self.good
        duals.pi = prices
        try expect(.duals(0, fault), duals)
    }

    @Test func missingPrices() throws {
        var duals = Self.good
        duals.rho = []
        try expect(.duals(0, .count), duals)
        duals = Self.good
        duals.isRay = true
        try expect(.duals(0, .count), duals)
    }

    @Test(arguments: [
        (CertificateNode.leaf(duals: 1), ProofFault.noDuals(1)),
        (.leaf(duals: -1), .noDuals(-1)),
        (.branch(activity: 2, groups: [], children: []), .noActivity(2)),
        (.branch(activity: 0, groups: [[0, 1]], children: []), .childCount(activity: 0)),
        (
            .branch(activity: 0, groups: [[0]], children: [.leaf(duals: 0)]),
            .uncovered(activity: 0, alternative: 1)
        ),
        (
            .branch(activity: 0, groups: [[0, 2]], children: [.leaf(duals: 0)]),
            .noChoice(activity: 0, alternative: 2)
        ),
        (.refuted(.before(1)), .noConstraint(.before(1))),
        (.refuted(.before(0)), .notRefuted(.before(0))),
        (.refuted(.together(0)), .notRefuted(.together(0))),
        (.refuted(.apart(0)), .noConstraint(.apart(0))),
        (
            .exclude(
                duals: 0, choices: [0, 0].map { Exclusion(activity: $0, alternatives: [0]) },
                child: .leaf(duals: 0)),
            .excludedTwice(activity: 0)
        ),
    ])
    func treesThatAreNone(root: CertificateNode, fault: ProofFault) throws {
        try expect(fault, Self.good, root)
    }

    @Test func aRayThatShowsNothing() throws {
        let ray = Duals(isRay: true, scale: 1, lambda: [], rho: [], pi: [RowPrice(row: 0, price: 1)])
        try expect(.emptyRay(duals: 0), ray)
    }

    private func expect(_ fault: ProofFault, _ duals: Duals, _ root: CertificateNode = .leaf(duals: 0)) throws
    {
        let problem = try Self.problem()
        #expect(throws: fault) {
            try Verifier(problem).bound(provenBy: Certificate(duals: [duals], root: root))
        }
    }
}
