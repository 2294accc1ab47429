/// The proof of a bound: a tree that covers every choice, with a few whole numbers at each leaf from which the leaf's
/// bound is computed again, exactly, in one pass over the problem.
///
/// ## Domains
/// A node stands for the choices that pick, for each activity, an alternative of the node's *domain*. The root's domain
/// is every alternative. `branch` and `exclude` narrow it for their children.
///
/// ## The forest
/// Activities are tied by constraints. Lagrangian bounds stay computable when the ties form a forest, so some
/// constraints are left out of the *bound* (never out of the solution). Which ones follows from the problem alone:
///
/// - Nodes of a graph are the activities and the groups of `together`, where groups that share a member (directly or
///   through others) are merged into one, because all their keys are equal anyway.
/// - Edges are, in this order: each merged group with each of its members (groups by smallest member, members
///   ascending, each once); the pairs of `before` in the problem's order; the pairs of `apart` in the problem's order.
///   A pair of an activity with itself is no edge.
/// - An edge joins the forest if its ends are not yet connected by edges that joined before it; otherwise it is
///   left out.
///
/// The *block minimum* of a tree of that forest, for given alternative costs, is the least total cost over choices in
/// the node's domain that satisfy the tree's edges (members have the group's key; `before`; `apart`). It is infinite
/// if there is no such choice, for example if a domain is empty. An alternative that breaks `apart a a` by itself
/// (start ≥ 0) is never open: it leaves the root's domain at the outset.
///
/// ## The value of duals at a node
/// With `w[row] = π[row]`, and for the levelled resource's row of period t also `+ λ[t] + ρ[t] − ρ[t+1]` (where
/// `ρ[0] = ρ[T] = 0`), an alternative costs `scale · penalty + Σ load · w[row]`, and
///
///     value = Σ w[row] · base[row] − Σ π[row] · limit[row] + Σ over trees of the block minimum.
///
/// - **Bound duals** need `Σ λ = peakWeight · scale`, `λ ≥ 0`, `−roughnessWeight · scale ≤ ρ ≤ roughnessWeight · scale`,
///   `π ≥ 0`, and π only on rows with a limit. Without a levelled resource λ and ρ are empty. Every feasible choice of
///   the node has an objective of at least `value / scale`, rounded up; an infinite value shows that there is none.
/// - **Ray duals** have empty λ and ρ and only `π ≥ 0`; penalties count as 0 (`scale` is not used). A value above 0, or
///   an infinite one, shows that the node has no feasible choice; a ray with another value shows nothing and is refused.
///
/// All sums may pass 64 bits and are taken in 128.
public struct Certificate: Sendable, Equatable {
    /// All duals the tree refers to, by position.
    public var duals: [Duals]
    /// The tree's root.
    public var root: CertificateNode

    /// A proof.
    public init(duals: [Duals], root: CertificateNode) {
        self.duals = duals
        self.root = root
    }
}

/// A part of the proof's tree. The bound of the tree is the smallest bound of its nodes; +∞ proves infeasibility.
public indirect enum CertificateNode: Sendable, Equatable {
    /// The node's bound is the value of these duals at its domain (+∞ for a ray that proves it empty).
    case leaf(duals: Int)
    /// The constraint holds for no choice of the node's domain: no pair of open alternatives satisfies a `before` or
    /// `apart`, or no key is open to all members of a `together` group. The bound is +∞.
    case refuted(ConstraintID)
    /// Every open alternative of the activity is in at least one of the groups (alternatives numbered from 0 within
    /// the activity); child i has the activity's domain narrowed to the open ones of group i.
    case branch(activity: Int, groups: [[Int]], children: [CertificateNode])
    /// Takes alternatives away whose choice alone is already too dear. For each listed activity, the value of the duals
    /// with *that* activity's domain narrowed to the listed alternatives (the others' domains as at this node) bounds
    /// every choice that picks one of them; the node's bound is the least of these and the child's, whose domain lacks
    /// all listed alternatives. Each activity is listed once; a listed alternative need not be open any more.
    case exclude(duals: Int, choices: [Exclusion], child: CertificateNode)
}

/// Alternatives of one activity that a proof takes away.
public struct Exclusion: Sendable, Equatable {
    /// The activity's number.
    public let activity: Int
    /// Numbers of its alternatives, from 0 within the activity, ascending.
    public let alternatives: [Int]

    /// Alternatives of one activity.
    public init(activity: Int, alternatives: [Int]) {
        self.activity = activity
        self.alternatives = alternatives
    }
}

/// Prices in whole numbers: all are `scale` times the real ones.
public struct Duals: Sendable, Equatable {
    /// Whether these are a ray (proof of infeasibility) rather than a bound.
    public var isRay: Bool
    /// A power of two from 1 to 2⁴⁰; 1 for a ray.
    public var scale: Int
    /// Price of each period's load against the peak; empty for a ray and without a levelled resource.
    public var lambda: [Int]
    /// Price of the change from period t to t + 1 at index t; empty for a ray and without a levelled resource.
    public var rho: [Int]
    /// Price of each limit, rows ascending, zeros left out.
    public var pi: [RowPrice]

    /// Prices of a bound or a ray.
    public init(isRay: Bool, scale: Int, lambda: [Int], rho: [Int], pi: [RowPrice]) {
        self.isRay = isRay
        self.scale = scale
        self.lambda = lambda
        self.rho = rho
        self.pi = pi
    }
}

/// The price of one row's limit.
public struct RowPrice: Sendable, Equatable {
    /// `resource * periods + period`.
    public let row: Int
    /// Not negative.
    public let price: Int

    /// The price of one row's limit.
    public init(row: Int, price: Int) {
        self.row = row
        self.price = price
    }
}
