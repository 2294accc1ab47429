import HeijunLevelling
import Testing

@Suite struct ReaderTests {
    static let small = """
        levelling 1
        periods 2
        resource cost levelled   # a comment
        limit 0 10 -
        weight peak 3
        activity a
        alternative 5 0 -1 0:0:4 0:0:2
        alternative -7 -1 4
        """

    @Test func readsInPiecesOfAnySize() throws {
        let bytes = Array(Self.small.utf8)
        for size in 1...bytes.count {
            var reader = ProblemReader()
            for start in stride(from: 0, to: bytes.count, by: size) {
                try reader.feed(bytes[start..<min(start + size, bytes.count)])
            }
            let problem = try reader.finish()
            #expect(problem.names == ["a"])
            #expect(problem.penalties == [5, -7])
            #expect(problem.loads == [Load(row: 0, value: 6)])
            #expect(problem.limits == [10, LevellingProblem.noLimit])
        }
    }
}
