import HeijunModel
import HeijunPolicy
import Testing

/// Forecasts on histories that can be reckoned in the head.
struct ForecastTests {
    static let asOf = Day(year: 2026, month: 4, day: 1)

    /// A town whose first business has the given states; no step has a day, so that the settings alone count.
    static func row(
        _ open: [Int: Step.State], asOf: Day = asOf, _ change: (inout Portfolio) -> Void = { _ in }
    ) throws -> StandardizationTable.Row {
        let town = Town.changed {
            $0.migrated(except: open)
            $0.businesses[0].state = .working
            change(&$0)
        }
        return try #require(standardizationTable(town, asOf: asOf).rows.first)
    }

    @Test func oneStepLeftTakesItsSetting() throws {
        let forecast = try #require(try Self.row([40: .notStarted]).forecastRange)
        #expect(Self.asOf.days(to: forecast.expected) == 30)
        #expect(Self.asOf.days(to: forecast.earliest) == 21)
        #expect(Self.asOf.days(to: forecast.latest) == 48)
        #expect(forecast.criticalPath == [40] && forecast.next == 40 && forecast.slack == [40: 0])
        #expect(forecast.openSteps == 1 && forecast.fromHistory == 0)
    }

    /// Network change (60) → test (60) → last migration (75) → operation (30); by-laws (90) run beside them.
    @Test func theLongestChainDecides() throws {
        let open = Dictionary(uniqueKeysWithValues: [34, 35, 38, 39, 40].map { ($0, Step.State.notStarted) })
        let forecast = try #require(try Self.row(open).forecastRange)
        #expect(forecast.criticalPath == [38, 35, 34, 40])
        #expect(Self.asOf.days(to: forecast.expected) == 60 + 60 + 75 + 30)
        #expect(forecast.next == 38)
        #expect(forecast.slack[39] == 60 + 60 + 75 - 90)
    }

    @Test func aStepUnderWayHasLessLeft() throws {
        let forecast = try #require(try Self.row([40: .working]).forecastRange)
        #expect(Self.asOf.days(to: forecast.expected) == 15)
    }

    @Test func theBodysOwnHistoryCounts() throws {
        // Four businesses took 100 days from ⑮-2 and the others to ⑱-1.
        let row = try Self.row([40: .notStarted]) { town in
            for index in 1...4 {
                let key = town.businesses[index].id
                town.steps(of: key, .done)
                for position in town.steps.indices where town.steps[position].business == key {
                    let isLast = town.steps[position].number == 40
                    town.steps[position].actualDay =
                        isLast ? Day(year: 2025, month: 4, day: 11) : Day(year: 2025, month: 1, day: 1)
                }
            }
        }
        let forecast = try #require(row.forecastRange)
        #expect(Self.asOf.days(to: forecast.expected) == 100)
        #expect(forecast.earliest == forecast.expected && forecast.fromHistory == 1)
    }

    @Test func commonFunctionsHoldTheTestBack() throws {
        let row = try Self.row([35: .notStarted, 40: .notStarted]) { town in
            var common = Business()
            (common.id, common.state) = ("commonFunctions", .working)
            common.plannedDay = Self.asOf.adding(days: 200)
            town.businesses.append(common)
        }
        let forecast = try #require(row.forecastRange)
        #expect(forecast.waitsForCommonFunctions)
        #expect(Self.asOf.days(to: forecast.expected) == 200 + 60 + 30)
    }

    @Test func migratedAndUnrecordedHaveNone() throws {
        #expect(try Self.row([40: .notStarted]) { $0.businesses[0].state = .migrated }.forecastRange == nil)
        #expect(try Self.row([40: .notStarted]) { $0.steps = [] }.forecastRange == nil)
    }

    @Test func leapDaysAreCounted() throws {
        let row = try Self.row([40: .notStarted], asOf: Day(year: 2028, month: 2, day: 10))
        #expect(row.forecast == Day(year: 2028, month: 3, day: 11))
    }

    @Test func planAndForecastDisagree() throws {
        var plan = Plan(asOf: Self.asOf, scope: "一般会計", outcome: .feasible)
        var choice = Plan.Choice(system: "S1")
        choice.firstRebuild = FiscalYear(2025)
        plan.choices = [choice]
        let town = Town.changed {
            $0.migrated(except: [40: .notStarted])
            $0.businesses[0].state = .working
        }
        let table = standardizationTable(town, asOf: Self.asOf, plan: plan)
        #expect(table.planFindings.map(\.code) == ["plan-before-forecast"])
        #expect(table.planFindings.first?.severity == .error)
        #expect(table.rows[0].planYear == FiscalYear(2025))
        #expect(standardizationTable(town, asOf: Self.asOf).planFindings.isEmpty)
        let context = Context(town, asOf: Self.asOf)
        #expect(everyFinding(in: context, plan: plan).contains { $0.code == "plan-before-forecast" })
        #expect(!everyFinding(in: context).contains { $0.code == "plan-before-forecast" })
    }

    @Test func forecastFindings() {
        let asOf = Day(year: 2026, month: 3, day: 1)
        let codes = Town.codes(asOf: asOf) {
            $0.migrated(except: [40: .notStarted])
            $0.businesses[0].state = .working
            $0.businesses[0].plannedDay = Day(year: 2026, month: 3, day: 5)
        }
        // 21 to 48 days: the deadline is 30 days away.
        #expect(codes.contains("planned-before-forecast") && !codes.contains("forecast-after-deadline"))
        let late = Town.codes(asOf: Day(year: 2026, month: 3, day: 5)) {
            $0.migrated(except: [40: .notStarted])
            $0.businesses[0].state = .working
        }
        #expect(late.contains("forecast-after-deadline"))
    }
}
