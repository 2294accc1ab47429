public import HeijunModel

/// A JSON value whose objects keep the order in which their keys were declared, so that the same input always
/// gives the same bytes.
public enum JSONValue: Sendable {
    case null
    case bool(Bool)
    case int(Int)
    /// A decimal number kept exactly, as a count of its last place: 0.7075 is `.decimal(7075, places: 4)`.
    case decimal(Int, places: Int)
    case string(String)
    case array([JSONValue])
    case object([(String, JSONValue)])
}

extension JSONValue {
    /// A text, or null.
    public init(_ text: String?) { self = text.map(JSONValue.string) ?? .null }
    /// A whole number, or null.
    public init(_ number: Int?) { self = number.map(JSONValue.int) ?? .null }
    /// A key's text, or null.
    public init(_ key: Key?) { self.init(key?.text) }
    /// An amount in whole yen, or null.
    public init(_ yen: Yen?) { self.init(yen?.amount) }
    /// The calendar year in which a fiscal year starts, or null.
    public init(_ year: FiscalYear?) { self.init(year?.startYear) }
    /// A day in ISO 8601, or null.
    public init(_ day: Day?) { self.init(day?.fieldText) }
    /// A rate as a fraction, or null.
    public init(_ rate: Rate?) { self = rate.map { .decimal($0.tenThousandths, places: 4) } ?? .null }
    /// A figure as a decimal number, or null.
    public init(_ figure: Figure?) { self = figure.map { .decimal($0.tenThousandths, places: 4) } ?? .null }
    /// A list of keys.
    public init(_ keys: [Key]) { self = .array(keys.map { .string($0.text) }) }
}
