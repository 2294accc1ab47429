extension Portfolio {
    /// How systems procure their equipment today: as their planning terms say; else by lease where a contract or a yearly
    /// rent says so. A system without either buys and is not named.
    public var presentForms: [Key: ProcurementForm] {
        var result: [Key: ProcurementForm] = [:]
        for contract in contracts where contract.isLease { result[contract.system] = .lease }
        for terms in planTerms {
            if let rent = terms.yearlyRent { result[terms.system] = rent > .zero ? .lease : .purchase }
            if let form = terms.presentForm { result[terms.system] = form }
        }
        return result
    }
}

extension Contract {
    /// Whether it rents equipment: a lease, a lease gone on with, or a long-term contract for goods (物品の借入れ).
    public var isLease: Bool {
        switch contractKind {
        case .lease, .reLease: true
        case .longTerm: subject == .goods
        case .singleYear, .debtBurden: false
        }
    }
}
