import HeijunModel

extension PlanCheck {
    /// No first rebuild that is open to choice begins to run in a freeze that names its fiscal years, where these must hold.
    func goLives() -> [Finding] {
        let named = basis.portfolio.freezes.filter { !$0.years.isEmpty }
        guard basis.portfolio.value(of: .hardFreeze) == 1, !named.isEmpty else { return [] }
        return systems.compactMap { facts, _, course in
            guard facts.fixed == nil || facts.fixed == .pinned, let live = course?.rebuilds.first,
                live <= basis.last
            else { return nil }
            let terms = basis.portfolio.planTerms.first { $0.system == facts.system.id }
            let month = terms?.goLiveMonth ?? basis.portfolio.value(of: .goLiveMonth)
            let day = Day(year: live.startYear + (month < 4 ? 1 : 0), month: month, day: 1)
            guard MoveCheck(basis: basis, facts: facts).isFrozen(day, by: named) else { return nil }
            return finding(
                "plan-freeze", "system", facts.system.id, "\(year(live).ja) の稼働月が凍結期間に当たる。",
                "Its go-live month of \(year(live).en) lies in a freeze.")
        }
    }
}
