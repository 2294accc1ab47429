import HeijunLevelling
import HeijunModel

/// Names the ties that cannot hold together even without limits: no more than needed, each system with what is open to it.
struct TieConflict {
    let model: PlanModel
    let isCancelled: @Sendable () -> Bool

    /// One sentence a tie; none where the engine finds no conflict.
    ///
    /// - Parameter ties: The problem with the ties alone.
    func words(_ ties: LevellingProblem) async -> [Words] {
        guard case .infeasible(_, let conflict) = await level(ties, isCancelled: isCancelled) else {
            return []
        }
        var seen: Set<Words> = []
        return conflict.constraints.compactMap(words).filter { seen.insert($0).inserted }
    }

    private func words(_ constraint: ConstraintID) -> Words? {
        let ties = model.ties
        switch constraint {
        case .before(let number) where number < ties.orderCount:
            let pair = ties.before[number]
            return Sentences.ordered(going(pair.first), going(pair.then))
        case .before(let number):
            let pair = ties.before[number]
            return Sentences.sameYear([min(pair.first, pair.then), max(pair.first, pair.then)].map(going))
        case .apart(let number):
            return Sentences.otherYears([ties.apart[number].0, ties.apart[number].1].map(going))
        case .together(let number):
            return Sentences.movedTogether(ties.together[number].map(moving))
        }
    }

    /// A system with the years in which it may go live.
    private func going(_ system: Int) -> Words {
        open(system, model.systems[system].list.compactMap(\.course.decision.rebuild))
    }

    /// A system with the years in which it may move.
    private func moving(_ system: Int) -> Words {
        open(system, model.systems[system].list.compactMap(\.course.decision.move))
    }

    private func open(_ system: Int, _ years: [FiscalYear]) -> Words {
        let name = model.basis.name(model.systems[system].facts.system.id)
        let labels = Set(years).sorted().map { Sentences.label($0, model.basis) }
        guard !labels.isEmpty else { return Words(ja: "\(name)（なし）", en: "\(name) (none)") }
        return Words(
            ja: "\(name)（\(labels.map(\.ja).joined(separator: "・"))）",
            en: "\(name) (\(labels.map(\.en).joined(separator: ", ")))")
    }
}

extension Sentences {
    fileprivate static func ordered(_ first: Words, _ then: Words) -> Words {
        Words(
            ja: "順序: \(first.ja)は \(then.ja)より後に稼働できない。かっこ内は選べる年度。",
            en: "Order: \(first.en) may not go live after \(then.en). In brackets: the years open to it.")
    }

    fileprivate static func sameYear(_ systems: [Words]) -> Words {
        Words(
            ja: "一体決定グループ: \(listed(systems).ja)は同じ年度に稼働する。かっこ内は選べる年度。",
            en:
                "Decision group: \(listed(systems).en) go live in one year. In brackets: the years open to each."
        )
    }

    fileprivate static func otherYears(_ systems: [Words]) -> Words {
        Words(
            ja: "同年度不可: \(listed(systems).ja)は同じ年度に稼働できない。かっこ内は選べる年度。",
            en:
                "Separation: \(listed(systems).en) may not go live in one year. In brackets: the years open to each."
        )
    }

    fileprivate static func movedTogether(_ systems: [Words]) -> Words {
        Words(
            ja: "移設グループ: \(listed(systems).ja)は同じ時期に移す。かっこ内は移設できる年度。",
            en:
                "Move group: \(listed(systems).en) move together. In brackets: the years in which each may move."
        )
    }

    private static func listed(_ systems: [Words]) -> Words {
        Words(
            ja: systems.map(\.ja).joined(separator: "、"), en: systems.map(\.en).joined(separator: ", "))
    }
}
