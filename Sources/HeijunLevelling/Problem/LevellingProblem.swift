/// A levelling problem: every activity picks exactly one of its alternatives, the picked loads add up per resource
/// and period, no limit is exceeded, and peak, roughness and penalties together are as small as can be.
///
/// Structure of arrays: alternatives of all activities lie one after the other, and so do their loads. A row is one
/// resource in one period, `resource * periods + period`.
///
/// Made by ``LevellingProblem/Builder`` or ``ProblemReader``; both check every limit stated there.
public struct LevellingProblem: Sendable {
    /// Number of periods, at least 1.
    public let periods: Int
    /// Names of the resources, in the order of their numbers.
    public let resources: [String]
    /// Number of the resource whose peak and roughness count, if any.
    public let levelled: Int?
    /// Objective per unit of the levelled resource's highest period; not negative.
    public let peakWeight: Int
    /// Objective per unit of change from period to period of the levelled resource; not negative.
    public let roughnessWeight: Int
    /// Highest load per row; ``noLimit`` where there is none.
    public let limits: [Int]
    /// Constant load per row.
    public let base: [Int]
    /// Names of the activities, all different.
    public let names: [String]
    /// Where each activity's alternatives begin; one more entry than activities.
    public let firstAlternative: [Int]
    /// Penalty of each alternative.
    public let penalties: [Int]
    /// Start of each alternative; negative means "never starts".
    public let starts: [Int]
    /// Key of each alternative.
    public let keys: [Int]
    /// Where each alternative's loads begin; one more entry than alternatives.
    public let firstLoad: [UInt32]
    /// Loads of all alternatives; within one alternative no row appears twice.
    public let loads: [Load]
    /// Start of the first ≤ start of the second, unless either never starts.
    public let before: [ActivityPair]
    /// The two starts differ, unless either never starts.
    public let apart: [ActivityPair]
    /// All picks of a group have the same key.
    public let together: [[Int]]

    /// Stands in ``limits`` for "no limit".
    public static let noLimit = Int.max

    /// Number of activities.
    public var activityCount: Int { names.count }
    /// Number of alternatives of all activities.
    public var alternativeCount: Int { penalties.count }
    /// Number of rows: resources times periods.
    public var rowCount: Int { base.count }

    /// The alternatives of an activity, as positions in ``penalties``, ``starts`` and ``keys``.
    public func alternatives(of activity: Int) -> Range<Int> {
        firstAlternative[activity]..<firstAlternative[activity + 1]
    }

    /// The loads of the alternative at a position, as positions in ``loads``.
    public func loadRange(of alternative: Int) -> Range<Int> {
        Int(firstLoad[alternative])..<Int(firstLoad[alternative + 1])
    }

    /// The loads of the alternative at a position.
    public func loads(of alternative: Int) -> ArraySlice<Load> { loads[loadRange(of: alternative)] }

    /// The row of a resource in a period.
    public func row(resource: Int, period: Int) -> Int { resource * periods + period }
}

/// Two different or equal activities that a constraint ties.
public struct ActivityPair: Sendable, Hashable {
    /// Number of the first activity.
    public let first: Int
    /// Number of the second activity.
    public let second: Int

    /// A pair of activity numbers.
    public init(_ first: Int, _ second: Int) {
        self.first = first
        self.second = second
    }
}

/// One constraint between activities, by its number among those of its kind, from 0 in the problem's order.
public enum ConstraintID: Sendable, Hashable {
    /// A pair of ``LevellingProblem/before``.
    case before(Int)
    /// A group of ``LevellingProblem/together``.
    case together(Int)
    /// A pair of ``LevellingProblem/apart``.
    case apart(Int)
}
