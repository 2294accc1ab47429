/// What a verification found wrong with a solution or a certificate.
public enum ProofFault: Error, Equatable, Sendable {
    // the solution
    /// The activity has no pick.
    case noPick(activity: Int)
    /// The activity has no alternative of this number.
    case noAlternative(activity: Int, pick: Int)
    /// A row carries more than its limit.
    case overLimit(row: Int, load: Int, limit: Int)
    /// A pair or group does not hold.
    case broken(ConstraintID)
    /// The stated objective (nil: none) is not that of the picks.
    case objective(stated: Int?, counted: Int)
    /// The stated bound is above the objective.
    case boundAboveObjective(bound: Int, objective: Int)
    /// Solution and certificate state different bounds; nil: none, or infeasible.
    case boundsDiffer(solution: Int?, certificate: Int?)
    /// The certificate claims that there is no solution, but here is one.
    case solutionOfInfeasible

    // the certificate
    /// The certificate was made for a problem of other size.
    case otherProblem
    /// Duals of this number are not there.
    case noDuals(Int)
    /// Something is wrong with duals of this number.
    case duals(Int, DualsFault)
    /// A branch or exclusion names an activity that does not exist.
    case noActivity(Int)
    /// A branch or exclusion names an alternative that does not exist.
    case noChoice(activity: Int, alternative: Int)
    /// A branch has not one child per group.
    case childCount(activity: Int)
    /// No group of a branch holds this open alternative.
    case uncovered(activity: Int, alternative: Int)
    /// An exclusion lists an activity twice.
    case excludedTwice(activity: Int)
    /// A constraint of this number is not there.
    case noConstraint(ConstraintID)
    /// The constraint is said to hold for no choice, but some open picks keep it.
    case notRefuted(ConstraintID)
    /// The ray shows nothing: its value is not above 0.
    case emptyRay(duals: Int)
    /// The tree proves a smaller bound than is stated; nil stands for infeasibility.
    case boundNotProven(stated: Int?, proven: Int?)

    /// What may be wrong with duals.
    public enum DualsFault: Error, Equatable, Sendable {
        /// The scale is no power of two from 1 to 2⁴⁰.
        case scale(Int)
        /// There is not one price per period, or one where there must be none.
        case count
        /// A price is negative or, for a change, beyond the weight of roughness.
        case outOfRange(Int)
        /// The prices of the peak do not add up to its weight.
        case peakSum(Int128)
        /// A row stands twice, out of order, does not exist or has no limit.
        case row(Int)
        /// Prices reach 2⁶².
        case tooLarge
    }
}
