public import HeijunModel

/// The progress of other bodies, unpacked once for comparison.
public struct PeerTable: Sendable {
    /// One body and its rates by business.
    public struct Body: Sendable, Hashable {
        /// Code, name and prefecture of the body.
        public let id: Key, name: String, prefecture: String
        /// Its category (団体区分).
        public let category: Organization.Category?
        /// Rates in ten-thousandths by position in `StandardBusiness.all`; −1 where none is known.
        public fileprivate(set) var rates: [Int16]
        /// Settled steps by position in `StandardBusiness.all`; nil where no steps are recorded.
        public fileprivate(set) var steps: [StepLetters?]
        /// The mean over the known rates, in ten-thousandths; −1 where none is.
        public fileprivate(set) var mean: Int

        /// The rate of a business, by its position in `StandardBusiness.all`.
        public func rate(_ business: Int) -> Rate? {
            rates[business] < 0 ? nil : Rate(tenThousandths: Int(rates[business]))
        }
        /// The body's mean rate.
        public var overall: Rate? { mean < 0 ? nil : Rate(tenThousandths: mean) }
    }

    /// Every body, in ledger order.
    public let bodies: [Body]
    /// Packed texts that could not be read, by body.
    public let malformed: [(body: Key, text: String)]

    /// Unpacks peer records.
    public init(_ peers: [PeerProgress]) {
        var reader = PeerReader()
        bodies = peers.map { reader.body($0) }
        malformed = reader.malformed
    }
}

/// Unpacks peer records, one by one.
private struct PeerReader {
    var malformed: [(body: Key, text: String)] = []
    private let positions = Dictionary(
        uniqueKeysWithValues: StandardBusiness.all.enumerated().map { ($1.key.text, $0) })

    mutating func body(_ peer: PeerProgress) -> PeerTable.Body {
        let count = StandardBusiness.all.count
        var body = PeerTable.Body(
            id: peer.id, name: peer.name, prefecture: peer.prefecture, category: peer.category,
            rates: [Int16](repeating: -1, count: count), steps: [StepLetters?](repeating: nil, count: count),
            mean: -1)
        for (position, text) in items(peer.rates, peer.id) {
            guard let rate = try? Rate(fieldText: text), rate <= .one else {
                malformed.append((peer.id, text))
                continue
            }
            body.rates[position] = Int16(rate.tenThousandths)
        }
        for (position, text) in items(peer.steps, peer.id) {
            guard let letters = StepLetters(text.utf8) else {
                malformed.append((peer.id, text))
                continue
            }
            body.steps[position] = letters
            body.rates[position] = Int16(letters.rate.tenThousandths)
        }
        let known = zip(StandardBusiness.all, body.rates).filter { $0.isOneOfTwenty && $1 >= 0 }.map(\.1)
        let rates = known.map { Rate(tenThousandths: Int($0)) }
        body.mean = MeanRate(rates)?.rate.tenThousandths ?? peer.overall?.tenThousandths ?? -1
        return body
    }

    /// The items of a packed text, by position of their business.
    private mutating func items(_ text: String?, _ body: Key) -> [(Int, String)] {
        var result: [(Int, String)] = []
        for item in (text ?? "").split(separator: " ") {
            guard let colon = item.firstIndex(of: ":"), let position = positions[String(item[..<colon])]
            else {
                malformed.append((body, String(item)))
                continue
            }
            result.append((position, String(item[item.index(after: colon)...])))
        }
        return result
    }
}
