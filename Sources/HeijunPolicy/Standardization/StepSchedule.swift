import HeijunModel

/// What is known of a business's steps today; step `n` at `n`, position 0 unused.
struct StepFacts {
    private(set) var isSettled = [Bool](repeating: false, count: 41)
    /// Days since a step under way could begin; nil where it is not under way or that day is unknown.
    private(set) var elapsed = [Int?](repeating: nil, count: 41)
    private(set) var isWorking = [Bool](repeating: false, count: 41)

    init(_ steps: [Step], asOf: Day) {
        var days = [Day?](repeating: nil, count: 41)
        for step in steps where (1...40).contains(step.number) {
            isSettled[step.number] = step.state == .done || step.state == .notApplicable
            isWorking[step.number] = step.state == .working
            days[step.number] = step.actualDay
        }
        for step in 1...40 where isWorking[step] {
            let start = ProcedureNetwork.needs[step - 1].compactMap { days[$0] }.max()
            elapsed[step] = start.map { max(0, $0.days(to: asOf)) }
        }
    }

    /// Whether an open step waits for nothing.
    func isStartable(_ step: Int) -> Bool {
        !isSettled[step] && ProcedureNetwork.needs[step - 1].allSatisfy { isSettled[$0] }
    }

    /// The days that an open step still takes: of one under way at least a quarter is left, half of it where nobody
    /// knows since when.
    func daysLeft(_ step: Int, _ whole: Int) -> Int {
        guard isWorking[step] else { return whole }
        guard let elapsed = elapsed[step] else { return (whole + 1) / 2 }
        return max((whole + 3) / 4, whole - elapsed)
    }
}

/// The earliest days of the open steps, counted from today: every step as soon as what it waits for is done.
struct StepSchedule {
    private let facts: StepFacts
    private var finish = [Int](repeating: 0, count: 41)
    private var days = [Int](repeating: 0, count: 41)
    private let common: Int?

    init(
        _ facts: StepFacts, _ durations: StepDurations, _ length: KeyPath<StepDurations.Span, Int>,
        common: Int?
    ) {
        self.facts = facts
        self.common = common
        for step in ProcedureNetwork.order where !facts.isSettled[step] {
            days[step] = facts.daysLeft(step, durations.of(step)[keyPath: length])
            finish[step] = start(of: step) + days[step]
        }
    }

    /// Days until every step is settled.
    var end: Int { finish.max() ?? 0 }

    private func start(of step: Int) -> Int {
        let needed = ProcedureNetwork.needs[step - 1].map { finish[$0] }.max() ?? 0
        guard step == ProcedureNetwork.waitsForCommonFunctions, let common else { return needed }
        return max(needed, common)
    }

    /// The chain of open steps that ends last, from its first step on.
    var criticalPath: [Int] {
        guard var step = (1...40).filter({ !facts.isSettled[$0] }).max(by: { finish[$0] < finish[$1] }) else {
            return []
        }
        var path = [step]
        while let before = ProcedureNetwork.needs[step - 1].first(where: {
            !facts.isSettled[$0] && finish[$0] == start(of: step)
        }) {
            path.append(before)
            step = before
        }
        return path.reversed()
    }

    /// Whether the path begins with waiting for the common functions.
    var waitsForCommon: Bool {
        guard let common, let first = criticalPath.first else { return false }
        return first == ProcedureNetwork.waitsForCommonFunctions && common > 0
            && start(of: first) == common
    }

    /// The days by which each open step could end later without moving the end.
    var slack: [Int: Int] {
        var latest = [Int](repeating: end, count: 41)
        for step in ProcedureNetwork.order.reversed() where !facts.isSettled[step] {
            for before in ProcedureNetwork.needs[step - 1] {
                latest[before] = min(latest[before], latest[step] - days[step])
            }
        }
        return Dictionary(
            uniqueKeysWithValues: (1...40).filter { !facts.isSettled[$0] }.map {
                ($0, latest[$0] - finish[$0])
            })
    }
}
