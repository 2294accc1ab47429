import HeijunModel
import HeijunPolicy
import Testing

@testable import HeijunReports

/// Charts and sheets of the standardization.
struct StandardizationReportTests {
    static let asOf = Day(year: 2026, month: 4, day: 1)
    static let format = Format(language: .ja, years: .era)

    /// A city with one business whose first three steps are done, under way and not applicable.
    static var city: Portfolio {
        var city = Portfolio()
        city.organizations = [Organization()]
        (city.organizations[0].name, city.organizations[0].prefecture) = ("見本市", "架空県")
        var business = Business()
        (business.id, business.state) = ("residentRegister", .working)
        city.businesses = [business]
        city.steps = zip(1..., [Step.State.done, .working, .notApplicable]).map { number, state in
            var step = Step()
            (step.business, step.number, step.state) = ("residentRegister", number, state)
            if state == .done { step.actualDay = Day(year: 2025, month: 5, day: 1) }
            return step
        }
        return city
    }

    @Test func theHeatMapTellsEveryStateWithoutColour() throws {
        let context = Context(Self.city, asOf: Self.asOf)
        let table = standardizationTable(context)
        let map = try #require(StepHeatMap(table: table, context: context, format: Self.format).drawing())
            .file
        #expect(map.contains("住民基本台帳") && map.contains("次に進める作業"))
        // One mark for the step under way, one in the legend.
        #expect(map.split(separator: "<circle").count - 1 == 2)
        let empty = Context(Portfolio(), asOf: Self.asOf)
        #expect(
            StepHeatMap(table: standardizationTable(empty), context: empty, format: Self.format).drawing()
                == nil)
    }

    @Test func theWaterfallEndsWhereItsItemsLead() throws {
        var city = Self.city
        city.costComparisons = [(CostItem.cloud, 0, 500), (.hardwareRent, 900, 100)].map {
            item, before, after in
            var comparison = CostComparison()
            (comparison.scope, comparison.item) = ("税", item)
            (comparison.before, comparison.after) = (Yen(thousands: before), Yen(thousands: after))
            return comparison
        }
        let analysis = try #require(RunningCostAnalysis.all(of: city).first)
        let chart = try #require(CostWaterfall(analysis: analysis, format: Self.format).drawing()).file
        for text in [">900<", ">600<", ">+500<", ">−800<"] { #expect(chart.contains(text), "\(text)") }
        let table = Table.costComparison(analysis, Self.format)
        #expect(table.rows.map { $0[1].text } == ["ハードウェア借料", "クラウド利用経費"])
        #expect(table.total?[4].text == "−300")
    }

    @Test func theMonthlySheetsHaveTheMinistrysColumns() {
        let context = Context(Self.city, asOf: Self.asOf)
        let sheets = ProgressSheets(context, standardizationTable(context))
        #expect(sheets.rates.table.title.ja == "令和8年4月_進捗状況")
        #expect(sheets.rates.table.columns.count == 23)
        #expect(sheets.steps.table.columns.count == 44 && sheets.steps.headings.count == 18)
        #expect(
            sheets.steps.table.rows.map { $0.prefix(8).map(\.text) } == [
                ["架空県", "見本市", "住民基本台帳", "5 %", "完了済み", "作業中", "対象外", "未"]
            ])
    }
}
