import HeijunModel

extension ITSystem {
    /// Whether it is to be given up: nothing new is asked of it.
    var isLeaving: Bool { stage == .retiring || stage == .retired || retiresAfter != nil }

    /// Whether it is in use.
    var isRunning: Bool { stage == .operating || stage == .retiring || stage == nil }

    /// Whether it is being procured or built.
    var isInProject: Bool { stage == .procuring || stage == .building }

    /// Whether one of its allowed hostings needs no room of the body, so that it may leave instead of moving.
    var mayLeaveItsRoom: Bool { allowedHostings.contains { !$0.needsRoom } }

    /// Whether it has a room or a target.
    var hasRoom: Bool { room != nil || targetRoom != nil }

    /// Whether it is to change rooms.
    var isToMove: Bool { targetRoom != nil && targetRoom != room }

    /// A small system on servers of its own.
    var isSmallOnOwnServers: Bool { size == .small && hosting == .onPremises }

    /// The first coming year in which its equipment or the whole is replaced.
    func nextChange(from year: FiscalYear) -> FiscalYear? {
        [renewalYear, rebuildYear].compactMap { $0 }.filter { $0 >= year }.min()
    }

    /// The first coming year in which it leaves its room: by a move, a new hosting or its end.
    func leavesRoom(from year: FiscalYear) -> FiscalYear? {
        let change = isToMove || mayLeaveItsRoom ? nextChange(from: year) : nil
        return [change, retiresAfter].compactMap { $0 }.min()
    }

    /// The first fiscal year of spending on the next rebuild; nil where its year or building time is open.
    var firstSpendingYear: FiscalYear? {
        guard let rebuildYear, let buildYears, (0...FiscalYear.longestBuild).contains(buildYears) else {
            return nil
        }
        return rebuildYear.advanced(by: -buildYears)
    }
}

extension FiscalYear {
    /// The longest time of building that is believed, in years.
    static let longestBuild = 10
}

extension Contract {
    /// Whether it binds later years than the one it is made in.
    var bindsLaterYears: Bool {
        switch contractKind {
        case .debtBurden, .longTerm: true
        case .singleYear, .lease, .reLease: false
        }
    }
}

extension Business.State {
    /// Whether the migration is still to come.
    var isOpen: Bool {
        switch self {
        case .notStarted, .working, .transitionSupport, .undecided: true
        case .migrated, .migratedInterim, .notApplicable: false
        }
    }
}
