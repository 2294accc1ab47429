/// Rows for the constraints between free activities, and each alternative's entries in them.
///
/// `before a b`: for each start s, picks of a after s and picks of b at s or earlier are at most one.
/// `apart a b`: for each start s, picks of either at s are at most one.
/// `together`: for each key, every member picks it as much as the first member does.
struct TieRows {
    struct Entry {
        let row: Int
        let value: Double
    }

    private struct Tie {
        let constraint: ConstraintID
        /// Places of the tied activities.
        let places: [Int]
        /// Starts or keys that have a row, ascending.
        let marks: [Int]
        var firstRow = 0
    }

    private let problem: LevellingProblem
    private var ties: [Tie] = []
    private var tiesOfPlace: [Int: [Int]] = [:]

    init(_ problem: LevellingProblem, activities: [Int], open: [[Int]]) {
        self.problem = problem
        var placeOf: [Int: Int] = [:]
        for (place, activity) in activities.enumerated() { placeOf[activity] = place }
        for (index, pair) in problem.before.enumerated() { add(.before(index), pair, placeOf, open) }
        for (index, pair) in problem.apart.enumerated() { add(.apart(index), pair, placeOf, open) }
        for (index, group) in problem.together.enumerated() {
            let places = group.compactMap { placeOf[$0] }
            let unique = Array(Set(places)).sorted()
            guard unique.count > 1 else { continue }
            let keys = Set(unique.flatMap { place in open[place].map { problem.keys[$0] } })
            add(Tie(constraint: .together(index), places: unique, marks: keys.sorted()))
        }
    }

    private mutating func add(
        _ id: ConstraintID, _ pair: ActivityPair, _ placeOf: [Int: Int], _ open: [[Int]]
    ) {
        guard let first = placeOf[pair.first], let second = placeOf[pair.second], first != second else {
            return
        }
        let starts = Set((open[first] + open[second]).map { problem.starts[$0] }.filter { $0 >= 0 })
        add(Tie(constraint: id, places: [first, second], marks: starts.sorted()))
    }

    private mutating func add(_ tie: Tie) {
        for place in tie.places { tiesOfPlace[place, default: []].append(ties.count) }
        ties.append(tie)
    }

    mutating func addRows(to rows: inout RowList) {
        for index in ties.indices {
            ties[index].firstRow = rows.lower.count
            for _ in 0..<rowCount(of: ties[index]) {
                if case .together = ties[index].constraint {
                    _ = rows.append(from: 0, to: 0)
                } else {
                    _ = rows.append(from: -.infinity, to: 1)
                }
            }
        }
    }

    private func rowCount(of tie: Tie) -> Int {
        if case .together = tie.constraint { return tie.marks.count * (tie.places.count - 1) }
        return tie.marks.count
    }

    /// What an alternative of the activity at a place enters.
    func entries(_ place: Int, _ alternative: Int) -> [Entry] {
        var entries: [Entry] = []
        for index in tiesOfPlace[place] ?? [] { append(ties[index], place, alternative, &entries) }
        return entries
    }

    private func append(_ tie: Tie, _ place: Int, _ alternative: Int, _ entries: inout [Entry]) {
        let start = problem.starts[alternative]
        switch tie.constraint {
        case .before:
            guard start >= 0 else { return }
            for (index, mark) in tie.marks.enumerated()
            where place == tie.places[0] ? start > mark : start <= mark {
                entries.append(Entry(row: tie.firstRow + index, value: 1))
            }
        case .apart:
            guard let index = tie.marks.firstIndex(of: start) else { return }
            entries.append(Entry(row: tie.firstRow + index, value: 1))
        case .together:
            guard let index = tie.marks.firstIndex(of: problem.keys[alternative]) else { return }
            appendKey(tie, index, place, &entries)
        }
    }

    private func appendKey(_ tie: Tie, _ index: Int, _ place: Int, _ entries: inout [Entry]) {
        if place == tie.places[0] {
            for other in 0..<tie.places.count - 1 {
                entries.append(Entry(row: tie.firstRow + other * tie.marks.count + index, value: -1))
            }
        } else {
            let other = tie.places.firstIndex(of: place)! - 1
            entries.append(Entry(row: tie.firstRow + other * tie.marks.count + index, value: 1))
        }
    }
}
