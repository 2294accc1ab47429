import HeijunModel
import Testing

@testable import HeijunPlanning

/// Moves by quarter, freezes, links between rooms and conversions.
struct QuarterTests {
    private func portfolio(_ change: (inout Portfolio) -> Void = { _ in }) -> Portfolio {
        body {
            $0.systems = [
                system {
                    $0.room = "third"
                    $0.targetRoom = "hall"
                    $0.units = RackUnits(halves: 4)
                    $0.systemClass = .core
                    $0.isYearDecided = true
                }
            ]
            addRooms(&$0, hallHalves: 100)
            $0.settingValues = [setting(.moveQuarters, 1)]
            change(&$0)
        }
    }

    private func quarters(_ portfolio: Portfolio) -> [Int?] {
        alternatives(portfolio).list.filter { $0.course.decision.move == FiscalYear(2030) }
            .map { $0.course.decision.quarter.map { $0 + 1 } }
    }

    private func freeze(_ from: Int, _ to: Int, _ change: (inout Freeze) -> Void = { _ in }) -> Freeze {
        var freeze = Freeze()
        (freeze.id, freeze.name, freeze.from, freeze.to) = (Key("F\(from)"), "凍結", from, to)
        change(&freeze)
        return freeze
    }

    @Test func everyQuarterIsOpenWithoutFreezes() {
        #expect(quarters(portfolio()) == [1, 2, 3, 4])
        #expect(quarters(portfolio { $0.settingValues = [] }) == [nil])
    }

    @Test func freezesCloseQuarters() {
        // The tax season and the annual rollover, February to May, leave 30 days of June and all of January: 30 and 31.
        #expect(quarters(portfolio { $0.freezes = [freeze(201, 531)] }) == [1, 2, 3, 4])
        #expect(quarters(portfolio { $0.freezes = [freeze(115, 615)] }) == [2, 3])
        // Over the new year, and only for the classes that it names.
        #expect(quarters(portfolio { $0.freezes = [freeze(1101, 315)] }) == [1, 2, 3])
        #expect(
            quarters(portfolio { $0.freezes = [freeze(401, 630) { $0.classes = [.citizen] }] }).count == 4)
        #expect(quarters(portfolio { $0.freezes = [freeze(401, 630) { $0.systems = ["S1"] }] }) == [2, 3, 4])
    }

    @Test func holidayCutoversTakeTheQuartersWithHolidays() {
        var terms = PlanTerms()
        (terms.system, terms.isHolidayCutover) = ("S1", true)
        #expect(quarters(portfolio { $0.planTerms = [terms] }) == [1, 3])
        // A freeze over all of golden week leaves June, but no holiday; one that spares 5 May leaves a day.
        let closed = portfolio {
            $0.planTerms = [terms]; $0.freezes = [freeze(401, 505)]
        }
        #expect(quarters(closed) == [3])
        let open = portfolio {
            $0.planTerms = [terms]; $0.freezes = [freeze(401, 504)]
        }
        #expect(quarters(open) == [1, 3])
    }

    /// The engine's times against the check's, over freezes that begin and end anywhere.
    @Test(arguments: UInt64(1)...30)
    func theCheckAgreesOnEveryQuarter(seed: UInt64) {
        var generator = Draws(seed: seed, run: 0)
        func date() -> Int { (1 + generator.below(12)) * 100 + 1 + generator.below(28) }
        func day() -> Day { Day(year: 2027 + generator.below(8), month: 1 + generator.below(12), day: 1) }
        let portfolio = portfolio {
            var terms = PlanTerms()
            (terms.system, terms.isHolidayCutover) = ("S1", generator.below(2) == 0)
            $0.planTerms = [terms]
            $0.freezes = (0..<generator.below(4)).map { number in
                freeze(date(), date()) {
                    $0.id = Key("F\(number)")
                    $0.classes = [[], [.core], [.citizen]][generator.below(3)]
                }
            }
            var line = RoomLink()
            (line.room, line.to) = ("hall", "third")
            (line.opens, line.closes) = (day(), generator.below(2) == 0 ? day() : nil)
            $0.roomLinks = generator.below(2) == 0 ? [line] : []
            $0.rooms[1].opens = generator.below(2) == 0 ? day() : nil
            $0.settingValues = [setting(.moveQuarters, generator.below(3) == 0 ? 0 : 1)]
        }
        let basis = PlanningBasis(portfolio)
        let facts = SystemFacts(portfolio.systems[0], in: basis)
        let check = MoveCheck(basis: basis, facts: facts)
        for year in basis.years {
            let open = basis.moveQuarters(
                of: facts.system, facts.terms, from: "third", to: .room("hall"), in: year)
            for quarter in [nil, 0, 1, 2, 3] {
                #expect(
                    check.allows(year, quarter: quarter.map { $0 + 1 }, to: "hall") == open.contains(quarter),
                    "\(year) \(quarter ?? -1)")
            }
        }
    }

    /// A stored plan whose move is put into a freeze is found out.
    @Test func aMoveInAFreezeIsFoundOut() async {
        let made = portfolio { $0.freezes = [freeze(401, 630)] }
        var result = await plan(made)
        #expect(result.choices[0].moveQuarter == 2 && verifyPlan(result, made) == [])
        result.choices[0].moveQuarter = 1
        #expect(verifyPlan(result, made).map(\.code).contains("plan-move"))
    }

    @Test func aLinkMustBeThereBeforeTheMove() {
        var link = RoomLink()
        (link.room, link.to, link.opens) = ("hall", "third", Day(year: 2030, month: 8, day: 1))
        #expect(quarters(portfolio { $0.roomLinks = [link] }) == [3, 4])
    }

    @Test func aConvertedRoomIsEmptyBefore() {
        var conversion = RoomConversion()
        (conversion.room, conversion.year) = ("third", FiscalYear(2030))
        let stuck = portfolio { $0.roomConversions = [conversion] }
        #expect(alternatives(stuck).list.isEmpty)
        conversion.year = FiscalYear(2031)
        #expect(!alternatives(portfolio { $0.roomConversions = [conversion] }).list.isEmpty)
    }

    /// Both rooms hold the system in the quarter of the move alone.
    @Test func roomsHoldItByQuarter() async {
        let made = portfolio {
            $0.freezes = [freeze(115, 615)]
            $0.settingValues.append(setting(.sideBySide, 0))
            var capacity = RoomCapacity()
            (capacity.room, capacity.year, capacity.units) = (
                "third", FiscalYear(2026), RackUnits(halves: 50)
            )
            $0.roomCapacities.append(capacity)
        }
        let result = await plan(made)
        let move = result.choices[0].moveQuarter
        #expect(move == 2)
        func loads(_ room: Key) -> [Int] {
            (1...4).flatMap { quarter in
                result.uses.filter {
                    $0.kind == .roomUnits && $0.key == room && $0.year == FiscalYear(2030)
                        && $0.quarter == quarter
                }.map(\.after)
            }
        }
        #expect(loads("third") == [4, 4, 0, 0])
        #expect(loads("hall") == [0, 4, 4, 4])
        #expect(verifyPlan(result, made) == [])
    }
}
