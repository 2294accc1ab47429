import HeijunModel
import HeijunPolicy
import Testing

/// Comparison with other bodies, on the published rates of the designated cities.
struct PeerTests {
    /// The 20 designated cities as peers, 川崎市 being the body itself.
    static var kawasaki: Portfolio {
        var city = StandardizationTests.city(rates: PublishedProgress.cities[5].rates)
        city.organizations = [Organization()]
        city.organizations[0].name = "川崎市"
        (city.organizations[0].prefecture, city.organizations[0].category) = ("神奈川県", .designatedCity)
        city.peers = PublishedProgress.cities.map { published in
            var peer = PeerProgress()
            peer.id = Key((published.name == "川崎市" ? "神奈川県" : "") + published.name)
            (peer.name, peer.category) = (published.name, .designatedCity)
            peer.prefecture = ["横浜市", "川崎市", "相模原市"].contains(published.name) ? "神奈川県" : "他"
            let businesses = StandardBusiness.all.filter(\.isOneOfTwenty)
            peer.rates = zip(businesses, published.rates).map {
                "\($0.key.text):\(Rate(tenThousandths: $1).fieldText)"
            }.joined(separator: " ")
            return peer
        }
        return city
    }

    @Test(arguments: PublishedProgress.cities.indices)
    func ratesUnpackExactly(city index: Int) {
        let table = PeerTable(Self.kawasaki.peers)
        let published = PublishedProgress.cities[index]
        #expect(table.malformed.isEmpty)
        #expect(table.bodies[index].rates.prefix(20).map(Int.init) == published.rates)
        #expect(abs((table.bodies[index].overall?.tenThousandths ?? 0) - published.overall) <= 1)
    }

    @Test func rankAndDistribution() throws {
        let context = Context(Self.kawasaki, asOf: Town.asOf)
        let table = standardizationTable(context)
        let comparison = PeerComparison(table, context, PeerTable(Self.kawasaki.peers), scope: .category)
        #expect(comparison.peers == 19, "the body itself is not its own peer")
        let overall = try #require(comparison.lines.last)
        // Ranked by hand: 浜松, 名古屋, 相模原, 熊本, 札幌, 岡山, 仙台, 神戸, 京都, 横浜, さいたま, 福岡 are ahead.
        #expect(overall.rank == 13 && overall.count == 20)
        #expect(overall.tenths.reduce(0, +) == 19)
        let register = try #require(comparison.lines.first)
        #expect(register.business?.key == "residentRegister" && register.rank == 1)
        #expect(register.complete == 12 && register.below == 2)
        let nearby = PeerComparison(table, context, PeerTable(Self.kawasaki.peers), scope: .prefecture)
        #expect(nearby.peers == 2 && nearby.lines.last?.rank == 3)
    }

    @Test func stepsBehindAreThoseThatMostHaveSettled() {
        var town = Town.changed {
            $0.migrated(except: [1: .notStarted, 2: .notStarted, 40: .working])
        }
        func letters(_ open: Set<Int>) -> String { (1...40).map { open.contains($0) ? "n" : "d" }.joined() }
        town.peers = [letters([40]), letters([1, 40]), letters([2, 40])].enumerated().map { index, letters in
            var peer = PeerProgress()
            (peer.id, peer.name) = (Key("B\(index)"), "B\(index)")
            peer.steps = "residentRegister:\(letters)"
            return peer
        }
        let context = Context(town, asOf: Town.asOf)
        let comparison = PeerComparison(
            standardizationTable(context), context, PeerTable(town.peers), scope: .nation)
        #expect(comparison.behind.map(\.step.number) == [1, 2])
        #expect(comparison.behind.map(\.settled) == [Rate(tenThousandths: 6666), Rate(tenThousandths: 6666)])
    }

    @Test(arguments: ["residentRegister:ddd", "noBusiness:1", "residentRegister", "residentRegister:2"])
    func malformedTextsAreFound(text: String) {
        let codes = Town.codes { town in
            var peer = PeerProgress()
            (peer.id, peer.name, peer.steps) = ("B", "B", text)
            town.peers = [peer]
        }
        #expect(codes == ["peer-malformed"])
    }
}
