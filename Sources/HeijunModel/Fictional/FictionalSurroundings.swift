extension FictionalMaker {
    /// What stands around the plan: past costs, contracts, support ends, links, programmes and indicators.
    mutating func makeSurroundings() {
        makeProgrammes()
        for index in portfolio.systems.indices {
            addCosts(index)
            addContract(index)
            addLinks(index)
        }
        markStandardized()
        makeIndicators()
    }

    private mutating func makeProgrammes() {
        portfolio.programmes = (1...max(1, count / 25)).map { number in
            var programme = Programme()
            programme.id = Self.key("P", number)
            programme.name = "架空事業\(number)"
            programme.source = "架空"
            return programme
        }
        for index in portfolio.systems.indices {
            portfolio.systems[index].programmes = [dice.pick(portfolio.programmes).id]
        }
    }

    /// Five years of settled running cost, growing by 2 % a year to the present.
    private mutating func addCosts(_ index: Int) {
        let system = portfolio.systems[index]
        let present = system.annualRunCost?.thousands ?? 0
        for back in 1...5 {
            let sum = present * (100 - 2 * back) / 100
            for (item, share) in [(CostItem.systemOperation, 40), (.softwareRent, 35), (.lines, 25)] {
                var cost = Cost()
                cost.system = system.id
                cost.year = FiscalYear(2026 - back)
                cost.item = item
                cost.stage = .settled
                cost.account = system.account
                cost.amount = Yen(thousands: sum * share / 100)
                cost.section = system.systemSection
                portfolio.costs.append(cost)
            }
        }
    }

    private mutating func addContract(_ index: Int) {
        let system = portfolio.systems[index]
        let natural = system.rebuildYear ?? Self.first
        var contract = Contract()
        contract.system = system.id
        contract.id = Self.key("C", index + 1)
        contract.name = "運用保守"
        contract.contractKind = dice.pick([.singleYear, .longTerm, .lease])
        contract.vendor = system.vendor
        contract.starts = natural.advanced(by: -5).firstDay
        contract.ends = natural.advanced(by: -1).lastDay
        contract.amount = system.annualRunCost
        portfolio.contracts.append(contract)
        guard system.hosting?.needsRoom == true, dice.chance(40) else { return }
        var end = SupportEnd()
        end.system = system.id
        end.subject = "サーバOS"
        // Nothing is extended past it in the hidden plan either.
        let event = (hidden[index].rebuilds + hidden[index].renewals).min() ?? natural
        end.ends = max(natural.advanced(by: dice.roll(0...2)), event).lastDay
        portfolio.supportEnds.append(end)
    }

    private mutating func addLinks(_ index: Int) {
        guard count > 1, dice.chance(60) else { return }
        let to = dice.roll(0...count - 1)
        guard to != index else { return }
        var link = Link()
        link.system = portfolio.systems[index].id
        link.to = portfolio.systems[to].id
        link.content = "架空連携"
        link.method = .file
        link.isViaPlatform = dice.chance(50)
        portfolio.links.append(link)
    }

    /// Large systems carry the standardized businesses; those not done yet have a transition day the hidden plan keeps.
    private mutating func markStandardized() {
        let large = portfolio.systems.indices.filter { portfolio.systems[$0].size == .large }
        for (index, business) in zip(large, portfolio.businesses.indices) {
            portfolio.systems[index].businesses = [portfolio.businesses[business].id]
            portfolio.systems[index].systemClass = .standard
            guard portfolio.businesses[business].state == .transitionSupport,
                let year = hidden[index].rebuilds.first
            else { continue }
            portfolio.systems[index].transitionReason = .vendorResources
            portfolio.systems[index].transitionPlannedDay = year.lastDay
            portfolio.businesses[business].transitionReason = .vendorResources
            portfolio.businesses[business].plannedDay = year.lastDay
        }
    }

    private mutating func makeIndicators() {
        var indicator = Indicator()
        indicator.id = "架空指標1"
        indicator.area = "最適化"
        indicator.name = "共通基盤で稼働するシステム数"
        indicator.unit = "件"
        indicator.baseline = Figure(portfolio.systems.count { $0.hosting == .commonPlatform } / 2)
        indicator.baselineYear = FiscalYear(2021)
        indicator.source = "架空"
        portfolio.indicators = [indicator]
        let now = portfolio.systems.count { $0.hosting == .commonPlatform }
        portfolio.indicatorValues = [
            (2025, IndicatorValue.Role.actual, now), (2028, .target, now + max(1, count / 20)),
        ]
        .map { year, role, value in
            var entry = IndicatorValue()
            entry.indicator = indicator.id
            entry.year = FiscalYear(year)
            entry.role = role
            entry.value = Figure(value)
            return entry
        }
    }
}
