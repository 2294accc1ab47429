extension StatedCertificate {
    /// Reads a certificate file.
    ///
    /// - Throws: ``ProofFileError`` with the line. Whether the proof holds is ``Verifier``'s matter.
    public init(reading bytes: [UInt8], for problem: LevellingProblem) throws(ProofFileError) {
        var reader = CertificateReader(bytes, problem)
        self = try reader.read()
    }
}

/// Reads the lines of a certificate file one after the other.
struct CertificateReader {
    /// Nodes on top of one another that are still read; proofs seldom pass a few hundred.
    static let deepest = 2_000

    private let bytes: [UInt8]
    private let periods: Int
    private var lines: FieldLines
    private var numbers: [String: Int] = [:]
    private var line = 0
    private var fields: [String] = []

    init(_ bytes: [UInt8], _ problem: LevellingProblem) {
        self.bytes = bytes
        periods = problem.periods
        lines = FieldLines(bytes)
        numbers.reserveCapacity(problem.activityCount)
        for (number, name) in problem.names.enumerated() { numbers[name] = number }
    }

    mutating func read() throws(ProofFileError) -> StatedCertificate {
        try advance()
        guard fields == ["certificate", "1"] else { throw fault(.header("certificate 1")) }
        try advance()
        guard fields.first == "problem" else { throw unexpected() }
        let sizes = try integers(fields.dropFirst(), count: 3)
        let size = ProblemSize(activities: sizes[0], alternatives: sizes[1], rows: sizes[2])
        try advance()
        let bound = try readBound()
        let duals = try readAllDuals()
        let root = try readNode(depth: 0)
        try readEnd()
        return StatedCertificate(
            bound: bound, size: size, certificate: Certificate(duals: duals, root: root))
    }

    private func readBound() throws(ProofFileError) -> ProvenBound {
        if fields == ["infeasible"] { return .infeasible }
        guard fields.first == "bound" else { throw unexpected() }
        return .atLeast(try integers(fields.dropFirst(), count: 1)[0])
    }

    /// Up to the line `tree`, and the line after it.
    private mutating func readAllDuals() throws(ProofFileError) -> [Duals] {
        var all: [Duals] = []
        try advance()
        while fields != ["tree"] { all.append(try readDuals()) }
        try advance()
        return all
    }

    private mutating func readDuals() throws(ProofFileError) -> Duals {
        var duals = Duals(isRay: fields == ["ray"], scale: 1, lambda: [], rho: [], pi: [])
        if !duals.isRay {
            guard fields.first == "duals" else { throw unexpected() }
            duals.scale = try integers(fields.dropFirst(), count: 1)[0]
        }
        try advance()
        if fields[0] == "lambda", !duals.isRay {
            duals.lambda = try integers(fields.dropFirst())
            try advance()
        }
        if fields[0] == "rho", !duals.isRay {
            duals.rho = try integers(fields.dropFirst())
            try advance()
        }
        if fields[0] == "price" {
            for field in fields.dropFirst() { duals.pi.append(try price(field)) }
            try advance()
        }
        return duals
    }

    private func price(_ field: String) throws(ProofFileError) -> RowPrice {
        let parts = field.split(separator: ":", omittingEmptySubsequences: false).map { Int($0) }
        guard parts.count == 3, let resource = parts[0], let period = parts[1], let price = parts[2],
            (0..<Load.rowLimit).contains(resource), (0..<periods).contains(period)
        else { throw fault(.unexpected(field)) }
        return RowPrice(row: resource * periods + period, price: price)
    }

    // MARK: the tree

    private mutating func readNode(depth: Int) throws(ProofFileError) -> CertificateNode {
        guard depth < Self.deepest else { throw fault(.tooDeep) }
        switch fields[0] {
        case "leaf":
            let duals = try integers(fields.dropFirst(), count: 1)[0]
            try advance()
            return .leaf(duals: duals)
        case "refuted":
            let constraint = try readConstraint()
            try advance()
            return .refuted(constraint)
        case "branch": return try readBranch(depth: depth)
        case "exclude": return try readExclusions(depth: depth)
        default: throw unexpected()
        }
    }

    private func readConstraint() throws(ProofFileError) -> ConstraintID {
        guard fields.count == 3 else { throw unexpected() }
        let number = try integers(fields.dropFirst(2), count: 1)[0]
        switch fields[1] {
        case "before": return .before(number)
        case "together": return .together(number)
        case "apart": return .apart(number)
        default: throw unexpected()
        }
    }

    private mutating func readBranch(depth: Int) throws(ProofFileError) -> CertificateNode {
        let activity = try activity(at: 1)
        var groups: [[Int]] = []
        if fields.dropFirst(2) != ["-"] {
            for part in fields.dropFirst(2).split(separator: "|", omittingEmptySubsequences: false) {
                groups.append(try integers(part))
            }
        }
        try advance()
        var children: [CertificateNode] = []
        for _ in groups { children.append(try readNode(depth: depth + 1)) }
        return .branch(activity: activity, groups: groups, children: children)
    }

    private mutating func readExclusions(depth: Int) throws(ProofFileError) -> CertificateNode {
        let figures = try integers(fields.dropFirst(), count: 2)
        try advance()
        var choices: [Exclusion] = []
        for _ in 0..<max(0, figures[1]) {
            guard fields[0] == "out" else { throw unexpected() }
            let activity = try activity(at: 1)
            choices.append(Exclusion(activity: activity, alternatives: try integers(fields.dropFirst(2))))
            try advance()
        }
        return .exclude(duals: figures[0], choices: choices, child: try readNode(depth: depth + 1))
    }

    private func activity(at place: Int) throws(ProofFileError) -> Int {
        guard fields.count > place else { throw unexpected() }
        guard let number = numbers[fields[place]] else { throw fault(.unknownActivity(fields[place])) }
        return number
    }

    // MARK: lines

    private mutating func readEnd() throws(ProofFileError) {
        guard fields.count == 2, fields[0] == "end" else { throw unexpected() }
        var checksum = ProofChecksum()
        checksum.take(bytes[..<lines.lineStart])
        guard checksum.text == fields[1] else { throw fault(.changed) }
        if let (line, _) = lines.next() { throw ProofFileError(.afterEnd, line: line) }
    }

    /// The next line that says something; there must be one.
    private mutating func advance() throws(ProofFileError) {
        guard let (line, fields) = lines.next() else {
            throw ProofFileError(.endMissing, line: max(1, lines.line))
        }
        self.line = line
        self.fields = fields
    }

    private func integers(_ fields: ArraySlice<String>, count: Int? = nil) throws(ProofFileError) -> [Int] {
        if let count, fields.count != count { throw unexpected() }
        var values: [Int] = []
        values.reserveCapacity(fields.count)
        for field in fields {
            guard let value = Int(field) else { throw fault(.notANumber(field)) }
            values.append(value)
        }
        return values
    }

    private func fault(_ fault: ProofFileError.Fault) -> ProofFileError { ProofFileError(fault, line: line) }

    private func unexpected() -> ProofFileError {
        fault(.unexpected(fields.prefix(6).joined(separator: " ")))
    }
}
