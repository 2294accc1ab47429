import HeijunModel
import Testing

@testable import HeijunPlanning

/// Which courses a system may take.
struct AlternativeTests {
    private func years(_ portfolio: Portfolio) -> [Int] {
        Set(alternatives(portfolio).list.compactMap(\.course.decision.rebuild?.startYear)).sorted()
    }

    private func years(_ change: (inout ITSystem) -> Void) -> [Int] {
        years(body { $0.systems = [system("S1", change)] })
    }

    @Test func windows() {
        #expect(years { _ in } == [2029, 2030, 2031, 2032])
        #expect(
            years {
                $0.windowEarly = 0; $0.windowLate = 1
            } == [2030, 2031])
    }

    @Test func closedBudgetsStay() {
        // Building would start in FY2026, whose budget is voted.
        #expect(years { $0.rebuildYear = FiscalYear(2028) } == [2028])
        // An earlier year would need spending in FY2026.
        #expect(years { $0.rebuildYear = FiscalYear(2029) } == [2029, 2030, 2031])
    }

    @Test func theRequestClosesOnItsDay() {
        let rules = PlanRules(body())
        #expect(rules.closedThrough(Day(year: 2026, month: 11, day: 30)) == FiscalYear(2026))
        #expect(rules.closedThrough(Day(year: 2026, month: 12, day: 1)) == FiscalYear(2027))
        #expect(rules.closedThrough(Day(year: 2027, month: 3, day: 31)) == FiscalYear(2027))
        #expect(rules.closedThrough(Day(year: 2027, month: 4, day: 1)) == FiscalYear(2027))
    }

    @Test func decisionsAndPinsFix() {
        #expect(years { $0.isYearDecided = true } == [2030])
        #expect(years { $0.pinnedYear = FiscalYear(2035) } == [2035])
    }

    /// A contract for building that runs into the building years (FY2028 to go-live in FY2030), signed or as a set act.
    @Test(arguments: [
        (Contract.Kind.singleYear, 2026, 2030, true), (.singleYear, 2027, 2030, false),
        (.debtBurden, 2027, 2030, true), (.debtBurden, 2027, 2029, true), (.debtBurden, 2026, 2027, false),
        (.debtBurden, 2031, 2033, false),
    ])
    func contractsForBuildingFix(kind: Contract.Kind, starts: Int, ends: Int, isFixed: Bool) async {
        var contract = Contract()
        (contract.system, contract.id, contract.contractKind) = ("S1", "K", kind)
        (contract.starts, contract.subject) = (FiscalYear(starts).firstDay, .build)
        contract.ends = Day(year: ends, month: 9, day: 30)
        let portfolio = body {
            $0.systems = [system()]
            $0.contracts = [contract]
        }
        #expect((alternatives(portfolio).facts.fixed == .decided) == isFixed)
        #expect((years(portfolio) == [2030]) == isFixed)
        let made = await plan(portfolio)
        #expect(made.remarks.contains { $0.ja.hasPrefix("再構築が契約済み") } == isFixed)
        // A pin alone does not move it; a supplementary budget does.
        var pinned = portfolio
        pinned.systems[0].pinnedYear = FiscalYear(2032)
        #expect((alternatives(pinned).facts.fixed == .pinned) != isFixed)
        var terms = PlanTerms()
        (terms.system, terms.budgetException) = ("S1", .supplementary)
        pinned.planTerms = [terms]
        #expect(years(pinned) == [2032])
    }

    @Test func onlyANaturalYearPastTheHorizonStaysThere() {
        #expect(years { $0.rebuildYear = FiscalYear(2038) } == [2037, 2038])
        #expect(years { $0.rebuildYear = FiscalYear(2039) } == [2038, 2039, 2040, 2041])
    }

    @Test func deadlineIsTheLatestYear() {
        #expect(years { $0.transitionPlannedDay = Day(year: 2031, month: 3, day: 31) } == [2029, 2030])
        // A deadline before the window widens it.
        #expect(
            years {
                $0.rebuildYear = FiscalYear(2034);
                $0.transitionPlannedDay = Day(year: 2031, month: 3, day: 31)
            }
                == [2030])
        // One that no open year can meet does not bind.
        #expect(
            years { $0.transitionPlannedDay = Day(year: 2026, month: 3, day: 31) } == [
                2029, 2030, 2031, 2032,
            ])
    }

    @Test func supportEndsGuideOrBind() {
        var end = SupportEnd()
        end.system = "S1"
        end.subject = "OS"
        end.ends = Day(year: 2030, month: 10, day: 14)
        let standard = body {
            $0.systems = [system()]
            $0.supportEnds = [end]
        }
        #expect(years(standard) == [2029, 2030])
        var soft = standard
        soft.settingValues = [setting(.hardSupport, 0)]
        let late = alternatives(soft).list.first { $0.course.decision.rebuild == FiscalYear(2032) }
        let natural = alternatives(soft).list.first { $0.course.decision.rebuild == FiscalYear(2030) }
        // Two years past the end at 3,000, two extensions, two changes, less two years of dearer running.
        #expect(late!.penalty - natural!.penalty == 2 * 3000 + 2 * 30 + 2 * 100 - 2 * 20)
        var hard = soft
        hard.settingValues = [setting(.hardSupport, 2)]
        #expect(years(hard) == [2029, 2030])
    }

    @Test func contractsRunOutFirst() {
        var contract = Contract()
        contract.system = "S1"
        contract.contractKind = .longTerm
        contract.ends = Day(year: 2031, month: 3, day: 31)
        let portfolio = body {
            $0.systems = [system()]
            $0.contracts = [contract]
            $0.settingValues = [setting(.hardContract, 1)]
        }
        #expect(years(portfolio) == [2030, 2031, 2032])
    }

    @Test func movesHappenAtRenewalsAndRebuilds() {
        let portfolio = body {
            $0.systems = [
                system {
                    $0.renewalYear = FiscalYear(2028)
                    $0.rebuildYear = FiscalYear(2033)
                    $0.room = "third"
                    $0.targetRoom = "hall"
                    $0.windowEarly = 0
                    $0.windowLate = 0
                }
            ]
            addRooms(&$0, closes: Day(year: 2034, month: 3, day: 31))
        }
        let moves = Set(alternatives(portfolio).list.compactMap(\.course.decision.move?.startYear)).sorted()
        #expect(moves == [2027, 2028, 2029, 2033])
        var separate = portfolio
        separate.settingValues = [setting(.separateMoves, 1)]
        let all = Set(alternatives(separate).list.compactMap(\.course.decision.move?.startYear)).sorted()
        #expect(all == Array(2027...2033))
    }

    @Test func aRoomThatClosesTooSoonLeavesNoCourse() async {
        let portfolio = body {
            $0.systems = [
                system {
                    $0.rebuildYear = FiscalYear(2033); $0.renewalYear = FiscalYear(2033)
                    $0.room = "third"; $0.targetRoom = "hall"
                }
            ]
            addRooms(&$0, closes: Day(year: 2030, month: 3, day: 31))
        }
        let result = await plan(portfolio)
        #expect(result.outcome == .infeasible)
        #expect(result.conflicts.first?.ja.contains("R11") == true)
    }

    @Test func systemsLeaveForTheCloudAtTheirRebuild() async {
        let portfolio = body {
            $0.systems = [
                system {
                    $0.hosting = .onPremises; $0.room = "third"; $0.allowedHostings = [.governmentCloud]
                }
            ]
            addRooms(&$0, closes: Day(year: 2034, month: 3, day: 31))
        }
        let result = await plan(portfolio)
        #expect(result.choices[0].hosting == .governmentCloud)
        #expect(result.choices[0].moveYear == result.choices[0].planned)
    }

    @Test func cappedAlternativesAreSaid() async {
        let portfolio = body {
            $0.systems = [
                system {
                    $0.windowEarly = 1; $0.windowLate = 8; $0.rebuildYear = FiscalYear(2031)
                    $0.renewalYear = FiscalYear(2028)
                }
            ]
            $0.settingValues = [setting(.maxAlternatives, 10)]
        }
        let result = await plan(portfolio)
        #expect(result.remarks.contains { $0.ja.contains("限定した問題の下限") })
        #expect(alternatives(portfolio).natural != nil)
    }
}
