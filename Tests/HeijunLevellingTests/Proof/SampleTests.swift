import Testing

@testable import HeijunLevelling

@Suite("Sample problems")
struct SampleTests {
    static func text(_ activities: Int, seed: UInt64) throws -> String {
        var text = ""
        let sample = try #require(ProblemSample(activities: activities, seed: seed))
        sample.write { (chunk: borrowing [UInt8]) in text += String(decoding: copy chunk, as: UTF8.self) }
        return text
    }

    @Test("The hidden plan keeps everything", arguments: [1, 2, 7, 20, 200, 1000], [UInt64(1), 2])
    func hiddenPlanIsFeasible(activities: Int, seed: UInt64) throws {
        let problem = try ShapedProblem.read(Self.text(activities, seed: seed))
        #expect(problem.activityCount == activities && problem.periods == 15)
        let picks = SampleOutline(seed: seed, count: activities).picks.map(Int.init)
        let evaluation = try #require(Evaluation(of: picks, in: problem))
        #expect(evaluation.breaches == [])
    }

    @Test("The shape of a city's problems")
    func shape() throws {
        let problem = try ShapedProblem.read(Self.text(2000, seed: 1))
        let alternatives = Double(problem.alternativeCount) / 2000
        let loads = Double(problem.loads.count) / Double(problem.alternativeCount)
        #expect((12.0...15.0).contains(alternatives) && (13.0...17.0).contains(loads))
        #expect(problem.before.count == 100 && problem.together.count > 40)
        #expect(problem.limits.allSatisfy { $0 != LevellingProblem.noLimit })
        #expect(ProofForest(problem).trees.count > 100)
    }

    @Test("The same seed gives the same bytes, another seed others")
    func seeds() throws {
        #expect(try Self.text(50, seed: 3) == Self.text(50, seed: 3))
        #expect(try Self.text(50, seed: 3) != Self.text(50, seed: 4))
        var checksum = ProofChecksum()
        checksum.take(try Self.text(300, seed: 1).utf8)
        #expect(checksum.text == "e6430a6594bf4687")
    }

    @Test(arguments: [0, -1, 10_000_001])
    func sizesThatAreNone(activities: Int) { #expect(ProblemSample(activities: activities, seed: 1) == nil) }
}
