import HeijunLevelling
import HeijunModel

/// What the plan's head says follows from its courses and the ledger.
extension PlanCheck {
    /// Extension, spending beyond and before the horizon, soft links: each as the courses have it.
    func totals() -> [Finding] {
        let extended = Yen(thousands: spent.after.extensions - spent.before.extensions)
        let beyond = Yen(thousands: spent.after.beyond - spent.before.beyond)
        let before = change(spent.before.before, spent.after.before, isNoneIfSame: true)
        return [
            (plan.extensionCost == extended, Words(ja: "延伸経費", en: "extension cost")),
            (plan.pushedBeyond == beyond, Words(ja: "期間外への先送り", en: "spending pushed beyond the horizon")),
            (plan.beforeHorizon == before, Words(ja: "期間前の支出", en: "spending before the horizon")),
        ].filter { !$0.0 }.map { wrong($0.1) }
    }

    private func change(_ before: Int, _ after: Int, isNoneIfSame: Bool) -> Plan.Change? {
        if isNoneIfSame ? before == after : before == 0 && after == 0 { return nil }
        return Plan.Change(before: Yen(thousands: before), after: Yen(thousands: after))
    }

    /// What the plan says that soft links cost, before and after, counted one by one.
    func softLinks() -> [Finding] {
        guard plan.softLinks != change(linkCost(natural), linkCost(chosen), isNoneIfSame: false) else {
            return []
        }
        return [
            finding(
                "plan-links", "plan", Key(plan.id), "疎結合の連携の費用が再計算と合わない。",
                "What soft links cost is not what they come to.")
        ]
    }

    /// Scope, settings and what the plan says of itself.
    func head() -> [Finding] {
        let general: Bool? = basis.rules.levelsGeneral ? true : nil
        let restricted: Bool? =
            model.systems.contains(where: \.isCapped) || !model.platformsTakenForGranted.isEmpty ? true : nil
        return [
            (plan.scope == basis.scope, Words(ja: "平準化する会計", en: "levelled scope")),
            (plan.settings == basis.portfolio.changedSettings, Words(ja: "設定", en: "settings")),
            (plan.levelsGeneral == general, Words(ja: "平準化する負担", en: "levelled load")),
            (plan.isRestricted == restricted, Words(ja: "制限された問題の表示", en: "mark of the restricted problem")),
            (plan.isReplan == (plan.base != nil), Words(ja: "作り直しの表示", en: "mark of a re-plan")),
            (
                plan.proof.map { $0.parts == verification?.leaves } ?? true,
                Words(ja: "証明の部分数", en: "parts of the proof")
            ),
        ].filter { !$0.0 }.map { wrong($0.1) }
    }

    private func wrong(_ what: Words) -> Finding {
        finding(
            "plan-head", "plan", Key(plan.id), "\(what.ja)が再計算と合わない。",
            "Its \(what.en) is not what it comes to.")
    }

    /// The use of every limit, as counted anew.
    func limitUses() -> [Finding] {
        let expected = uses.compactMap { use -> Plan.LimitUse? in
            guard let (kind, key) = use.resource.use else { return nil }
            return Plan.LimitUse(
                kind: kind, key: key, year: use.year, quarter: use.resource.quarter, before: use.before,
                after: use.after, limit: use.limit)
        }
        func counts(_ uses: [Plan.LimitUse]) -> [Plan.LimitUse: Int] {
            uses.reduce(into: [:]) { $0[$1, default: 0] += 1 }
        }
        let (stated, counted) = (counts(plan.uses), counts(expected))
        let wrong = Set(stated.keys).union(counted.keys).filter { stated[$0] != counted[$0] }
        return Set(wrong.map { UseName(kind: $0.kind, key: $0.key) }).sorted().map { name in
            finding(
                "plan-use", name.kind.rawValue, name.key, "使用量か上限が再計算と合わない。",
                "Its use or its limit is not what it comes to.")
        }
    }
}

private struct UseName: Hashable, Comparable {
    let kind: Plan.LimitKind
    let key: Key

    static func < (left: Self, right: Self) -> Bool {
        (left.kind.rawValue, left.key) < (right.kind.rawValue, right.key)
    }
}
