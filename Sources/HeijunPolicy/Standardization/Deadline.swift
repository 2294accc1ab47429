public import HeijunModel

/// The day by which a business must have migrated, with where that day comes from.
public struct Deadline: Sendable, Hashable {
    /// The last day.
    public let day: Day
    /// How binding the day is.
    public let kind: DeadlineDecision.Force
    /// The document that sets it.
    public let source: String
    /// The day of the decision; nil where none is known.
    public let decided: Day?

    /// The deadline of a business on a day: its own where it has one, else the latest decision for its state.
    ///
    /// - Parameter decisions: The ledger's decisions; where it has none for a scope, the published ones hold.
    /// - Parameter asOf: Later decisions are not known yet; nil knows all.
    public static func of(
        _ business: Business, decisions: [DeadlineDecision] = [], asOf: Day? = nil
    ) -> Deadline {
        if let day = business.deadline {
            return Deadline(day: day, kind: .own, source: business.deadlineSource ?? "台帳", decided: nil)
        }
        let scope: DeadlineDecision.Scope =
            business.state == .transitionSupport ? .transitionSupport : .everyBusiness
        return latest(scope, decisions, asOf) ?? latest(scope, published, asOf) ?? principle
    }

    /// The deadline decided for one system alone; nil where none is.
    public static func of(
        system: Key, decisions: [DeadlineDecision], asOf: Day? = nil
    ) -> Deadline? {
        latest(.system, decisions.filter { $0.system == system }, asOf)
    }

    /// The latest decision with a day that is taken by `asOf`; where all are later, the first of them.
    private static func latest(
        _ scope: DeadlineDecision.Scope, _ decisions: [DeadlineDecision], _ asOf: Day?
    ) -> Deadline? {
        let fitting = decisions.filter { $0.scope == scope && $0.day != nil }.sorted {
            ($0.decided ?? .range.lowerBound, $0.id) < ($1.decided ?? .range.lowerBound, $1.id)
        }
        let taken = fitting.filter { decision in
            guard let asOf, let decided = decision.decided else { return true }
            return decided <= asOf
        }
        return (taken.last ?? fitting.first).flatMap(Deadline.init)
    }

    private init?(_ decision: DeadlineDecision) {
        guard let day = decision.day else { return nil }
        self.init(
            day: day, kind: decision.force, source: decision.source ?? "台帳", decided: decision.decided)
    }

    private init(day: Day, kind: DeadlineDecision.Force, source: String, decided: Day?) {
        (self.day, self.kind, self.source, self.decided) = (day, kind, source, decided)
    }
}

extension Deadline {
    /// 令和7年度末, 2026-03-31: the principle for every business.
    public static let principle = Deadline(
        day: FiscalYear(2025).lastDay, kind: .principle, source: basicPolicy("令和4年10月7日"),
        decided: Day(year: 2022, month: 10, day: 7))

    /// What the Cabinet decided, oldest first: what holds where the ledger records no decisions of its own.
    ///
    /// Sources: the decisions' days and contents as reported by 月刊地方自治 2024-04 and the press of 2024-12-24. The
    /// law itself names no day; 2031-03-31 is an aim (概ね5年, within the term of the subsidy fund), not a statutory date.
    public static let published: [DeadlineDecision] = [
        decision(
            "policy-2022", .everyBusiness, principle.day, .principle, Day(year: 2022, month: 10, day: 7),
            "令和4年10月7日", "基本方針を閣議決定。令和7年度までの移行を目指す。"),
        decision(
            "policy-2023", .transitionSupport, nil, .own, Day(year: 2023, month: 9, day: 8), "令和5年9月8日",
            "基本方針を改定。移行の難度が極めて高いシステムに個別の期限を認める。"),
        decision(
            "policy-2024", .transitionSupport, FiscalYear(2030).lastDay, .aim,
            Day(year: 2024, month: 12, day: 24), "令和6年12月24日",
            "基本方針を改定。「特定移行支援システム」とし、概ね5年以内（基金の設置期間内）の移行を目指す。法定の期限ではない。"),
    ]

    private static func basicPolicy(_ decided: String) -> String {
        "地方公共団体情報システム標準化基本方針（\(decided)閣議決定）"
    }

    private static func decision(
        _ id: Key, _ scope: DeadlineDecision.Scope, _ day: Day?, _ force: DeadlineDecision.Force,
        _ decided: Day, _ cabinet: String, _ note: String
    ) -> DeadlineDecision {
        var decision = DeadlineDecision()
        (decision.id, decision.scope, decision.day, decision.force) = (id, scope, day, force)
        (decision.decided, decision.note) = (decided, note)
        decision.source = basicPolicy(cabinet) + (force == .aim ? "、概ね5年以内の目安" : "")
        return decision
    }
}

extension Context {
    /// The deadline of a business today. Where each of its live systems has a deadline of its own, the last of them.
    func deadline(of business: Business) -> Deadline {
        let decisions = portfolio.deadlineDecisions
        let systems = ledger.systems(of: business.id).filter(\.isLive)
        let own = systems.compactMap { Deadline.of(system: $0.id, decisions: decisions, asOf: asOf) }
        if business.deadline == nil, !own.isEmpty, own.count == systems.count,
            let last = own.max(by: { $0.day < $1.day })
        {
            return last
        }
        return Deadline.of(business, decisions: decisions, asOf: asOf)
    }

    /// Every decision about deadlines, the oldest first: the ledger's, and the published ones for scopes that it
    /// leaves out.
    public var deadlineHistory: [DeadlineDecision] {
        let own = portfolio.deadlineDecisions
        let covered = Set(own.map(\.scope))
        return (own + Deadline.published.filter { !covered.contains($0.scope) }).sorted {
            ($0.decided ?? .range.lowerBound, $0.id) < ($1.decided ?? .range.lowerBound, $1.id)
        }
    }
}
