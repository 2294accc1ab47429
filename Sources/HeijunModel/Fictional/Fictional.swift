extension Portfolio {
    /// A fictional portfolio of any size with the shape of a real city's: clustered renewals, a third building to be
    /// vacated, scarce staff, vendors and budget. It says that it is fictional.
    ///
    /// A plan exists: the limits are those of a hidden plan with a margin. The same numbers give the same portfolio.
    /// - Parameter systems: Number of systems, 1 or more.
    public static func fictional(systems: Int, seed: UInt64) -> Portfolio {
        var maker = FictionalMaker(count: max(1, systems), seed: seed)
        return maker.make()
    }
}

/// Makes a fictional portfolio step by step.
struct FictionalMaker {
    let count: Int
    var dice: Dice
    var portfolio = Portfolio()
    /// The hidden plan: what each system does, by its position.
    var hidden: [HiddenCourse] = []

    /// The first year after the as-of date, and the last of twelve.
    static let first = FiscalYear(2027), last = FiscalYear(2038)
    static var years: [FiscalYear] { Array(first...last) }
    /// The last year in which the third building may be used.
    static let thirdEnds = FiscalYear(2032)

    init(count: Int, seed: UInt64) {
        self.count = count
        dice = Dice(seed: seed)
    }

    /// Makes everything, in this order: what comes later draws on what stands.
    mutating func make() -> Portfolio {
        makeFrame()
        makeSystems()
        hidePlan()
        makeLimits()
        makeTies()
        makeSurroundings()
        return portfolio
    }

    /// A key such as `SYS-0007`.
    static func key(_ prefix: String, _ number: Int, _ width: Int = 4) -> Key {
        Key("\(prefix)-\(padded(number, width))")
    }
}
