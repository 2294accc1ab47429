/// Height in a 19-inch rack, counted in half units so that 0.5U equipment is exact.
public struct RackUnits: Hashable, Comparable, Codable, Sendable {
    /// Number of half units, 0 or more.
    public let halves: Int
    /// Makes a height from half units.
    public init(halves: Int) { self.halves = halves }
    public static func < (left: RackUnits, right: RackUnits) -> Bool { left.halves < right.halves }
}

/// Electric power in watts.
public struct Watts: Hashable, Comparable, Codable, Sendable {
    /// Whole watts, 0 or more.
    public let amount: Int
    /// Makes a power in watts.
    public init(_ amount: Int) { self.amount = amount }
    public static func < (left: Watts, right: Watts) -> Bool { left.amount < right.amount }
}

/// Weight in kilograms, as floor loads are given.
public struct Kilograms: Hashable, Comparable, Codable, Sendable {
    /// Whole kilograms, 0 or more.
    public let amount: Int
    /// Makes a weight in kilograms.
    public init(_ amount: Int) { self.amount = amount }
    public static func < (left: Kilograms, right: Kilograms) -> Bool { left.amount < right.amount }
}

/// Work in person-months (人月), counted in tenths.
public struct PersonMonths: Hashable, Comparable, Codable, Sendable {
    /// Number of tenths of a person-month, 0 or more.
    public let tenths: Int
    /// Makes an effort from tenths of a person-month.
    public init(tenths: Int) { self.tenths = tenths }
    public static func < (left: PersonMonths, right: PersonMonths) -> Bool { left.tenths < right.tenths }
}

/// A share or a rate, counted in ten-thousandths: 0.7075 is `Rate(tenThousandths: 7075)`.
public struct Rate: Hashable, Comparable, Codable, Sendable {
    /// Ten-thousandths; 10,000 is the whole.
    public let tenThousandths: Int
    /// Makes a rate from ten-thousandths.
    public init(tenThousandths: Int) { self.tenThousandths = tenThousandths }
    /// The whole.
    public static let one = Rate(tenThousandths: 10_000)
    /// The rate as a fraction of one.
    public var fraction: Double { Double(tenThousandths) / 10_000 }
    public static func < (left: Rate, right: Rate) -> Bool { left.tenThousandths < right.tenThousandths }
}

/// A decimal figure as people report it: kept exactly, to four places.
public struct Figure: Hashable, Comparable, Codable, Sendable {
    /// Ten-thousandths of the figure.
    public let tenThousandths: Int
    /// Makes a figure from ten-thousandths.
    public init(tenThousandths: Int) { self.tenThousandths = tenThousandths }
    /// Makes a whole figure.
    public init(_ whole: Int) { tenThousandths = whole * 10_000 }
    /// The figure as a floating-point number.
    public var value: Double { Double(tenThousandths) / 10_000 }
    public static func < (left: Figure, right: Figure) -> Bool { left.tenThousandths < right.tenThousandths }
}
