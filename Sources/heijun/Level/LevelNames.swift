import HeijunLevelling
import HeijunModel

/// Things of a problem as a reader knows them.
struct LevelNames {
    let problem: LevellingProblem

    func activity(_ number: Int) -> String {
        problem.names.indices.contains(number) ? problem.names[number] : "#\(number)"
    }

    /// A limit by its resource and period (from 0, as in the file).
    func row(_ row: Int) -> Words {
        guard row >= 0, row < problem.rowCount else { return Words(ja: "行 \(row)", en: "row \(row)") }
        let (resource, period) = (problem.resources[row / problem.periods], row % problem.periods)
        return Words(ja: "期 \(period) の \(resource) の上限", en: "the limit of \(resource) in period \(period)")
    }

    /// A pair or group by its members.
    func constraint(_ constraint: ConstraintID) -> Words {
        switch constraint {
        case .before(let number) where problem.before.indices.contains(number):
            let pair = problem.before[number]
            return Words(
                ja: "順序（\(activity(pair.first)) → \(activity(pair.second))）",
                en: "before \(activity(pair.first)) \(activity(pair.second))")
        case .apart(let number) where problem.apart.indices.contains(number):
            let pair = problem.apart[number]
            return Words(
                ja: "別の期（\(activity(pair.first))、\(activity(pair.second))）",
                en: "apart \(activity(pair.first)) \(activity(pair.second))")
        case .together(let number) where problem.together.indices.contains(number):
            let names = problem.together[number].map(activity)
            let shown = names.prefix(8).joined(separator: " ") + (names.count > 8 ? " …" : "")
            return Words(ja: "同時（\(shown)）", en: "together \(shown)")
        case .before(let number), .apart(let number), .together(let number):
            return Words(ja: "制約 \(number)", en: "constraint \(number)")
        }
    }

    /// Demands that cannot hold together, each with how much it would have to give if it alone gave way.
    func words(_ conflict: LevellingConflict) -> [Words] {
        let empty = conflict.activities.map { number in
            Words(
                ja: "\(activity(number)) には選択肢がありません。", en: "\(activity(number)) has no alternative.")
        }
        let limits = zip(conflict.rows, conflict.excess).map { row, excess in
            let (name, limit) = (self.row(row), problem.limits[row])
            guard let excess else { return Words(ja: "\(name.ja) \(limit)", en: "\(name.en), \(limit)") }
            return Words(
                ja: "\(name.ja) \(limit)（これだけを緩めるなら \(excess) 増やす必要があります）",
                en: "\(name.en), \(limit) (would have to give \(excess) if it alone gave way)")
        }
        return empty + limits + conflict.constraints.map(constraint)
    }

    /// One thing a choice breaks.
    func words(_ breach: Evaluation.Breach) -> Words {
        switch breach {
        case .limit(let row, let excess):
            Words(
                ja: "\(self.row(row).ja) \(problem.limits[row]) を \(excess) 超過",
                en: "\(self.row(row).en), \(problem.limits[row]), by \(excess)")
        case .constraint(let constraint): self.constraint(constraint)
        }
    }
}
