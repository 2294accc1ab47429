import HeijunLevelling
import HeijunModel

extension Plan.Proof {
    /// A certificate as a plan keeps it; nil where it does not prove what it should, which a plan then does not claim.
    init?(of bound: ProvenBound, _ certificate: Certificate, for problem: LevellingProblem) {
        let stated = StatedCertificate(
            bound: bound, size: ProblemSize(problem), certificate: certificate)
        let verification = Verifier(problem).verify(nil, stated)
        guard verification.isAccepted else { return nil }
        let text = ProofText()
        stated.write(for: problem) { (bytes) throws(Never) in text.take(bytes) }
        self.init(text: text.whole, parts: verification.leaves)
    }

    /// The certificate that it holds.
    func certificate(for problem: LevellingProblem) throws(ProofFileError) -> StatedCertificate {
        try StatedCertificate(reading: Array(text.utf8), for: problem)
    }
}

/// Gathers the pieces of a certificate file.
private final class ProofText {
    private(set) var whole = ""

    func take(_ bytes: borrowing [UInt8]) { whole += String(decoding: copy bytes, as: UTF8.self) }
}
