public import HeijunModel
import HeijunPolicy

/// Something that ends or falls due: what `due` lists.
public struct DueItem: Hashable, Sendable {
    /// What falls due.
    public let kind: Kind
    /// The system concerned.
    public let system: Key
    /// The contract, the supported part, or the room left.
    public let subject: Words?
    /// The day, where one is known.
    public let day: Day?
    /// The fiscal year in which it falls.
    public let year: FiscalYear
    /// What it costs, by fiscal year; empty where it costs nothing by itself.
    public let costs: [YearAmount]

    /// The equipment or software records whose support or contract ends, by kind of record; nil for everything else.
    public var records: Records?

    /// Records of one kind.
    public struct Records: Hashable, Sendable {
        /// The kind of record, as the ledger names it.
        public let kind: String
        /// Their keys.
        public let keys: [String]
    }

    /// Sum of the costs.
    public var amount: Yen { costs.map(\.amount).total() }

    /// What can fall due.
    public enum Kind: String, CaseIterable, Codable, Sendable {
        case supportEnd, contractEnd, renewal, rebuild, move, retirement, revision, grantReport
        /// The kind as shown.
        public var title: Words {
            switch self {
            case .supportEnd: Words(ja: "サポート終了", en: "Support end")
            case .contractEnd: Words(ja: "契約満了", en: "Contract end")
            case .renewal: Words(ja: "機器更新", en: "Renewal")
            case .rebuild: Words(ja: "再構築", en: "Rebuild")
            case .move: Words(ja: "移設", en: "Move")
            case .retirement: Words(ja: "廃止", en: "Retirement")
            case .revision: Words(ja: "標準仕様の改定", en: "Specification revision")
            case .grantReport: Words(ja: "補助金の実績報告", en: "Report on a grant")
            }
        }
    }
}

/// An amount in one fiscal year.
public struct YearAmount: Hashable, Sendable {
    /// The fiscal year.
    public let year: FiscalYear
    /// The amount.
    public let amount: Yen
}

/// What ends or must be renewed in a range of fiscal years, by year, then kind, then system.
///
/// - Parameter plan: The plan whose years count; nil takes the ledger's.
public func dueList(
    _ portfolio: Portfolio, from: FiscalYear, to: FiscalYear, plan: Plan? = nil, asOf: Day? = nil
) -> [DueItem] {
    let planned = PlannedCourses(portfolio, plan: plan, asOf: asOf)
    let equipment = Dictionary(grouping: portfolio.equipment.filter { $0.contractEnds != nil }) {
        $0.system ?? ""
    }
    let items =
        planned.courses.flatMap { facts, course in
            DueMaker(
                facts: facts, course: course, basis: planned.basis,
                equipment: equipment[facts.system.id] ?? []
            ).items
        } + recurringItems(portfolio, asOf: planned.basis.asOf)
    let order = Dictionary(uniqueKeysWithValues: DueItem.Kind.allCases.enumerated().map { ($1, $0) })
    func rank(_ item: DueItem) -> (Int, Int, Key, String) {
        (item.year.startYear, order[item.kind] ?? 0, item.system, item.subject?.ja ?? "")
    }
    return items.filter { from <= $0.year && $0.year <= to }.sorted { rank($0) < rank($1) }
}

/// Lists what falls due of one system.
private struct DueMaker {
    let facts: SystemFacts
    let course: Course
    let basis: PlanningBasis
    /// Its equipment whose lease or upkeep has a last day.
    let equipment: [Equipment]

    var items: [DueItem] {
        let key = facts.system.id
        let ends = (basis.supported[key] ?? []).map { part in
            var due = item(.supportEnd, FiscalYear(of: part.ends), subject: part.subject, day: part.ends)
            due.records =
                part.source == .supportEnd ? nil : .init(kind: part.source.record, keys: part.records)
            return due
        }
        let contracts = (basis.contracts[key] ?? []).compactMap { contract in
            contract.ends.map {
                item(
                    .contractEnd, FiscalYear(of: $0), subject: plain(contract.name ?? contract.id.text),
                    day: $0,
                    costs: remaining(contract))
            }
        }
        return ends + contracts + equipmentEnds + events
    }

    /// The last days of leases and upkeep that equipment records say, those of one day together; what a contract of the
    /// system says already is not said again.
    private var equipmentEnds: [DueItem] {
        let said = Set((basis.contracts[facts.system.id] ?? []).compactMap(\.ends))
        let days = Dictionary(grouping: equipment) { $0.contractEnds }
        return days.compactMap { day, machines in
            guard let day, !said.contains(day) else { return nil }
            let sorted = machines.sorted { $0.id < $1.id }
            let (name, more) = (sorted[0].name, sorted.count - 1)
            let subject =
                more == 0
                ? plain(name) : Words(ja: "\(name)ほか\(more)台", en: "\(name) and \(more) more")
            var due = item(.contractEnd, FiscalYear(of: day), subject: subject, day: day)
            due.records = .init(kind: Equipment.kind.name, keys: sorted.map(\.id.text))
            return due
        }
    }

    /// What a contract still pays from the year of the as-of date on, by months.
    private func remaining(_ contract: Contract) -> [(FiscalYear, Int)] {
        guard let starts = contract.starts, let ends = contract.ends, starts <= ends,
            let amount = contract.amount
        else { return [] }
        let years = DebtMaker.byMonths(amount.thousands, starts, ends)
        return years.filter { $0.year >= FiscalYear(of: basis.asOf) }.map { ($0.year, $0.amount) }
    }

    private var events: [DueItem] {
        let maker = CourseMaker(facts: facts, basis: basis)
        var result = course.renewals.map { item(.renewal, $0, costs: [($0, facts.equipment)]) }
        result += course.rebuilds.map { year in
            let parts = maker.buildParts(year).map { ($0.year, $0.amount) }
            return item(.rebuild, year, costs: parts + [(year, facts.equipment + facts.migration)])
        }
        if let move = course.decision.move, let room = facts.room {
            let cost = course.sum { $0.kind == .move }
            result.append(item(.move, move, subject: plain(basis.roomName(room)), costs: [(move, cost)]))
        }
        if let last = facts.lastYear { result.append(item(.retirement, last, day: last.lastDay)) }
        return result
    }

    /// A name that is the same in every language.
    private func plain(_ name: String) -> Words { Words(ja: name, en: name) }

    private func item(
        _ kind: DueItem.Kind, _ year: FiscalYear, subject: Words? = nil, day: Day? = nil,
        costs: [(FiscalYear, Int)] = []
    ) -> DueItem {
        var sums: [FiscalYear: Int] = [:]
        for (year, amount) in costs { sums[year, default: 0] += amount }
        let amounts = sums.sorted { $0.key < $1.key }.filter { $0.value != 0 }
        return DueItem(
            kind: kind, system: facts.system.id, subject: subject, day: day, year: year,
            costs: amounts.map { YearAmount(year: $0.key, amount: Yen(thousands: $0.value)) })
    }
}
