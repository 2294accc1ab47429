import HeijunModel

/// Makes the request of one system for one budget year.
struct RequestMaker {
    let facts: SystemFacts
    let course: Course
    let basis: PlanningBasis
    let year: FiscalYear

    /// The request; nil where the year holds neither one-time nor extension cost.
    var request: BudgetRequest? {
        let due = course.payments.filter { $0.year == year && $0.kind != .running }
        guard !due.isEmpty else { return nil }
        let lead = max(1, basis.rules.leadYears)
        return BudgetRequest(
            system: facts.system.id, fiscalYear: year, requestedIn: year.advanced(by: -lead),
            standing: continues ? .continues : .starts, goLive: goLive,
            lines: merged(due.flatMap(oneTimeLines)),
            running: merged(
                course.payments.filter { $0.year == year && $0.kind == .running }.flatMap(runningLines)))
    }

    /// The rebuild that is built, or goes live, in the year.
    private var goLive: FiscalYear? {
        course.rebuilds.first { $0.advanced(by: -facts.buildYears) <= year && year <= $0 }
    }

    private var continues: Bool {
        goLive.map { $0.advanced(by: -facts.buildYears) < year }
            ?? (course.extensionYears.contains(year) && course.extensionYears.contains(year.advanced(by: -1)))
    }

    /// The item that an account requests a kind of cost under: its own mapping's, else the usual one.
    private func item(of kind: Course.Kind, _ account: Key) -> BudgetItem {
        let own = basis.portfolio.itemMappings.first { $0.account == account }
        let isLeased = basis.leasesEquipment(facts.system.id)
        return switch kind {
        case .build: own?.build ?? .commission
        case .migration: own?.migration ?? .commission
        case .move: own?.move ?? .commission
        case .equipment where isLeased: own?.equipmentLeased ?? .rent
        case .equipment: own?.equipmentBought ?? .goods
        case .extension: own?.extension ?? .rent
        case .running: .commission
        }
    }

    private func purpose(of kind: Course.Kind) -> Words {
        switch kind {
        case .running: Words(ja: "運用経費", en: "Running cost")
        case .extension: Words(ja: "再リース・延長保守", en: "Re-lease and extended upkeep")
        case .build: Words(ja: "再構築", en: "Build")
        case .equipment: Words(ja: "機器", en: "Equipment")
        case .migration: Words(ja: "データ移行", en: "Migration")
        case .move: Words(ja: "移設", en: "Move")
        }
    }

    private func oneTimeLines(_ payment: Course.Payment) -> [BudgetRequest.Line] {
        basis.parts(payment.amount, of: facts.system).filter { $0.amount != 0 }.map {
            BudgetRequest.Line(
                item: item(of: payment.kind, $0.account), account: $0.account,
                purpose: purpose(of: payment.kind),
                amount: Yen(thousands: $0.amount))
        }
    }

    private func lines(_ amount: Int, _ item: BudgetItem, _ purpose: Words) -> [BudgetRequest.Line] {
        basis.parts(amount, of: facts.system).filter { $0.amount != 0 }.map {
            BudgetRequest.Line(
                item: item, account: $0.account, purpose: purpose, amount: Yen(thousands: $0.amount))
        }
    }

    /// Running cost by item, in the proportion of the ledger's latest costs by item; all of it 委託料 without them.
    private func runningLines(_ payment: Course.Payment) -> [BudgetRequest.Line] {
        let weights = basis.runningWeights[facts.system.id] ?? [:]
        let whole = weights.values.reduce(0, +)
        guard whole > 0 else { return lines(payment.amount, .commission, purpose(of: .running)) }
        var sum = 0, before = 0
        return BudgetItem.allCases.flatMap { item -> [BudgetRequest.Line] in
            sum += weights[item] ?? 0
            let upTo = payment.amount * sum / whole
            defer { before = upTo }
            return lines(upTo - before, item, purpose(of: .running))
        }
    }

    private func merged(_ lines: [BudgetRequest.Line]) -> [BudgetRequest.Line] {
        var result: [BudgetRequest.Line] = []
        for line in lines {
            if let index = result.firstIndex(where: {
                $0.item == line.item && $0.account == line.account && $0.purpose == line.purpose
            }) {
                result[index] = BudgetRequest.Line(
                    item: line.item, account: line.account, purpose: line.purpose,
                    amount: result[index].amount + line.amount)
            } else {
                result.append(line)
            }
        }
        return result
    }
}

extension CostItem {
    /// The item of the budget that a running cost falls under.
    var budgetItem: BudgetItem {
        switch self {
        case .systemOperation, .hardwareUpkeepWork, .otherOutsourcing, .hardwareUpkeep, .softwareUpkeep,
            .build,
            .migration:
            .commission
        case .hardwareRent, .softwareRent, .dataCentre, .cloud: .rent
        case .lines: .services
        case .equipment: .goods
        }
    }
}

extension PlanningBasis {
    /// Whether a system's equipment is leased: it has a contract of that kind.
    func leasesEquipment(_ system: Key) -> Bool {
        (contracts[system] ?? []).contains {
            switch $0.contractKind {
            case .lease, .reLease: true
            case .singleYear, .debtBurden, .longTerm: false
            }
        }
    }
}
