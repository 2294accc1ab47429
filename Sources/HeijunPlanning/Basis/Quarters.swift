import HeijunModel

/// A quarter of a fiscal year: 0 is April to June.
struct Quarter: Hashable {
    let year: FiscalYear
    let number: Int

    var firstDay: Day {
        let month = 4 + 3 * number
        return month <= 12
            ? Day(year: year.startYear, month: month, day: 1)
            : Day(year: year.startYear + 1, month: month - 12, day: 1)
    }

    var lastDay: Day {
        let next =
            number < 3
            ? Quarter(year: year, number: number + 1) : Quarter(year: year.advanced(by: 1), number: 0)
        return next.firstDay.adding(days: -1)
    }

    /// Its days in order.
    var days: [Day] { (0...firstDay.days(to: lastDay)).map(firstDay.adding(days:)) }
}

extension PlanningBasis {
    /// The quarters of a year in which a system may move between two rooms; `[nil]` where moves are planned by year, and
    /// none where the rooms or the freezes leave none.
    func moveQuarters(
        of system: ITSystem, _ terms: PlanTerms, from: Key?, to destination: SystemFacts.Destination,
        in year: FiscalYear
    ) -> [Int?] {
        guard rules.byQuarter else {
            return isOpen(from, destination, year.firstDay, year.lastDay) ? [nil] : []
        }
        return (0...3).filter { number in
            let quarter = Quarter(year: year, number: number)
            return isOpen(from, destination, quarter.firstDay, quarter.lastDay)
                && (!terms.isHolidayCutover || hasHoliday(system, quarter))
                && openDays(of: system, in: quarter) >= rules.quarterOpenDays
        }
    }

    /// Whether the target is in use and a link to it, where links are kept at all, is there: by quarter from their first
    /// day on, by year from any day of it.
    private func isOpen(_ from: Key?, _ to: SystemFacts.Destination, _ first: Day, _ last: Day) -> Bool {
        guard case .room(let target) = to else { return true }
        let day = rules.byQuarter ? first : last
        guard rooms[target]?.opensOn.map({ $0 <= day }) ?? true else { return false }
        let links = portfolio.roomLinks.filter {
            ($0.room == from && $0.to == target) || ($0.room == target && $0.to == from)
        }
        return links.isEmpty
            || links.contains { link in
                (link.opens.map { $0 <= day } ?? true)
                    && (link.closes.map { $0 >= (rules.byQuarter ? last : first) } ?? true)
            }
    }

    /// Whether a quarter is one of those with holidays, and no freeze covers all of them that it is known to have.
    private func hasHoliday(_ system: ITSystem, _ quarter: Quarter) -> Bool {
        guard rules.holidayQuarters.contains(quarter.number) else { return false }
        let freezes = portfolio.freezes.filter { $0.stops(system) }
        let days = quarter.days.filter(\.isLongHoliday)
        return days.isEmpty || days.contains { day in !freezes.contains { $0.covers(day) } }
    }

    /// Days of a quarter outside every freeze of a system.
    func openDays(of system: ITSystem, in quarter: Quarter) -> Int {
        let freezes = portfolio.freezes.filter { $0.stops(system) }
        return quarter.days.count { day in !freezes.contains { $0.covers(day) } }
    }
}

extension Day {
    /// Whether it lies in a run of public holidays that lasts for days: 29 April to 5 May (国民の祝日に関する法律 第2条), and the
    /// turn of the year, 29 December to 3 January (地方自治法 第4条の2).
    var isLongHoliday: Bool {
        let date = month * 100 + day
        return (429...505).contains(date) || date >= 1229 || date <= 103
    }
}

extension Freeze {
    /// Whether it stops a system: one that it names, whose business or class it names, or every one.
    func stops(_ system: ITSystem) -> Bool {
        if businesses.isEmpty && classes.isEmpty && systems.isEmpty { return true }
        return systems.contains(system.id) || system.systemClass.map(classes.contains) ?? false
            || system.businesses.contains(where: businesses.contains)
    }

    /// Whether a day lies in it, over the new year too.
    func covers(_ day: Day) -> Bool {
        let now = day.month * 100 + day.day
        return from <= to ? from <= now && now <= to : from <= now || now <= to
    }
}
