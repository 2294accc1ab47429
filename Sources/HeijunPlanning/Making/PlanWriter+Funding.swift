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
        let memos = (memos(model.systems.map(\.naturalCourse)), memos(chosen))
        return model.basis.years.indices.flatMap { period in
            used.map { funding in
                let memo = (memos.0[period][funding], memos.1[period][funding])
                return Plan.FundingUse(
                    year: model.basis.years[period], funding: funding,
                    before: Yen(thousands: before[period][funding, default: 0]),
                    after: Yen(thousands: after[period][funding, default: 0]),
                    taxMemoBefore: memo.0.map { Yen(thousands: $0) },
                    taxMemoAfter: memo.1.map { Yen(thousands: $0) })
            }
        }
    }

    /// What the local allocation tax is said to bear later of each source's part, by year, in 千円: never revenue.
    private func memos(_ courses: [Course]) -> [[Funding: Int]] {
        var result = model.basis.years.map { _ in [Funding: Int]() }
        for (system, course) in zip(model.systems, courses) {
            for part in course.fundings where part.taxMemo != 0 {
                guard let period = model.basis.period(part.year) else { continue }
                result[period][part.funding, default: 0] += model.basis.scopePart(
                    part.taxMemo, of: system.facts.system)
            }
        }
        return result
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
