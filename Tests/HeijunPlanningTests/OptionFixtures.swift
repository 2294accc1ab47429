import HeijunModel

@testable import HeijunPlanning

extension Portfolio {
    /// Every further kind of choice, cost and limit, each on some systems.
    mutating func addOptions(seed: UInt64) {
        let keys = systems.map(\.id)
        for (index, key) in keys.enumerated() {
            var terms = PlanTerms()
            terms.system = key
            terms.goLiveMonth = [4, 7, 10, 1][index % 4]
            terms.dualMonths = index % 5
            terms.platform = index % 4 == 0 ? keys[0] : nil
            terms.platformUnits = 10
            terms.tenantCost = Yen(thousands: 700)
            terms.businessEffort = PersonMonths(tenths: 15)
            planTerms.append(terms)
            switch (index + Int(seed)) % 6 {
            case 0:
                var option = HostingOption()
                (option.system, option.hosting) = (key, .commonPlatform)
                (option.platform, option.platformUnits) = (keys[0], 20)
                hostingOptions.append(option)
            case 1, 2:
                var option = ProcurementOption()
                (option.system, option.form) = (key, index % 2 == 0 ? .lease : .service)
                procurementOptions.append(option)
            case 3:
                var option = Consolidation()
                (option.system, option.ending) = (key, [.retire, .merge, .joint][index % 3])
                option.share = Rate(tenThousandths: 4000)
                option.addedRunCost = Yen(thousands: 300)
                consolidations.append(option)
            case 4:
                var rule = FundingRule()
                (rule.system, rule.name, rule.rate) = (key, "補助金", Rate(tenThousandths: 5000))
                fundingRules.append(rule)
            default: break
            }
        }
        addLimits(keys, seed: seed)
    }

    private mutating func addLimits(_ keys: [Key], seed: UInt64) {
        var capacity = PlatformCapacity()
        (capacity.system, capacity.units) = (keys[0], 90)
        platformCapacities = [capacity]
        var group = DecisionGroup()
        (group.id, group.members) = ("D1", Array(keys.suffix(2)))
        decisionGroups = [group]
        var link = Link()
        (link.system, link.to, link.content, link.isHard) = (keys[1], keys[2], "表", true)
        links.append(link)
        for ceiling in ceilings {
            var funding = FundingCeiling()
            (funding.account, funding.year) = (ceiling.account, ceiling.year)
            funding.amount = ceiling.amount
            fundingCeilings.append(funding)
        }
        settingValues += [
            setting(.moveQuarters, Int(seed % 2)), setting(.levelledLoad, Int(seed / 2 % 2)),
        ]
    }
}
