import HeijunModel

extension PlanModel {
    /// The systems that some courses keep past an end of support, by key.
    ///
    /// - Parameter picks: One course per system; nil takes the natural ones.
    func pastSupport(_ picks: [Int]?) -> [Key] {
        systems.enumerated().compactMap { index, system in
            let course = picks.map { system.list[$0[index]].course } ?? system.naturalCourse
            let isLate = basis.bounds(of: system.facts).contains { bound in
                guard case .support = bound.kind else { return false }
                return bound.excess(of: course, last: basis.last) > 0
            }
            return isLate ? system.facts.system.id : nil
        }
    }
}
