import HeijunModel
import HeijunPolicy

@testable import HeijunReports

/// A made-up town with two systems, small enough to check by hand.
enum City {
    static let asOf = Day(year: 2026, month: 11, day: 21)

    static func portfolio() -> Portfolio {
        var portfolio = Portfolio()
        var organization = Organization()
        organization.name = "かもめ町"
        organization.isFictional = true
        portfolio.organizations = [organization]
        var facility = Facility()
        facility.id = "third"
        facility.name = "第３庁舎"
        facility.role = .third
        facility.closes = Day(year: 2031, month: 3, day: 31)
        facility.source = "方針 L1465"
        portfolio.facilities = [facility]
        var room = Room()
        room.id = "third-1"
        room.facility = "third"
        room.name = "マシン室"
        portfolio.rooms = [room]
        portfolio.systems = [system("S1", "財務会計", .large), system("S2", "<b>A & \"B\"</b>", .small)]
        portfolio.businesses = [business()]
        return portfolio
    }

    private static func system(_ id: Key, _ name: String, _ size: Size) -> ITSystem {
        var system = ITSystem()
        system.id = id
        system.name = name
        system.size = size
        system.systemClass = .internal_
        system.stage = .operating
        system.room = "third-1"
        return system
    }

    private static func business() -> Business {
        var business = Business()
        business.id = "residentRegister"
        business.state = .working
        business.reportedRate = Rate(tenThousandths: 7075)
        business.source = "総務省"
        return business
    }

    /// R9–R11 with a peak of 900 in R10 that a plan brings to `peak`; amounts in 千円.
    static func plan(peak: Int = 700, ceiling: Int? = 800) -> Plan {
        var plan = Plan(asOf: asOf, scope: "一般会計", outcome: .feasible)
        plan.id = "P-0001"
        plan.objective = 10_043
        plan.bound = 10_000
        plan.years = [(2027, 400, 600), (2028, 900, peak), (2029, 500, 650)].map { year, before, after in
            var load = Plan.YearLoad(year: FiscalYear(year))
            load.runningBefore = Yen(thousands: 300)
            load.oneTimeBefore = Yen(thousands: before - 300)
            load.runningAfter = Yen(thousands: 300)
            load.oneTimeAfter = Yen(thousands: after - 300)
            load.ceiling = ceiling.map { Yen(thousands: $0) }
            load.ceilingSetBy = ceiling.map { _ in "財政課" }
            return load
        }
        plan.years[1].largeBefore = 1
        plan.years[2].largeAfter = 1
        plan.choices = [
            choice("S1", from: 2028, to: 2029, move: 2029), choice("S2", from: 2027, to: 2027, move: 2028),
        ]
        return plan
    }

    private static func choice(_ id: Key, from: Int, to: Int, move: Int) -> Plan.Choice {
        var choice = Plan.Choice(system: id)
        choice.natural = FiscalYear(from)
        choice.planned = FiscalYear(to)
        choice.buildsFrom = FiscalYear(to - 1)
        choice.moveFrom = "third-1"
        choice.moveYear = FiscalYear(move)
        choice.hosting = .saas
        choice.oneTimeCost = Yen(thousands: 600)
        choice.reason = from == to ? nil : Words(ja: "R10 は上限を超える。", en: "2028 would exceed its ceiling.")
        return choice
    }

    static func input(plan: Plan? = plan(), language: Language = .ja) -> ReportInput {
        var input = ReportInput(
            portfolio: portfolio(), asOf: asOf, version: "1.0", inputHash: "3f9a", language: language)
        input.plan = plan
        input.standardization = standardizationTable(input.portfolio, asOf: asOf)
        input.findings = [
            Finding(
                code: "missing-cost", kind: "system", key: "S2", field: "annual_run_cost", severity: .error,
                message: Words(ja: "運用経費がない", en: "No running cost"),
                remedy: Words(ja: "入力する", en: "Enter it"), source: "台帳")
        ]
        return input
    }

    /// Every table that an input gives.
    static func tables(_ input: ReportInput) -> [Table] {
        let format = input.format
        let plans = input.plan.map { plan in
            [
                .planYears(plan, format), .planSystems(plan, input.portfolio, format),
                .changedYears(plan, input.portfolio, format), .moves(plan, input.portfolio, format),
                .accounts(plan, format), .limits(plan, input.portfolio, format),
            ] as [Table]
        }
        return (plans ?? []) + [
            .findings(input.findings, format), .findingGroups(input.findings, format),
            .facilities(input.portfolio, format), .systems(input.portfolio.systems, format),
            .indicators(input.indicators, format), .due(input.due, input.portfolio, format),
            .budget([], input.portfolio, format), .history([], format), .changes([], format),
        ] + (input.standardization.map { [.standardization($0, format)] } ?? [])
    }
}
