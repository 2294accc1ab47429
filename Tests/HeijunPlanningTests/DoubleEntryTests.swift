import HeijunLevelling
import HeijunModel
import Testing

@testable import HeijunPlanning

/// Every limit stands twice, for the engine and as a check of the plan; here one is set against the other.
struct DoubleEntryTests {
    /// A random choice of courses, judged by both.
    @Test(arguments: UInt64(1)...40)
    func engineAndCheckAgree(seed: UInt64) throws {
        var portfolio = Portfolio.fictional(systems: 24, seed: seed)
        tighten(&portfolio, seed: seed)
        portfolio.addOptions(seed: seed)
        var generator = Picks(state: seed)
        let free = model(portfolio)
        try #require(free.stuck.isEmpty)
        let picks = free.systems.map { generator.next(below: $0.list.count) }
        let model = taking(picks, free)
        let problem = try model.problem()
        let value = try #require(Evaluation(of: picks, in: problem))
        let objective = value.objective + model.links.rest.total(picks)
        let solution = LevellingSolution(picks: picks, objective: objective, bound: value.objective)
        let plan = PlanWriter(model: model, options: PlanOptions()).plan(solution, hash: "")
        let findings = verifyPlan(plan, portfolio)
        #expect(value.isFeasible == findings.isEmpty)
        #expect(engineCodes(value, problem, model) == Set(findings.map(\.code)))
    }

    /// The model whose tenants take the platforms' picked years for granted, as a plan's do.
    private func taking(_ picks: [Int], _ model: PlanModel) -> PlanModel {
        let platforms = model.basis.portfolio.platformsWithChangingTenants
        let chosen = zip(model.systems, picks).compactMap { system, pick in
            platforms.contains(system.facts.system.id)
                ? (system.facts.system.id, system.list[pick].course.decision) : nil
        }
        let years = PlatformYears(decisions: Dictionary(chosen) { first, _ in first })
        return PlanModel(PlanningBasis(model.basis.portfolio, platforms: years))
    }

    /// Makes some limits bite, so that both sides have something to say.
    private func tighten(_ portfolio: inout Portfolio, seed: UInt64) {
        let share = [100, 90, 80, 60][Int(seed % 4)]
        for index in portfolio.ceilings.indices {
            portfolio.ceilings[index].amount = Yen(portfolio.ceilings[index].amount.amount * share / 100)
        }
        for index in portfolio.staffCapacities.indices {
            let effort = portfolio.staffCapacities[index].effort.tenths * share / 100
            portfolio.staffCapacities[index].effort = PersonMonths(tenths: effort)
        }
    }

    private func engineCodes(
        _ value: Evaluation, _ problem: LevellingProblem, _ model: PlanModel
    ) -> Set<String> {
        Set(
            value.breaches.map { breach in
                switch breach {
                case .limit(let row, _):
                    switch model.table.resources[row / problem.periods] {
                    case .scope, .whole, .account:
                        model.basis.rules.levelsGeneral && row / problem.periods == 0
                            ? "plan-funding" : "plan-ceiling"
                    case .funding: "plan-funding"
                    case .platform: "plan-platform"
                    case .staff: "plan-staff"
                    case .vendor: "plan-vendor"
                    case .large: "plan-large"
                    case .units, .power, .weight: "plan-room"
                    }
                case .constraint(.before(let number)):
                    number < model.ties.orderCount ? "plan-order" : "plan-decision-group"
                case .constraint(.apart): "plan-separation"
                case .constraint(.together(let number)):
                    number < model.ties.groupCount ? "plan-group" : "plan-link"
                }
            })
    }
}

/// A small generator for picks.
private struct Picks {
    var state: UInt64
    mutating func next(below count: Int) -> Int {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return Int((state >> 33) % UInt64(count))
    }
}

/// Old and new equipment side by side, by hand.
struct RoomLoadTests {
    @Test(arguments: [(0, [4, 4, 4]), (1, [4, 8, 4]), (2, [4, 8, 4])])
    func changeoverInTheHall(rule: Int, loads: [Int]) async {
        let portfolio = body {
            $0.systems = [
                system {
                    $0.room = "hall"; $0.units = RackUnits(halves: 4); $0.isYearDecided = true
                }
            ]
            addRooms(&$0, hallHalves: 100)
            $0.settingValues = [setting(.sideBySide, rule)]
        }
        let result = await plan(portfolio)
        let uses = result.uses.filter { $0.kind == .roomUnits && $0.key == "hall" }
        #expect(uses[2...4].map(\.after) == loads)
    }

    @Test func aMoveLoadsBothRooms() async {
        let portfolio = body {
            $0.systems = [
                system {
                    $0.room = "third"
                    $0.targetRoom = "hall"
                    $0.units = RackUnits(halves: 4)
                    $0.isYearDecided = true
                }
            ]
            addRooms(&$0, closes: Day(year: 2031, month: 3, day: 31), hallHalves: 100)
            var capacity = RoomCapacity()
            capacity.room = "third"
            capacity.year = FiscalYear(2026)
            capacity.units = RackUnits(halves: 50)
            $0.roomCapacities.append(capacity)
        }
        let result = await plan(portfolio)
        func loads(_ room: Key) -> [Int] {
            result.uses.filter { $0.kind == .roomUnits && $0.key == room }.prefix(5).map(\.after)
        }
        // FY2027 to FY2031; the move is at the rebuild in FY2030.
        #expect(loads("third") == [4, 4, 4, 4, 0])
        #expect(loads("hall") == [0, 0, 0, 4, 4])
    }

    @Test func staffAndVendorsCountInBuildingYears() async {
        let portfolio = body {
            $0.systems = [
                system {
                    $0.systemSection = "K1"
                    $0.vendor = "V1"
                    $0.effort = PersonMonths(tenths: 25)
                    $0.isYearDecided = true
                    $0.size = .large
                }
            ]
            $0.staffCapacities = (2027...2031).map {
                var capacity = StaffCapacity()
                capacity.section = "K1"
                capacity.year = FiscalYear($0)
                capacity.effort = PersonMonths(tenths: 40)
                return capacity
            }
            var vendor = Vendor()
            vendor.id = "V1"
            vendor.maxParallelRebuilds = 1
            $0.vendors = [vendor]
        }
        let result = await plan(portfolio)
        func uses(_ kind: Plan.LimitKind) -> [Int] {
            result.uses.filter { $0.kind == kind && $0.year <= FiscalYear(2031) }.map(\.after)
        }
        #expect(uses(.staff) == [0, 12, 13, 0, 0])
        #expect(uses(.vendor) == [0, 1, 1, 0, 0])
        #expect(uses(.large) == [0, 0, 0, 1, 0])
    }
}
