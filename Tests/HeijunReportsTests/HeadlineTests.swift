import HeijunModel
import Testing

@testable import HeijunReports

private let japanese = Headlines(format: Format(language: .ja, years: .era))
private let english = Headlines(format: Format(language: .en, years: .western))

/// Title of the cost section for a peak after levelling and a ceiling, both in 千円; 900 before.
@Test(arguments: [
    (700, 800, "ピークは R10 から 22.2 % 下がり、すべての年度が上限に収まる"),
    (700, 690, "ピークは R10 から 22.2 % 下がるが、R10 は上限を 10 千円超える"),
    (700, 620, "ピークは R10 から 22.2 % 下がるが、2 年度が上限を超える（最大は R10 の 80 千円）"),
    (900, 900, "ピークは R10 の水準から変わらず、すべての年度が上限に収まる"),
    (900, 800, "ピークは R10 の水準から変わらず、R10 は上限を 100 千円超える"),
    (990, 1000, "ピークは R10 より 10.0 % 上がるが、すべての年度が上限に収まる"),
    (990, 800, "ピークは R10 より 10.0 % 上がり、R10 は上限を 190 千円超える"),
    (700, nil, "ピークは R10 から 22.2 % 下がる（上限の設定なし）"),
    (900, nil, "ピークは R10 の水準から変わらない（上限の設定なし）"),
])
func costTitle(peak: Int, ceiling: Int?, expected: String) {
    #expect(japanese.cost(PlanFigures(City.plan(peak: peak, ceiling: ceiling))) == expected)
}

@Test(arguments: [
    (700, 800, "The peak falls 22.2 % from that of FY2028 and every year stays within its ceiling"),
    (
        700, 690,
        "The peak falls 22.2 % from that of FY2028, but FY2028 exceeds its ceiling by 10 thousand yen"
    ),
    (700, nil, "The peak falls 22.2 % from that of FY2028 (no ceiling is set)"),
])
func costTitleInEnglish(peak: Int, ceiling: Int?, expected: String) {
    #expect(english.cost(PlanFigures(City.plan(peak: peak, ceiling: ceiling))) == expected)
}

@Test func ceilingsOfSomeYears() {
    var plan = City.plan()
    plan.years[0].ceiling = nil
    #expect(japanese.cost(PlanFigures(plan)).hasSuffix("上限のある 2 年度がすべて収まる"))
}

@Test func costTitleWithoutCost() {
    var plan = City.plan()
    plan.years = []
    #expect(japanese.cost(PlanFigures(plan)) == "経費の計上がない")
}

@Test func roadmapTitle() {
    var plan = City.plan()
    plan.years[1].largeBefore = 3
    #expect(japanese.roadmap(plan, PlanFigures(plan)) == "1 システムの時期を変更し、大規模再構築は年 1 件まで（当初は 3 件）")
    plan.choices = []
    #expect(japanese.roadmap(plan, PlanFigures(plan)).hasPrefix("すべてのシステムが当初の年度のままで、"))
}

@Test(arguments: [(Plan.Outcome.infeasible, "計画は成立しない"), (.undecided, "計画は見つからなかった")])
func titleWithoutPlan(outcome: Plan.Outcome, beginning: String) {
    #expect(japanese.withoutPlan(Plan(asOf: City.asOf, scope: "", outcome: outcome)).hasPrefix(beginning))
}

@Test func findingTitle() {
    #expect(japanese.findings([]) == "指摘はない")
    #expect(japanese.findings(City.input().findings) == "指摘は 1 件、うち要是正 1 件")
}

/// The figures are rounded once, so sums and differences agree with what is printed.
@Test(arguments: UInt64(1)...20)
func figuresRecompute(seed: UInt64) {
    var generator = SplitMix(seed)
    var plan = City.plan()
    for index in plan.years.indices {
        plan.years[index].runningAfter = Yen(Int.random(in: 0...9_999_999, using: &generator))
        plan.years[index].oneTimeAfter = Yen(Int.random(in: 0...9_999_999, using: &generator))
    }
    let table = Table.planYears(plan, japanese.format)
    func column(_ key: String) -> [Int] {
        let index = table.columns.firstIndex { $0.key == key } ?? 0
        let texts = table.rows.map { $0[index].text } + [table.total?[index].text ?? ""]
        return texts.map { Int(String($0.replacing("−", with: "-").filter { $0 != "," })) ?? 0 }
    }
    let (running, oneTime, after) = (column("runningAfter"), column("oneTimeAfter"), column("after"))
    #expect(after == zip(running, oneTime).map(+))
    #expect(after.last == after.dropLast().reduce(0, +))
    #expect(zip(column("ceiling"), after).map(-).dropLast() == column("margin").dropLast())
}

/// Steele, Lea and Flood, "Fast splittable pseudorandom number generators" (2014).
struct SplitMix: RandomNumberGenerator {
    private var state: UInt64
    init(_ seed: UInt64) { state = seed }
    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }
}
