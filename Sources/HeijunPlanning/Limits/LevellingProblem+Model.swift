public import HeijunLevelling
public import HeijunModel

/// The levelling problem of a portfolio, as the planner hands it to the engine and `export mps` writes it.
///
/// - Throws: A number that the engine does not take, such as a cost of 2⁴⁰ 千円 or more.
public func levellingProblem(
    for portfolio: Portfolio, options: PlanOptions = PlanOptions()
) throws(ProblemFault) -> LevellingProblem {
    try PlanModel(PlanningBasis(portfolio, asOf: options.asOf), reference: options.startFrom?.choices)
        .problem()
}

extension PlanModel {
    /// A way for limits to give, for a problem that is infeasible without: each limit in turn, with its penalty.
    struct Slack {
        let resource: Int, period: Int
        /// How far the limit may give, ascending, and what each step costs.
        let steps: [(give: Int, penalty: Int)]
    }

    /// The problem for the engine; activities are the systems by key, then the slacks.
    ///
    /// - Parameter limiting: What limits a resource in a period instead of the given limit; nil where nothing does.
    func problem(
        slacks: [Slack] = [], limiting: (_ resource: Int, _ period: Int, _ limit: Int) -> Int? = { $2 }
    ) throws(ProblemFault) -> LevellingProblem {
        var builder = try LevellingProblem.Builder(periods: basis.rules.years)
        for (index, resource) in table.resources.enumerated() {
            try builder.addResource(resource.name, levelled: index == 0)
        }
        try builder.setWeights(peak: basis.rules.peakWeight, roughness: basis.rules.roughnessWeight)
        for (resource, period, limit, _) in bindingLimits {
            guard let limit = limiting(resource, period, limit) else { continue }
            try builder.setLimit(limit, resource: resource, period: period)
        }
        try addSystems(to: &builder)
        for slack in slacks { try add(slack, to: &builder) }
        try addTies(to: &builder)
        return try builder.build()
    }

    /// The problem that asks for the least load of one limited row while every other limit and tie holds: the load is each
    /// course's penalty, and nothing is levelled.
    func leastLoad(_ resource: Int, _ period: Int) throws(ProblemFault) -> LevellingProblem {
        var builder = try LevellingProblem.Builder(periods: basis.rules.years)
        for resource in table.resources { try builder.addResource(resource.name, levelled: false) }
        for row in bindingLimits where row.resource != resource || row.period != period {
            try builder.setLimit(row.limit, resource: row.resource, period: row.period)
        }
        try addSystems(to: &builder) { loads in
            loads.reduce(0) { $1.resource == resource && $1.period == period ? $0 + $1.value : $0 }
        }
        try addTies(to: &builder)
        return try builder.build()
    }

    private func addTies(to builder: inout LevellingProblem.Builder) throws(ProblemFault) {
        for pair in ties.before { try builder.addBefore(pair.first, pair.then) }
        for pair in ties.apart { try builder.addApart(pair.0, pair.1) }
        for group in ties.together { try builder.addTogether(group) }
    }

    /// - Parameter penalty: What a course with such loads costs instead of its penalty.
    private func addSystems(
        to builder: inout LevellingProblem.Builder, penalty: (([ResourceLoad]) -> Int)? = nil
    ) throws(ProblemFault) {
        for (system, loads) in zip(systems, loads) {
            try builder.addActivity(system.facts.system.id.text)
            for (alternative, loads) in zip(system.list, loads) {
                try builder.addAlternative(
                    penalty: penalty?(loads) ?? alternative.penalty, start: alternative.start,
                    key: alternative.key)
                for load in loads {
                    try builder.addLoad(resource: load.resource, period: load.period, value: load.value)
                }
            }
        }
    }

    private func add(_ slack: Slack, to builder: inout LevellingProblem.Builder) throws(ProblemFault) {
        try builder.addActivity("give:\(table.resources[slack.resource].name):\(slack.period)")
        try builder.addAlternative(penalty: 0, start: -1)
        for step in slack.steps {
            try builder.addAlternative(penalty: step.penalty, start: -1)
            try builder.addLoad(resource: slack.resource, period: slack.period, value: -step.give)
        }
    }

    /// The limits that some choice of courses could break, with the highest load that it could come to.
    var bindingLimits: [(resource: Int, period: Int, limit: Int, most: Int)] {
        let most = mostLoads
        return table.limits.indices.flatMap { resource in
            table.limits[resource].enumerated().compactMap { period, limit in
                let most = most[resource][period]
                return limit.flatMap { most > $0 ? (resource, period, $0, most) : nil }
            }
        }
    }

    /// The highest load each row could reach if every system took its heaviest course there.
    private var mostLoads: [[Int]] {
        var result = table.limits.map { $0.map { _ in 0 } }
        let periods = basis.rules.years
        var most = [Int](repeating: 0, count: table.resources.count * periods)
        var now = most
        for courses in loads {
            var touched: Set<Int> = []
            for loads in courses {
                for load in loads { now[load.resource * periods + load.period] += load.value }
                for load in loads {
                    let row = load.resource * periods + load.period
                    most[row] = max(most[row], now[row])
                    touched.insert(row)
                }
                for load in loads { now[load.resource * periods + load.period] = 0 }
            }
            for row in touched {
                result[row / periods][row % periods] += most[row]
                most[row] = 0
            }
        }
        return result
    }
}
