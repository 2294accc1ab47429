import HeijunModel

/// What the systems that join or leave a common platform pay otherwise where it takes other years: reckoned anew for each
/// course of the platform, all other choices as they are.
struct TenantChanges {
    private let platform: Key
    private let model: PlanModel
    /// Such systems, by position, with their chosen courses.
    private let tenants: [(system: Int, course: Course)]

    /// Change of loads, and of what they pay in all and from general revenue, in 千円.
    struct Change {
        var loads: [ResourceLoad] = []
        var total = 0, general = 0
    }

    init(of platform: Key, model: PlanModel, picks: [Int]) {
        self.platform = platform
        self.model = model
        tenants = model.systems.indices.compactMap { index in
            guard model.systems[index].facts.platformEvents[platform] != nil else { return nil }
            return (index, model.systems[index].list[picks[index]].course)
        }
    }

    /// What changes for the tenants when the platform takes one course instead of another.
    func change(under course: Course, instead present: Course) -> Change {
        var change = Change()
        guard !tenants.isEmpty, course.events != present.events else { return change }
        var basis = model.basis
        basis.platforms.decisions[platform] = course.decision
        let maker = LoadMaker(basis: basis, table: model.table)
        for tenant in tenants {
            let before = model.systems[tenant.system].facts
            let facts = SystemFacts(before.system, in: basis)
            let other = CourseMaker(facts: facts, basis: basis).course(tenant.course.decision)
            guard other.payments != tenant.course.payments else { continue }
            change.loads += maker.loads(of: other, facts)
            change.loads += maker.loads(of: tenant.course, before).map {
                ResourceLoad(resource: $0.resource, period: $0.period, value: -$0.value)
            }
            change.total += other.total - tenant.course.total
            change.general += other.generalTotal - tenant.course.generalTotal
        }
        return change
    }
}
