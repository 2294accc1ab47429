import HeijunModel

/// What is decided for one system: its first rebuild, the first renewal before it and the year of its move.
struct Decision: Hashable {
    var rebuild: FiscalYear?
    var renewal: FiscalYear?
    var move: FiscalYear?
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

    /// Cost of one kind in one fiscal year, in 千円.
    struct Payment: Hashable {
        let year: FiscalYear
        let kind: Kind
        let amount: Int
    }

    /// What a payment is for.
    enum Kind: String, CaseIterable, Hashable {
        case running, `extension`, build, equipment, migration, move

        /// Whether it recurs (経常経費) or is spent once (一時経費).
        var isRunning: Bool {
            switch self {
            case .running, .extension: true
            case .build, .equipment, .migration, .move: false
            }
        }
    }

    /// Sum of the payments that a filter takes, in 千円.
    func sum(where isTaken: (Payment) -> Bool) -> Int {
        payments.reduce(0) { isTaken($1) ? $0 + $1.amount : $0 }
    }

    /// Everything the course costs, beyond the horizon too.
    var total: Int { sum { _ in true } }
}

/// An amount in equal parts, in whole 千円; what does not divide goes into the last.
func equalParts(_ amount: Int, count: Int) -> [Int] {
    guard count > 0 else { return [] }
    let part = amount / count
    return Array(repeating: part, count: count - 1) + [amount - part * (count - 1)]
}
