import HeijunModel

extension PlanWriter {
    /// What each source pays for the scope in each year; nil where no system has another source than general revenue.
    func fundings(after chosen: [Course]) -> [Plan.FundingUse]? {
        let before = sources(model.systems.map(\.naturalCourse))
        let after = sources(chosen)
        let used = Funding.allCases.filter { funding in
            [before, after].contains { $0.contains { $0[funding, default: 0] != 0 } }
        }
        guard used.contains(where: { $0 != .general }) else { return nil }
        return model.basis.years.indices.flatMap { period in
            used.map { funding in
                Plan.FundingUse(
                    year: model.basis.years[period], funding: funding,
                    before: Yen(thousands: before[period][funding, default: 0]),
                    after: Yen(thousands: after[period][funding, default: 0]))
            }
        }
    }

    /// Amounts by source in each year of the horizon, in 千円.
    private func sources(_ courses: [Course]) -> [[Funding: Int]] {
        let basis = model.basis
        var result = basis.years.map { _ in [Funding: Int]() }
        for (system, course) in zip(model.systems, courses) {
            let whose = system.facts.system
            for payment in course.payments {
                guard let period = basis.period(payment.year) else { continue }
                result[period][.general, default: 0] += basis.scopePart(payment.general, of: whose)
            }
            for part in course.fundings {
                guard let period = basis.period(part.year) else { continue }
                result[period][part.funding, default: 0] += basis.scopePart(part.amount, of: whose)
            }
        }
        return result
    }
}
