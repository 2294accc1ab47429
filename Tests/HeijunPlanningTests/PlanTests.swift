import HeijunLevelling
import HeijunModel
import Testing

@testable import HeijunPlanning

/// Plans of portfolios small enough to try everything.
struct PlanTests {
    /// Three equal systems that all fall due in FY2030.
    private func crunch(_ change: (inout Portfolio) -> Void = { _ in }) -> Portfolio {
        body {
            $0.systems = ["S1", "S2", "S3"].map { id in system(id) { $0.buildYears = 1 } }
            change(&$0)
        }
    }

    @Test func spreadsACrunch() async {
        let result = await plan(crunch())
        #expect(result.outcome == .feasible)
        #expect(result.peak(\.before)?.year == FiscalYear(2029))
        #expect(result.peak(\.before)!.before == Yen(thousands: 3 * 1001 + 3 * 200))
        #expect(result.peak(\.after)!.after < result.peak(\.before)!.before)
        #expect(Set(result.choices.map(\.planned)).count == 3)
        #expect(result.gapPercent == 0)
        #expect(verifyPlan(result, crunch()) == [])
    }

    @Test func naturalPlanReproducesTheLedger() async {
        // Without weights on peak and roughness nothing is gained by leaving the natural years.
        let portfolio = crunch {
            $0.settingValues = [
                setting(.peakWeight, 0), setting(.roughnessWeight, 0), setting(.changePenalty, 1000),
            ]
        }
        let result = await plan(portfolio)
        #expect(
            result.choices.allSatisfy { $0.planned == FiscalYear(2030) && $0.shift == 0 && $0.reason == nil })
        #expect(result.years.allSatisfy { $0.before == $0.after && $0.runningBefore == $0.runningAfter })
        #expect(result.moved.isEmpty)
        #expect(result.extensionCost == .zero && result.pushedBeyond == .zero)
    }

    @Test func keepsACeilingAndSaysWhy() async {
        let portfolio = crunch { $0.ceilings = [ceiling(2029, 2000)] }
        let result = await plan(portfolio)
        #expect(result.years[2].after <= Yen(thousands: 2000))
        #expect(result.years[2].ceilingSetBy == "財政課")
        let reason = result.choices.first { $0.shift != 0 }?.reason
        #expect(reason != nil)
        let moved = result.choices.first { $0.shift > 0 }!
        #expect(moved.reason!.ja.contains("R11") && moved.reason!.ja.contains("延伸費用"))
        #expect(moved.reason!.en.contains("FY20"))
    }

    @Test func pinsAreKept() async {
        let portfolio = crunch { $0.systems[1].pinnedYear = FiscalYear(2030) }
        let result = await plan(portfolio)
        #expect(result.choices[1].planned == FiscalYear(2030))
        #expect(result.choices[1].fixed == .pinned)
        #expect(verifyPlan(result, portfolio) == [])
    }

    @Test func anImpossibleCeilingIsExplained() async {
        let portfolio = crunch { $0.ceilings = (2028...2038).map { ceiling($0, 700) } }
        let result = await plan(portfolio)
        #expect(result.outcome == .infeasible)
        #expect(result.objective == nil && result.choices.isEmpty)
        #expect(result.conflicts.count > 1)
        #expect(result.conflicts.contains { $0.ja.contains("財政課") && $0.ja.contains("上げる") })
        #expect(result.years[2].before > .zero)
    }

    /// Build 1,001 and running 200 fit neither in R11 nor, a year later and 30 dearer, in R12: either limit may give.
    @Test func eitherOfTwoLimitsMayGive() async {
        let portfolio = body {
            $0.systems = [
                system {
                    $0.buildYears = 1
                    $0.renewalYear = nil
                    $0.cycleYears = nil
                    $0.windowEarly = 0
                    $0.windowLate = 1
                }
            ]
            $0.ceilings = [ceiling(2029, 1000), ceiling(2030, 1000)]
        }
        let words = await plan(portfolio).conflicts.map(\.ja)
        #expect(words.contains { $0.contains("R11") && $0.contains("201 千円上げる") })
        #expect(words.contains { $0.contains("R12") && $0.contains("231 千円上げる") })
        #expect(words.contains(Sentences.otherwiseAlone.ja))
    }

    @Test func collidingTiesAreExplained() async {
        let portfolio = crunch {
            for index in [0, 1] { $0.systems[index].pinnedYear = FiscalYear(2030) }
            var pair = Separation()
            pair.first = "S1"
            pair.second = "S2"
            $0.separations = [pair]
        }
        let result = await plan(portfolio)
        #expect(result.outcome == .infeasible)
        #expect(
            result.conflicts.map(\.ja) == [
                Sentences.tiesCollide.ja,
                "同年度不可: システムS1（R12）、システムS2（R12）は同じ年度に稼働できない。かっこ内は選べる年度。",
            ])
    }

    @Test func aPinPastTheDeadlineIsExplained() async {
        let portfolio = crunch {
            $0.systems[0].pinnedYear = FiscalYear(2033)
            $0.systems[0].transitionPlannedDay = Day(year: 2031, month: 3, day: 31)
        }
        let result = await plan(portfolio)
        #expect(result.outcome == .infeasible)
        #expect(result.conflicts.first?.ja.contains("固定は成り立たない") == true)
    }

    @Test func ordersSeparationsAndGroupsHold() async {
        let portfolio = crunch {
            var order = Precedence()
            order.first = "S2"
            order.then = "S1"
            $0.precedences = [order]
            var pair = Separation()
            pair.first = "S1"
            pair.second = "S3"
            $0.separations = [pair]
        }
        let result = await plan(portfolio)
        #expect(result.choices[1].planned! <= result.choices[0].planned!)
        #expect(result.choices[0].planned != result.choices[2].planned)
        #expect(verifyPlan(result, portfolio) == [])
    }

    @Test func groupsMoveTogether() async {
        let portfolio = body {
            $0.systems = [("S1", 2029), ("S2", 2031)].map { id, year in
                system(Key(id)) {
                    $0.room = "third"
                    $0.targetRoom = "hall"
                    $0.rebuildYear = FiscalYear(year)
                    $0.renewalYear = FiscalYear(year)
                }
            }
            addRooms(&$0, closes: Day(year: 2034, month: 3, day: 31))
            var group = MoveGroup()
            group.id = "G"
            group.members = ["S1", "S2"]
            $0.moveGroups = [group]
        }
        let result = await plan(portfolio)
        #expect(result.choices[0].moveYear != nil)
        #expect(result.choices[0].moveYear == result.choices[1].moveYear)
        #expect(verifyPlan(result, portfolio) == [])
    }

    @Test func systemsWithoutYearsAreNamed() async {
        let portfolio = crunch {
            $0.systems.append(
                system("S4") {
                    $0.rebuildYear = nil
                    $0.inService = nil
                })
        }
        let result = await plan(portfolio)
        #expect(result.remarks.contains { $0.ja.contains("S4") })
        #expect(result.choices.last?.fixed == .noYear)
        #expect(result.years[0].runningAfter == Yen(thousands: 800))
    }

    @Test func sharedCostsFallOnTheirAccounts() async {
        let portfolio = body {
            $0.systems = [system()]
            var special = Account()
            special.id = "特別会計"
            special.category = .special
            $0.accounts.append(special)
            for (account, rate) in [("一般会計", 2500), ("特別会計", 7500)] {
                var share = AccountShare()
                share.system = "S1"
                share.account = Key(account)
                share.share = Rate(tenThousandths: rate)
                $0.accountShares.append(share)
            }
            $0.ceilings = [ceiling(2029, 500, account: "特別会計")]
        }
        let result = await plan(portfolio)
        #expect(result.accounts.map(\.account) == ["特別会計"])
        #expect(result.years[0].before == Yen(thousands: 50))
        #expect(result.accounts[0].years[0].before == Yen(thousands: 150))
        #expect(result.accounts[0].years[2].after <= Yen(thousands: 500))
        #expect(verifyPlan(result, portfolio) == [])
    }

    @Test func replanningStaysClose() async {
        let first = await plan(crunch())
        let portfolio = crunch { $0.settingValues = [setting(.changePenalty, 100_000)] }
        let second = await plan(portfolio, options: PlanOptions(startFrom: first))
        #expect(planDifference(first, second).systems.isEmpty)
        #expect(second.isReplan)
        #expect(verifyPlan(second, portfolio) == [])
    }

    @Test func samePlanTwice() async {
        let first = await plan(crunch())
        let second = await plan(crunch())
        #expect(first == second)
        var shuffled = crunch()
        shuffled.systems.reverse()
        let third = await plan(shuffled)
        #expect(third == first)
    }

    @Test func verificationSeesTampering() async {
        var result = await plan(crunch())
        result.choices[0].firstRebuild = FiscalYear(2036)
        let codes = Set(verifyPlan(result, crunch()).map(\.code))
        #expect(codes.contains("plan-window") && codes.contains("plan-sum"))
    }
}
