public import HeijunModel

/// How many of a business's 40 steps stand in which state.
///
/// Steps that the ledger does not record count as not started, as an empty cell of the ministry's sheet does.
public struct StepCounts: Sendable, Hashable {
    /// 完了済み
    public private(set) var done = 0
    /// 作業中
    public private(set) var working = 0
    /// 未
    public private(set) var notStarted = 0
    /// 対象外
    public private(set) var notApplicable = 0

    /// Counts the steps; of a step recorded twice the last counts, and numbers outside 1–40 do not.
    public init(_ steps: [Step]) {
        var states = [Step.State](repeating: .notStarted, count: ProcedureStep.all.count)
        for step in steps where states.indices.contains(step.number - 1) {
            states[step.number - 1] = step.state
        }
        for state in states {
            switch state {
            case .done: done += 1
            case .working: working += 1
            case .notStarted: notStarted += 1
            case .notApplicable: notApplicable += 1
            }
        }
    }

    /// Steps that are behind the body: done or not applicable.
    public var settled: Int { done + notApplicable }
    /// Steps still to do.
    public var left: Int { working + notStarted }
    /// All steps: 40.
    public var total: Int { settled + left }

    /// The official rate, (完了済み + 対象外) ÷ 40: exact, since a fortieth is 250 ten-thousandths.
    ///
    /// The formula reproduces every published rate of 総務省's sheet of January 2026.
    public var rate: Rate { Rate(tenThousandths: settled * 10_000 / total) }
}

/// The simple mean of rates, kept exactly.
public struct MeanRate: Sendable, Hashable {
    /// Sum of the rates, in ten-thousandths.
    public let sum: Int
    /// Number of rates, 1 or more.
    public let count: Int

    /// The mean of the rates; nil of none.
    public init?(_ rates: [Rate]) {
        guard !rates.isEmpty else { return nil }
        sum = rates.map(\.tenThousandths).reduce(0, +)
        count = rates.count
    }

    /// The mean to a ten-thousandth, half rounded up.
    public var rate: Rate { Rate(tenThousandths: (2 * sum + count) / (2 * count)) }
}
