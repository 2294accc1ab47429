import Testing

@testable import HeijunLevelling

@Suite("Problems written as free MPS")
struct MPSTests {
    /// The large numbers pass what a solver in floating point can tell apart.
    static let seeds = (UInt64(0)..<90).filter { Shape.allCases[Int($0) % Shape.allCases.count] != .large }

    @Test("GLPK and CBC find the optimum that trying finds", arguments: OtherSolver.allCases, seeds)
    func otherSolversAgree(solver: OtherSolver, seed: UInt64) throws {
        guard solver.path != nil else { return }
        let problem = try ShapedProblem.problem(seed)
        #expect(
            try solver.optimum(of: problem)?.rounded() == problem.bestByTrying.map { Double($0.objective) })
    }

    @Test("A whole file")
    func wholeFile() throws {
        let problem = try ShapedProblem.read(
            """
            levelling 1
            periods 2
            resource 費用 levelled
            limit 0 9 -
            base 0 1 0
            weight peak 3
            weight roughness 1
            activity A
            alternative 4 0 1 0:0:5
            alternative 0 1 -2 0:1:5
            activity n7
            alternative 0 0 1
            before A n7
            together A n7
            """)
        var text = ""
        MPSExport(problem).write { (chunk: borrowing [UInt8]) in
            text += String(decoding: copy chunk, as: UTF8.self)
        }
        #expect(text == Self.expected)
    }

    @Test(arguments: [
        (["A", "b_1-x"], ["A", "b_1-x"]), (["基幹", "a b", "a.b"], ["n0", "n1", "n2"]),
        (["n1", "x", "n", "n1a"], ["n0", "x", "n2", "n1a"]), (["A", "B", "A"], ["n0", "B", "n2"]),
        ([String(repeating: "x", count: 41)], ["n0"]),
    ])
    func plainNames(originals: [String], expected: [String]) {
        let names = MPSNames(originals)
        #expect(originals.indices.map { names[$0] } == expected)
    }

    static let expected = """
        NAME levelling FREE
        ROWS
         N objective
         E pick.A
         E pick.n1
         L limit.n0.0
         G peak.0
         G peak.1
         G rise.1
         G fall.1
         L before.0.0
         L before.0.1
         E together.0.1.m2
         E together.0.1.1
        COLUMNS
         M1 'MARKER' 'INTORG'
         x.A.0 pick.A 1
         x.A.0 objective 4
         x.A.0 limit.n0.0 5
         x.A.0 peak.0 -5
         x.A.0 rise.1 5
         x.A.0 fall.1 -5
         x.A.0 before.0.0 1
         x.A.0 together.0.1.1 1
         x.A.1 pick.A 1
         x.A.1 peak.1 -5
         x.A.1 rise.1 -5
         x.A.1 fall.1 5
         x.A.1 before.0.0 1
         x.A.1 before.0.1 1
         x.A.1 together.0.1.m2 1
         x.n1.0 pick.n1 1
         x.n1.0 before.0.1 1
         x.n1.0 together.0.1.1 -1
         M2 'MARKER' 'INTEND'
         peak objective 3
         peak peak.0 1
         peak peak.1 1
         change.1 objective 1
         change.1 rise.1 1
         change.1 fall.1 1
        RHS
         RHS pick.A 1
         RHS pick.n1 1
         RHS limit.n0.0 8
         RHS peak.0 1
         RHS rise.1 -1
         RHS fall.1 1
         RHS before.0.0 1
         RHS before.0.1 1
        BOUNDS
         FR BND peak
        ENDATA

        """
}
