extension FictionalMaker {
    /// Orders, separations and move groups that the hidden plan keeps, and the links behind them.
    mutating func makeTies() {
        makeOrders()
        makeSeparations()
        makeMoveGroups()
    }

    private func year(_ index: Int) -> FiscalYear? { hidden[index].rebuilds.first }

    private mutating func makeOrders() {
        for _ in 0..<count / 10 {
            let (one, other) = (dice.roll(0...count - 1), dice.roll(0...count - 1))
            guard let first = year(one), let then = year(other), first < then else { continue }
            var order = Precedence()
            order.first = portfolio.systems[one].id
            order.then = portfolio.systems[other].id
            order.reason = "連携先を先に整える（架空）"
            if !portfolio.precedences.contains(where: { $0.then == order.then }) {
                portfolio.precedences.append(order)
            }
        }
    }

    private mutating func makeSeparations() {
        for _ in 0..<count / 30 {
            let (one, other) = (dice.roll(0...count - 1), dice.roll(0...count - 1))
            guard one < other, year(one) != year(other) else { continue }
            var pair = Separation()
            pair.first = portfolio.systems[one].id
            pair.second = portfolio.systems[other].id
            pair.reason = "同じ担当課（架空）"
            if !portfolio.separations.contains(where: { $0.first == pair.first && $0.second == pair.second })
            {
                portfolio.separations.append(pair)
            }
        }
    }

    /// Neighbours in the list that move in the same year of the hidden plan, two or three together.
    private mutating func makeMoveGroups() {
        let byYear = Dictionary(grouping: hidden.indices.filter { hidden[$0].move != nil }) {
            hidden[$0].move ?? Self.first
        }
        for (_, members) in byYear.sorted(by: { $0.key < $1.key }) {
            for start in stride(from: 0, to: members.count - 2, by: 6) {
                var group = MoveGroup()
                group.id = Self.key("MG", portfolio.moveGroups.count + 1)
                group.members = members[start..<start + dice.roll(2...3)].map { portfolio.systems[$0].id }
                group.reason = "密結合（架空）"
                portfolio.moveGroups.append(group)
                link(group.members)
            }
        }
    }

    private mutating func link(_ members: [Key]) {
        for (from, to) in zip(members, members.dropFirst()) {
            var link = Link()
            link.system = from
            link.to = to
            link.content = "架空データ"
            link.method = .database
            link.isHard = true
            portfolio.links.append(link)
        }
    }
}
