import HeijunModel
import Testing

@testable import HeijunPlanning

/// Ceilings by account and by source, in the scope and beside it.
struct CeilingTests {
    private func account(_ id: Key, _ category: Account.Category) -> Account {
        var account = Account()
        (account.id, account.category) = (id, category)
        return account
    }

    private func funding(
        _ account: Key, _ year: Int, _ thousands: Int, _ funding: Funding = .general
    ) -> FundingCeiling {
        var ceiling = FundingCeiling()
        (ceiling.account, ceiling.year, ceiling.funding) = (account, FiscalYear(year), funding)
        ceiling.amount = Yen(thousands: thousands)
        return ceiling
    }

    /// Two general accounts, one system each, both built in FY2028 and FY2029 for go-live in FY2030: 700 and 701, and 570.
    private func twoGeneral(_ change: (inout Portfolio) -> Void) -> Portfolio {
        body {
            $0.accounts.append(account("一般二", .general))
            $0.systems = [
                system("S1") {
                    $0.account = "一般会計"; $0.lifeYears = 30; $0.cycleYears = 30
                },
                system("S2") {
                    $0.account = "一般二"; $0.lifeYears = 30; $0.cycleYears = 30
                },
            ]
            change(&$0)
        }
    }

    /// Each keeps its own ceiling although the other has room.
    @Test func eachGeneralAccountKeepsItsOwn() async {
        let portfolio = twoGeneral {
            $0.ceilings = (2027...2038).map { ceiling($0, 5_000) }
            $0.ceilings += (2027...2038).map { ceiling($0, $0 == 2028 ? 400 : 900, account: "一般二") }
        }
        let made = await plan(portfolio)
        let start = made.choices[1].firstRebuild?.startYear
        #expect(start == 2031 || start == 2032)
        #expect(verifyPlan(made, portfolio) == [])
        var tight = portfolio
        for index in tight.ceilings.indices where tight.ceilings[index].account == "一般二" {
            tight.ceilings[index].amount = Yen(thousands: 400)
        }
        #expect(await plan(tight).outcome == .infeasible)
        #expect(verifyPlan(made, tight).map(\.code).contains("plan-ceiling"))
    }

    /// A ceiling on one of them alone is not taken for one on both.
    @Test func oneCeilingIsNotTheJointOne() async {
        let portfolio = twoGeneral { $0.ceilings = [ceiling(2028, 750)] }
        let basis = PlanningBasis(portfolio)
        #expect(basis.ceiling(of: basis.scopeAccounts, in: FiscalYear(2028)) == nil)
        #expect(basis.ceiling(of: ["一般会計"], in: FiscalYear(2028))?.amount == Yen(thousands: 750))
        #expect(await plan(portfolio).years[1].ceiling == nil)
    }

    /// What a source may pay for a special account binds there, and counts nothing of the scope.
    @Test func aSourcesCeilingBindsBesideTheScope() async {
        let portfolio = body {
            $0.accounts.append(account("国保", .special))
            $0.systems = [system("S1"), system("S2") { $0.account = "国保" }]
            $0.fundingCeilings = [funding("国保", 2028, 300)]
        }
        let made = await plan(portfolio)
        #expect(
            made.choices[1].buildsFrom?.startYear != 2028 && made.choices[1].buildsFrom?.startYear != 2027)
        #expect(verifyPlan(made, portfolio) == [])
        var none = portfolio
        none.fundingCeilings = (2027...2038).map { funding("国保", $0, 100) }
        let stuck = await plan(none)
        #expect(stuck.outcome == .infeasible)
        #expect(verifyPlan(made, none).map(\.code).contains("plan-funding"))
    }

    /// The same of another source: a bond of half the build.
    @Test func bondsOfASpecialAccountHaveTheirCeiling() async {
        let portfolio = body {
            $0.accounts.append(account("国保", .special))
            $0.systems = [system("S2") { $0.account = "国保" }]
            var rule = FundingRule()
            (rule.system, rule.name, rule.funding) = ("S2", "市債", .bond)
            (rule.rate, rule.items) = (Rate(tenThousandths: 5000), [.build])
            $0.fundingRules = [rule]
            $0.fundingCeilings = [funding("国保", 2028, 249, .bond), funding("国保", 2029, 251, .bond)]
        }
        // Half of 500 in FY2028 is over 249: built elsewhen than in FY2028.
        let made = await plan(portfolio)
        #expect(made.choices[0].buildsFrom?.startYear != 2028)
        #expect(verifyPlan(made, portfolio) == [])
    }
}
