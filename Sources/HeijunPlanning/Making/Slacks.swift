import HeijunLevelling
import HeijunModel

extension PlanModel {
    /// Why systems have no course at all.
    var stuckConflicts: [Words] {
        stuck.map { system in
            var reasons = system.blocking.map { Sentences.bound($0, basis) }
            if !reasons.isEmpty { reasons.append(Sentences.loosened(system.blocking)) }
            let name = basis.name(system.facts.system.id)
            if let pin = system.facts.system.pinnedYear {
                return Sentences.pinStuck(name, Sentences.label(pin, basis), reasons)
            }
            return Sentences.stuck(name, reasons)
        }
    }

    /// How far a limit may give, in thousandths of it; beyond that the whole, twice the whole, and what covers every choice.
    private static let steps = [
        5, 10, 20, 30, 40, 50, 60, 80, 100, 120, 140, 160, 180, 200, 220, 250, 280, 320, 360, 400, 500,
    ]

    /// A slack for each limit that some choice could break, in steps that grow; the last covers every choice.
    var slacks: [Slack] {
        let limits = bindingLimits
        let farthest = limits.map { PlanModel.thousandths($0.most - $0.limit, of: $0.limit) }.max() ?? 1
        // No penalty reaches what the engine takes.
        let price = min(1_000_000, (1 << 39) / farthest)
        return limits.map { resource, period, limit, most in
            let parts = PlanModel.steps.map { max(1, limit * $0 / 1000) }
            let gives = Set((parts + [1, 2, 3, limit, 2 * limit]).filter { 0 < $0 && $0 < most - limit })
            return Slack(
                resource: resource, period: period,
                steps: (gives.sorted() + [most - limit]).map { give in
                    (give, price * PlanModel.thousandths(give, of: limit))
                })
        }
    }

    /// By how many thousandths a choice passes its limits, all together.
    func looseness(_ picks: [Int]) -> Int {
        let sums = sums(picks: picks)
        return bindingLimits.reduce(0) { sum, row in
            let excess = sums[row.resource][row.period] - row.limit
            return excess > 0 ? sum + PlanModel.thousandths(excess, of: row.limit) : sum
        }
    }

    private static func thousandths(_ give: Int, of limit: Int) -> Int {
        max(1, give * 1000 / max(limit, 1))
    }

    /// The number of each slack's alternative with which the limits hold under some choice.
    func covering(_ slacks: [Slack], _ picks: [Int]) -> [Int] {
        let sums = sums(picks: picks)
        return slacks.map { slack in
            let limit = table.limits[slack.resource][slack.period] ?? .max
            let excess = sums[slack.resource][slack.period] - limit
            guard excess > 0 else { return 0 }
            return 1 + (slack.steps.firstIndex { $0.give >= excess } ?? slack.steps.count - 1)
        }
    }
}
