import HeijunModel
import HeijunPolicy

extension StandardizationTable.Row {
    /// Whether the body has migrated the business.
    var isMigrated: Bool {
        switch state {
        case .migrated, .migratedInterim: true
        case .notStarted, .working, .transitionSupport, .notApplicable, .undecided: false
        }
    }

    /// Whether work remains that a deadline asks for.
    var isOpen: Bool { !isMigrated && state != .notApplicable }

    /// Whether the rate is a published one, without steps behind it.
    var isReported: Bool { rate?.origin == .reported }
}

extension StandardizationTable {
    /// The businesses that apply to the body.
    var applicable: [Row] { rows.filter { $0.state != .notApplicable } }

    /// Whether any rate is a published one.
    var hasReported: Bool { rows.contains(where: \.isReported) }

    /// Whether there is anything to show: a business that the ledger records.
    var isRecorded: Bool { rows.contains(where: \.isRecorded) }
}

extension IndicatorRow.Verdict {
    /// What a verdict tells beside its words.
    var tone: Cell.Tone {
        switch self {
        case .met: .good
        case .missed: .bad
        case .unsettled, .underway: .caution
        case .noTarget, .reference: .muted
        }
    }
}
