public import HeijunModel

/// A comparison with other bodies on one topic: per resident or per system, or why not at all.
public struct FigureComparison: Sendable, Hashable {
    /// What is compared.
    public let topic: String
    /// The body itself first, then the others as recorded.
    public let rows: [Row]

    /// One body.
    public struct Row: Sendable, Hashable {
        /// Name of the body.
        public let body: String
        /// Whether it is the body whose ledger this is.
        public let isOwn: Bool
        /// The fiscal year of the figure.
        public let year: FiscalYear?
        /// The figure, in yen.
        public let amount: Yen?
        /// What the figure covers.
        public let scope: String?
        /// The figure by inhabitant and by system, in yen.
        public let perHead: Yen?, perSystem: Yen?
        /// Its place among the bodies that can be compared, 1 the lowest; nil where it cannot be.
        public let rankPerHead: Int?, rankPerSystem: Int?
        /// Why it is not compared.
        public let reason: Words?
        /// Where it was published.
        public let source: String?
    }
}

/// The comparisons of a ledger, by topic in the order recorded.
///
/// The body's own amount is the yearly running cost of its systems in operation, where the ledger lists systems, or
/// a peer record under its own name. Amounts are compared only where year and scope are stated alike.
public func figureComparisons(_ context: Context) -> [FigureComparison] {
    let peers = context.portfolio.peerFigures
    var topics: [String] = []
    for peer in peers where !topics.contains(peer.topic) { topics.append(peer.topic) }
    return topics.map { topic in
        comparison(topic, peers.filter { $0.topic == topic }, context)
    }
}

private func comparison(_ topic: String, _ peers: [PeerFigure], _ context: Context) -> FigureComparison {
    let name = context.portfolio.organization.name
    let own = peers.first { $0.body == name } ?? ownPeer(topic, context)
    let others = peers.filter { $0.body != name }
    let all = (own.map { [$0] } ?? []) + others
    let reasons = all.map { reason($0, against: own ?? $0, isOwn: $0.body == name) }
    let heads = zip(all, reasons).map { $1 == nil ? per($0.amount, $0.population) : nil }
    let systems = zip(all, reasons).map { $1 == nil ? per($0.amount, $0.systems) : nil }
    let rows = all.indices.map { index in
        let peer = all[index]
        return FigureComparison.Row(
            body: peer.body, isOwn: peer.body == name, year: peer.year, amount: peer.amount,
            scope: peer.scope,
            perHead: heads[index], perSystem: systems[index], rankPerHead: rank(heads, index),
            rankPerSystem: rank(systems, index), reason: reasons[index], source: peer.source)
    }
    return FigureComparison(topic: topic, rows: rows)
}

/// The body's own figure from its ledger; nil where that lists no systems.
private func ownPeer(_ topic: String, _ context: Context) -> PeerFigure? {
    let running = context.portfolio.systems.filter { $0.isLive && $0.isRunning }
    guard !running.isEmpty else { return nil }
    var peer = PeerFigure()
    (peer.topic, peer.body) = (topic, context.portfolio.organization.name)
    (peer.year, peer.scope) = (context.year, "年間運用経費")
    peer.amount = running.map { $0.annualRunCost ?? .zero }.total()
    peer.systems = running.count
    peer.population =
        context.portfolio.populations.filter { $0.year <= context.year }
        .max { $0.year < $1.year }?.count
    return peer
}

/// Why a body is not compared; nil where it is.
private func reason(_ peer: PeerFigure, against own: PeerFigure, isOwn: Bool) -> Words? {
    if let said = peer.notComparable { return Words(ja: said, en: said) }
    guard peer.amount != nil else { return Words(ja: "金額が公表されていない", en: "no amount is published") }
    guard peer.population ?? 0 > 0 || peer.systems ?? 0 > 0 else {
        return Words(ja: "人口もシステム数も分からない", en: "neither residents nor systems are known")
    }
    guard !isOwn else { return nil }
    guard let scope = peer.scope, let ownScope = own.scope, scope == ownScope else {
        let (its, ours) = (peer.scope ?? "不明", own.scope ?? "不明")
        return Words(
            ja: "金額の範囲が違う（「\(its)」と「\(ours)」）", en: "the scopes differ (“\(its)” and “\(ours)”)")
    }
    guard peer.year == own.year else { return Words(ja: "年度が違う", en: "the years differ") }
    return nil
}

/// An amount for each of `count`, rounded half up to a yen; nil where there is nothing to divide by.
private func per(_ amount: Yen?, _ count: Int?) -> Yen? {
    guard let amount, let count, count > 0 else { return nil }
    return Yen((2 * amount.amount + count) / (2 * count))
}

private func rank(_ values: [Yen?], _ index: Int) -> Int? {
    let known = values.compactMap { $0 }
    guard let value = values[index], known.count > 1 else { return nil }
    return known.count { $0 < value } + 1
}
