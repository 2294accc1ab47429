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

    /// Whether what is asked began before the year: building, an extension, or else instalments alone.
    private var continues: Bool {
        if let goLive { return goLive.advanced(by: -facts.buildYears) < year }
        if course.extensionYears.contains(year) {
            return course.extensionYears.contains(year.advanced(by: -1))
        }
        return !course.renewals.contains(year)
            && course.payments.allSatisfy { $0.year != year || $0.kind.isRunning }
    }

    /// The item that an account requests a kind of cost under: its own mapping's, else the usual one.
    private func item(of kind: Course.Kind, _ account: Key) -> BudgetItem {
        let own = basis.portfolio.itemMappings.first { $0.account == account }
        return switch kind {
        case .build: own?.build ?? .commission
        case .migration: own?.migration ?? .commission
        case .move: own?.move ?? .commission
        case .equipment: own?.equipmentBought ?? .goods
        case .extension: own?.extension ?? .rent
        case .lease, .remainingLease: own?.equipmentLeased ?? .rent
        case .tenants, .ending: own?.migration ?? .commission
        case .running, .service, .dual, .commitment: .commission
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
        case .dual: Words(ja: "並行稼働", en: "Dual running")
        case .remainingLease: Words(ja: "残リース", en: "Remaining lease")
        case .lease: Words(ja: "機器賃借", en: "Equipment lease")
        case .service: Words(ja: "サービス提供契約", en: "Service contract")
        case .tenants: Words(ja: "共通基盤利用システムの移行・試験", en: "Tenants' migration and tests")
        case .ending: Words(ja: "廃止・統合・共同化", en: "Ending or joint procurement")
        case .commitment: Words(ja: "契約済の支払", en: "Contracted payment")
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
