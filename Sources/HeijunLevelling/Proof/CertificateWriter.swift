extension StatedCertificate {
    /// Writes the certificate file, chunk by chunk; its format is described in `docs/levelling.md`.
    ///
    /// - Parameters:
    ///   - problem: The problem it was made for, for the names.
    ///   - sink: Takes UTF-8 bytes in order; what it throws ends the writing.
    public func write<Failure: Error>(
        for problem: LevellingProblem, to sink: @escaping (borrowing [UInt8]) throws(Failure) -> Void
    ) throws(Failure) {
        var checksum = ProofChecksum()
        var text = TextChunks<Failure> { bytes throws(Failure) in
            checksum.take(copy bytes)
            try sink(bytes)
        }
        text.write("certificate 1\nproblem \(size.activities) \(size.alternatives) \(size.rows)\n")
        text.write(bound.value.map { "bound \($0)\n" } ?? "infeasible\n")
        for duals in certificate.duals { try duals.write(for: problem, to: &text) }
        text.write("tree\n")
        try certificate.root.write(problem.names, to: &text)
        try text.flush()
        try sink(Array("end \(checksum.text)\n".utf8))
    }
}

extension Duals {
    fileprivate func write<Failure>(
        for problem: LevellingProblem, to text: inout TextChunks<Failure>
    ) throws(Failure) {
        if isRay {
            text.write("ray")
        } else {
            text.write("duals ")
            text.write(scale)
        }
        try text.endLine()
        try Self.write("lambda", lambda, to: &text)
        try Self.write("rho", rho, to: &text)
        guard !pi.isEmpty else { return }
        text.write("price")
        for entry in pi {
            text.write(" \(entry.row / problem.periods):\(entry.row % problem.periods):\(entry.price)")
        }
        try text.endLine()
    }

    private static func write<Failure>(
        _ word: StaticString, _ values: [Int], to text: inout TextChunks<Failure>
    ) throws(Failure) {
        guard !values.isEmpty else { return }
        text.write(word)
        text.write(values)
        try text.endLine()
    }
}

extension CertificateNode {
    fileprivate func write<Failure>(
        _ names: [String], to text: inout TextChunks<Failure>
    ) throws(Failure) {
        switch self {
        case .leaf(let duals):
            text.write("leaf \(duals)")
            try text.endLine()
        case .refuted(let constraint):
            text.write("refuted \(constraint.words)")
            try text.endLine()
        case .branch(let activity, let groups, let children):
            text.write("branch \(names[activity])")
            if groups.isEmpty { text.write(" -") }
            for (number, group) in groups.enumerated() {
                if number > 0 { text.write(" |") }
                text.write(group)
            }
            try text.endLine()
            for child in children { try child.write(names, to: &text) }
        case .exclude(let duals, let choices, let child):
            text.write("exclude \(duals) \(choices.count)")
            try text.endLine()
            for choice in choices {
                text.write("out \(names[choice.activity])")
                text.write(choice.alternatives)
                try text.endLine()
            }
            try child.write(names, to: &text)
        }
    }
}

extension ConstraintID {
    /// The kind and the number, as in `before 3`.
    var words: String {
        switch self {
        case .before(let number): "before \(number)"
        case .together(let number): "together \(number)"
        case .apart(let number): "apart \(number)"
        }
    }
}

extension TextChunks {
    /// Numbers, each after a blank.
    mutating func write(_ values: [Int]) {
        for value in values {
            write(" ")
            write(value)
        }
    }
}
