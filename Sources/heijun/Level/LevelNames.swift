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
}
