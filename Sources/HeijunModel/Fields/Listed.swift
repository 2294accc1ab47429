/// A closed list of values with a title each: adding a case finds every place that must know it.
public protocol Listed: FieldValue, CaseIterable, RawRepresentable, Codable where RawValue == String {
    /// The value as shown.
    var title: Words { get }
    /// Other spellings that are read as this value; the titles are always read.
    var aliases: [String] { get }
}

extension Listed {
    /// No other spellings.
    public var aliases: [String] { [] }

    /// How its texts are read and written.
    public static var valueType: ValueType {
        .choice(allCases.map { .init(value: $0.rawValue, title: $0.title, aliases: $0.aliases) })
    }

    /// Reads what `fieldText` writes, and what people write.
    public init(fieldText text: String) throws(ValueProblem) {
        if let exact = Self(rawValue: text) {
            self = exact
            return
        }
        let wanted = halfWidth(text)
        for value in Self.allCases where value.spellings.contains(where: { halfWidth($0) == wanted }) {
            self = value
            return
        }
        let allowed = Self.allCases.map(\.rawValue)
        let suggestion =
            closest(to: wanted, among: allowed) ?? closest(to: wanted, among: Self.allCases.map(\.title.ja))
        throw .unknownChoice(text, allowed: allowed, closest: suggestion)
    }

    public var fieldText: String { rawValue }

    private var spellings: [String] { [rawValue, title.ja, title.en] + aliases }
}

/// The candidate that differs least from `text`, where at most a third of it (at least two letters) differs.
public func closest(to text: String, among candidates: [String]) -> String? {
    let limit = max(2, text.count / 3)
    let distances = candidates.map { ($0, editDistance(text.lowercased(), $0.lowercased())) }
    guard let best = distances.min(by: { $0.1 < $1.1 }), best.1 <= limit,
        best.1 < max(text.count, best.0.count)
    else { return nil }
    return best.0
}

/// Levenshtein's distance: the least number of letters to insert, delete or replace.
func editDistance(_ left: String, _ right: String) -> Int {
    let right = Array(right)
    var row = Array(0...right.count)
    for (i, letter) in left.enumerated() {
        var diagonal = row[0]
        row[0] = i + 1
        for j in right.indices {
            let replaced = diagonal + (letter == right[j] ? 0 : 1)
            diagonal = row[j + 1]
            row[j + 1] = min(replaced, row[j] + 1, diagonal + 1)
        }
    }
    return row[right.count]
}
