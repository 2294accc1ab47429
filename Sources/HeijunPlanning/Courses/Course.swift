import HeijunModel

/// What is decided for one system: its first rebuild, the first renewal before it, its move, and how it is hosted and
/// procured from the first rebuild on.
struct Decision: Hashable {
    /// Go-live year of the first rebuild, or the year in which an ending other than a rebuild takes effect.
    var rebuild: FiscalYear?
    var renewal: FiscalYear?
    var move: FiscalYear?
    /// Quarter of the move, 0 to 3; nil where moves are planned by year.
    var quarter: Int?
    /// The hosting of the first rebuild; nil keeps the present one.
    var hosting: Hosting?
    /// How rebuilds and renewals are procured; nil keeps the present form.
    var form: ProcurementForm?
    /// What becomes of it instead of a rebuild of its own; nil rebuilds it.
    var ending: Consolidation.Ending?
    /// The second rebuild, and the renewal after the first rebuild, where they are moved from the years of their cycles.
    var laterRebuild: FiscalYear?, laterRenewal: FiscalYear?

    /// Whether anything but years is chosen.
    var hasOptions: Bool { hosting != nil || form != nil || ending != nil }

    /// The same years without hosting, form and ending.
    var plain: Decision {
        Decision(
            rebuild: rebuild, renewal: renewal, move: move, quarter: quarter, laterRebuild: laterRebuild,
            laterRenewal: laterRenewal)
    }

    /// Whether the system's use ends in the year of `rebuild`.
    var ends: Bool {
        switch ending {
        case .retire, .merge: true
        case .joint, nil: false
        }
    }
}

/// The whole course of one system over the horizon under one decision: the alternative that the engine weighs.
struct Course {
    let decision: Decision
    /// Go-live years, in order; some may lie past the horizon.
    var rebuilds: [FiscalYear] = []
    /// Equipment renewals between them, in order.
    var renewals: [FiscalYear] = []
    /// Years in which it is kept going past its natural year.
    var extensionYears: [FiscalYear] = []
    /// Every payment, by year and kind, whole amounts before division among accounts.
    var payments: [Payment] = []
    /// What other sources than general revenue pay of them.
    var fundings: [FundingPart] = []

    /// Cost of one kind in one fiscal year, in 千円.
    struct Payment: Hashable {
        let year: FiscalYear
        let kind: Kind
        let amount: Int
        /// The part that general revenue pays.
        var general: Int

        init(year: FiscalYear, kind: Kind, amount: Int) {
            self.year = year
            self.kind = kind
            self.amount = amount
            general = amount
        }
    }

    /// What one source pays in one fiscal year, in 千円.
    struct FundingPart: Hashable {
        let year: FiscalYear
        let funding: Funding
        let amount: Int
        /// The payment that it is a part of, by its position.
        let payment: Int
        /// The part of it that the local allocation tax is said to bear later: a memo, never revenue.
        let taxMemo: Int
    }

    /// What a payment is for.
    enum Kind: String, CaseIterable, Hashable {
        case running, `extension`, build, equipment, migration, move
        /// The old system beside the new one.
        case dual
        /// What is left of the old equipment's lease.
        case remainingLease
        /// Equipment in yearly parts.
        case lease
        /// The yearly fee of a long service contract, without running.
        case service
        /// Migration and tests of a platform's tenants.
        case tenants
        /// One-time cost of an ending or a joint procurement.
        case ending
        /// What a contract binds already.
        case commitment

        /// Whether it recurs (経常経費) or is spent once (一時経費).
        var isRunning: Bool {
            switch self {
            case .running, .extension, .lease, .service, .commitment: true
            case .build, .equipment, .migration, .move, .dual, .remainingLease, .tenants, .ending: false
            }
        }
    }

    /// Sum of the payments that a filter takes, in 千円.
    func sum(where isTaken: (Payment) -> Bool) -> Int {
        payments.reduce(0) { isTaken($1) ? $0 + $1.amount : $0 }
    }

    /// Everything the course costs, beyond the horizon too.
    var total: Int { sum { _ in true } }

    /// Everything that general revenue pays.
    var generalTotal: Int { payments.reduce(0) { $0 + $1.general } }

    /// The longest run of years in which it is kept going past its natural year.
    var longestExtension: Int {
        var longest = 0, run = 0
        var last: FiscalYear?
        for year in extensionYears {
            run = last?.advanced(by: 1) == year ? run + 1 : 1
            longest = max(longest, run)
            last = year
        }
        return longest
    }
}

/// An amount in equal parts, in whole 千円; what does not divide goes into the last.
func equalParts(_ amount: Int, count: Int) -> [Int] {
    guard count > 0 else { return [] }
    let part = amount / count
    return Array(repeating: part, count: count - 1) + [amount - part * (count - 1)]
}
