/// What a certificate file says: the proof, what it claims to prove, and of a problem of which size.
public struct StatedCertificate: Equatable, Sendable {
    /// The claimed bound.
    public let bound: ProvenBound
    /// Size of the problem it was made for.
    public let size: ProblemSize
    /// The proof.
    public let certificate: Certificate

    /// A claim with its proof.
    public init(bound: ProvenBound, size: ProblemSize, certificate: Certificate) {
        self.bound = bound
        self.size = size
        self.certificate = certificate
    }
}

/// Numbers that tell at once that a certificate belongs to another problem.
public struct ProblemSize: Equatable, Sendable {
    /// Number of activities.
    public let activities: Int
    /// Number of alternatives of all activities.
    public let alternatives: Int
    /// Resources times periods.
    public let rows: Int

    /// The size of a problem.
    public init(_ problem: LevellingProblem) {
        self.init(
            activities: problem.activityCount, alternatives: problem.alternativeCount, rows: problem.rowCount)
    }

    /// A size as a file states it.
    public init(activities: Int, alternatives: Int, rows: Int) {
        self.activities = activities
        self.alternatives = alternatives
        self.rows = rows
    }
}
