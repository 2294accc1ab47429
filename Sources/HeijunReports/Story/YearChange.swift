import HeijunModel

/// A rebuild or a renewal whose year the plan changes.
struct YearChange {
    let choice: Plan.Choice
    let kind: Kind
    /// The natural and the planned year; nil where none lies within the horizon or none is left.
    let from: FiscalYear?
    let to: FiscalYear?

    /// What changes its year.
    enum Kind: String {
        case rebuild, renewal
        /// The second rebuild, and the renewal after the first one.
        case laterRebuild, laterRenewal
        var title: Words {
            switch self {
            case .rebuild: Words(ja: "再構築", en: "Rebuild")
            case .renewal: Words(ja: "機器更新", en: "Renewal")
            case .laterRebuild: Words(ja: "次々回の再構築", en: "Second rebuild")
            case .laterRenewal: Words(ja: "再構築後の更新", en: "Later renewal")
            }
        }
    }

    /// Years by which it is later, negative where earlier; nil where one end lies outside the horizon.
    var shift: Int? { from.flatMap { from in to.map { from.distance(to: $0) } } }
}

extension Plan.Choice {
    /// The go-live year that was chosen, past the horizon too.
    var goLive: FiscalYear? { planned ?? firstRebuild }

    /// Whether it ends instead of being rebuilt, which the table of options tells.
    private var ends: Bool { ending == .retire || ending == .merge }

    /// What changes its year: the first rebuild, the renewal before it, and what is moved from its cycle after that.
    var yearChanges: [YearChange] {
        var changes: [YearChange] = []
        if natural != planned, !ends {
            changes.append(YearChange(choice: self, kind: .rebuild, from: natural, to: goLive))
        }
        if naturalRenewal != plannedRenewal {
            changes.append(YearChange(choice: self, kind: .renewal, from: naturalRenewal, to: plannedRenewal))
        }
        if let year = laterRebuild, year != laterRebuildDue {
            changes.append(YearChange(choice: self, kind: .laterRebuild, from: laterRebuildDue, to: year))
        }
        if let year = laterRenewal, year != laterRenewalDue {
            changes.append(YearChange(choice: self, kind: .laterRenewal, from: laterRenewalDue, to: year))
        }
        return changes
    }
}

extension Plan {
    /// Every rebuild and renewal whose year the plan changes, in the plan's order.
    var yearChanges: [YearChange] { choices.flatMap(\.yearChanges) }

    /// Number of systems of which a year changes.
    var changedSystems: Int { choices.count { !$0.yearChanges.isEmpty } }
}
