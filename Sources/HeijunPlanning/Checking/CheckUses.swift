import HeijunModel

/// How far a limit other than a ceiling is used in a year, if nothing is done and under the plan.
struct CheckedUse {
    let resource: Resource
    let year: FiscalYear
    let before: Int, after: Int, limit: Int
}

/// Counts the use of every limit anew: from the courses, system by system, and by nothing that the engine is given.
struct UseCounter {
    let basis: PlanningBasis
    /// If nothing is done, and under the plan.
    let before: [(facts: SystemFacts, course: Course)], after: [(facts: SystemFacts, course: Course)]
    /// The years in which limits hold.
    let years: [FiscalYear]

    private typealias Courses = [(facts: SystemFacts, course: Course)]

    /// Every limit that somebody set, with its use in each open year.
    var uses: [CheckedUse] { staff + vendors + large + rooms + platforms }

    private func use(
        _ resource: Resource, _ year: FiscalYear, _ limit: Int, _ load: (Courses) -> Int
    ) -> CheckedUse {
        CheckedUse(resource: resource, year: year, before: load(before), after: load(after), limit: limit)
    }

    // MARK: work

    private var staff: [CheckedUse] {
        basis.portfolio.staffCapacities.filter { years.contains($0.year) }.map { capacity in
            use(.staff(capacity.section), capacity.year, capacity.effort.tenths) { courses in
                courses.reduce(0) { $0 + work(of: $1, capacity.section, in: capacity.year) }
            }
        }
    }

    private func work(
        of system: (facts: SystemFacts, course: Course), _ section: Key, in year: FiscalYear
    ) -> Int {
        let ledger = system.facts.system
        let owner = ledger.systemSection ?? ledger.businessSection
        let own = owner == section ? ledger.effort?.tenths ?? 0 : 0
        let helps = ledger.businessSection == section
        let helped = helps ? basis.terms[ledger.id]?.businessEffort?.tenths ?? 0 : 0
        return [own, helped].reduce(0) { $0 + part(of: $1, system, in: year) }
    }

    private func part(
        of effort: Int, _ system: (facts: SystemFacts, course: Course), in year: FiscalYear
    ) -> Int {
        let years = max(1, system.facts.buildYears)
        return system.course.rebuilds.reduce(0) { sum, rebuild in
            guard isBuilding(rebuild, system.facts, in: year) else { return sum }
            let isLast = system.facts.buildYears == 0 || year.distance(to: rebuild) == 1
            return sum + (isLast ? effort - effort / years * (years - 1) : effort / years)
        }
    }

    /// Whether a rebuild that goes live in `rebuild` is built in `year`.
    private func isBuilding(_ rebuild: FiscalYear, _ facts: SystemFacts, in year: FiscalYear) -> Bool {
        let before = year.distance(to: rebuild)
        return facts.buildYears == 0 ? before == 0 : before >= 1 && before <= facts.buildYears
    }

    private var vendors: [CheckedUse] {
        basis.portfolio.vendors.flatMap { vendor -> [CheckedUse] in
            guard let limit = vendor.maxParallelRebuilds else { return [] }
            return years.map { year in
                use(.vendor(vendor.id), year, limit) { courses in
                    courses.filter { $0.facts.system.vendor == vendor.id }.reduce(0) { sum, system in
                        sum + system.course.rebuilds.count { isBuilding($0, system.facts, in: year) }
                    }
                }
            }
        }
    }

    private var large: [CheckedUse] {
        years.map { year in
            use(.large, year, basis.rules.largePerYear) { courses in
                courses.filter { $0.facts.system.size == .large }.reduce(0) { sum, system in
                    sum + system.course.rebuilds.count { $0 == year }
                }
            }
        }
    }

    // MARK: platforms

    private var platforms: [CheckedUse] {
        let platforms = Dictionary(grouping: basis.portfolio.platformCapacities, by: \.system)
        return platforms.keys.sorted().flatMap { platform in
            years.compactMap { year in
                let entries = (platforms[platform] ?? []).filter { $0.year <= year }
                guard let units = entries.max(by: { $0.year < $1.year })?.units else { return nil }
                return use(.platform(platform), year, units) { courses in
                    courses.reduce(0) { sum, system in
                        guard let (key, units) = system.facts.platform(system.course, in: year),
                            key == platform
                        else { return sum }
                        return sum + units
                    }
                }
            }
        }
    }
}
