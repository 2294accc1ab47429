import HeijunModel
import Testing

@testable import HeijunPlanning

/// Systems in the iDC with a target room in the new main hall (方針 L1468, L1470): they move where it has space.
struct CentreTests {
    /// A system of 2U in the room of a facility; the hall holds so many half units.
    private func portfolio(in role: Facility.Role, hall: Int, stays: Int = 1) -> Portfolio {
        body {
            $0.systems = [
                system {
                    ($0.room, $0.targetRoom, $0.units) = ("third", "hall", RackUnits(halves: 4))
                }
            ]
            addRooms(&$0, hallHalves: hall)
            $0.facilities[0].role = role
            $0.settingValues = [setting(.centreStays, stays), setting(.sideBySide, 0)]
        }
    }

    @Test(arguments: [
        (Facility.Role.idc, 4, 1, true), (.idc, 3, 1, false), (.third, 4, 1, true), (.idc, 4, 0, true),
    ])
    func movesWhereThereIsSpace(role: Facility.Role, hall: Int, stays: Int, moves: Bool) async {
        let portfolio = portfolio(in: role, hall: hall, stays: stays)
        let made = await plan(portfolio)
        #expect(made.outcome == .feasible && verifyPlan(made, portfolio) == [])
        #expect((made.choices[0].moveYear != nil) == moves)
        #expect(made.remarks.contains { $0.ja.contains("iDC に残す") } == !moves)
    }

    @Test(arguments: [(Facility.Role.third, 3, 1), (.idc, 3, 0)])
    func elsewhereTheyMust(role: Facility.Role, hall: Int, stays: Int) async {
        #expect(await plan(portfolio(in: role, hall: hall, stays: stays)).outcome == .infeasible)
    }

    /// Staying weighs as a guide broken by a year, against the same years with the move.
    @Test func stayingWeighs() {
        let list = alternatives(portfolio(in: .idc, hall: 4)).list
        let natural = list.filter { $0.course.decision.rebuild == FiscalYear(2030) }
        let penalties = Dictionary(grouping: natural, by: { $0.course.decision.move == nil })
            .mapValues { $0.map(\.penalty).min() ?? 0 }
        #expect(penalties[true] == (penalties[false] ?? 0) + 3000)
    }

    /// A room that closes is left whatever the setting says.
    @Test func aClosingRoomIsLeft() {
        var closing = portfolio(in: .idc, hall: 4)
        closing.rooms[0].closes = Day(year: 2034, month: 3, day: 31)
        #expect(alternatives(closing).list.allSatisfy { $0.course.decision.move != nil })
    }
}
