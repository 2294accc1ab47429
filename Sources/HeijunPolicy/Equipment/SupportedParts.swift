public import HeijunModel

/// Something of a system whose support ends on a day: what the body recorded (`support_end`), equipment of the system,
/// software of the system or on its equipment. What is one product and ends on one day is one part.
public struct SupportedPart: Hashable, Sendable {
    /// The system.
    public let system: Key
    /// What names it.
    public let source: Source
    /// Every kind of record that bears the date.
    public let sources: Set<Source>
    /// Which parts of the system are one product: their earliest end is the one that counts.
    public let product: String
    /// What it is, with the equipment or software named, to stand in a sentence.
    public let subject: Words
    /// The last day with support.
    public let ends: Day
    /// The records of the source that bear the date, in the order of the ledger.
    public let records: [String]
    /// Whether it is replaced with its system.
    public let reach: Reach

    /// The kind of record that a date stands on.
    public enum Source: Sendable {
        case supportEnd, software, equipment
        /// The kind of record as the ledger names it.
        public var record: String {
            switch self {
            case .supportEnd: SupportEnd.kind.name
            case .software: Software.kind.name
            case .equipment: Equipment.kind.name
            }
        }
    }

    /// How near a part is to its system.
    public enum Reach: Int, Sendable {
        /// It is replaced with the system.
        case core
        /// A client or printer, or software on one.
        case client
        /// A software library, which upkeep replaces.
        case library
    }
}

extension Portfolio {
    /// Everything whose support ends, by system: recorded ends first, then software and equipment, in the order of the
    /// ledger.
    ///
    /// An end of extended support stands in for earlier ends of what it is about: of the software or equipment that it
    /// names, else of the system's parts that bear its subject as their name.
    public var supportedParts: [Key: [SupportedPart]] {
        let servers = Dictionary(equipment.map { ($0.id, $0) }) { first, _ in first }
        let products = Dictionary(software.map { ($0.id, $0) }) { first, _ in first }
        let dates =
            supportEnds.map { DatedPart($0, products, servers) }
            + software.compactMap { DatedPart($0, servers) }
            + equipment.compactMap(DatedPart.init)
        return Dictionary(grouping: dates, by: \.system).mapValues { dates in
            let extended = dates.filter(\.isExtended)
            let valid = dates.filter { date in !extended.contains { $0.standsIn(for: date) } }
            return DatedPart.joined(valid)
        }
    }
}

extension Software {
    /// What makes two records one product: name and version.
    fileprivate var product: String { "software " + matchForm(title) }

    /// Name and version.
    fileprivate var title: String {
        guard let version, !name.contains(version) else { return name }
        return "\(name) \(version)"
    }
}

/// One date of the ledger on which support of something ends.
private struct DatedPart {
    let system: Key
    let source: SupportedPart.Source
    let product: String
    let record: String
    let name: String
    /// The equipment that software stands on.
    var place: Equipment?
    let ends: Day
    var reach: SupportedPart.Reach = .core
    var isExtended = false
    /// The software or equipment that a recorded end names.
    var named: Set<String> = []

    init(_ end: SupportEnd, _ products: [Key: Software], _ servers: [Key: Equipment]) {
        (system, source, record) = (end.system, .supportEnd, end.recordKey)
        let software = end.software.flatMap { products[$0] }
        let server = end.equipment.flatMap { servers[$0] }
        let about = [software.map { "\($0.title) \($0.id.text)" }, server.map { "\($0.name) \($0.id.text)" }]
            .compactMap { $0 }
        name = about.isEmpty ? end.subject : "\(end.subject)（\(about.joined(separator: "、"))）"
        (ends, isExtended) = (end.ends, end.isExtended)
        named = Set(
            [end.software.map { "software \($0.text)" }, end.equipment.map { "equipment \($0.text)" }]
                .compactMap { $0 })
        product =
            software?.product
            ?? (end.equipment == nil ? "software " + DatedPart.plain(end.subject) : "equipment")
    }

    init?(_ software: Software, _ servers: [Key: Equipment]) {
        let server = software.equipment.flatMap { servers[$0] }
        guard let ends = software.supportEnds, let system = software.system ?? server?.system else {
            return nil
        }
        (self.system, source, record) = (system, .software, software.id.text)
        (name, product, self.ends, place) = (software.title, software.product, ends, server)
        let isOnClient = server?.equipmentKind.map(\.isClient) ?? false
        reach = software.softwareKind == .library ? .library : isOnClient ? .client : .core
    }

    init?(_ equipment: Equipment) {
        guard let ends = equipment.supportEnds, let system = equipment.system else { return nil }
        (self.system, source, record) = (system, .equipment, equipment.id.text)
        (name, product, self.ends) = (equipment.name, "equipment", ends)
        reach = equipment.equipmentKind.map(\.isClient) ?? false ? .client : .core
    }

    /// A subject without what stands in brackets at its end, as it is compared.
    private static func plain(_ subject: String) -> String {
        let text = matchForm(subject)
        guard text.hasSuffix(")"), let open = text.lastIndex(of: "("), open > text.startIndex else {
            return text
        }
        return String(trimmed(String(text[..<open])))
    }

    /// Whether the end of extended support stands in for another, earlier date.
    func standsIn(for other: DatedPart) -> Bool {
        guard isExtended, other.ends < ends else { return false }
        guard !named.isEmpty else { return product == other.product }
        let own = other.source == .supportEnd ? other.named : ["\(other.source.record) \(other.record)"]
        return !named.isDisjoint(with: own)
    }

    /// The dates as parts, one for each product and day: software before equipment before what was recorded gives the name.
    static func joined(_ dates: [DatedPart]) -> [SupportedPart] {
        var order: [[DatedPart]] = []
        var position: [String: Int] = [:]
        for date in dates {
            let key = "\(date.product)\u{1F}\(date.reach)\u{1F}\(date.ends.fieldText)"
            if let index = position[key] {
                order[index].append(date)
            } else {
                position[key] = order.count
                order.append([date])
            }
        }
        return order.map(part)
    }

    private static func part(_ dates: [DatedPart]) -> SupportedPart {
        let best =
            dates.first { $0.source == .software } ?? dates.first { $0.source == .equipment } ?? dates[0]
        let same = dates.filter { $0.source == best.source }
        return SupportedPart(
            system: best.system, source: best.source, sources: Set(dates.map(\.source)),
            product: best.product,
            subject: best.subject(and: same.count - 1), ends: best.ends, records: same.map(\.record),
            reach: best.reach)
    }

    private func subject(and others: Int) -> Words {
        let more =
            others == 0 ? Words(ja: "", en: "") : Words(ja: "ほか\(others)件", en: " and \(others) more")
        switch source {
        case .supportEnd: return Words(ja: name, en: name)
        case .equipment:
            return Words(
                ja: "機器「\(name)」（\(record)）\(more.ja)", en: "the equipment “\(name)” (\(record))\(more.en)")
        case .software:
            let server = place.map {
                Words(ja: "、機器「\($0.name)」\($0.id.text)", en: " on “\($0.name)” \($0.id.text)")
            }
            return Words(
                ja: "\(name)（ソフトウェア \(record)\(server?.ja ?? "")）\(more.ja)",
                en: "\(name) (software \(record)\(server?.en ?? ""))\(more.en)")
        }
    }
}

extension Equipment.Kind {
    /// Whether it stands on a desk and is replaced apart from its systems.
    fileprivate var isClient: Bool {
        switch self {
        case .client, .printer: true
        case .server, .virtual, .storage, .network, .power, .other: false
        }
    }
}
