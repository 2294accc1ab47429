import HeijunModel
import HeijunPolicy

/// A bound on one system's years that stands apart from every other system: a deadline, the end of support or of a
/// contract, the closing of its room.
struct YearBound: Hashable {
    let kind: Kind
    let year: FiscalYear
    let strength: Strength
    /// What an end of support is of: of one product only the bound that is broken furthest costs a penalty.
    var product: String?

    /// How strictly it holds.
    enum Strength: Int {
        /// It guides: each year beyond it costs the setting's penalty.
        case guides
        /// No course goes further beyond it than the natural years do: nothing is extended past it.
        case neverExtended
        /// It must hold.
        case binds
    }

    /// What sets the bound, and which way it binds.
    enum Kind: Hashable {
        /// The first rebuild goes live in the year at the latest, by a document or a planned day.
        case deadline(PlanDeadline)
        /// The first renewal or rebuild comes in the year at the latest.
        case support(Words)
        /// The first rebuild goes live in the year at the earliest.
        case contract(String)
        /// The first renewal or rebuild comes in the year at the earliest.
        case lease(String)
        /// The system leaves its room in the year at the latest.
        case closing(Key)
        /// A freeze of named years holds the go-live month: the first rebuild does not go live in the year.
        case freeze(String)
        /// It is kept going past its natural years no more than so many times in a row; the year is not used.
        case reLease(Int)
    }

    /// How far a course may break the bound; nil where it only guides. An end of support that binds and that no course
    /// can meet allows what the natural years break of it.
    func tolerance(among courses: [Course], natural: Course, last: FiscalYear) -> Int? {
        switch strength {
        case .guides: return nil
        case .neverExtended: return excess(of: natural, last: last)
        case .binds:
            guard case .support = kind, courses.allSatisfy({ excess(of: $0, last: last) > 0 }) else {
                return 0
            }
            return excess(of: natural, last: last)
        }
    }

    /// Years by which a course breaks the bound; 0 where it holds.
    func excess(of course: Course, last: FiscalYear) -> Int {
        // A system that ends needs neither a rebuild nor a move after its end.
        let end = course.decision.ends ? course.decision.rebuild : nil
        let rebuild = course.rebuilds.first ?? end
        let event = (course.rebuilds + course.renewals + [end].compactMap { $0 }).min()
        func later(_ year: FiscalYear?) -> Int {
            max(0, self.year.distance(to: year ?? last.advanced(by: 1)))
        }
        func earlier(_ year: FiscalYear?) -> Int { year.map { max(0, $0.distance(to: self.year)) } ?? 0 }
        return switch kind {
        case .deadline: later(rebuild)
        case .support: later(event)
        case .contract: earlier(rebuild)
        case .lease: earlier(event)
        case .closing: later(course.decision.move ?? end)
        case .freeze: course.rebuilds.first == year ? 1 : 0
        case .reLease(let most): max(0, course.longestExtension - most)
        }
    }
}

extension [YearBound] {
    /// Years by which a course breaks them in all; the ends of support of one product count once, the furthest broken.
    func excess(of course: Course, last: FiscalYear) -> Int {
        var (sum, products) = (0, [String: Int]())
        for bound in self {
            let years = bound.excess(of: course, last: last)
            if let product = bound.product {
                products[product] = Swift.max(products[product] ?? 0, years)
            } else {
                sum += years
            }
        }
        return sum + products.values.reduce(0, +)
    }
}

extension PlanningBasis {
    /// The bounds of a system that an open year can still observe.
    func bounds(of facts: SystemFacts) -> [YearBound] {
        var result: [YearBound] = []
        if let deadline = facts.deadline {
            result.append(
                YearBound(
                    kind: .deadline(deadline), year: deadline.year,
                    strength: deadline.isAim ? .guides : rules.deadline))
        }
        if let missed = facts.missedDeadline {
            result.append(
                YearBound(
                    kind: .deadline(missed), year: earliestOpen(facts.buildYears), strength: .guides))
        }
        result += supportBounds(of: facts.system.id)
        result += (contracts[facts.system.id] ?? []).compactMap(bound)
        if let most = facts.terms.mostReLeases {
            result.append(YearBound(kind: .reLease(most), year: last, strength: rules.reLease))
        }
        if facts.mayMove, let room = facts.room, let year = rooms[room]?.lastYear {
            result.append(YearBound(kind: .closing(room), year: year, strength: rules.closing))
        }
        return result + freezes(of: facts)
    }

    /// The years of the horizon in which a freeze of named years, such as one for elections, holds the day of go-live. One
    /// of every year stands against all years alike and bounds none.
    private func freezes(of facts: SystemFacts) -> [YearBound] {
        portfolio.freezes.filter { !$0.years.isEmpty && $0.stops(facts.system) }.flatMap { freeze in
            years.filter { freeze.covers(facts.goLive(in: $0)) }.map {
                YearBound(kind: .freeze(freeze.name), year: $0, strength: rules.freeze)
            }
        }
    }

    /// The ends of support that an open year can still observe.
    private func supportBounds(of system: Key) -> [YearBound] {
        let parts = (supported[system] ?? []).filter { FiscalYear(of: $0.ends) > closedThrough }
        return parts.compactMap { part in
            strength(of: part).map {
                YearBound(
                    kind: .support(part.subject), year: FiscalYear(of: part.ends), strength: $0,
                    product: part.product)
            }
        }
    }

    /// Whether support of something that would limit a system ends in a closed year or has ended: nothing can be chosen
    /// against it.
    func hasEndedSupport(_ system: Key) -> Bool {
        (supported[system] ?? []).contains {
            FiscalYear(of: $0.ends) <= closedThrough && strength(of: $0) != nil
        }
    }

    /// How strictly an end of support holds; nil where planning does not look at it.
    private func strength(of part: SupportedPart) -> YearBound.Strength? {
        guard part.reach.rawValue <= rules.supportReach.rawValue else { return nil }
        return part.sources.compactMap(strength).max { $0.rawValue < $1.rawValue }
    }

    private func strength(of source: SupportedPart.Source) -> YearBound.Strength? {
        switch source {
        case .supportEnd: rules.support
        case .software: rules.softwareSupport
        case .equipment: rules.equipmentSupport
        }
    }

    private func bound(_ contract: Contract) -> YearBound? {
        guard let ends = contract.ends, !contract.renewsByItself, contract.subject != .build else {
            return nil
        }
        let name = contract.name ?? contract.id.text
        let year = FiscalYear(of: ends)
        return switch contract.contractKind {
        case .debtBurden, .longTerm: YearBound(kind: .contract(name), year: year, strength: rules.contract)
        case .lease: YearBound(kind: .lease(name), year: year, strength: rules.contract)
        case .singleYear, .reLease: nil
        }
    }
}
