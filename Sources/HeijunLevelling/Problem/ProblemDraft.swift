extension ProblemReader {
    /// What the lines read so far say.
    struct Draft: Sendable {
        private(set) var line = 0
        private var sawHeader = false
        var builder: LevellingProblem.Builder?
        var peak: Int?
        var roughness: Int?
        var limited: Set<Int> = []
        var based: Set<Int> = []
        /// Constraints wait for the names that may still come.
        var ties: [Tie] = []

        struct Tie: Sendable {
            let line: Int
            let kind: Kind
            let names: [String]
            enum Kind { case before, apart, together }
        }
    }
}

extension ProblemReader.Draft {
    /// Reads the next line.
    mutating func take(_ bytes: UnsafeBufferPointer<UInt8>) throws(ProblemError) {
        line += 1
        guard bytes.baseAddress != nil else { return }
        do throws(ProblemFault) {
            try read(bytes)
        } catch {
            throw ProblemError(line: line, fault: error)
        }
    }

    /// Reads the next line, kept in an array.
    mutating func take(bytes: [UInt8]) throws(ProblemError) {
        let result = bytes.withUnsafeBufferPointer { buffer -> Result<Void, ProblemError> in
            do throws(ProblemError) {
                try take(buffer)
                return .success(())
            } catch {
                return .failure(error)
            }
        }
        if case .failure(let error) = result { throw error }
    }

    /// The problem the lines describe.
    consuming func finish() throws(ProblemError) -> LevellingProblem {
        let line = max(line, 1)
        guard sawHeader else { throw ProblemError(line: line, fault: .header("")) }
        guard var builder else { throw ProblemError(line: line, fault: .noPeriods) }
        for tie in ties {
            do throws(ProblemFault) {
                try builder.add(tie)
            } catch {
                throw ProblemError(line: tie.line, fault: error)
            }
        }
        do throws(ProblemFault) {
            try builder.setWeights(peak: peak ?? 0, roughness: roughness ?? 0)
            return try builder.build()
        } catch {
            throw ProblemError(line: line, fault: error)
        }
    }

    private mutating func read(_ bytes: UnsafeBufferPointer<UInt8>) throws(ProblemFault) {
        var cursor = LineCursor(bytes)
        guard cursor.hasField() else { return }
        let word = cursor.field()
        guard sawHeader else { return try readHeader(word, &cursor) }
        if word.equals("alternative") { return try readAlternative(&cursor) }
        if word.equals("periods") { return try readPeriods(&cursor) }
        guard builder != nil else { throw isKnown(word) ? .noPeriods : .unknownRecord(text(word)) }
        if word.equals("activity") {
            let name = try name(&cursor, "name")
            try builder!.addActivity(name)
            return try end(&cursor)
        }
        try readRest(word, &cursor)
    }

    private mutating func readHeader(
        _ word: UnsafeBufferPointer<UInt8>, _ cursor: inout LineCursor
    ) throws(ProblemFault) {
        let version = cursor.field()
        guard word.equals("levelling"), version.equals("1") else {
            throw .header(version.isEmpty ? text(word) : text(word) + " " + text(version))
        }
        try end(&cursor)
        sawHeader = true
    }

    private func isKnown(_ word: UnsafeBufferPointer<UInt8>) -> Bool {
        ["resource", "limit", "base", "weight", "activity", "before", "together", "apart"]
            .contains { word.equals($0) }
    }

    private mutating func readPeriods(_ cursor: inout LineCursor) throws(ProblemFault) {
        let periods = try number(&cursor, "number of periods")
        guard builder == nil else { throw .repeated("periods") }
        builder = try LevellingProblem.Builder(periods: periods)
        try end(&cursor)
    }

    private mutating func readAlternative(_ cursor: inout LineCursor) throws(ProblemFault) {
        guard builder != nil else { throw .noPeriods }
        let penalty = try number(&cursor, "penalty")
        let start = try number(&cursor, "start")
        let key = try number(&cursor, "key")
        try builder!.addAlternative(penalty: penalty, start: start, key: key)
        while cursor.hasField() {
            guard let (resource, period, value) = cursor.triple() else {
                throw .notALoad(text(cursor.field()))
            }
            try builder!.addLoad(resource: resource, period: period, value: value)
        }
    }
}

extension LevellingProblem.Builder {
    /// Adds a constraint between named activities.
    fileprivate mutating func add(_ tie: ProblemReader.Draft.Tie) throws(ProblemFault) {
        var members: [Int] = []
        for name in tie.names {
            guard let member = activity(named: name) else { throw .unknownActivity(name) }
            members.append(member)
        }
        switch tie.kind {
        case .before: try addBefore(members[0], members[1])
        case .apart: try addApart(members[0], members[1])
        case .together: try addTogether(members)
        }
    }
}
