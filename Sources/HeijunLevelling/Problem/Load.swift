/// What picking an alternative adds to one row, that is to one resource in one period.
///
/// Row and value share 64 bits (22 and 42), because a large problem holds tens of millions of loads and every
/// pass over them is bound by memory.
public struct Load: Sendable, Equatable {
    let bits: Int64

    /// Rows a problem may have: resources times periods.
    public static let rowLimit = 1 << 22
    /// Loads, penalties, starts, keys, limits and weights stay below this in size.
    public static let valueLimit = 1 << 40

    /// - Parameters:
    ///   - row: `resource * periods + period`, below ``rowLimit``.
    ///   - value: Whole number, smaller than ``valueLimit`` in size.
    public init(row: Int, value: Int) {
        bits = Int64(value) << 22 | Int64(row)
    }

    /// `resource * periods + period`.
    @inlinable public var row: Int { rowOfBits }
    /// What is added to the row.
    @inlinable public var value: Int { valueOfBits }

    @usableFromInline var rowOfBits: Int { Int(bits & 0x3F_FFFF) }
    @usableFromInline var valueOfBits: Int { Int(bits >> 22) }
}
