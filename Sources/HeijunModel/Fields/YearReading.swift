extension FiscalYear {
    /// Reads `令和7年度`, `令和元年度`, `R7`, `Ｒ07`, `H37`, `2025年度`, `FY2025` and `2025` as the same kind of year.
    /// Era years past the end of their era (H37, as in documents from before 2019) are taken as counted.
    public init(fieldText text: String) throws(ValueProblem) {
        var rest = halfWidth(text)
        for suffix in ["年度", "年"] where rest.hasSuffix(suffix) { rest.removeLast(suffix.count) }
        if rest.uppercased().hasPrefix("FY") { rest.removeFirst(2) }
        guard let year = calendarYear(rest) else { throw .notAFiscalYear(text) }
        let result = FiscalYear(year)
        guard FiscalYear.range.contains(result) else {
            throw .outOfRange(
                text,
                allowed: "\(FiscalYear.range.lowerBound.startYear)–\(FiscalYear.range.upperBound.startYear)")
        }
        self = result
    }
}

/// The calendar year of `2025`, `R7`, `令和7`, `令和元`; nil for anything else.
func calendarYear(_ text: String) -> Int? {
    let (era, number) = splitEra(text)
    guard let era else { return number.count == 4 ? plainNumber(number) : nil }
    if number == "元" { return era.offset + 1 }
    guard (1...2).contains(number.count), let count = plainNumber(number), count > 0 else { return nil }
    return era.offset + count
}

/// The era at the start of a text, by name or letter, and what follows it.
func splitEra(_ text: String) -> (era: Era?, rest: String) {
    for era in Era.allCases {
        for mark in [era.name, String(era.letter), era.letter.lowercased()] where text.hasPrefix(mark) {
            return (era, String(trimmed(String(text.dropFirst(mark.count)))))
        }
    }
    return (nil, text)
}

/// A number of digits alone.
func plainNumber(_ text: String) -> Int? {
    guard !text.isEmpty, text.count <= 6, text.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else {
        return nil
    }
    return Int(text)
}

extension Day {
    /// Reads `2026-03-31`, `2026/3/31`, `20260331`, `令和8年3月31日`, `R8.3.31` and `令和7年度末`.
    ///
    /// - Throws: `.notADay` where the form is unknown, `.impossibleDay` where the calendar has no such day or
    ///   the era had not begun, `.outOfRange` far from any ledger.
    public init(fieldText text: String) throws(ValueProblem) {
        let plain = halfWidth(text)
        if plain.hasSuffix("年度末") {
            let year = try? FiscalYear(fieldText: String(plain.dropLast()))
            guard let year else { throw .notADay(text) }
            self = year.lastDay
            return
        }
        guard let parts = dayParts(plain), let year = calendarYear(parts[0]),
            let month = plainNumber(parts[1]), let number = plainNumber(parts[2])
        else { throw .notADay(text) }
        guard let day = Day(existingYear: year, month: month, day: number) else { throw .impossibleDay(text) }
        if let era = splitEra(parts[0]).era, day < era.firstDay { throw .impossibleDay(text) }
        guard Day.range.contains(day) else {
            throw .outOfRange(
                text, allowed: "\(Day.range.lowerBound.fieldText)–\(Day.range.upperBound.fieldText)")
        }
        self = day
    }
}

/// Year, month and day of a date text, still as texts.
private func dayParts(_ text: String) -> [String]? {
    if text.utf8.count == 8, plainNumber(String(text.prefix(4))) != nil,
        plainNumber(String(text.suffix(4))) != nil
    {
        return [String(text.prefix(4)), String(text.dropFirst(4).prefix(2)), String(text.suffix(2))]
    }
    let separators: Set<Character> = ["-", "/", ".", "年", "月", "日"]
    let parts = text.split(whereSeparator: separators.contains).map { String(trimmed(String($0))) }
    return parts.count == 3 ? parts : nil
}
