extension LevellingProblem {
    /// Largest load of each row.
    func rowSizes() -> [Double] {
        var sizes = Array(repeating: 0, count: rowCount)
        for load in loads { sizes[load.row] = max(sizes[load.row], abs(load.value)) }
        return sizes.map(Double.init)
    }

    /// How much room each activity takes: its largest alternative's loads of the levelled resource, or without one its
    /// loads as parts of the limits.
    func activitySizes() -> [Double] {
        let unit = rowUnits()
        return (0..<activityCount).map { activity in
            var largest = 0.0
            for alternative in alternatives(of: activity) {
                var sum = 0.0
                for index in loadRange(of: alternative) {
                    sum += abs(Double(loads[index].value)) * unit[loads[index].row]
                }
                largest = max(largest, sum)
            }
            return largest
        }
    }

    private func rowUnits() -> [Double] {
        (0..<rowCount).map { row in
            if let levelled { return row / periods == levelled ? 1 : 0 }
            return limits[row] == Self.noLimit ? 0 : 1000 / (1 + abs(Double(limits[row] - base[row])))
        }
    }
}
