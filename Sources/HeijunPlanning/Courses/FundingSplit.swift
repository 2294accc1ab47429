import HeijunModel

/// Divides a course's payments among the sources that pay for them (財源内訳). Each rule pays its share of what the
/// sources before it leave, up to its limit, in its eligible years; the rest is general revenue.
struct FundingSplit {
    let rules: [FundingRule]

    /// - Parameter rules: Of one system; sources pay in the order national, prefectural, bond, fund, other.
    init(_ rules: [FundingRule]) {
        let order = Dictionary(uniqueKeysWithValues: Funding.allCases.enumerated().map { ($1, $0) })
        self.rules = rules.filter { $0.funding != .general }.sorted {
            (order[$0.funding] ?? 0, $0.name) < (order[$1.funding] ?? 0, $1.name)
        }
    }

    /// Sets what general revenue pays, and notes what the others do.
    func apply(to course: inout Course) {
        guard !rules.isEmpty else { return }
        var left = rules.map { $0.limit.map(\.thousandsRoundedDown) ?? .max }
        let order = course.payments.indices.sorted {
            (course.payments[$0].year, $0) < (course.payments[$1].year, $1)
        }
        for index in order {
            for (number, rule) in rules.enumerated() where rule.pays(for: course.payments[index]) {
                let share = course.payments[index].general * rule.rate.tenThousandths / 10_000
                let amount = min(share, left[number])
                guard amount > 0 else { continue }
                left[number] -= amount
                course.payments[index].general -= amount
                course.fundings.append(
                    Course.FundingPart(
                        year: course.payments[index].year, funding: rule.funding, amount: amount,
                        payment: index,
                        taxMemo: amount * (rule.taxShare?.tenThousandths ?? 0) / 10_000))
            }
        }
    }
}

extension FundingRule {
    /// Whether a payment is of an eligible kind and year.
    func pays(for payment: Course.Payment) -> Bool {
        guard from.map({ $0 <= payment.year }) ?? true, to.map({ payment.year <= $0 }) ?? true,
            let item = payment.kind.fundingItem
        else { return false }
        return items.isEmpty ? item == .build || item == .migration : items.contains(item)
    }
}

extension Course.Kind {
    /// The kind of cost as funding rules name it; nil where no source but general revenue pays.
    var fundingItem: FundingRule.Item? {
        switch self {
        case .running, .service: .running
        case .build, .tenants, .ending: .build
        case .equipment, .lease: .equipment
        case .migration: .migration
        case .move: .move
        case .extension, .dual, .remainingLease, .commitment: nil
        }
    }
}
