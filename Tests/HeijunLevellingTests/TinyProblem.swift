import HeijunLevelling

/// Small seeded problems of every shape, and their best choice by trying all.
struct TinyProblem {
    let problem: LevellingProblem
    private var state: UInt64

    init(seed: UInt64) throws {
        state = seed &* 0x9E37_79B9_7F4A_7C15 &+ 1
        var random = Self.Random(state: state)
        let periods = 1 + random.below(4)
        let resources = random.below(3)
        var builder = try LevellingProblem.Builder(periods: periods)
        let isLevelled = random.below(4) > 0
        for resource in 0..<resources {
            try builder.addResource("r\(resource)", levelled: isLevelled && resource == 0)
        }
        let tightness = random.below(4)
        for resource in 0..<resources {
            for period in 0..<periods {
                try builder.setBase(random.below(5) - 1, resource: resource, period: period)
                if tightness > 0, random.below(3) > 0 {
                    try builder.setLimit(2 + random.below(8 * tightness), resource: resource, period: period)
                }
            }
        }
        try builder.setWeights(peak: random.below(4), roughness: random.below(3))
        let activities = random.below(6)
        for activity in 0..<activities {
            try builder.addActivity("a\(activity)")
            for _ in 0..<(random.below(40) == 0 ? 0 : 1 + random.below(4)) {
                try builder.addAlternative(
                    penalty: random.below(12) - 4, start: random.below(periods + 1) - 1,
                    key: random.below(3) - 1)
                guard resources > 0 else { continue }
                for _ in 0..<random.below(4) {
                    try builder.addLoad(
                        resource: random.below(resources), period: random.below(periods),
                        value: random.below(9) - 2)
                }
            }
        }
        if activities > 0 {
            for _ in 0..<random.below(4) {
                try builder.addBefore(random.below(activities), random.below(activities))
            }
            for _ in 0..<random.below(2) {
                try builder.addApart(random.below(activities), random.below(activities))
            }
            for _ in 0..<random.below(3) {
                try builder.addTogether((0..<1 + random.below(3)).map { _ in random.below(activities) })
            }
        }
        problem = try builder.build()
    }

    /// The least objective of all feasible choices.
    var optimum: Int? {
        var picks = Array(repeating: 0, count: problem.activityCount)
        guard picks.indices.allSatisfy({ !problem.alternatives(of: $0).isEmpty }) else { return nil }
        var best: Int?
        repeat {
            if let evaluation = Evaluation(of: picks, in: problem), evaluation.isFeasible {
                best = min(best ?? Int.max, evaluation.objective)
            }
        } while advance(&picks)
        return best
    }

    /// The first choice tried that is feasible, not the best.
    var feasible: [Int]? {
        var picks = Array(repeating: 0, count: problem.activityCount)
        guard picks.indices.allSatisfy({ !problem.alternatives(of: $0).isEmpty }) else { return nil }
        repeat {
            if let evaluation = Evaluation(of: picks, in: problem), evaluation.isFeasible { return picks }
        } while advance(&picks)
        return nil
    }

    private func advance(_ picks: inout [Int]) -> Bool {
        for activity in picks.indices {
            picks[activity] += 1
            if picks[activity] < problem.alternatives(of: activity).count { return true }
            picks[activity] = 0
        }
        return false
    }

    struct Random {
        var state: UInt64

        mutating func below(_ bound: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int((state >> 33) % UInt64(bound))
        }
    }
}
