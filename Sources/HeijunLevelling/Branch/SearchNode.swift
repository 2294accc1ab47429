/// A node of the search tree, and what the proof says of it.
struct SearchNode: Sendable {
    var domain: Domain
    /// Proven lower bound of every choice of the domain.
    var bound: Int
    /// Position of the duals that prove it.
    var duals: Int
    /// Where the linear program's solution of the parent stood.
    var basis: [UInt8]
    var depth: Int
    /// Position in the proof under construction.
    var record: Int
}

/// A proof while it grows: one record per node, joined into a tree at the end.
struct ProofRecords: Sendable {
    enum Record: Sendable {
        /// Not looked at yet, or closed by these duals.
        case leaf(duals: Int)
        case refuted(ConstraintID)
        case branch(activity: Int, groups: [[Int]], children: [Int])
        case exclude(duals: Int, choices: [Exclusion], child: Int)
    }

    var duals: [Duals] = []
    var records: [Record] = []

    mutating func add(_ duals: Duals) -> Int {
        self.duals.append(duals)
        return self.duals.count - 1
    }

    mutating func add(_ record: Record) -> Int {
        records.append(record)
        return records.count - 1
    }

    /// Takes away what limits rule out at a record; the record that the search goes on from.
    mutating func ruleOut(_ findings: [LimitReach.Finding], at record: Int, duals: Int) -> Int {
        var record = record
        for finding in findings {
            let child = add(.leaf(duals: duals))
            records[record] = .exclude(duals: add(finding.duals), choices: finding.choices, child: child)
            record = child
        }
        return record
    }

    /// The tree below a record.
    func node(_ index: Int = 0) -> CertificateNode {
        switch records[index] {
        case .leaf(let duals): .leaf(duals: duals)
        case .refuted(let constraint): .refuted(constraint)
        case .branch(let activity, let groups, let children):
            .branch(activity: activity, groups: groups, children: children.map(node))
        case .exclude(let duals, let choices, let child):
            .exclude(duals: duals, choices: choices, child: node(child))
        }
    }
}
