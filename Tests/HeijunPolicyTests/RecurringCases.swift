import HeijunModel
import HeijunPolicy

extension Case {
    /// Forecasts, grants, revisions and other bodies' progress.
    static let recurring = [
        Case(
            "forecast-after-deadline", breach: { $0.underWay(until: Day(year: 2026, month: 12, day: 1)) },
            pass: { $0.underWay(until: Day(year: 2027, month: 3, day: 31)) }),
        Case(
            "planned-before-forecast",
            breach: {
                $0.underWay(until: Day(year: 2027, month: 3, day: 31))
                $0.businesses[0].plannedDay = Day(year: 2026, month: 12, day: 1)
            },
            pass: {
                $0.underWay(until: Day(year: 2027, month: 3, day: 31))
                $0.businesses[0].plannedDay = Day(year: 2027, month: 2, day: 1)
            }),
        Case("revision-not-followed", breach: { $0.revised(to: "2.0") }, pass: { $0.revised(to: "1.0") }),
        Case("grant-over-limit", breach: { $0.granted(101) }, pass: { $0.granted(100) }),
        Case(
            "grant-not-reported",
            breach: { $0.granted(100) { ($0.year, $0.reportedDay) = (FiscalYear(2025), nil) } },
            pass: { $0.granted(100) { $0.year = FiscalYear(2025) } }),
        Case(
            "grant-past-the-fund", breach: { $0.granted(100) { $0.carriedTo = FiscalYear(2031) } },
            pass: { $0.granted(100) { $0.carriedTo = FiscalYear(2030) } }),
        Case(
            "peer-malformed", breach: { $0.peer("residentRegister:1.5") },
            pass: { $0.peer("residentRegister:0.5") }),
    ]
}

extension Portfolio {
    /// The first business with one step left and a deadline of its own.
    fileprivate mutating func underWay(until deadline: Day) {
        migrated(except: [40: .notStarted])
        (businesses[0].state, businesses[0].deadline) = (.working, deadline)
    }

    /// The system at version 1.0, and a revision that applies.
    fileprivate mutating func revised(to version: String) {
        businesses { _ in }
        systems[0].specificationVersion = "1.0"
        var revision = SpecificationRevision()
        (revision.business, revision.version) = ("residentRegister", version)
        revision.applies = FiscalYear(2026).firstDay
        specificationRevisions = [revision]
    }

    /// A grant with a limit of 100 yen, reported.
    fileprivate mutating func granted(_ decided: Int, _ change: (inout Grant) -> Void = { _ in }) {
        var grant = Grant()
        (grant.system, grant.year, grant.limit) = ("S1", FiscalYear(2026), Yen(100))
        (grant.decided, grant.reportedDay) = (Yen(decided), Town.asOf)
        change(&grant)
        grants = [grant]
    }

    fileprivate mutating func peer(_ rates: String) {
        var peer = PeerProgress()
        (peer.id, peer.name, peer.rates) = ("B", "B", rates)
        peers = [peer]
    }
}
