public import HeijunModel

/// How a body stands among others: its rank, their distribution, and where it is behind.
public struct PeerComparison: Sendable {
    /// The group that is compared with, named.
    public let group: Words
    /// The bodies of the group that have figures, without the body itself.
    public let peers: Int
    /// One line a business, then the mean over all of them (`business` nil).
    public let lines: [Line]
    /// The steps at which the body is furthest behind, the furthest first: open here and settled by most others.
    public let behind: [StepGap]

    /// One business, or all.
    public struct Line: Sendable, Hashable {
        /// Nil is the mean over the businesses.
        public let business: StandardBusiness?
        /// The body's own rate.
        public let own: Rate?
        /// 1 is the best; bodies of the same rate share a rank. Nil without an own rate.
        public let rank: Int?
        /// The bodies that are ranked, the own one included where it has a rate.
        public let count: Int
        /// Least, quarter, middle, three quarters and most of the others' rates.
        public let quartiles: [Rate]
        /// The others' mean.
        public let mean: Rate?
        /// How many of the others have reached 100 %, and how many are below 50 %.
        public let complete: Int, below: Int
        /// How many of the others lie in each tenth, 0–<10 % first; the last holds 90–100 %.
        public let tenths: [Int]

        /// Own rate minus the middle one, in ten-thousandths; negative is behind.
        public var gap: Int? {
            guard let own, quartiles.count == 5 else { return nil }
            return own.tenThousandths - quartiles[2].tenThousandths
        }
    }

    /// A step that the body has open and others have settled.
    public struct StepGap: Sendable, Hashable {
        /// The business and the step.
        public let business: StandardBusiness, step: ProcedureStep
        /// How far it is.
        public let state: Step.State
        /// The share of the others that have it settled.
        public let settled: Rate
    }

    /// Which bodies to compare with.
    public enum Scope: String, CaseIterable, Sendable { case category, prefecture, nation }

    /// Compares a body's table with its peers.
    ///
    /// - Parameter scope: Bodies of the same category, of the same prefecture or all; prefectures are compared with
    ///   prefectures alone, for they have two businesses.
    public init(_ table: StandardizationTable, _ context: Context, _ peers: PeerTable, scope: Scope) {
        let own = context.portfolio.organization
        let isPrefecture = own.category == .prefecture
        let ownID = PeerComparison.id(of: own)
        let chosen = peers.bodies.filter { body in
            guard body.id.text != ownID, (body.category == .prefecture) == isPrefecture else { return false }
            switch scope {
            case .category: return body.category == own.category
            case .prefecture: return body.prefecture == own.prefecture
            case .nation: return true
            }
        }
        group = PeerComparison.words(scope, own)
        self.peers = chosen.count
        let rates = Dictionary(
            table.rows.map { ($0.key, $0.rate?.rate) }, uniquingKeysWith: { first, _ in first })
        let positions = StandardBusiness.all.indices.filter { index in
            rates.keys.contains(StandardBusiness.all[index].key) && StandardBusiness.all[index].isOneOfTwenty
        }
        lines =
            positions.map { index in
                let business = StandardBusiness.all[index]
                return Line(
                    business, rates[business.key] ?? nil,
                    chosen.compactMap { $0.rates[index] < 0 ? nil : Int($0.rates[index]) })
            } + [Line(nil, table.overallRate, chosen.compactMap { $0.mean < 0 ? nil : $0.mean })]
        behind = PeerComparison.gaps(context, chosen, positions)
    }

    /// The key that a body has among its peers.
    public static func id(of body: Organization) -> String {
        let prefecture = body.prefecture ?? ""
        return body.name.hasPrefix(prefecture) ? body.name : prefecture + body.name
    }

    private static func words(_ scope: Scope, _ own: Organization) -> Words {
        switch scope {
        case .category:
            Words(
                ja: own.category?.title.ja ?? "団体区分が未登録", en: own.category?.title.en ?? "no category recorded"
            )
        case .prefecture: Words(ja: "\(own.prefecture ?? "")内の団体", en: "bodies of \(own.prefecture ?? "")")
        case .nation: Words(ja: "全国", en: "the nation")
        }
    }

    private static func gaps(_ context: Context, _ bodies: [PeerTable.Body], _ positions: [Int]) -> [StepGap]
    {
        let gaps = positions.flatMap { index -> [StepGap] in
            let business = StandardBusiness.all[index]
            let steps = context.ledger.steps(of: business.key)
            let others = bodies.compactMap { $0.steps[index] }
            guard !steps.isEmpty, !others.isEmpty else { return [] }
            let own = StepLetters(steps)
            return ProcedureStep.all.compactMap { step -> StepGap? in
                guard own[step.number] == .notStarted || own[step.number] == .working else { return nil }
                let settled = others.count { $0[step.number] == .done || $0[step.number] == .notApplicable }
                guard settled * 2 > others.count else { return nil }
                return StepGap(
                    business: business, step: step, state: own[step.number],
                    settled: Rate(tenThousandths: settled * 10_000 / others.count))
            }
        }
        return gaps.sorted {
            ($1.settled, $0.business.progressOrder ?? 99, $0.step.number)
                < ($0.settled, $1.business.progressOrder ?? 99, $1.step.number)
        }
    }
}

extension PeerComparison.Line {
    /// Ranks a rate among others; all in ten-thousandths.
    init(_ business: StandardBusiness?, _ own: Rate?, _ others: [Int]) {
        let sorted = others.sorted()
        self.business = business
        self.own = own
        rank = own.map { own in 1 + sorted.count { $0 > own.tenThousandths } }
        count = sorted.count + (own == nil ? 0 : 1)
        mean = MeanRate(sorted.map { Rate(tenThousandths: $0) })?.rate
        quartiles =
            sorted.isEmpty
            ? []
            : (0...4).map { Rate(tenThousandths: sorted[$0 * (sorted.count - 1) / 4]) }
        complete = sorted.count { $0 >= 10_000 }
        below = sorted.count { $0 < 5000 }
        tenths = (0..<10).map { tenth in sorted.count { min(9, $0 / 1000) == tenth } }
    }
}
