/// Which alternatives are still open, one bit each, in the problem's order.
struct Domain: Sendable, Equatable {
    private var words: [UInt64]

    /// Every alternative open but those that break `apart a a` by themselves.
    init(of problem: LevellingProblem) {
        words = Array(repeating: .max, count: (problem.alternativeCount + 63) / 64)
        for pair in problem.apart where pair.first == pair.second {
            for alternative in problem.alternatives(of: pair.first) where problem.starts[alternative] >= 0 {
                close(alternative)
            }
        }
    }

    @inline(__always)
    func isOpen(_ alternative: Int) -> Bool { words[alternative >> 6] >> UInt64(alternative & 63) & 1 == 1 }

    mutating func close(_ alternative: Int) { words[alternative >> 6] &= ~(1 << UInt64(alternative & 63)) }

    /// Closes every alternative of a range that is not in a list.
    mutating func keep(_ kept: [Int], of range: Range<Int>) {
        for alternative in range where !kept.contains(alternative) { close(alternative) }
    }

    func open(_ range: Range<Int>) -> [Int] { range.filter { isOpen($0) } }
}
