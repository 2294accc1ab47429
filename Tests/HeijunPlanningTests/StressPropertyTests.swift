import HeijunModel
import Testing

@testable import HeijunPlanning

/// After every run of a stress test the ties that the plan kept hold.
struct StressPropertyTests {
    @Test(arguments: UInt64(1)...24)
    func tiesAndOrdersHold(seed: UInt64) {
        var generator = Draws(seed: seed, run: 0)
        var portfolio = Portfolio.fictional(systems: 40, seed: seed)
        portfolio.addOptions(seed: seed)
        portfolio.settingValues.append(setting(.separateMoves, seed % 3 == 0 ? 1 : 0))
        portfolio.settingValues.append(setting(.moveQuarters, seed % 4 == 0 ? 1 : 0))
        let free = model(portfolio)
        let decisions = free.systems.map { $0.list[generator.below($0.list.count)].course.decision }
        tie(&portfolio, decisions, free, &generator)
        let basis = PlanningBasis(portfolio)
        let facts = portfolio.systems(of: free, basis)
        let ranges = facts.map { _ in
            StressRange(delay: Triangle(0, 0, generator.below(4)), overrun: Triangle(0, 0, 0))
        }
        let course = StressCourse(decisions, facts, ranges, StressWorld(basis, event: nil))
        let turned = StressCourse(
            decisions, facts, ranges, StressWorld(PlanningBasis(portfolio.turned), event: nil))
        #expect(!course.ties.groups.isEmpty)
        for run in 1...20 {
            var draws = Draws(seed: seed, run: run)
            let drawn = ranges.map { draws.below($0.delay.most + 1) }
            let slips = course.settled(drawn)
            #expect(slips == turned.settled(drawn))
            let late = zip(course.systems, slips).map { $0.course($1) }
            #expect(broken(course, late, drawn, basis) == [])
        }
    }

    /// Move groups, hard links, orders and decision groups that the decisions keep.
    private func tie(
        _ portfolio: inout Portfolio, _ decisions: [Decision], _ model: PlanModel, _ draws: inout Draws
    ) {
        let keys = model.systems.map(\.facts.system.id)
        let starts = decisions.map { model.basis.start(of: $0) },
            times = decisions.map { model.basis.key(of: $0) }
        (portfolio.precedences, portfolio.moveGroups, portfolio.decisionGroups) = ([], [], [])
        for number in 0..<60 {
            let one = draws.below(keys.count), other = draws.below(keys.count)
            guard one != other else { continue }
            if starts[one] >= 0, starts[one] <= starts[other] {
                var order = Precedence()
                (order.first, order.then) = (keys[one], keys[other])
                portfolio.precedences.append(order)
            }
            if starts[one] >= 0, starts[one] == starts[other] {
                var group = DecisionGroup()
                (group.id, group.members) = (Key("D\(number)"), [keys[one], keys[other]])
                portfolio.decisionGroups.append(group)
            }
        }
        for time in Set(times).subtracting([-1]).sorted() {
            let movers = keys.indices.filter { times[$0] == time && draws.below(3) > 0 }.map { keys[$0] }
            guard movers.count > 1 else { continue }
            var group = MoveGroup()
            (group.id, group.members) = (Key("M\(time)"), Array(movers.dropLast()))
            portfolio.moveGroups.append(group)
            var link = Link()
            (link.system, link.to, link.isHard) = (movers[movers.count - 1], movers[0], true)
            portfolio.links.append(link)
        }
    }

    /// What does not hold, in words.
    private func broken(
        _ course: StressCourse, _ late: [Course], _ drawn: [Int], _ basis: PlanningBasis
    ) -> [String] {
        let portfolio = basis.portfolio, systems = course.systems
        let position = Dictionary(uniqueKeysWithValues: systems.enumerated().map { ($1.facts.system.id, $0) })
        func rebuild(_ key: Key) -> FiscalYear? { position[key].flatMap { late[$0].decision.rebuild } }
        func moved(_ decision: Decision) -> [Int?] { [decision.move?.startYear, decision.quarter] }
        var found: [String] = []
        for order in portfolio.precedences {
            guard let first = rebuild(order.first), let then = rebuild(order.then), first > then else {
                continue
            }
            found.append("\(order.first.text) after \(order.then.text)")
        }
        for group in portfolio.decisionGroups where Set(group.members.map(rebuild)).count > 1 {
            found.append("\(group.id.text) apart")
        }
        let links = portfolio.links.filter(\.isHard).map { [$0.system, $0.to] }
        for members in portfolio.moveGroups.map(\.members) + links {
            let indices = members.compactMap { position[$0] }.filter { systems[$0].moveTime >= 0 }
            let planned = Set(indices.map { systems[$0].moveTime })
            guard planned.count == 1, Set(indices.map { moved(late[$0].decision) }).count > 1 else {
                continue
            }
            found.append("\(members.map(\.text)) move apart")
        }
        for (index, system) in systems.enumerated() {
            let name = system.facts.system.id.text
            if system.isDrawn, system.delay(of: late[index]) < drawn[index] {
                found.append("\(name) too early")
            }
            guard let move = system.decision.move, system.planned.events.contains(move), !system.movesApart,
                let time = late[index].decision.move
            else { continue }
            if !late[index].events.contains(time) { found.append("\(name) moves apart from its events") }
            if time < move { found.append("\(name) moves early") }
        }
        return found
    }
}

extension Portfolio {
    /// The facts of a model's systems under a basis with more ties.
    fileprivate func systems(of model: PlanModel, _ basis: PlanningBasis) -> [SystemFacts] {
        model.systems.map { SystemFacts($0.facts.system, in: basis) }
    }

    /// The same ledger with its ties the other way round: nothing may depend on their order.
    fileprivate var turned: Portfolio {
        var result = self
        result.precedences.reverse()
        result.moveGroups.reverse()
        result.decisionGroups.reverse()
        result.links.reverse()
        return result
    }
}
