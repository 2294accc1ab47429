/// The records that stand once, or seldom, in a file.
extension ProblemReader.Draft {
    mutating func readRest(
        _ word: UnsafeBufferPointer<UInt8>, _ cursor: inout LineCursor
    ) throws(ProblemFault) {
        if word.equals("resource") { return try readResource(&cursor) }
        if word.equals("limit") { return try readLimits(&cursor) }
        if word.equals("base") { return try readBase(&cursor) }
        if word.equals("weight") { return try readWeight(&cursor) }
        if word.equals("before") { return try readTie(.before, &cursor) }
        if word.equals("apart") { return try readTie(.apart, &cursor) }
        if word.equals("together") { return try readTie(.together, &cursor) }
        throw .unknownRecord(text(word))
    }

    private mutating func readResource(_ cursor: inout LineCursor) throws(ProblemFault) {
        let name = try name(&cursor, "name")
        let mark = cursor.field()
        guard mark.isEmpty || mark.equals("levelled") else { throw .surplus(text(mark)) }
        try builder!.addResource(name, levelled: !mark.isEmpty)
        try end(&cursor)
    }

    private mutating func readLimits(_ cursor: inout LineCursor) throws(ProblemFault) {
        let resource = try number(&cursor, "resource number")
        guard limited.insert(resource).inserted else { throw .repeated("limit \(resource)") }
        for period in 0..<builder!.periods {
            let limit = try limit(&cursor)
            try builder!.setLimit(limit, resource: resource, period: period)
        }
        try end(&cursor)
    }

    /// A number, or nil for a dash.
    private func limit(_ cursor: inout LineCursor) throws(ProblemFault) -> Int? {
        guard cursor.hasField() else { throw .missing("limit") }
        if let limit = cursor.number() { return limit }
        let field = cursor.field()
        guard field.equals("-") else { throw .notANumber(text(field)) }
        return nil
    }

    private mutating func readBase(_ cursor: inout LineCursor) throws(ProblemFault) {
        let resource = try number(&cursor, "resource number")
        guard based.insert(resource).inserted else { throw .repeated("base \(resource)") }
        for period in 0..<builder!.periods {
            let load = try number(&cursor, "base load")
            try builder!.setBase(load, resource: resource, period: period)
        }
        try end(&cursor)
    }

    private mutating func readWeight(_ cursor: inout LineCursor) throws(ProblemFault) {
        let word = cursor.field()
        guard !word.isEmpty else { throw .missing("peak or roughness") }
        let isPeak = word.equals("peak")
        guard isPeak || word.equals("roughness") else { throw .unknownRecord("weight " + text(word)) }
        let weight = try number(&cursor, "weight")
        guard weight >= 0 else { throw .negativeWeight(weight) }
        guard weight < Load.valueLimit else { throw .tooLarge(weight) }
        guard (isPeak ? peak : roughness) == nil else { throw .repeated("weight " + text(word)) }
        if isPeak { peak = weight } else { roughness = weight }
        try end(&cursor)
    }

    private mutating func readTie(_ kind: Tie.Kind, _ cursor: inout LineCursor) throws(ProblemFault) {
        var names = [try name(&cursor, "activity")]
        if kind == .together {
            while cursor.hasField() { names.append(try name(&cursor, "activity")) }
        } else {
            names.append(try name(&cursor, "second activity"))
        }
        ties.append(Tie(line: line, kind: kind, names: names))
        try end(&cursor)
    }

    func number(_ cursor: inout LineCursor, _ meaning: String) throws(ProblemFault) -> Int {
        if let number = cursor.number() { return number }
        guard cursor.hasField() else { throw .missing(meaning) }
        throw .notANumber(text(cursor.field()))
    }

    func name(_ cursor: inout LineCursor, _ meaning: String) throws(ProblemFault) -> String {
        let field = cursor.field()
        guard !field.isEmpty else { throw .missing(meaning) }
        guard let name = String(validating: field, as: UTF8.self) else { throw .notUTF8 }
        return name
    }

    func end(_ cursor: inout LineCursor) throws(ProblemFault) {
        guard cursor.hasField() else { return }
        throw .surplus(text(cursor.field()))
    }

    /// A field as it may be shown to a reader.
    func text(_ field: UnsafeBufferPointer<UInt8>) -> String { String(decoding: field, as: UTF8.self) }
}

extension UnsafeBufferPointer<UInt8> {
    /// Whether these are the bytes of a word.
    func equals(_ word: StaticString) -> Bool {
        guard count == word.utf8CodeUnitCount else { return false }
        for index in 0..<count where self[index] != word.utf8Start[index] { return false }
        return true
    }
}
