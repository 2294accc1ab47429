import HeijunModel
import Testing

@testable import HeijunPlanning

/// What falls due, what to request, what differs, and what other years would mean.
struct ListTests {
    private var portfolio: Portfolio {
        body {
            $0.systems = [system { $0.buildYears = 1 }, system("S2") { $0.buildYears = 1 }]
            var end = SupportEnd()
            end.system = "S1"
            end.subject = "OS"
            end.ends = Day(year: 2029, month: 10, day: 14)
            $0.supportEnds = [end]
            var contract = Contract()
            contract.system = "S2"
            contract.id = "C1"
            contract.contractKind = .lease
            contract.ends = Day(year: 2030, month: 3, day: 31)
            $0.contracts = [contract]
        }
    }

    @Test func dueByTheLedger() {
        let items = dueList(portfolio, from: FiscalYear(2029), to: FiscalYear(2030))
        #expect(items.map(\.kind) == [.supportEnd, .contractEnd, .rebuild, .rebuild])
        #expect(items.map(\.system) == ["S1", "S2", "S1", "S2"])
        #expect(items[2].costs.map(\.year.startYear) == [2029, 2030])
        #expect(items[2].amount == Yen(thousands: 1001 + 350))
    }

    @Test func dueUnderAPlan() {
        let made = plan(portfolio)
        let years = dueList(portfolio, from: FiscalYear(2027), to: FiscalYear(2033), plan: made)
            .filter { $0.kind == .rebuild }.map(\.year)
        #expect(Set(years) == Set(made.choices.compactMap(\.planned)))
    }

    @Test func requestsByItem() {
        let requests = budgetRequests(portfolio, plan: nil, fiscalYear: FiscalYear(2030))
        #expect(requests.map(\.standing) == [.continues, .continues])
        #expect(requests[0].lines.map(\.item) == [.goods, .commission])
        #expect(requests[1].lines.map(\.item) == [.rent, .commission])
        #expect(requests[0].amount == Yen(thousands: 350))
        #expect(requests[0].requestedIn == FiscalYear(2029) && requests[0].goLive == FiscalYear(2030))
        #expect(requests[0].running.map(\.amount) == [Yen(thousands: 220)])
        #expect(budgetRequests(portfolio, plan: nil, fiscalYear: FiscalYear(2029))[0].standing == .starts)
        #expect(budgetRequests(portfolio, plan: nil, fiscalYear: FiscalYear(2028)).isEmpty)
    }

    @Test func thisAutumnAsksForTheNextOpenYear() {
        #expect(decisionsThisAutumn(portfolio, plan: nil).fiscalYear == FiscalYear(2027))
        let late = decisionsThisAutumn(portfolio, plan: nil, asOf: Day(year: 2028, month: 12, day: 20))
        #expect(late.fiscalYear == FiscalYear(2030) && late.requestedIn == FiscalYear(2029))
        let lead = body { $0.settingValues = [setting(.leadYears, 2)] }
        #expect(decisionsThisAutumn(lead, plan: nil).fiscalYear == FiscalYear(2028))
    }

    @Test func differenceOfAPlanWithItselfIsEmpty() {
        let made = plan(portfolio)
        #expect(planDifference(made, made).isEmpty)
        var pinned = portfolio
        pinned.systems[0].pinnedYear = FiscalYear(2032)
        let other = plan(pinned)
        let difference = planDifference(made, other)
        #expect(difference.systems.map(\.system).contains("S1"))
        #expect(difference.years.allSatisfy { $0.load.first != $0.load.second })
    }

    @Test func optionsAreMeasuredAgainstThePlan() throws {
        let made = plan(portfolio)
        let options = yearOptions(of: "S1", plan: made, portfolio: portfolio)
        #expect(options.map(\.year.startYear) == [2029, 2030, 2031, 2032])
        let planned = try #require(options.first { $0.isPlanned })
        #expect(planned.objectiveChange == 0 && planned.peakChange == .zero && planned.breaks.isEmpty)
        #expect(options.allSatisfy { $0.objectiveChange! >= 0 })
    }

    @Test func aPinOutsideTheWindowSaysWhatItBreaks() throws {
        var limited = portfolio
        limited.ceilings = [ceiling(2034, 500)]
        let made = plan(limited)
        let option = try #require(pinOption(of: "S1", to: FiscalYear(2035), plan: made, portfolio: limited))
        #expect(!option.isAllowed)
        #expect(option.breaks.contains { $0.ja.contains("R16") && $0.ja.contains("上限") })
    }
}
