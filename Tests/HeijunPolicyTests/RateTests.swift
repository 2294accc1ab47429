import HeijunModel
import HeijunPolicy
import Testing

/// The formulas, means and roundings of achievement rates.
struct RateTests {
    struct Case {
        let formula: RateFormula, target: Int, actual: Int, baseline: Int?, whole: Int?, percent: String?
    }

    static let cases = [
        Case(formula: .actualOverTarget, target: 35, actual: 51, baseline: nil, whole: nil, percent: "145.7"),
        Case(formula: .actualOverTarget, target: 0, actual: 5, baseline: nil, whole: nil, percent: nil),
        Case(
            formula: .targetOverActual, target: 105, actual: 136, baseline: nil, whole: nil, percent: "77.2"),
        Case(formula: .targetOverActual, target: 3, actual: 0, baseline: nil, whole: nil, percent: nil),
        Case(formula: .mirrored, target: 100, actual: 50, baseline: nil, whole: nil, percent: "150"),
        Case(formula: .mirrored, target: 100, actual: 130, baseline: nil, whole: nil, percent: "70"),
        Case(formula: .mirrored, target: 0, actual: 1, baseline: nil, whole: nil, percent: nil),
        Case(formula: .fromBaseline, target: 60, actual: 70, baseline: 100, whole: nil, percent: "75"),
        Case(formula: .fromBaseline, target: 60, actual: 70, baseline: nil, whole: nil, percent: nil),
        Case(formula: .fromBaseline, target: 60, actual: 70, baseline: 60, whole: nil, percent: nil),
        Case(formula: .complement, target: 3, actual: 0, baseline: nil, whole: 366, percent: "100.8"),
        Case(formula: .complement, target: 3, actual: 0, baseline: nil, whole: nil, percent: nil),
        Case(formula: .complement, target: 3, actual: -1, baseline: nil, whole: 366, percent: nil),
    ]

    @Test(arguments: cases.indices)
    func byHand(_ index: Int) {
        let one = Self.cases[index]
        let rate = one.formula.rate(
            target: Figure(one.target), actual: Figure(one.actual), baseline: one.baseline.map { Figure($0) },
            whole: one.whole.map { Figure($0) })
        #expect(rate?.percent(places: 1) == one.percent)
    }

    /// Means of the published indicators: 施策12, 14 and 50 of Yokohama.
    @Test(arguments: [
        ([(20, 245), (2, 3)], "687.5"), ([(265, 299), (10_600, 100_018)], "528.2"),
        ([(80, 96), (12, 12)], "110"), ([(3, 3)], "100"),
    ])
    func means(pairs: [(Int, Int)], percent: String) {
        let rates = pairs.compactMap { AchievementRate($0.1, over: $0.0) }
        #expect(AchievementRate.mean(rates)?.percent(places: 1) == percent)
    }

    @Test func aMeanOfNothingIsNone() { #expect(AchievementRate.mean([]) == nil) }

    @Test(arguments: [
        (2, 3, "66", AchievementRate.Agreement.truncated), (2, 3, "67", .rounded), (2, 3, "66.7", .rounded),
        (51, 35, "130", .differs), (11, 2, "550", .rounded), (62, 70, "88", .truncated),
        (62, 70, "89", .rounded),
        (1, 2, "50", .rounded), (1, 3, "33.33", .rounded),
    ])
    func agreements(top: Int, bottom: Int, printed: String, agreement: AchievementRate.Agreement) throws {
        let rate = try #require(AchievementRate(top, over: bottom))
        #expect(rate.agreement(with: try Figure(fieldText: printed)) == agreement)
    }

    /// Scaling target and actual together leaves the rate, by every formula that needs no third figure.
    @Test(arguments: UInt64(1)...40)
    func scalingLeavesTheRate(seed: UInt64) {
        var dice = Dice(seed: seed)
        let (target, actual) = (dice.number(1...9999), dice.number(1...9999))
        let factor = dice.number(2...999)
        for formula in [RateFormula.actualOverTarget, .targetOverActual, .mirrored] {
            let plain = formula.rate(target: Figure(target), actual: Figure(actual))
            let scaled = formula.rate(target: Figure(target * factor), actual: Figure(actual * factor))
            #expect(plain == scaled && plain != nil)
        }
    }

    /// However awkward the denominators, a mean lies between the least and the greatest rate.
    @Test(arguments: UInt64(1)...40)
    func meansLieBetween(seed: UInt64) throws {
        var dice = Dice(seed: seed)
        let rates = (0..<dice.number(1...30)).compactMap { _ in
            AchievementRate(dice.number(0...2_000_003), over: dice.number(1...1_000_003))
        }
        let mean = try #require(AchievementRate.mean(rates)).fraction
        let plain = rates.map(\.fraction).reduce(0, +) / Double(rates.count)
        #expect(abs(mean - plain) <= 1e-8 * max(1, plain))
    }
}

/// A small generator of random numbers (SplitMix64): the same seed gives the same numbers.
struct Dice: RandomNumberGenerator {
    private var state: UInt64
    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    mutating func number(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &self) }
}
