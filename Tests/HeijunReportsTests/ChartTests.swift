import HeijunModel
import Testing

@testable import HeijunReports

@Test(arguments: [
    (0, 1, 1), (7, 1, 7), (4870, 1000, 5000), (16_076, 5000, 20_000), (99, 20, 100), (100, 20, 100),
])
func amountScale(greatest: Int, step: Int, top: Int) {
    let scale = AmountScale(greatest: greatest)
    #expect(scale.step == step)
    #expect(scale.top == top)
}

@Test(arguments: [(0.0, "0"), (1.25, "1.3"), (-0.04, "0"), (12.0, "12"), (-3.5, "-3.5")])
func coordinates(value: Double, expected: String) {
    #expect(number(value) == expected)
}

/// Every shape of a chart lies inside its drawing.
@Test func histogramStaysInside() throws {
    let drawing = CostHistogram(figures: PlanFigures(City.plan()), format: City.input().format).drawing()
    let source = drawing.markup.source
    #expect(source.hasPrefix("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 1060 330\""))
    #expect(source.contains(">上限 800</text>"))
    #expect(source.contains("class=\"f-limit"))
    for mark in source.split(separator: " y=\"").dropFirst() {
        let value = try #require(Double(mark.prefix { $0 != "\"" }))
        #expect((0...330).contains(value))
    }
}

/// Systems past the limit are folded by class, and none is lost.
@Test(arguments: [1, 5, 60, 400])
func roadmapFolds(limit: Int) {
    var portfolio = City.portfolio()
    var plan = City.plan()
    for number in 0..<195 {
        var system = ITSystem()
        system.id = Key("X\(number)")
        system.name = "システム\(number)"
        system.size = number % 9 == 0 ? .large : .small
        system.systemClass = SystemClass.allCases[number % 6]
        portfolio.systems.append(system)
        var choice = Plan.Choice(system: system.id)
        choice.natural = FiscalYear(2027)
        choice.planned = FiscalYear(2027 + number % 3)
        plan.choices.append(choice)
    }
    let rows = RoadmapRows(plan, portfolio, deadlines: [:], limit: limit)
    #expect(rows.groups.map(\.total).reduce(0, +) == plan.choices.count)
    #expect(rows.groups.allSatisfy { $0.rows.count + $0.foldedCount == $0.total })
    #expect(rows.groups.map(\.rows.count).reduce(0, +) == min(limit, plan.choices.count))
    let chart = RoadmapChart(rows: rows, figures: PlanFigures(plan), format: City.input().format)
    #expect(chart.parts(height: 640).allSatisfy { $0.height <= 640 })
}

@Test func longNamesKeepTheirTooltip() {
    var portfolio = City.portfolio()
    portfolio.systems[0].name = "とても長い名前の情報システム（共同利用型・第二期）"
    let rows = RoadmapRows(City.plan(), portfolio, deadlines: [:])
    let source = RoadmapChart(rows: rows, figures: PlanFigures(City.plan()), format: City.input().format)
        .drawing().markup.source
    #expect(source.contains("<title>とても長い名前の情報システム（共同利用型・第二期）</title>とても長い名前の"))
}
