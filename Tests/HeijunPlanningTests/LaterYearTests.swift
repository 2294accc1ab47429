import HeijunModel
import Testing

@testable import HeijunPlanning

/// Later rebuilds and renewals moved from their cycles (`plan.later-shift`); the system is the one of `CourseTests`: rebuilt in
/// FY2030, renewed in FY2035, rebuilt again in FY2040.
struct LaterYearTests {
    private func portfolio(_ shift: Int, _ change: (inout Portfolio) -> Void = { _ in }) -> Portfolio {
        body {
            $0.systems = [system { ($0.windowEarly, $0.windowLate) = (0, 0) }]
            $0.settingValues = [setting(.laterShift, shift)]
            change(&$0)
        }
    }

    private func table(_ course: Course, _ kind: Course.Kind) -> [Int: Int] {
        var result: [Int: Int] = [:]
        for payment in course.payments where payment.kind == kind {
            result[payment.year.startYear, default: 0] += payment.amount
        }
        return result
    }

    private func course(_ renewal: Int?, _ rebuild: Int?) throws -> Course {
        let found = alternatives(portfolio(1)).list.first {
            $0.course.decision.laterRenewal == renewal.map(FiscalYear.init)
                && $0.course.decision.laterRebuild == rebuild.map(FiscalYear.init)
        }
        return try #require(found).course
    }

    @Test(arguments: [(0, [2035], [2040]), (1, [2034, 2035, 2036], [2039, 2040, 2041])])
    func whatTheSettingAllows(shift: Int, renewals: [Int], rebuilds: [Int]) {
        let list = alternatives(portfolio(shift)).list
        #expect(list.count == renewals.count * rebuilds.count)
        #expect(Set(list.map { $0.course.renewals[0].startYear }) == Set(renewals))
        #expect(Set(list.map { $0.course.rebuilds[1].startYear }) == Set(rebuilds))
        #expect(list.first?.course.decision.laterRebuild == nil)
    }

    /// A renewal a year late pays one extension of 30; a year early it pays none.
    @Test func aLaterRenewalByHand() throws {
        let late = try course(2036, nil), early = try course(2034, nil)
        #expect(table(late, .equipment) == [2030: 300, 2036: 300, 2040: 300])
        #expect(table(late, .extension) == [2035: 30])
        #expect(table(early, .equipment) == [2030: 300, 2034: 300, 2040: 300])
        #expect(table(early, .extension) == [:])
    }

    /// Nothing becomes cheaper by being pushed out: a second rebuild a year late or early costs what it costs in its year.
    @Test func aSecondRebuildByHand() throws {
        let late = try course(nil, 2041), early = try course(nil, 2039), due = try course(nil, nil)
        #expect(table(late, .build) == [2028: 500, 2029: 501, 2039: 500, 2040: 501])
        #expect(table(early, .build) == [2028: 500, 2029: 501, 2037: 500, 2038: 501])
        #expect(table(early, .equipment) == [2030: 300, 2035: 300, 2039: 300])
        #expect(late.total == due.total && early.total == due.total)
    }

    /// What waits for the second rebuild past its life is extended: life 6, second rebuild FY2036 put off to FY2037.
    @Test func aSecondRebuildPutOffIsExtended() throws {
        let short = portfolio(1) { $0.systems[0].lifeYears = 6 }
        let late = try #require(
            alternatives(short).list.first { $0.course.decision.laterRebuild == FiscalYear(2037) })
        // The equipment of FY2030 falls due in FY2035 and waits two years.
        #expect(late.course.extensionYears.map(\.startYear) == [2035, 2036])
        #expect(starts(late.course.rebuilds) == [2030, 2037])
    }

    /// Two systems whose renewals coincide: one gives way a year. The plan verifies, and applied it is the natural course.
    @Test func aPlanMovesALaterRenewal() async throws {
        let two = portfolio(1) {
            $0.systems.append(
                system("S2") { ($0.windowEarly, $0.windowLate, $0.isYearDecided) = (0, 0, true) })
            $0.systems[0].isYearDecided = true
            $0.settingValues += [setting(.peakWeight, 0), setting(.roughnessWeight, 10)]
            $0.ceilings = [ceiling(2035, 900)]
        }
        #expect(
            await plan(
                portfolio(0) {
                    $0 = two; $0.settingValues.removeFirst()
                }
            ).outcome == .infeasible)
        let made = await plan(two)
        #expect(made.outcome == .feasible && verifyPlan(made, two) == [])
        let moved = made.choices.filter { $0.laterRenewal != nil }
        #expect(
            !moved.isEmpty && moved.allSatisfy { $0.laterRenewalDue == FiscalYear(2035) && $0.reason != nil })
        let applied = two.applying(made)
        let again = model(applied)
        for (system, choice) in zip(again.systems, made.choices) {
            #expect(system.naturalCourse.renewals.filter { $0 <= FiscalYear(2038) } == choice.renewals)
        }
    }

    /// A year further away than the setting allows is found.
    @Test(arguments: [(1, 2036, true), (1, 2037, false), (0, 2036, false), (1, 2030, false)])
    func theCheckHoldsTheSetting(shift: Int, year: Int, isRight: Bool) async {
        let portfolio = portfolio(shift)
        var made = await plan(portfolio)
        made.choices[0].laterRenewal = FiscalYear(year)
        made.choices[0].renewals = [FiscalYear(year)]
        let check = PlanCheck(made, portfolio)
        #expect(check.windows().isEmpty == isRight)
    }
}
