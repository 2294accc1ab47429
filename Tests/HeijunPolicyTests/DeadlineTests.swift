import HeijunModel
import HeijunPolicy
import Testing

/// Deadlines are data: the latest decision that is taken holds.
struct DeadlineTests {
    static func business(_ state: Business.State) -> Business {
        var business = Business()
        (business.id, business.state) = ("fixedAssetTax", state)
        return business
    }

    static func decision(
        _ id: Key, _ scope: DeadlineDecision.Scope, _ day: Day, decided: Day, system: Key? = nil
    ) -> DeadlineDecision {
        var decision = DeadlineDecision()
        (decision.id, decision.scope, decision.day, decision.decided) = (id, scope, day, decided)
        (decision.system, decision.force, decision.source) = (system, .own, "架空の決定")
        return decision
    }

    @Test func theAimIsNoStatutoryDay() {
        let aim = Deadline.of(Self.business(.transitionSupport))
        #expect(aim.day == Day(year: 2031, month: 3, day: 31) && aim.kind == .aim)
        #expect(aim.decided == Day(year: 2024, month: 12, day: 24))
        #expect(Deadline.published.allSatisfy { $0.force != .statutory && $0.source != nil })
        #expect(Deadline.published.compactMap(\.decided).sorted() == Deadline.published.compactMap(\.decided))
    }

    @Test(arguments: [
        (Day(year: 2026, month: 12, day: 31), Day(year: 2026, month: 3, day: 31)),
        (Day(year: 2027, month: 1, day: 1), Day(year: 2028, month: 2, day: 29)),
    ])
    func aLaterDecisionHoldsFromItsDayOn(asOf: Day, expected: Day) {
        let decisions = [
            Self.decision(
                "a", .everyBusiness, Day(year: 2026, month: 3, day: 31),
                decided: Day(year: 2022, month: 10, day: 7)),
            Self.decision(
                "b", .everyBusiness, Day(year: 2028, month: 2, day: 29),
                decided: Day(year: 2027, month: 1, day: 1)),
        ]
        #expect(Deadline.of(Self.business(.working), decisions: decisions, asOf: asOf).day == expected)
        #expect(
            Deadline.of(Self.business(.transitionSupport), decisions: decisions, asOf: asOf).kind == .aim,
            "scopes that the ledger leaves out keep the published decision")
    }

    @Test func oneSystemMayHaveItsOwn() throws {
        let own = Day(year: 2029, month: 3, day: 31)
        let town = Town.changed {
            $0.businesses { $0.state = .working }
            $0.deadlineDecisions = [
                Self.decision("s", .system, own, decided: Day(year: 2025, month: 4, day: 1), system: "S1")
            ]
        }
        let row = try #require(standardizationTable(town, asOf: Town.asOf).rows.first)
        #expect(row.deadline?.day == own, "its only system has that deadline")
        #expect(row.systemDeadlines.map(\.system) == ["S1"])
        #expect(row.daysLeft == Town.asOf.days(to: own))
        #expect(Context(town, asOf: Town.asOf).deadlineHistory.count == 4)
    }
}

/// Running cost, grants and revisions.
struct RecurringTests {
    @Test func publishedCostsOfTheEightBodies() throws {
        // デジタル庁 先行事業 (第3回自治体システム標準化・ガバメントクラウド勉強会資料): eight bodies, five years, yen.
        let published: [(CostItem, Int, Int)] = [
            (.systemOperation, 1_168_629_200, 1_136_220_600), (.hardwareUpkeepWork, 23_858_400, 22_948_400),
            (.otherOutsourcing, 156_735_750, 154_487_000), (.hardwareRent, 821_553_665, 144_749_440),
            (.hardwareUpkeep, 45_588_800, 16_176_000), (.softwareRent, 1_659_827_300, 1_235_749_457),
            (.softwareUpkeep, 519_263_599, 555_795_591), (.dataCentre, 189_201_315, 6_270_850),
            (.lines, 83_540_360, 294_083_938), (.cloud, 119_066_259, 1_022_500_843),
        ]
        let town = Town.changed { town in
            town.costComparisons = published.reversed().map { item, before, after in
                var comparison = CostComparison()
                (comparison.scope, comparison.item) = ("先行8団体", item)
                (comparison.before, comparison.after) = (Yen(before), Yen(after))
                return comparison
            }
        }
        let analysis = try #require(RunningCostAnalysis.all(of: town).first)
        #expect(analysis.before == Yen(4_787_264_648) && analysis.after == Yen(4_588_982_119))
        #expect(analysis.items.map(\.item) == published.map(\.0), "the official order")
        #expect(analysis.years == 5 && analysis.reductions.isEmpty)
    }

    /// 100 at 8 % against 77 at 10 %: 23 % with tax, 24.4 % without; 70 at 10 % reaches 30 %.
    @Test func threeTenthsAgainstFY2018() throws {
        let town = Town.changed { town in
            town.runningCosts = [
                (2018, 100_000_000, 800), (2026, 77_000_000, 1000), (2027, 70_000_000, 1000),
            ]
            .map { year, amount, tax in
                var cost = RunningCost()
                (cost.scope, cost.year, cost.amount) = ("税", FiscalYear(year), Yen(amount))
                cost.taxRate = Rate(tenThousandths: tax)
                return cost
            }
        }
        let analysis = try #require(RunningCostAnalysis.all(of: town).first)
        #expect(analysis.reductions.map(\.reduction) == [2300, 3000])
        #expect(analysis.reductions.map(\.withoutTax) == [2440, 3127])
        #expect(analysis.reductions.map(\.isReached) == [false, true])
        #expect(analysis.allowed == Yen(70_000_000))
    }

    @Test(
        arguments: [
            ("grant-over-limit", Yen(200), nil, nil, Day(year: 2027, month: 5, day: 1)),
            ("grant-not-reported", Yen(50), nil, nil, nil),
            ("grant-past-the-fund", Yen(50), Yen(10), FiscalYear(2031), nil),
        ] as [(String, Yen, Yen?, FiscalYear?, Day?)])
    func grantsAreChecked(code: String, decided: Yen, carried: Yen?, to: FiscalYear?, reported: Day?) {
        let codes = Town.codes(asOf: Day(year: 2027, month: 6, day: 1)) {
            var grant = Grant()
            (grant.system, grant.year, grant.limit) = ("S1", FiscalYear(2026), Yen(100))
            (grant.decided, grant.carried, grant.carriedTo, grant.reportedDay) = (
                decided, carried, to, reported
            )
            $0.grants = [grant]
        }
        #expect(codes == [code])
    }

    @Test func revisionsBecomeWorkUntilTheyAreFollowed() {
        func works(version: String?, _ asOf: Day) -> [RevisionWork] {
            let town = Town.changed {
                $0.businesses { _ in }
                $0.systems[0].specificationVersion = version
                $0.specificationRevisions = [("2.0", 2026), ("3.0", 2028)].map { version, year in
                    var revision = SpecificationRevision()
                    (revision.business, revision.version) = ("residentRegister", version)
                    revision.applies = FiscalYear(year).firstDay
                    return revision
                }
            }
            return RevisionWork.all(in: Context(town, asOf: asOf))
        }
        #expect(works(version: nil, Town.asOf).map { $0.lagging.count } == [1, 1])
        #expect(works(version: "2.0", Town.asOf).map { $0.lagging.count } == [0, 1])
        #expect(works(version: "3.0", Town.asOf).map { $0.lagging.count } == [0, 0])
        #expect(works(version: "2.0", Town.asOf).map { ($0.daysLeft ?? 0) < 0 } == [true, false])
    }
}
