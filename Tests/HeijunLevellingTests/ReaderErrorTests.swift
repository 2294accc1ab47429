import HeijunLevelling
import Testing

@Suite struct ReaderErrorTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let text: String
        let line: Int
        let fault: ProblemFault
        var testDescription: String { text }
    }

    static let head = "levelling 1\nperiods 2\nresource cost levelled\n"

    static let cases: [Case] = [
        Case(text: "", line: 1, fault: .header("")),
        Case(text: "\n# only this\n", line: 2, fault: .header("")),
        Case(text: "levelling 2\n", line: 1, fault: .header("levelling 2")),
        Case(text: "periods 2\n", line: 1, fault: .header("periods 2")),
        Case(text: "levelling 1\n", line: 1, fault: .noPeriods),
        Case(text: "levelling 1\nactivity a\n", line: 2, fault: .noPeriods),
        Case(text: "levelling 1\nperiods 0\n", line: 2, fault: .periodCount(0)),
        Case(text: "levelling 1\nperiods two\n", line: 2, fault: .notANumber("two")),
        Case(text: "levelling 1\nperiods\n", line: 2, fault: .missing("number of periods")),
        Case(text: "levelling 1\nperiods 2 3\n", line: 2, fault: .surplus("3")),
        Case(text: head + "periods 2\n", line: 4, fault: .repeated("periods")),
        Case(text: head + "colour red\n", line: 4, fault: .unknownRecord("colour")),
        Case(text: head + "resource staff levelled\n", line: 4, fault: .secondLevelled),
        Case(text: head + "resource staff maybe\n", line: 4, fault: .surplus("maybe")),
        Case(text: head + "limit 1 3 4\n", line: 4, fault: .unknownResource(1)),
        Case(text: head + "limit 0 3\n", line: 4, fault: .missing("limit")),
        Case(text: head + "limit 0 3 x\n", line: 4, fault: .notANumber("x")),
        Case(text: head + "limit 0 3 - 4\n", line: 4, fault: .surplus("4")),
        Case(text: head + "limit 0 3 -\nlimit 0 3 -\n", line: 5, fault: .repeated("limit 0")),
        Case(text: head + "base 0 3 -\n", line: 4, fault: .notANumber("-")),
        Case(text: head + "weight peak -1\n", line: 4, fault: .negativeWeight(-1)),
        Case(text: head + "weight height 1\n", line: 4, fault: .unknownRecord("weight height")),
        Case(text: head + "weight peak 1\nweight peak 1\n", line: 5, fault: .repeated("weight peak")),
        Case(text: head + "alternative 0 0 0\n", line: 4, fault: .noActivity),
        Case(text: head + "activity a\nactivity a\n", line: 5, fault: .duplicateActivity("a")),
        Case(text: head + "activity a\nalternative 0 0\n", line: 5, fault: .missing("key")),
        Case(text: head + "activity a\nalternative 0 0 0 1:0:3\n", line: 5, fault: .unknownResource(1)),
        Case(text: head + "activity a\nalternative 0 0 0 0:2:3\n", line: 5, fault: .unknownPeriod(2)),
        Case(text: head + "activity a\nalternative 0 0 0 0:1\n", line: 5, fault: .notALoad("0:1")),
        Case(
            text: head + "activity a\nalternative 1099511627776 0 0\n", line: 5,
            fault: .tooLarge(1_099_511_627_776)),
        Case(
            text: head + "activity a\nalternative 0 0 0 0:1:1099511627775 0:1:1\n", line: 5,
            fault: .tooLarge(1_099_511_627_776)),
        Case(text: head + "activity a\nbefore a b\n", line: 5, fault: .unknownActivity("b")),
        Case(text: head + "activity a\nbefore a\n", line: 5, fault: .missing("second activity")),
        Case(text: head + "activity a\napart a a a\n", line: 5, fault: .surplus("a")),
        Case(text: head + "together\n", line: 4, fault: .missing("activity")),
    ]

    @Test(arguments: cases) func namesTheLineAndWhatStandsThere(_ example: Case) throws {
        #expect(throws: ProblemError(line: example.line, fault: example.fault)) {
            var reader = ProblemReader()
            try reader.feed(example.text.utf8)
            _ = try reader.finish()
        }
    }

    @Test func namesMayComeLaterThanTheirConstraints() throws {
        var reader = ProblemReader()
        try reader.feed((Self.head + "before a b\nactivity a\nactivity b\n").utf8)
        #expect(try reader.finish().before == [ActivityPair(0, 1)])
    }

    @Test func refusesWhatCouldOverflow() throws {
        let big = Load.valueLimit - 1
        var builder = try LevellingProblem.Builder(periods: 1)
        let cost = try builder.addResource("cost", levelled: true)
        try builder.setWeights(peak: big, roughness: 0)
        try builder.addActivity("a")
        try builder.addAlternative(penalty: 0, start: 0)
        try builder.addLoad(resource: cost, period: 0, value: big)
        #expect(throws: ProblemFault.objectiveTooLarge) { _ = try builder.build() }
    }

    @Test func countsExactlyUpToTheLimitOfLoads() async throws {
        let big = Load.valueLimit - 1
        var builder = try LevellingProblem.Builder(periods: 2)
        let cost = try builder.addResource("cost", levelled: true)
        try builder.setWeights(peak: 1000, roughness: 7)
        for name in ["a", "b"] {
            try builder.addActivity(name)
            for period in 0..<2 {
                try builder.addAlternative(penalty: -big, start: period)
                try builder.addLoad(resource: cost, period: period, value: big - period)
            }
        }
        guard case .solved(let solution, _) = await level(try builder.build()) else {
            Issue.record("not solved")
            return
        }
        #expect(solution.objective == 1000 * big + 7 - 2 * big)
        // The relaxation is solved in doubles, so the last units of a number this large are not proven.
        #expect(solution.bound <= solution.objective)
        #expect(Double(solution.objective - solution.bound) < 2e-12 * Double(solution.objective))
    }
}
