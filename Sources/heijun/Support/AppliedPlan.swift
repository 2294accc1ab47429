import HeijunModel
import HeijunPlanning
import HeijunReports

/// What applying a plan wrote into the ledger.
struct AppliedPlan {
    let plan: Plan
    let changes: [Change]
    /// The ledger before.
    let entries: [Entry]
    /// The batch that `undo` takes back; nil where the ledger was as planned already.
    let batch: Int?

    init(_ plan: Plan, _ changes: [Change], _ entries: [Entry], batch: Int?) {
        (self.plan, self.changes, self.entries, self.batch) = (plan, changes, entries, batch)
    }

    /// Records that were written; the systems that stay as they are count as unchanged.
    var tally: Tally {
        Tally(
            added: changes.count { $0.verb == .added }, changed: changes.count { $0.verb == .changed },
            missing: changes.count { $0.verb == .removed },
            unchanged: plan.choices.count - Set(changes.map(\.key)).count)
    }

    /// What the ledger says of one system.
    private struct Standing {
        var system = ITSystem()
        var decision = PlanDecision()
    }

    /// What is given out of a system before and after, by its key. A new one is one entry here.
    private static let parts: [(key: String, value: @Sendable (Standing) -> JSONValue)] = [
        ("rebuildYear", { JSONValue($0.system.rebuildYear) }),
        ("renewalYear", { JSONValue($0.system.renewalYear) }),
        ("moveYear", { JSONValue($0.decision.moveYear) }),
        ("moveQuarter", { JSONValue($0.decision.moveQuarter) }),
        ("hosting", { JSONValue($0.decision.hosting?.rawValue) }),
        ("form", { JSONValue($0.decision.form?.rawValue) }),
        ("ending", { JSONValue($0.decision.ending?.rawValue) }),
        ("extendedFrom", { JSONValue($0.decision.extendedFrom) }),
        ("extendedThrough", { JSONValue($0.decision.extendedThrough) }),
        ("laterRebuild", { JSONValue($0.decision.laterRebuild) }),
        ("laterRenewal", { JSONValue($0.decision.laterRenewal) }),
    ]

    /// `{"plan", "batch", "systems": [ … ], "unchanged"}`; `docs/json/apply.schema.json` describes it.
    var json: JSONValue {
        get throws {
            let systems = try systems
            return .object([
                ("plan", .string(plan.id)), ("batch", JSONValue(batch)), ("systems", .array(systems)),
                ("unchanged", .int(plan.choices.count - systems.count)),
            ])
        }
    }

    /// Every system that changed, by key.
    private var systems: [JSONValue] {
        get throws {
            let kept = Dictionary(grouping: entries) { $0.kind }
            let present = byKey(kept[ITSystem.kind.name], ITSystem.kind)
            let decided = byKey(kept[PlanDecision.kind.name], PlanDecision.kind)
            return try Dictionary(grouping: changes, by: \.key).sorted { $0.key < $1.key }.map {
                key, changes in
                var values = (present[key], decided[key])
                let before = try standing(values)
                for change in changes {
                    if change.kind == ITSystem.kind.name {
                        values.0 = change.after
                    } else {
                        values.1 = change.after
                    }
                }
                return AppliedPlan.json(key, before, try standing(values))
            }
        }
    }

    private func byKey(_ entries: [Entry]?, _ kind: RecordKind) -> [String: [String?]] {
        Dictionary((entries ?? []).map { (kind.key(of: $0.values), $0.values) }) { first, _ in first }
    }

    private func standing(_ values: (system: [String?]?, decision: [String?]?)) throws -> Standing {
        var result = Standing()
        if let system = values.system {
            result.system = try ITSystem(Entry(kind: ITSystem.kind.name, values: system))
        }
        if let decision = values.decision {
            result.decision = try PlanDecision(Entry(kind: PlanDecision.kind.name, values: decision))
        }
        return result
    }

    private static func json(_ key: String, _ before: Standing, _ after: Standing) -> JSONValue {
        let pairs = parts.map { (key: $0.key, before: $0.value(before), after: $0.value(after)) }
        return .object(
            [
                ("system", .string(key)), ("name", .string(after.system.name)),
                ("changed", .array(pairs.filter { $0.before.text != $0.after.text }.map { .string($0.key) })),
            ]
                + pairs.map { ($0.key, .object([("before", $0.before), ("after", $0.after)])) })
    }
}
