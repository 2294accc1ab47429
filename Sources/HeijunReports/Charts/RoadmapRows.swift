import HeijunModel
import HeijunPolicy

/// What a roadmap shows, chosen before anything is drawn: the classes in their order, the rows of each, and
/// what is folded away.
struct RoadmapRows {
    var groups: [Group]

    /// One class of systems.
    struct Group {
        let systemClass: SystemClass?
        var rows: [Row]
        /// Go-lives of the systems without a row of their own, by year.
        var folded: [FiscalYear: Int] = [:]
        var foldedCount = 0
        /// Systems of the class in all, shown and folded, in whatever part of the drawing.
        let total: Int
    }

    /// One system.
    struct Row {
        let choice: Plan.Choice
        let name: String
        let isLarge: Bool
        /// The day by which its class or its room asks for it, and in which words.
        let limit: Limit?
    }

    /// A day by which something must be done.
    struct Limit: Hashable {
        let day: Day
        let words: Words
    }

    /// Chooses the rows of a plan: systems that are large, change their year or their room; past `limit` of
    /// them the large ones, the longest shifts and the dearest stay, and the others are folded.
    init(_ plan: Plan, _ portfolio: Portfolio, deadlines: [Key: Deadline], limit: Int = 60) {
        let names = LedgerNames(portfolio)
        let active = plan.choices.filter { $0.natural != nil || $0.planned != nil || $0.moveYear != nil }
        let kept = RoadmapRows.kept(active, names, limit)
        groups = (SystemClass.allCases.map(Optional.some) + [nil]).compactMap { systemClass in
            let members = active.filter { names.system($0.system)?.systemClass == systemClass }
            return members.isEmpty ? nil : Group(systemClass, members, kept, names, deadlines)
        }
    }

    private static func kept(_ choices: [Plan.Choice], _ names: LedgerNames, _ limit: Int) -> Set<Key> {
        func isLarge(_ choice: Plan.Choice) -> Bool { names.system(choice.system)?.size == .large }
        let worth =
            choices.count <= limit
            ? choices : choices.filter { isLarge($0) || !$0.yearChanges.isEmpty || $0.moveYear != nil }
        let ranked = worth.sorted { left, right in
            (isLarge(left) ? 1 : 0, abs(left.shift), left.oneTimeCost, right.system)
                > (isLarge(right) ? 1 : 0, abs(right.shift), right.oneTimeCost, left.system)
        }
        return Set(ranked.prefix(limit).map(\.system))
    }
}

extension RoadmapRows.Group {
    fileprivate init(
        _ systemClass: SystemClass?, _ members: [Plan.Choice], _ kept: Set<Key>, _ names: LedgerNames,
        _ deadlines: [Key: Deadline]
    ) {
        self.systemClass = systemClass
        total = members.count
        rows = members.filter { kept.contains($0.system) }.map { RoadmapRows.Row($0, names, deadlines) }
        for choice in members where !kept.contains(choice.system) {
            foldedCount += 1
            if let year = choice.planned { folded[year, default: 0] += 1 }
        }
    }
}

extension RoadmapRows.Row {
    fileprivate init(_ choice: Plan.Choice, _ names: LedgerNames, _ deadlines: [Key: Deadline]) {
        let system = names.system(choice.system)
        self.choice = choice
        name = names.name(ofSystem: choice.system)
        isLarge = system?.size == .large
        limit = RoadmapRows.Row.limit(of: system, choice, names, deadlines)
    }

    /// The earliest deadline of the businesses that the system serves, else the closing day of its room.
    private static func limit(
        of system: ITSystem?, _ choice: Plan.Choice, _ names: LedgerNames,
        _ deadlines: [Key: Deadline]
    ) -> RoadmapRows.Limit? {
        if let first = system?.businesses.compactMap({ deadlines[$0] }).min(by: { $0.day < $1.day }) {
            return RoadmapRows.Limit(day: first.day, words: Sentences.deadline(first.kind.title))
        }
        let room = choice.moveFrom ?? system?.room
        guard let day = names.closingDay(ofRoom: room) else { return nil }
        let facility = names.facility(ofRoom: room)?.name ?? ""
        return RoadmapRows.Limit(day: day, words: Sentences.vacate(facility))
    }
}
