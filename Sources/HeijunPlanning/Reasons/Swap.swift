import HeijunLevelling
import HeijunModel

/// What changes if one system takes another course and all others stay as they are.
struct Swap {
    /// Limits broken that were kept before, by how much.
    var breaches: [(resource: Int, period: Int, excess: Int)] = []
    /// Highest year of the levelled load, before and after, and the period where it stands after.
    var peakBefore = 0, peakAfter = 0, peakPeriod = 0
    /// Change of the sum of changes from year to year.
    var roughness = 0
    /// Change of the penalty; nil where the course is not among the allowed ones.
    var penalty: Int?
    /// Ties broken.
    var ties: [Words] = []
}

/// Weighs other courses against a plan.
struct SwapEvaluator {
    let model: PlanModel
    let picks: [Int]
    let sums: [[Int]]

    init(model: PlanModel, picks: [Int]) {
        self.model = model
        self.picks = picks
        sums = model.sums(picks: picks)
    }

    /// What changes if a system takes a course with these loads.
    ///
    /// - Parameter listed: The position of the course in the system's list; nil where it is not there.
    func swap(_ system: Int, _ course: Course, loads: [ResourceLoad], listed: Int?) -> Swap {
        var change: [Int: Int] = [:]
        let periods = model.basis.rules.years
        for load in model.loads[system][picks[system]] {
            change[load.resource * periods + load.period, default: 0] -= load.value
        }
        for load in loads { change[load.resource * periods + load.period, default: 0] += load.value }
        var swap = Swap()
        for (row, difference) in change.sorted(by: { $0.key < $1.key }) where difference > 0 {
            let (resource, period) = (row / periods, row % periods)
            guard let limit = model.table.limits[resource][period] else { continue }
            let excess = sums[resource][period] + difference - limit
            if excess > 0 { swap.breaches.append((resource, period, excess)) }
        }
        measure(change, &swap)
        swap.penalty = listed.map { position in
            let list = model.systems[system].list
            return list[position].penalty - list[picks[system]].penalty
                + model.links.rest.change([system: position], from: picks)
        }
        swap.ties = brokenTies(system, course)
        return swap
    }

    private func measure(_ change: [Int: Int], _ swap: inout Swap) {
        let before = sums[0]
        let after = before.indices.map { before[$0] + (change[$0] ?? 0) }
        func roughness(_ load: [Int]) -> Int {
            zip(load, load.dropFirst()).reduce(0) { $0 + abs($1.1 - $1.0) }
        }
        swap.peakBefore = before.max() ?? 0
        swap.peakAfter = after.max() ?? 0
        swap.peakPeriod = after.firstIndex(of: swap.peakAfter) ?? 0
        swap.roughness = roughness(after) - roughness(before)
    }

    private func brokenTies(_ system: Int, _ course: Course) -> [Words] {
        let start = model.basis.start(of: course.decision)
        let key = model.basis.key(of: course.decision)
        func pick(_ other: Int) -> Alternative { model.systems[other].list[picks[other]] }
        func name(_ other: Int) -> String { model.basis.name(model.systems[other].facts.system.id) }
        var result: [Words] = []
        for (number, (first, then)) in model.ties.before.enumerated() where start >= 0 {
            guard number < model.ties.orderCount else {
                let partner = first == system ? then : first
                if first == system || then == system, pick(partner).start >= 0, pick(partner).start != start {
                    result.append(Sentences.mustShareYear(name(partner)))
                }
                continue
            }
            if first == system, pick(then).start >= 0, start > pick(then).start {
                result.append(Sentences.mustComeBefore(name(then)))
            }
            if then == system, pick(first).start > start {
                result.append(Sentences.mustComeAfter(name(first)))
            }
        }
        for (one, other) in model.ties.apart where start >= 0 && (one == system || other == system) {
            let partner = one == system ? other : one
            if pick(partner).start == start { result.append(Sentences.mustNotShareYear(name(partner))) }
        }
        for group in model.ties.together where group.contains(system) {
            if let partner = group.first(where: { $0 != system && pick($0).key != key }) {
                result.append(Sentences.mustMoveWith(name(partner)))
            }
        }
        // A decision group is two orders, and a hard link may join what a move group does.
        return result.indices.filter { !result[..<$0].contains(result[$0]) }.map { result[$0] }
    }
}
