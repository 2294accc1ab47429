public import HeijunModel
import HeijunPolicy

extension ProgressReading {
    /// The records that the reading makes: the steps and rates of the body itself, and one packed record for every
    /// other body.
    ///
    /// - Parameter known: The ledger; what it says of a step beside its state (days, who, why) is kept.
    /// - Parameter asOf: The day that the figures describe.
    public func entries(known: Portfolio, asOf: Day, source: String?) -> [Entry] {
        let ownID = PeerComparison.id(of: known.organization)
        var maker = ProgressEntryMaker(known, asOf, source)
        for body in bodies {
            let id = body.prefecture + (body.name == body.prefecture ? "" : body.name)
            if id.isEmpty || id == ownID || (body.code != nil && body.code == known.organization.code) {
                maker.addOwn(body)
            } else {
                maker.addPeer(body, id: Key(id))
            }
        }
        return maker.entries
    }

    /// Whether the reading has anything of the body itself.
    public func holdsOwn(_ organization: Organization) -> Bool {
        let ownID = PeerComparison.id(of: organization)
        return bodies.contains {
            $0.prefecture + $0.name == ownID || ($0.prefecture + $0.name).isEmpty
                || ($0.code != nil && $0.code == organization.code)
        }
    }
}

/// Makes records of bodies' progress.
private struct ProgressEntryMaker {
    private(set) var entries: [Entry] = []
    private let asOf: Day
    private let source: String?
    private let businesses: [Key: Business]
    private let steps: [String: Step]
    private let peers: [Key: PeerProgress]

    init(_ known: Portfolio, _ asOf: Day, _ source: String?) {
        (self.asOf, self.source) = (asOf, source)
        businesses = Dictionary(known.businesses.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        steps = Dictionary(
            known.steps.map { ("\($0.business.text)/\($0.number)", $0) },
            uniquingKeysWith: { first, _ in first })
        peers = Dictionary(known.peers.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    }

    mutating func addOwn(_ body: ProgressReading.Body) {
        for (position, standard) in StandardBusiness.all.enumerated() {
            let letters = body.steps[position], rate = body.rates[position]
            guard letters != nil || rate != nil else { continue }
            entries.append(business(standard.key, letters, rate).entry)
            guard let letters else { continue }
            for number in 1...40 where body.says(number, of: position) || !isKnown(standard.key, number) {
                entries.append(step(standard.key, number, letters[number]).entry)
            }
        }
    }

    /// The business with its published rate; a new one gets the state that its steps tell.
    private func business(_ key: Key, _ letters: StepLetters?, _ rate: Rate?) -> Business {
        var business = businesses[key] ?? Business()
        business.id = key
        if let rate {
            (business.reportedRate, business.reportedAsOf) = (rate, asOf)
            if let source { business.source = source }
        }
        if businesses[key] == nil, let letters {
            let isBegun = (1...40).contains { letters[$0] == .done || letters[$0] == .working }
            business.state = letters[40] == .done ? .migrated : isBegun ? .working : .notStarted
        }
        return business
    }

    private func isKnown(_ business: Key, _ number: Int) -> Bool {
        steps["\(business.text)/\(number)"] != nil
    }

    private func step(_ business: Key, _ number: Int, _ state: Step.State) -> Step {
        var step = steps["\(business.text)/\(number)"] ?? Step()
        (step.business, step.number, step.state) = (business, number, state)
        return step
    }

    mutating func addPeer(_ body: ProgressReading.Body, id: Key) {
        // Figures of another day never stand beside older ones in one record.
        var peer = peers[id].flatMap { $0.asOf == asOf ? $0 : nil } ?? PeerProgress()
        (peer.id, peer.prefecture, peer.asOf) = (id, body.prefecture, asOf)
        peer.name = body.name.isEmpty ? body.prefecture : body.name
        peer.code = body.code ?? peers[id]?.code
        peer.category = body.category ?? peers[id]?.category
        if let source { peer.source = source }
        if let overall = body.overall { peer.overall = overall }
        if let packed = packed(body.steps.map { $0?.text }) { peer.steps = packed }
        if let packed = packed(body.rates.map { $0?.fieldText }) { peer.rates = packed }
        entries.append(peer.entry)
    }

    private func packed(_ texts: [String?]) -> String? {
        let items = zip(StandardBusiness.all, texts).compactMap { business, text in
            text.map { business.key.text + ":" + $0 }
        }
        return items.isEmpty ? nil : items.joined(separator: " ")
    }
}
