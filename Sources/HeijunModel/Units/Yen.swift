/// An amount of money in whole yen. Tables show it in 千円.
public struct Yen: Hashable, Comparable, Codable, AdditiveArithmetic, Sendable {
    /// The amount; negative for a reduction.
    public let amount: Int

    /// Makes an amount in whole yen.
    public init(_ amount: Int) { self.amount = amount }

    /// Makes an amount given in thousand yen (千円), as budget tables give it.
    public init(thousands: Int) { amount = thousands * 1000 }

    /// No money.
    public static let zero = Yen(0)

    /// The amount in thousand yen, half rounded away from zero.
    public var thousands: Int { (amount + (amount < 0 ? -500 : 500)) / 1000 }

    /// The amount in thousand yen, rounded up: for bounds and needs.
    public var thousandsRoundedUp: Int { amount >= 0 ? (amount + 999) / 1000 : amount / 1000 }

    public static func < (left: Yen, right: Yen) -> Bool { left.amount < right.amount }
    /// Adds; traps beyond 64 bits.
    public static func + (left: Yen, right: Yen) -> Yen { Yen(left.amount + right.amount) }
    /// Subtracts; traps beyond 64 bits.
    public static func - (left: Yen, right: Yen) -> Yen { Yen(left.amount - right.amount) }
    /// The amount `count` times.
    public static func * (yen: Yen, count: Int) -> Yen { Yen(yen.amount * count) }
}

extension Sequence<Yen> {
    /// The sum of the amounts.
    public func total() -> Yen { reduce(.zero, +) }
}
