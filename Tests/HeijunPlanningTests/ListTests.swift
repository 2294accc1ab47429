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

    /// Leases and upkeep of equipment, those of one day together, and none that a contract says already.
    @Test func equipmentContractsFallDueToo() {
        var city = portfolio
        let ends = [("E2", "サーバB", 2029), ("E1", "サーバA", 2029), ("E3", "UPS", 2030), ("E4", "端末", 2031)]
        city.equipment = ends.map { id, name, year in
            var machine = Equipment()
            (machine.id, machine.name, machine.system) = (Key(id), name, "S2")
            machine.contractEnds = Day(year: year, month: 3, day: 31)
            return machine
        }
        let items = dueList(city, from: FiscalYear(2027), to: FiscalYear(2033))
            .filter { $0.kind == .contractEnd && $0.system == "S2" }
        #expect(items.map { $0.subject?.ja } == ["サーバAほか1台", "C1", "端末"])
        #expect(items.map(\.year.startYear) == [2028, 2029, 2030])
        #expect(items.map { $0.records?.keys } == [["E1", "E2"], nil, ["E4"]])
    }

    @Test func dueUnderAPlan() async {
        let made = await plan(portfolio)
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

    @Test func differenceOfAPlanWithItselfIsEmpty() async {
        let made = await plan(portfolio)
        #expect(planDifference(made, made).isEmpty)
        var pinned = portfolio
        pinned.systems[0].pinnedYear = FiscalYear(2032)
        let other = await plan(pinned)
        let difference = planDifference(made, other)
        #expect(difference.systems.map(\.system).contains("S1"))
        #expect(difference.years.allSatisfy { $0.load.first != $0.load.second })
    }

    @Test func optionsAreMeasuredAgainstThePlan() async throws {
        let made = await plan(portfolio)
        let options = yearOptions(of: "S1", plan: made, portfolio: portfolio)
        let allowed = options.filter(\.isAllowed)
        // Support ends in FY2029: nothing is extended past the natural year.
        #expect(allowed.map(\.year.startYear) == [2029, 2030])
        let planned = try #require(options.first { $0.isPlanned })
        #expect(planned.objectiveChange == 0 && planned.peakChange == .zero && planned.breaks.isEmpty)
        #expect(allowed.allSatisfy { $0.objectiveChange ?? -1 >= 0 && $0.loadChanges.count == 12 })
        // Every other year that is still open is told too, with why it is not to be chosen.
        #expect(options.map(\.year.startYear) == Array(2028...2038))
        let outside = try #require(options.first { $0.year == FiscalYear(2035) })
        #expect(!outside.isAllowed && outside.objectiveChange == nil)
        #expect(outside.breaks.first?.ja == "前倒し・先送りできる範囲（R11〜R14）の外。")
    }

    /// Build 1001 in one year, equipment and migration 350 at go-live, running 200 before and 220 after: a year later moves
    /// these amounts by a year, and costs an extension of 30.
    @Test func aYearLaterMovesItsAmounts() async throws {
        let one = body { $0.systems = [system { ($0.isYearDecided, $0.buildYears) = (true, 1) }] }
        let options = yearOptions(of: "S1", plan: await plan(one), portfolio: one)
        let later = try #require(options.first { $0.year == FiscalYear(2031) })
        let changes = Dictionary(
            uniqueKeysWithValues: later.loadChanges.map { ($0.year.startYear, $0.amount.thousands) })
        // FY2029 loses the building; FY2030 gains it and the extension, and loses what go-live costs and 20 of running.
        #expect(changes[2029] == -1001 && changes[2030] == 1001 + 30 - 350 - 20 && changes[2031] == 350)
        #expect(later.breaks.map(\.ja) == ["年度は決定済み。"])
    }

    /// Building of 1001 in FY2029 begins, equipment and migration of 350 in FY2030 go on; requested a year ahead. As of
    /// October 2026 no request is closed but FY2026's own.
    @Test func everyAutumnHasItsRequests() async {
        let one = body {
            $0.systems = [
                system { ($0.isYearDecided, $0.buildYears, $0.cycleYears, $0.lifeYears) = (true, 1, nil, 30) }
            ]
        }
        let years = requestYears(one, plan: await plan(one))
        #expect(years.map(\.fiscalYear.startYear) == Array(2027...2038))
        let spending = years.filter { $0.amount != .zero }
        #expect(spending.map(\.amount) == [Yen(thousands: 1001), Yen(thousands: 350)])
        #expect(spending.map(\.requestedIn.startYear) == [2028, 2029])
        #expect(spending.map(\.starting) == [["S1"], []] && spending.map(\.continuing) == [0, 1])
        #expect(years.filter(\.isClosed).isEmpty)
    }

    /// A deadline in FY2030 is passed by two years in FY2032.
    @Test func boundsTellByHowMuch() async throws {
        let one = body {
            $0.systems = [system()]
            var end = SupportEnd()
            (end.system, end.subject, end.ends) = ("S1", "OS", Day(year: 2031, month: 3, day: 31))
            $0.supportEnds = [end]
        }
        let options = yearOptions(of: "S1", plan: await plan(one), portfolio: one)
        let late = try #require(options.first { $0.year == FiscalYear(2032) })
        let said = "OSのサポートは R12 に終わる（2 年超える。設定 plan.hard-support により選べない）。"
        #expect(late.breaks.contains { $0.ja == said }, "\(late.breaks)")
    }

    @Test func aPinOutsideTheWindowSaysWhatItBreaks() async throws {
        var limited = portfolio
        limited.ceilings = [ceiling(2034, 600)]
        let made = await plan(limited)
        let option = try #require(pinOption(of: "S1", to: FiscalYear(2035), plan: made, portfolio: limited))
        #expect(!option.isAllowed)
        #expect(option.breaks.contains { $0.ja.contains("R16") && $0.ja.contains("上限") })
    }
}
