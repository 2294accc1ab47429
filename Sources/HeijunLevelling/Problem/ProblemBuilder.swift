extension LevellingProblem {
    /// Puts a problem together, piece by piece, and checks each piece.
    ///
    /// ```swift
    /// var builder = try LevellingProblem.Builder(periods: 15)
    /// let cost = try builder.addResource("cost", levelled: true)
    /// try builder.setLimit(120, resource: cost, period: 3)
    /// builder.setWeights…
    /// let first = try builder.addActivity("S0001")
    /// try builder.addAlternative(penalty: 25, start: 3, key: -1)
    /// try builder.addLoad(resource: cost, period: 3, value: 120)
    /// let problem = try builder.build()
    /// ```
    public struct Builder: Sendable {
        let periods: Int
        var resources: [String] = []
        var levelled: Int?
        var peakWeight = 0
        var roughnessWeight = 0
        var limits: [Int] = []
        var base: [Int] = []
        var names: [String] = []
        var numbers: [String: Int] = [:]
        var firstAlternative: [Int] = []
        var penalties: [Int] = []
        var starts: [Int] = []
        var keys: [Int] = []
        var firstLoad: [UInt32] = []
        var loads: [Load] = []
        var before: [ActivityPair] = []
        var apart: [ActivityPair] = []
        var together: [[Int]] = []
        /// Where each row's latest load stands, to add up a row named twice in one alternative.
        var latestLoad: [Int] = []

        /// A problem with this many periods and nothing else yet.
        ///
        /// - Throws: ``ProblemFault/periodCount`` below 1 or above ``Load/rowLimit``.
        public init(periods: Int) throws(ProblemFault) {
            guard (1...Load.rowLimit).contains(periods) else { throw .periodCount(periods) }
            self.periods = periods
        }

        /// Adds a resource without limits and base load, and gives back its number.
        @discardableResult
        public mutating func addResource(_ name: String, levelled: Bool = false) throws(ProblemFault) -> Int {
            guard (resources.count + 1) * periods <= Load.rowLimit else { throw .tooManyRows }
            if levelled {
                guard self.levelled == nil else { throw .secondLevelled }
                self.levelled = resources.count
            }
            resources.append(name)
            limits.append(contentsOf: repeatElement(LevellingProblem.noLimit, count: periods))
            base.append(contentsOf: repeatElement(0, count: periods))
            latestLoad.append(contentsOf: repeatElement(0, count: periods))
            return resources.count - 1
        }

        /// Sets the highest load of a resource in a period; nil takes the limit away.
        public mutating func setLimit(_ limit: Int?, resource: Int, period: Int) throws(ProblemFault) {
            let row = try row(resource, period)
            limits[row] = try limit.map(Self.checked) ?? LevellingProblem.noLimit
        }

        /// Sets the constant load of a resource in a period.
        public mutating func setBase(_ load: Int, resource: Int, period: Int) throws(ProblemFault) {
            base[try row(resource, period)] = try Self.checked(load)
        }

        /// Sets what a unit of the levelled resource's peak and of its changes costs; neither may be negative.
        public mutating func setWeights(peak: Int, roughness: Int) throws(ProblemFault) {
            guard peak >= 0, roughness >= 0 else { throw .negativeWeight(min(peak, roughness)) }
            peakWeight = try Self.checked(peak)
            roughnessWeight = try Self.checked(roughness)
        }

        /// Adds an activity, which alternatives may follow, and gives back its number.
        @discardableResult
        public mutating func addActivity(_ name: String) throws(ProblemFault) -> Int {
            guard numbers.updateValue(names.count, forKey: name) == nil else {
                throw .duplicateActivity(name)
            }
            names.append(name)
            firstAlternative.append(penalties.count)
            return names.count - 1
        }

        /// Adds an alternative to the activity added last; its loads follow by ``addLoad(resource:period:value:)``.
        public mutating func addAlternative(penalty: Int, start: Int, key: Int = -1) throws(ProblemFault) {
            guard !names.isEmpty else { throw .noActivity }
            guard loads.count < Int(UInt32.max) else { throw .tooManyLoads }
            penalties.append(try Self.checked(penalty))
            starts.append(try Self.checked(start))
            keys.append(try Self.checked(key))
            firstLoad.append(UInt32(loads.count))
        }

        /// Adds a load to the alternative added last; a resource and period named again adds up.
        public mutating func addLoad(resource: Int, period: Int, value: Int) throws(ProblemFault) {
            let row = try row(resource, period)
            guard let first = firstLoad.last, firstAlternative.last != penalties.count else {
                throw .noAlternative
            }
            let earlier = latestLoad[row]
            if earlier >= Int(first), earlier < loads.count, loads[earlier].row == row {
                loads[earlier] = Load(
                    row: row, value: try Self.checked(loads[earlier].value + Self.checked(value)))
            } else {
                guard loads.count < Int(UInt32.max) else { throw .tooManyLoads }
                latestLoad[row] = loads.count
                loads.append(Load(row: row, value: try Self.checked(value)))
            }
        }

        /// The number of an activity, by its name.
        public func activity(named name: String) -> Int? { numbers[name] }

        func row(_ resource: Int, _ period: Int) throws(ProblemFault) -> Int {
            guard resources.indices.contains(resource) else { throw .unknownResource(resource) }
            guard (0..<periods).contains(period) else { throw .unknownPeriod(period) }
            return resource * periods + period
        }

        static func checked(_ value: Int) throws(ProblemFault) -> Int {
            guard value.magnitude < Load.valueLimit else { throw .tooLarge(value) }
            return value
        }
    }
}
