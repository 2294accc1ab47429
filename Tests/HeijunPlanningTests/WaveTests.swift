import HeijunModel
import Testing

@testable import HeijunPlanning

/// Waves of moves.
struct WaveTests {
    /// Three systems leave the third building: two tied by a hard link, one later; a link joins it to the first.
    private func portfolio() -> Portfolio {
        body {
            func mover(_ id: Key, _ year: Int) -> ITSystem {
                system(id) {
                    $0.room = "third"
                    $0.targetRoom = "hall"
                    $0.rebuildYear = FiscalYear(year)
                    $0.renewalYear = FiscalYear(year)
                    $0.isYearDecided = true
                }
            }
            $0.systems = [mover("S1", 2030), mover("S2", 2030), mover("S3", 2032)]
            addRooms(&$0, hallHalves: 100)
            func link(_ from: Key, _ to: Key, hard: Bool) -> Link {
                var link = Link()
                (link.system, link.to, link.content, link.isHard) = (from, to, "表", hard)
                return link
            }
            $0.links = [link("S1", "S2", hard: true), link("S1", "S3", hard: false)]
            var line = RoomLink()
            (line.room, line.to, line.opens) = ("third", "hall", Day(year: 2031, month: 1, day: 1))
            $0.roomLinks = [line]
            var conversion = RoomConversion()
            (conversion.room, conversion.year) = ("third", FiscalYear(2033))
            $0.roomConversions = [conversion]
        }
    }

    /// A wave that leaves two rooms names the conversion of each.
    @Test func everyRoomThatIsLeftIsNamed() async throws {
        var portfolio = portfolio()
        var other = Room()
        (other.id, other.facility, other.name) = ("third2", "third", "別室")
        portfolio.rooms.append(other)
        portfolio.systems[1].room = "third2"
        portfolio.links = []
        var conversion = RoomConversion()
        (conversion.room, conversion.year) = ("third2", FiscalYear(2032))
        portfolio.roomConversions.append(conversion)
        portfolio.roomLinks[0].opens = nil
        let waves = moveWaves(await plan(portfolio), portfolio)
        let conversions = waves[0].checklist.filter { $0.title.ja.hasPrefix("転用") }
        #expect(
            conversions.map(\.finding.en) == [
                "第３庁舎別室 is converted from FY2032", "第３庁舎マシン室 is converted from FY2033",
            ])
    }

    @Test func systemsOfAPeriodMakeAWave() async throws {
        let portfolio = portfolio()
        let waves = moveWaves(await plan(portfolio), portfolio)
        #expect(waves.map(\.year.startYear) == [2030, 2032])
        #expect(waves.map { $0.moves.map(\.system) } == [["S1", "S2"], ["S3"]])
        #expect(waves[0].tied == [["S1", "S2"]])
        // S1 leaves S3 behind for two years, at 500 a year.
        #expect(waves.map(\.stretchedLinks) == [1, 0])
        #expect(waves[0].linkCost == Yen(thousands: 1000))
    }

    @Test func theChecklistNamesLinkAndConversion() async throws {
        let portfolio = portfolio()
        let waves = moveWaves(await plan(portfolio), portfolio)
        func state(_ wave: Int, _ title: String) -> Bool?? {
            waves[wave].checklist.first { $0.title.ja.hasPrefix(title) }.map(\.isMet)
        }
        // The line opens in January 2031: within FY2030, so the move waits for it.
        #expect(state(0, "室間回線") == .some(nil))
        let first = waves[0].checklist.first { $0.title.ja.hasPrefix("室間回線") }
        #expect(first?.finding.ja == "2031-01-01 から利用できる（移設はその後に）")
        #expect(state(1, "室間回線") == .some(true))
        #expect(state(1, "転用") == .some(true))
    }
}
