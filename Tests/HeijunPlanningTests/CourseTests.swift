import HeijunModel
import Testing

@testable import HeijunPlanning

/// Every cost element against a table made by hand.
struct CourseTests {
    private func course(_ system: ITSystem, _ rebuild: Int?, renewal: Int? = nil, move: Int? = nil) -> Course
    {
        let portfolio = body { $0.systems = [system] }
        let basis = PlanningBasis(portfolio)
        let decision = Decision(
            rebuild: rebuild.map(FiscalYear.init), renewal: renewal.map(FiscalYear.init),
            move: move.map(FiscalYear.init))
        return CourseMaker(facts: SystemFacts(system, in: basis), basis: basis).course(decision)
    }

    private func table(_ course: Course, _ kind: Course.Kind) -> [Int: Int] {
        var result: [Int: Int] = [:]
        for payment in course.payments where payment.kind == kind {
            result[payment.year.startYear, default: 0] += payment.amount
        }
        return result
    }

    @Test func partsAddUp() {
        #expect(equalParts(1001, count: 2) == [500, 501])
        #expect(equalParts(7, count: 3) == [2, 2, 3])
        #expect(equalParts(5, count: 1) == [5])
    }

    @Test func naturalCourse() {
        let natural = course(system(), 2030)
        // The second rebuild goes live in FY2040; its building years FY2038 and FY2039 touch the horizon.
        #expect(starts(natural.rebuilds) == [2030, 2040])
        #expect(starts(natural.renewals) == [2035])
        #expect(table(natural, .build) == [2028: 500, 2029: 501, 2038: 500, 2039: 501])
        #expect(table(natural, .equipment) == [2030: 300, 2035: 300, 2040: 300])
        #expect(table(natural, .migration) == [2030: 50, 2040: 50])
        #expect(table(natural, .extension) == [:])
        let running = table(natural, .running)
        #expect(running[2029] == 200 && running[2030] == 220 && running.count == 12)
    }

    @Test func laterByTwoYearsPaysTwoExtensions() {
        let late = course(system(), 2032)
        #expect(starts(late.rebuilds) == [2032, 2042])
        #expect(table(late, .build) == [2030: 500, 2031: 501, 2040: 500, 2041: 501])
        #expect(table(late, .extension) == [2030: 30, 2031: 30])
        #expect(table(late, .running)[2031] == 200 && table(late, .running)[2032] == 220)
        // The same rebuilds and renewals are counted as in the natural course: nothing is saved by pushing out.
        #expect(late.total == course(system(), 2030).total + 2 * 30 - 2 * 20)
    }

    @Test func renewalsBeforeTheRebuildKeepTheirYear() {
        let early = system {
            $0.renewalYear = FiscalYear(2028); $0.rebuildYear = FiscalYear(2033)
        }
        #expect(starts(course(early, 2033, renewal: 2028).renewals) == [2028, 2038])
        // A year late: one extension; the next renewal would fall due after the rebuild.
        #expect(table(course(early, 2033, renewal: 2029), .extension) == [2028: 30])
        // A year early: the equipment falls due in FY2032 and waits a year for the rebuild.
        #expect(table(course(early, 2033, renewal: 2027), .extension) == [2032: 30])
    }

    @Test func equipmentWaitsNoLongerThanTheSettingAllows() {
        let pinned = system { $0.pinnedYear = FiscalYear(2034) }
        // Due in FY2030, rebuilt in FY2034: four years are too long to wait, so it is renewed.
        #expect(starts(course(pinned, 2034).renewals) == [2030])
    }

    @Test func extensionDefaultsToAShareOfTheEquipment() {
        let plain = system { $0.extensionCost = nil }
        #expect(table(course(plain, 2031), .extension) == [2030: 30])
    }

    @Test func newSystemsCostNothingToRunBefore() {
        let coming = system { $0.stage = .building }
        #expect(table(course(coming, 2030), .running).keys.min() == 2030)
    }

    @Test func retiringSystemsAreKeptGoing() {
        let retiring = system {
            $0.stage = .retiring; $0.retiresAfter = FiscalYear(2032)
        }
        let natural = course(retiring, nil)
        #expect(table(natural, .running).keys.max() == 2032)
        #expect(table(natural, .extension) == [2030: 30, 2031: 30, 2032: 30])
        #expect(natural.payments.allSatisfy { $0.kind.isRunning })
    }

    @Test func withoutBuildingYearsTheBuildIsPaidAtGoLive() {
        #expect(table(course(system { $0.buildYears = 0 }, 2030), .build)[2030] == 1001)
    }

    @Test func moveApartCostsAShareOfTheEquipment() {
        let moving = system {
            $0.room = "third"; $0.targetRoom = "hall"
        }
        #expect(table(course(moving, 2030, move: 2030), .move) == [:])
        #expect(table(course(moving, 2030, move: 2029), .move) == [2029: 30])
    }

    @Test func runningCostFallsBackOnTheLatestCosts() {
        var cost = Cost()
        cost.system = "S1"
        cost.stage = .settled
        cost.amount = Yen(thousands: 77)
        let portfolio = body {
            $0.systems = [
                system {
                    $0.annualRunCost = nil; $0.runCostAfter = nil
                }
            ]
            for year in [2024, 2025] {
                cost.year = FiscalYear(year)
                $0.costs.append(cost)
            }
        }
        #expect(SystemFacts(portfolio.systems[0], in: PlanningBasis(portfolio)).runBefore == 77)
    }

    @Test func sharesDivideWithoutLoss() {
        let portfolio = body {
            $0.systems = [system()]
            for (account, rate) in [("a", 3333), ("b", 3333), ("c", 3334)] {
                var share = AccountShare()
                share.system = "S1"
                share.account = Key(account)
                share.share = Rate(tenThousandths: rate)
                $0.accountShares.append(share)
            }
        }
        let parts = PlanningBasis(portfolio).parts(100, of: portfolio.systems[0])
        #expect(parts.map(\.amount) == [33, 34, 33])
    }
}
