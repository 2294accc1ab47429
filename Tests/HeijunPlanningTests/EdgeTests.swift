import HeijunModel
import Testing

@testable import HeijunPlanning

/// Spending before and past the horizon (FY2027–FY2038) counts in the total and is shown, never in the peak.
struct EdgeTests {
    private func service(_ years: Int) -> ProcurementOption {
        var option = ProcurementOption()
        (option.system, option.form, option.years) = ("S1", .service, years)
        option.premium = Rate(tenThousandths: 1000)
        return option
    }

    private func paid(_ course: Course, after year: Int) -> [Int: Int] {
        course.payments.filter { $0.year > FiscalYear(year) }.reduce(into: [:]) {
            $0[$1.year.startYear, default: 0] += $1.amount
        }
    }

    /// Go-live in FY2036, seven years, no renewals: (1001 + 50 + 300) and 10 % are 1486.1, so 212 a year and 214 in the
    /// last; past FY2038 the premium on the running of 220 comes on top, 22 a year.
    @Test func aContractPastTheLastYearCountsWhole() {
        let portfolio = body {
            $0.systems = [
                system {
                    ($0.rebuildYear, $0.renewalYear, $0.cycleYears, $0.lifeYears) = (
                        FiscalYear(2036), nil, nil, 30
                    )
                }
            ]
            $0.procurementOptions = [service(7)]
        }
        let basis = PlanningBasis(portfolio)
        let facts = SystemFacts(portfolio.systems[0], in: basis)
        var decision = Decision(rebuild: FiscalYear(2036))
        decision.form = .service
        let made = CourseMaker(facts: facts, basis: basis).course(decision)
        #expect(paid(made, after: 2038) == [2039: 234, 2040: 234, 2041: 234, 2042: 236])
        // Running 200 for nine years and 242 for three, 212 for three years, then what lies past the edge.
        #expect(made.total == 9 * 200 + 3 * 242 + 3 * 212 + 3 * 234 + 236)
        // A year later one year more lies past the edge, and the contract's whole is the same.
        decision.rebuild = FiscalYear(2037)
        let later = CourseMaker(facts: facts, basis: basis).course(decision)
        let whole = { (course: Course) in course.sum { $0.kind == .service && $0.year <= FiscalYear(2038) } }
        #expect(whole(made) == 636 && whole(later) == 424)
        #expect(paid(later, after: 2038) == [2039: 234, 2040: 234, 2041: 234, 2042: 234, 2043: 236])
    }

    /// What is rebuilt in the year of the as-of date (FY2026) moves with that: on the first of April the plan of a city does
    /// not break because the next occasion comes after its room closes. A target that is not open yet is not taken.
    @Test(
        arguments: [(nil, "hall", true), (Day(year: 2027, month: 6, day: 1), "third", false)]
            as [(Day?, Key, Bool)])
    func whatIsRebuiltThisYearCountsAsMoved(opens: Day?, room: Key, isMoving: Bool) async throws {
        let portfolio = body {
            $0.systems = [
                system {
                    ($0.rebuildYear, $0.room, $0.targetRoom) = (FiscalYear(2026), "third", "hall")
                    $0.hosting = .onPremises
                }
            ]
            addRooms(&$0, closes: Day(year: 2028, month: 3, day: 31))
            if let hall = $0.rooms.firstIndex(where: { $0.id == "hall" }) { $0.rooms[hall].opens = opens }
        }
        let facts = SystemFacts(portfolio.systems[0], in: PlanningBasis(portfolio))
        #expect(facts.room == room && facts.isMoving == isMoving)
        let made = await plan(portfolio)
        #expect((made.outcome == .feasible) == isMoving)
        #expect(made.remarks.contains { $0.ja.contains("移設先にあるとみなした") } == isMoving)
    }

    /// A support end in FY2029 past which nothing is extended, or that binds (2), with years FY2029 to FY2032 open: where FY2029 can be had, it must be; where the
    /// window begins with the natural year FY2030, that year stays. In either case nothing is extended past it.
    @Test(arguments: [(2, 1, [2029]), (2, 0, [2030]), (1, 1, [2029, 2030]), (1, 0, [2030])])
    func nothingIsExtendedPastASupportEnd(rule: Int, early: Int, years: [Int]) async {
        let portfolio = body {
            $0.systems = [
                system {
                    ($0.renewalYear, $0.cycleYears) = (nil, nil)
                    ($0.windowEarly, $0.windowLate) = (early, 2)
                }
            ]
            var end = SupportEnd()
            (end.system, end.subject, end.ends) = ("S1", "OS", Day(year: 2030, month: 3, day: 31))
            $0.supportEnds = [end]
            $0.settingValues = [setting(.hardSupport, rule)]
        }
        #expect(alternatives(portfolio).list.compactMap { $0.course.decision.rebuild?.startYear } == years)
        let made = await plan(portfolio)
        #expect(verifyPlan(made, portfolio) == [])
        let past = made.remarks.filter { $0.ja.contains("自然年度で既にサポート終了を超えている") }
        #expect(past.isEmpty == (made.choices[0].firstRebuild == FiscalYear(2029)))
        var tampered = made
        tampered.choices[0].firstRebuild = FiscalYear(2031)
        #expect(verifyPlan(tampered, portfolio).map(\.code).contains("plan-bound"))
    }

    /// The plan tells what is pushed past the edge, and no year of the horizon holds any of it.
    @Test func whatIsPushedIsShown() async {
        let portfolio = body {
            $0.systems = [
                system {
                    ($0.rebuildYear, $0.renewalYear, $0.cycleYears, $0.lifeYears) = (
                        FiscalYear(2036), nil, nil, 30
                    )
                    ($0.pinnedYear, $0.buildCost) = (FiscalYear(2036), Yen(thousands: 90_000))
                }
            ]
            $0.procurementOptions = [service(7)]
            $0.settingValues = [setting(.peakWeight, 1000)]
        }
        let made = await plan(portfolio)
        #expect(made.choices[0].form == .service)
        // (90,000 + 50 + 300) and 10 % are 99,385: 14,197 a year, 14,203 in the last; and 22 of running each.
        #expect(made.pushedBeyond == Yen(thousands: 3 * 14_197 + 14_203 + 4 * 22))
        #expect(made.peak(\.after)?.after == Yen(thousands: 242 + 14_197))
        #expect(verifyPlan(made, portfolio) == [])
    }

    /// As of October 2026 FY2026 is closed. A supplementary budget brings a rebuild forward to FY2027, so that 500 of its
    /// building fall into FY2025 and 501 into FY2026: both before the horizon, and both in the total.
    @Test func whatIsSpentBeforeTheHorizonCounts() async throws {
        let portfolio = body {
            $0.systems = [system { $0.pinnedYear = FiscalYear(2027) }]
            var terms = PlanTerms()
            (terms.system, terms.budgetException) = ("S1", .supplementary)
            $0.planTerms = [terms]
        }
        let course = try #require(alternatives(portfolio).list.first?.course)
        #expect(course.sum { $0.kind == .build && $0.year < FiscalYear(2027) } == 1001)
        let made = await plan(portfolio)
        #expect(made.beforeHorizon == Plan.Change(before: .zero, after: Yen(thousands: 1001)))
        #expect(made.years[0].oneTimeAfter == Yen(thousands: 350))
        #expect(verifyPlan(made, portfolio) == [])
    }
}
