import HeijunModel
import Testing

@testable import HeijunPlanning

/// Budget sheets, stages, cuts, debt burden acts and contracts, by hand.
struct BudgetTests {
    /// Build 500 + 501 in R10 and R11, equipment 300 and migration 50 in R12; one system of 1,001 + 350 in all.
    private func city(_ change: (inout Portfolio) -> Void = { _ in }) -> Portfolio {
        body {
            $0.systems = [
                system {
                    $0.renewalYear = nil
                    $0.cycleYears = nil
                    $0.lifeYears = 30
                }
            ]
            change(&$0)
        }
    }

    private func line(_ portfolio: Portfolio, _ year: Int) throws -> BudgetLine {
        try #require(budgetSheet(portfolio, plan: nil, fiscalYear: FiscalYear(year)).first)
    }

    @Test(arguments: [
        (2028, 500, 0, "再構築の開発1年目（全2年、R12 稼働）"), (2029, 501, 500, "再構築の開発2年目（全2年、R12 稼働）"),
        (2030, 350, 501, "稼働に伴う機器・データ移行、再構築の開発の終了"),
    ])
    func differencesHaveReasons(year: Int, amount: Int, lastYear: Int, reason: String) throws {
        let line = try line(city(), year)
        #expect(line.amount == Yen(thousands: amount) && line.lastYear == Yen(thousands: lastYear))
        #expect(line.difference == Yen(thousands: amount - lastYear) && line.reason.ja == reason)
        #expect(line.amounts.values.reduce(Yen.zero, +) == line.amount)
        #expect(line.funding == [.init(funding: .general, amount: line.amount)])
    }

    @Test func itemsFollowTheAccountsMapping() throws {
        let usual = try line(city(), 2030)
        #expect(usual.amounts == [.goods: Yen(thousands: 300), .commission: Yen(thousands: 50)])
        let own = city {
            var mapping = ItemMapping()
            (mapping.account, mapping.migration, mapping.equipmentBought) = ("一般会計", .services, .commission)
            $0.itemMappings = [mapping]
        }
        #expect(
            try line(own, 2030).amounts == [.commission: Yen(thousands: 300), .services: Yen(thousands: 50)])
    }

    private func cost(_ year: Int, _ amount: Int, _ stage: CostStage, _ funding: Funding) -> Cost {
        var cost = Cost()
        (cost.system, cost.year, cost.item) = ("S1", FiscalYear(year), .build)
        (cost.stage, cost.funding, cost.amount) = (stage, funding, Yen(thousands: amount))
        (cost.basis, cost.basisDay) = (.referenceQuote, Day(year: 2026, month: 8, day: 1))
        return cost
    }

    @Test func fundingAddsUpInTheLedgersProportion() throws {
        let portfolio = city {
            $0.costs = [cost(2028, 100, .planned, .national), cost(2028, 200, .planned, .general)]
        }
        let line = try line(portfolio, 2028)
        #expect(
            line.funding == [
                .init(funding: .national, amount: Yen(thousands: 167)),
                .init(funding: .general, amount: Yen(thousands: 333)),
            ])
        #expect(line.basis == .referenceQuote && line.basisDay == Day(year: 2026, month: 8, day: 1))
    }

    @Test func lastYearIsTheBudgetWhereTheLedgerHasIt() throws {
        let portfolio = city { $0.costs = [cost(2028, 480, .budget, .general)] }
        #expect(try line(portfolio, 2029).lastYear == Yen(thousands: 480))
        #expect(try line(portfolio, 2029).lastYearFrom == .ledger)
        let voted = city { $0.budgetAmounts = [stage(.requested, 500), stage(.voted, 450)] }
        #expect(try line(voted, 2029).lastYear == Yen(thousands: 450))
        #expect(try line(voted, 2029).lastYearFrom == .voted)
    }

    @Test func theReviewBeforeTheBudget() throws {
        #expect(try line(city(), 2028).gate == .missing)
        let held = city {
            var gate = Gate()
            (gate.system, gate.review, gate.cycle) = ("S1", .beforeBudget, FiscalYear(2027))
            gate.due = Day(year: 2027, month: 9, day: 30)
            $0.gates = [gate]
        }
        #expect(try line(held, 2028).gate == .due(Day(year: 2027, month: 9, day: 30)))
        #expect(try line(held, 2030).gate == .missing)
    }

    private func stage(_ stage: BudgetStage, _ amount: Int, _ item: BudgetItem = .commission) -> BudgetAmount
    {
        var record = BudgetAmount()
        (record.system, record.year, record.stage) = ("S1", FiscalYear(2028), stage)
        (record.item, record.amount) = (item, Yen(thousands: amount))
        return record
    }

    @Test(
        arguments: [
            ([(BudgetStage.requested, 500)], nil, []), ([(.notified, 0)], 0, ["S1=2031"]),
            ([(.notified, 0), (.appealed, 500), (.assessed, 480)], 480, ["S1.build_cost=961000"]),
            ([(.voted, 500)], 500, []), ([(.voted, 399)], 399, ["S1=2031"]),
        ] as [([(BudgetStage, Int)], Int?, [String])])
    func cutsDeferOrCheapen(stages: [(BudgetStage, Int)], granted: Int?, changes: [String]) throws {
        let portfolio = city { $0.budgetAmounts = stages.map { stage($0.0, $0.1) } }
        #expect(try line(portfolio, 2028).granted == granted.map { Yen(thousands: $0) })
        #expect(cutChanges(portfolio, plan: nil, fiscalYear: FiscalYear(2028)).changes == changes)
    }

    @Test func aCutIsAnsweredWithFewChanges() async throws {
        let portfolio = body {
            $0.systems = (1...4).map { system(Key("S\($0)")) }
            $0.budgetAmounts = [stage(.notified, 0)]
        }
        let first = await plan(portfolio)
        var cut = portfolio
        cut.systems[0].rebuildYear = first.choices[0].planned
        let year = try #require(first.choices[0].buildsFrom)
        cut.budgetAmounts[0].year = year
        let changes = cutChanges(cut, plan: first, fiscalYear: year)
        let variant = try PlanVariant(scenario: nil, changes: changes.changes, in: cut)
        #expect(changes.cuts.count == 1 && changes.changes.count == 1)
        let second = await plan(
            try variant.applied(to: cut), options: PlanOptions(startFrom: first))
        #expect(second.choices[0].planned == first.choices[0].planned?.advanced(by: 1))
        #expect(planDifference(first, second).systems.count <= 2)
    }

    @Test(arguments: [
        (0, 2028, true, false, 551, 0, 551), (0, 2029, false, false, 551, 0, 551),
        (0, 2030, false, false, 551, 501, 50), (2, 2027, true, true, 1051, 0, 1051),
        (2, 2028, false, true, 1051, 0, 1051),
    ])
    func debtsOfARebuild(zero: Int, year: Int, isNew: Bool, isZero: Bool, limit: Int, before: Int, after: Int)
        throws
    {
        let portfolio = city { $0.settingValues = [setting(.zeroDebt, zero), setting(.debtMinimum, 0)] }
        let line = try #require(debtSheet(portfolio, plan: nil, fiscalYear: FiscalYear(year)).first)
        #expect(line.isNew == isNew && line.isZero == isZero && line.limit == Yen(thousands: limit))
        #expect(line.before?.amount ?? .zero == Yen(thousands: before))
        #expect(line.after?.amount == Yen(thousands: after))
        #expect(line.funding.map(\.amount).total() == line.after?.amount)
        #expect(line.period.upperBound == FiscalYear(2030))
    }

    @Test func noDebtWhereOneYearPaysAll() {
        let portfolio = city {
            $0.systems[0].buildYears = 0; $0.settingValues = [setting(.debtMinimum, 1)]
        }
        #expect(debtSheet(portfolio, plan: nil, fiscalYear: FiscalYear(2030)).isEmpty)
        #expect(debtSheet(city(), plan: nil, fiscalYear: FiscalYear(2031)).isEmpty)
        #expect(debtSheet(city(), plan: nil, fiscalYear: FiscalYear(2027)).isEmpty)
    }

    private func contract(_ kind: Contract.Kind, _ starts: Day, _ ends: Day) -> Contract {
        var contract = Contract()
        (contract.system, contract.id, contract.contractKind) = ("S1", "C1", kind)
        (contract.starts, contract.ends, contract.amount) = (starts, ends, Yen(thousands: 3600))
        return contract
    }

    @Test func existingContractsByMonths() throws {
        let portfolio = city {
            $0.contracts = [
                contract(.debtBurden, Day(year: 2025, month: 10, day: 1), Day(year: 2028, month: 9, day: 30))
            ]
            $0.systems[0].rebuildYear = FiscalYear(2036)
        }
        let line = try #require(debtSheet(portfolio, plan: nil, fiscalYear: FiscalYear(2027)).first)
        // 36 months of 100: 600 in R7 (the year that sets it), 1,200 in R8, then 1,200 and 600.
        #expect(line.limit == Yen(thousands: 3000) && line.before?.amount == Yen(thousands: 1200))
        #expect(line.after?.amount == Yen(thousands: 1800) && !line.isNew)
        #expect(line.period == FiscalYear(2026)...FiscalYear(2028))
    }

    private func codes(_ year: Int, _ portfolio: Portfolio) -> [String] {
        contractFindings(portfolio, plan: nil, fiscalYear: FiscalYear(year)).map(\.code)
    }

    @Test func longTermContracts() {
        let (from, five, six) = (
            Day(year: 2025, month: 4, day: 1), Day(year: 2030, month: 3, day: 31),
            Day(year: 2031, month: 3, day: 31)
        )
        func city(_ ends: Day, _ subject: Contract.Subject?, _ settings: [SettingValue] = []) -> Portfolio {
            self.city {
                var contract = contract(.longTerm, from, ends)
                contract.subject = subject
                $0.contracts = [contract]
                $0.settingValues = settings
            }
        }
        #expect(codes(2027, city(five, .service)) == [])
        #expect(codes(2027, city(six, .service)) == ["contract-long-term-years"])
        #expect(codes(2027, city(six, .service, [setting(.longTermYears, 6)])) == [])
        #expect(codes(2027, city(five, .build)) == ["contract-long-term-kind"])
        #expect(codes(2027, city(five, .build, [setting(.longTermBuild, 1)])) == [])
        #expect(codes(2027, city(five, .cloud, [setting(.longTermCloud, 0)])) == ["contract-long-term-kind"])
        #expect(codes(2027, city(five, .lines)) == [] && codes(2027, city(five, nil)) == [])
    }

    @Test(
        arguments: [
            (Organization.Category.city, 19_999, []), (.city, 20_000, ["purchase-assembly"]),
            (.town, 7000, ["purchase-assembly"]),
            (.designatedCity, 39_999, []),
            (.designatedCity, 40_000, ["purchase-assembly", "purchase-agreement"]),
            (.prefecture, 40_000, ["purchase-agreement"]),
        ] as [(Organization.Category, Int, [String])])
    func purchases(category: Organization.Category, thousands: Int, expected: [String]) {
        let portfolio = city {
            $0.organizations[0].category = category
            $0.systems[0].equipmentCost = Yen(thousands: thousands)
        }
        #expect(codes(2030, portfolio) == expected)
        #expect(codes(2029, portfolio) == [])
    }
}
