import HeijunModel
import Testing

@testable import HeijunPlanning

/// Tenants of a common platform that leave it, by hand.
struct TenantTests {
    /// A platform P rebuilt in FY2030 with renewals in FY2035 (and so on), on which S1 and S2 stand at 70 and 7; S1 may go
    /// to a SaaS at its rebuild in FY2032.
    private func portfolio(_ change: (inout Portfolio) -> Void = { _ in }) -> Portfolio {
        body {
            $0.systems = [
                system("P"), system("S1") { $0.rebuildYear = FiscalYear(2032) },
                system("S2") { $0.isYearDecided = true },
            ]
            for (tenant, cost) in [("S1", 70), ("S2", 7)] {
                var terms = PlanTerms()
                (terms.system, terms.platform) = (Key(tenant), "P")
                terms.tenantCost = Yen(thousands: cost)
                $0.planTerms.append(terms)
            }
            var option = HostingOption()
            (option.system, option.hosting, option.runCost) = ("S1", .saas, Yen(thousands: 150))
            $0.hostingOptions = [option]
            change(&$0)
        }
    }

    private func charges(_ course: Course) -> [Int: Int] {
        course.payments.filter { $0.kind == .tenants }.reduce(into: [:]) { $0[$1.year.startYear] = $1.amount }
    }

    private func course(_ portfolio: Portfolio, _ key: Key, _ decision: Decision) -> Course {
        let basis = PlanningBasis(portfolio)
        let ledger = portfolio.systems.first { $0.id == key } ?? ITSystem()
        return CourseMaker(facts: SystemFacts(ledger, in: basis), basis: basis).course(decision)
    }

    @Test func whoStaysPaysWithThePlatformAndWhoMayLeaveByItself() {
        let made = portfolio()
        #expect(
            charges(course(made, "P", Decision(rebuild: FiscalYear(2030)))) == [2030: 7, 2035: 7, 2040: 7])
        #expect(charges(course(made, "S1", Decision(rebuild: FiscalYear(2032)))) == [2030: 70, 2035: 70])
        var leaving = Decision(rebuild: FiscalYear(2032))
        leaving.hosting = .saas
        #expect(charges(course(made, "S1", leaving)) == [2030: 70])
        // Gone in the very year of the platform's rebuild, it pays no more.
        leaving.rebuild = FiscalYear(2030)
        #expect(charges(course(made, "S1", leaving)) == [:])
    }

    @Test func whoIsToBeRetiredIsChargedUntilThen() {
        let made = portfolio {
            $0.hostingOptions = []
            $0.systems[1].retiresAfter = FiscalYear(2034)
        }
        #expect(
            charges(course(made, "P", Decision(rebuild: FiscalYear(2030)))) == [2030: 77, 2035: 7, 2040: 7])
        #expect(charges(course(made, "S1", Decision(rebuild: FiscalYear(2032)))) == [:])
    }

    @Test func whatEndsPaysUntilItsEnd() {
        let made = portfolio {
            $0.hostingOptions = []
            var ending = Consolidation()
            (ending.system, ending.ending) = ("S1", .retire)
            $0.consolidations = [ending]
        }
        var retired = Decision(rebuild: FiscalYear(2033))
        retired.ending = .retire
        #expect(charges(course(made, "S1", retired)) == [2030: 70])
    }

    /// Where the plan gives the platform other years than its natural ones, it is made again with these years held, the
    /// tenant pays in them, and the bound is said to be that of the restricted problem.
    @Test(arguments: [2029, 2031])
    func thePlatformsPlannedYearsAreTheTenants(pin: Int) async throws {
        let made = portfolio { $0.systems[0].pinnedYear = FiscalYear(pin) }
        let fixed = await plan(made)
        let one = try #require(fixed.choices.first { $0.system == "S1" })
        let courses = PlannedCourses(made, plan: fixed).courses
        let tenant = try #require(courses.first { $0.facts.system.id == "S1" }).course
        #expect(one.newHosting == .saas && charges(tenant) == [pin: 70])
        #expect(verifyPlan(fixed, made) == [])
    }

    @Test func aMovedPlatformIsHeldAndSaidSo() async throws {
        // The ceiling forbids the platform's building in FY2028, so that it goes live later.
        let made = portfolio {
            $0.ceilings = [ceiling(2028, 1350)]
            $0.systems[1].isYearDecided = true
        }
        let moved = await plan(made)
        let platform = try #require(moved.choices.first { $0.system == "P" })
        #expect(moved.outcome == .feasible && platform.firstRebuild != FiscalYear(2030))
        #expect(moved.heldPlatforms == ["P"] && moved.isRestricted == true)
        let tenant = PlannedCourses(made, plan: moved).courses.first { $0.facts.system.id == "S1" }
        let year = try #require(platform.firstRebuild).startYear
        #expect(charges(try #require(tenant).course)[year] == 70)
        #expect(verifyPlan(moved, made) == [])
    }

    /// A year later for the platform takes the charge of 70 of the tenant that may leave with it, as well as the 7 of the
    /// one that cannot.
    @Test func whyOfAPlatformReckonsItsTenantsAnew() async throws {
        let made = portfolio {
            $0.systems[0].pinnedYear = FiscalYear(2030)
            $0.systems[1].isYearDecided = true
        }
        let fixed = await plan(made)
        let later = try #require(
            yearOptions(of: "P", plan: fixed, portfolio: made).first { $0.year == FiscalYear(2031) })
        let alone = portfolio {
            $0.systems[0].pinnedYear = FiscalYear(2030)
            $0.systems[1].isYearDecided = true
            $0.planTerms.removeFirst()
        }
        let without = try #require(
            yearOptions(of: "P", plan: await plan(alone), portfolio: alone).first {
                $0.year == FiscalYear(2031)
            })
        let more = zip(later.loadChanges, without.loadChanges).filter { $0.amount != $1.amount }
        #expect(
            more.map { "\($0.year.startYear) \($0.amount.thousands - $1.amount.thousands)" } == [
                "2030 -70", "2031 70", "2035 -70", "2036 70",
            ])
        #expect(later.totalChange == without.totalChange)
    }
}
