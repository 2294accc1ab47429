/// A sum in which “there is no choice” is counted, so that it can be taken out again.
struct ProofSum {
    private(set) var finite: Int128
    private var infinities = 0

    init(_ start: Int128) {
        finite = 0
        add(start)
    }

    /// The sum, or ``ProofMinimum/infinite``.
    var value: Int128 { infinities > 0 ? ProofMinimum.infinite : finite }

    mutating func add(_ part: Int128) {
        if part >= ProofMinimum.infinite { infinities += 1 } else { finite += part }
    }

    mutating func take(_ part: Int128) {
        if part >= ProofMinimum.infinite { infinities -= 1 } else { finite -= part }
    }
}
