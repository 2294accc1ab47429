import Testing

@testable import HeijunLevelling

@Suite("What cannot hold together is named, and no more than that")
struct ConflictTests {
    /// Three activities that start in 0 or 1; the ties come after them.
    private func problem(_ ties: String, starts: String = "0 1", limits: String = "") throws
        -> LevellingProblem
    {
        var text = "levelling 1\nperiods 2\nresource a\n\(limits)\n"
        for name in ["A", "B", "C"] {
            text += "activity \(name)\n"
            for start in starts.split(separator: " ") {
                text += "alternative 0 \(start) \(start) 0:\(start):1\n"
            }
        }
        return try ShapedProblem.read(text + ties + "\n")
    }

    private func conflict(_ problem: LevellingProblem) async throws -> LevellingConflict {
        guard case .infeasible(let proof, let conflict) = await level(problem) else {
            throw Surprise()
        }
        #expect(Verifier(problem).verify(nil, problem.stating(.infeasible, proof)).faults == [])
        return conflict
    }

    private struct Surprise: Error {}

    @Test func tiesThatAreNotNeededAreLeftOut() async throws {
        let found = try await conflict(problem("before A B\ntogether A C\napart A C\nbefore C B"))
        #expect(found.constraints == [.apart(0), .together(0)])
        #expect(found.rows == [] && found.activities == [])
    }

    @Test func anActivityApartFromItselfIsThatTiesFault() async throws {
        let found = try await conflict(problem("before A B\napart B C\napart C C"))
        #expect(found.constraints == [.apart(1)])
        #expect(found.activities == [])
    }

    @Test func anActivityWithoutAlternativesIsNamed() async throws {
        let found = try await conflict(problem("", starts: ""))
        #expect(found.activities == [0, 1, 2])
    }

    /// Seventy activities of 1 go into two periods for 34 each: each limit alone could hold, both cannot. The whole
    /// relaxation shows it at once, and no prices are sought.
    @Test func anEmptyRelaxationIsSeenAtOnce() async throws {
        var builder = try LevellingProblem.Builder(periods: 2)
        try builder.addResource("r", levelled: true)
        for period in 0..<2 { try builder.setLimit(34, resource: 0, period: period) }
        for number in 0..<70 {
            try builder.addActivity("a\(number)")
            for period in 0..<2 {
                try builder.addAlternative(penalty: 0, start: period)
                try builder.addLoad(resource: 0, period: period, value: 1)
            }
        }
        let problem = try builder.build()
        let finder = RootPrices(problem: problem, forest: Forest(of: problem), threads: 1)
        #expect(finder.isEmpty(problem.bindingRows()))
        let found = try await conflict(problem)
        #expect(found.rows == [0, 1] && found.constraints == [])
    }

    @Test func whatALimitHasToGiveIsSaid() async throws {
        let tight = try await conflict(problem("before A B", limits: "limit 0 1 1"))
        #expect(tight == LevellingConflict(rows: [0, 1], constraints: [], excess: [1, 1], activities: []))
        let tied = try await conflict(problem("apart A B\ntogether B C", limits: "limit 0 - 0"))
        #expect(tied == LevellingConflict(rows: [1], constraints: [.apart(0)], excess: [1], activities: []))
    }

    /// What problems too large to branch on get, tried on one where the tree's answer is known.
    @Test(arguments: [UInt64(1), 2, 3]) func theRelaxationAloneCanShowIt(seed: UInt64) async throws {
        let lines = try SampleTests.text(80, seed: seed).split(separator: "\n").map { line in
            line.hasPrefix("limit 0 ") ? "limit 0" + String(repeating: " 100000", count: 15) : String(line)
        }
        let problem = try ShapedProblem.read(lines.joined(separator: "\n"))
        var search = LevelSearch(problem, LevellingOptions())
        let outcome = await search.unbranched(problem.bindingRows(), { false })
        guard case .infeasible(let proof, let conflict) = outcome else { throw Surprise() }
        #expect(Verifier(problem).verify(nil, problem.stating(.infeasible, proof)).faults == [])
        #expect(!conflict.rows.isEmpty)
        #expect(conflict.excess.allSatisfy { $0.map { $0 > 0 } ?? false })
    }

    @Test func withoutSuchAProofItStaysUndecided() async throws {
        let problem = try ShapedProblem.read(SampleTests.text(30, seed: 1))
        var search = LevelSearch(problem, LevellingOptions())
        guard case .undecided = await search.unbranched(problem.bindingRows(), { false }) else {
            throw Surprise()
        }
    }
}
