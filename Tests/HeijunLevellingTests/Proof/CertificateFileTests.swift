import Testing

@testable import HeijunLevelling

@Suite("Certificate and solution files")
struct CertificateFileTests {
    static func bytes(_ stated: StatedCertificate, _ problem: LevellingProblem) -> [UInt8] {
        var bytes: [UInt8] = []
        stated.write(for: problem) { (chunk: borrowing [UInt8]) in bytes += copy chunk }
        return bytes
    }

    @Test("What is written is read back", arguments: UInt64(0)..<200)
    func roundTrip(seed: UInt64) throws {
        let problem = try ShapedProblem.problem(seed)
        var dice = Dice(seed)
        let duals = (0..<2).map { _ in Enumeration.randomDuals(problem, &dice) }
        let root = Enumeration.randomTree(problem, duals: 2, depth: 4, &dice)
        let stated = problem.stating(.atLeast(-5), Certificate(duals: duals, root: root))
        #expect(try StatedCertificate(reading: Self.bytes(stated, problem), for: problem) == stated)
        let whole = problem.stating(.infeasible, Enumeration.certificate(of: problem))
        #expect(try StatedCertificate(reading: Self.bytes(whole, problem), for: problem) == whole)
    }

    @Test("The file as the documentation shows it")
    func wholeFile() throws {
        let problem = try TamperTests.problem()
        let child = CertificateNode.exclude(
            duals: 0, choices: [Exclusion(activity: 1, alternatives: [0])], child: .refuted(.together(0)))
        let certificate = Certificate(
            duals: [
                TamperTests.good,
                Duals(isRay: true, scale: 1, lambda: [], rho: [], pi: [RowPrice(row: 0, price: 1)]),
            ],
            root: .branch(activity: 0, groups: [[0], [1]], children: [.leaf(duals: 1), child]))
        let text = String(
            decoding: Self.bytes(problem.stating(.atLeast(43), certificate), problem), as: UTF8.self)
        #expect(
            text.hasPrefix(
                """
                certificate 1
                problem 2 4 2
                bound 43
                duals 2
                lambda 0 6
                rho 2
                price 0:0:1
                ray
                price 0:0:1
                tree
                branch A 0 | 1
                leaf 1
                exclude 0 1
                out B 0
                refuted together 0
                end 
                """))
    }

    @Test("Any changed byte is noticed")
    func everyByteCounts() throws {
        let (problem, _, stated) = try TamperTests.proof()
        let bytes = Self.bytes(stated, problem)
        for place in bytes.indices.dropLast() {
            var changed = bytes
            changed[place] = changed[place] == UInt8(ascii: "1") ? UInt8(ascii: "2") : UInt8(ascii: "1")
            #expect(throws: ProofFileError.self) { try StatedCertificate(reading: changed, for: problem) }
        }
        let withoutEnd = Array(bytes.dropLast(21))
        let lines = bytes.count { $0 == UInt8(ascii: "\n") } - 1
        #expect(throws: ProofFileError(.endMissing, line: lines)) {
            try StatedCertificate(reading: withoutEnd, for: problem)
        }
    }

    @Test(arguments: [
        ("", 1, ProofFileError.Fault.endMissing), ("solution 1", 1, .header("certificate 1")),
        ("certificate 1\nbound 3", 2, .unexpected("bound 3")),
        ("certificate 1\nproblem 2 4 x", 2, .notANumber("x")),
        ("certificate 1\nproblem 2 4 2\ninfeasible 3", 3, .unexpected("infeasible 3")),
        ("certificate 1\n# note\nproblem 2 4 2\ninfeasible\ntree\nleaf", 6, .unexpected("leaf")),
        ("certificate 1\nproblem 2 4 2\ninfeasible\nray\nprice 0:9:1", 5, .unexpected("0:9:1")),
        ("certificate 1\nproblem 2 4 2\ninfeasible\ntree\nbranch C 0", 5, .unknownActivity("C")),
        ("certificate 1\nproblem 2 4 2\ninfeasible\ntree\nleaf 0\nend 00", 6, .changed),
    ])
    func badLines(text: String, line: Int, fault: ProofFileError.Fault) throws {
        let problem = try TamperTests.problem()
        #expect(throws: ProofFileError(fault, line: line)) {
            try StatedCertificate(reading: Array(text.utf8), for: problem)
        }
    }

    @Test("A deep tree is read and walked; a bottomless one refused")
    func depth() throws {
        let problem = try TamperTests.problem()
        let deep = { (depth: Int) in
            (0..<depth).reduce(CertificateNode.leaf(duals: 0)) { child, _ in
                .exclude(duals: 0, choices: [], child: child)
            }
        }
        let stated = problem.stating(.atLeast(-20), Certificate(duals: [TamperTests.good], root: deep(1_990)))
        let read = try StatedCertificate(reading: Self.bytes(stated, problem), for: problem)
        #expect(Verifier(problem).verify(nil, read).faults == [])
        let bottomless = problem.stating(
            .atLeast(-20), Certificate(duals: [TamperTests.good], root: deep(2_000)))
        #expect(throws: ProofFileError.self) {
            try StatedCertificate(reading: Self.bytes(bottomless, problem), for: problem)
        }
    }

    @Test(arguments: [
        ("", 1, ProofFileError.Fault.header("solution 1")),
        ("solution 1\nA", 2, .unexpected("A")), ("solution 1\nA x", 2, .notANumber("x")),
        ("solution 1\n\nC 1", 3, .unknownActivity("C")), ("solution 1\nA 1\nA 1", 3, .repeated("A")),
    ])
    func badSolutions(text: String, line: Int, fault: ProofFileError.Fault) throws {
        let problem = try TamperTests.problem()
        #expect(throws: ProofFileError(fault, line: line)) {
            try StatedSolution(reading: Array(text.utf8), for: problem)
        }
    }

    @Test func solutionIsReadBack() throws {
        let problem = try TamperTests.problem()
        let solution = LevellingSolution(picks: [1, 0], objective: 7, bound: -3)
        var text = ""
        solution.write(names: problem.names) { text += $0 }
        #expect(try StatedSolution(reading: Array(text.utf8), for: problem) == StatedSolution(solution))
    }
}
