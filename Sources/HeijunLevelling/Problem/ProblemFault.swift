/// What is wrong with a piece of a problem.
public enum ProblemFault: Error, Equatable, Sendable {
    /// The file does not begin with `levelling 1`; what stands there.
    case header(String)
    /// A record starts with a word the format does not know.
    case unknownRecord(String)
    /// A field is missing; what it is.
    case missing(String)
    /// A field is too many; what it is.
    case surplus(String)
    /// A field is no whole number; what it is.
    case notANumber(String)
    /// A load is not `resource:period:load`; what it is.
    case notALoad(String)
    /// A number reaches 2⁴⁰ in size.
    case tooLarge(Int)
    /// The number of periods is below 1 or too large, or is given twice.
    case periodCount(Int)
    /// A record comes before `periods`, or `periods` never comes.
    case noPeriods
    /// `periods`, a weight, or a resource's `limit` or `base` is given a second time; which.
    case repeated(String)
    /// A second resource is called levelled.
    case secondLevelled
    /// Resources times periods pass 2²².
    case tooManyRows
    /// All alternatives together have more than 2³² loads.
    case tooManyLoads
    /// There is no resource of this number yet.
    case unknownResource(Int)
    /// There is no period of this number.
    case unknownPeriod(Int)
    /// A weight is negative.
    case negativeWeight(Int)
    /// An alternative comes before any activity.
    case noActivity
    /// A load comes before any alternative of its activity.
    case noAlternative
    /// Two activities have this name.
    case duplicateActivity(String)
    /// No activity has this name (so far).
    case unknownActivity(String)
    /// No activity has this number.
    case unknownActivityNumber(Int)
    /// A name is not UTF-8.
    case notUTF8
    /// Weights, loads and penalties together could reach 2⁶².
    case objectiveTooLarge
}

/// A fault of a problem file, and the line it stands in.
public struct ProblemError: Error, Equatable, Sendable {
    /// Line of the file, from 1; the last line if something is missing at the end.
    public let line: Int
    /// What is wrong there.
    public let fault: ProblemFault

    /// A fault in a line.
    public init(line: Int, fault: ProblemFault) {
        self.line = line
        self.fault = fault
    }
}
