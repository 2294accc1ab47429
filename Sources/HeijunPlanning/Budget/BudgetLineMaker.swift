import HeijunModel

/// Makes one system's line of the budget request.
struct BudgetLineMaker {
    let facts: SystemFacts
    let course: Course
    let basis: PlanningBasis
    let year: FiscalYear
    let ledger: BudgetLedger

    private var key: Key { facts.system.id }

    /// The line; nil where the year holds neither one-time nor extension cost.
    var line: BudgetLine? {
        guard let request = RequestMaker(facts: facts, course: course, basis: basis, year: year).request
        else {
            return nil
        }
        var amounts: [BudgetItem: Yen] = [:]
        for line in request.lines { amounts[line.item, default: .zero] += line.amount }
        let before = lastYear
        let note = estimate
        return BudgetLine(
            request: request, amounts: amounts, funding: funding(of: request), lastYear: before.amount,
            lastYearFrom: before.from, reason: reason(request), basis: note?.basis, basisDay: note?.basisDay,
            gate: gate, stages: ledger.stages(of: key, in: year), nextRenewal: course.decision.renewal)
    }

    /// Last year's amount: as voted (or as far as its stages went), else the ledger's budget, else the plan's course.
    private var lastYear: (amount: Yen, from: BudgetLine.LastYear) {
        let before = year.advanced(by: -1)
        if let latest = ledger.stages(of: key, in: before).max(by: { $0.key < $1.key }) {
            return (latest.value, .voted)
        }
        let order: [CostStage] = [.revised, .budget]
        for stage in order {
            let costs = (ledger.costs[key] ?? []).filter {
                $0.year == before && $0.stage == stage && !$0.item.isRunning
            }
            if !costs.isEmpty { return (costs.map(\.amount).total(), .ledger) }
        }
        let paid = course.sum { $0.year == before && $0.kind != .running }
        return (Yen(thousands: paid), .plan)
    }

    /// The latest note on what one-time cost was estimated from.
    private var estimate: Cost? {
        (ledger.costs[key] ?? []).filter { $0.basis != nil && !$0.item.isRunning }
            .max { ($0.year, $0.basisDay?.fieldText ?? "") < ($1.year, $1.basisDay?.fieldText ?? "") }
    }

    /// The review before the budget of this budget year, or of the autumn in which it is requested.
    private var gate: BudgetLine.GateState {
        let years = [year, year.advanced(by: -1)]
        let found = (ledger.gates[key] ?? []).filter {
            $0.review == .beforeBudget && years.contains($0.cycle)
        }
        .max { $0.cycle < $1.cycle }
        guard let found else { return .missing }
        if let done = found.done { return .done(done, openConditions: found.openConditions) }
        return found.due.map { .due($0) } ?? .open
    }

    /// The request by source of money: as the funding rules divide the course's payments; without rules in the
    /// proportion of the ledger's planned one-time amounts of that year.
    private func funding(of request: BudgetRequest) -> [BudgetLine.FundingPart] {
        guard facts.fundingRules.isEmpty else {
            return course.fundingParts { $0.year == year && $0.kind != .running }
        }
        let planned = (ledger.costs[key] ?? []).filter {
            $0.year == year && !$0.item.isRunning && ($0.stage == .planned || $0.stage == .budget)
        }
        return fundingParts(request.amount.thousands, planned)
    }
}

/// An amount in 千円 by source of money, in the proportion of some costs; all of it 一般財源 without them. The parts add
/// up: each is the difference of two rounded running sums.
func fundingParts(_ amount: Int, _ costs: [Cost]) -> [BudgetLine.FundingPart] {
    dividedParts(amount, costs.map { ($0.funding, $0.amount.thousands) })
}

/// An amount in 千円 by source of money, in the proportion of some amounts; all of it 一般財源 without them.
func dividedParts(_ amount: Int, _ amounts: [(Funding, Int)]) -> [BudgetLine.FundingPart] {
    var weights: [Funding: Int] = [:]
    for (funding, part) in amounts { weights[funding, default: 0] += max(0, part) }
    let whole = weights.values.reduce(0, +)
    guard whole > 0 else { return [.init(funding: .general, amount: Yen(thousands: amount))] }
    var sum = 0, before = 0
    return Funding.allCases.compactMap { funding in
        sum += weights[funding] ?? 0
        let upTo = (amount * sum + whole / 2) / whole
        defer { before = upTo }
        return upTo == before ? nil : .init(funding: funding, amount: Yen(thousands: upTo - before))
    }
}

extension Course {
    /// Some payments by source of money, as the funding rules divide them; the parts add up.
    func fundingParts(_ isTaken: (Payment) -> Bool) -> [BudgetLine.FundingPart] {
        var sums: [Funding: Int] = [:]
        for (index, payment) in payments.enumerated() where isTaken(payment) {
            sums[.general, default: 0] += payment.general
            for part in fundings where part.payment == index { sums[part.funding, default: 0] += part.amount }
        }
        return Funding.allCases.compactMap { funding in
            sums[funding].flatMap { $0 == 0 ? nil : .init(funding: funding, amount: Yen(thousands: $0)) }
        }
    }
}

extension BudgetLineMaker {
    /// What is paid in the year, and what was paid the year before and no more.
    private func reason(_ request: BudgetRequest) -> Words {
        let now = phases(year),
            isLeased = now.contains { $0.kind == "lease" },
            before = phases(year.advanced(by: -1)).filter { old in
                // A leased renewal goes on in its rents.
                !now.contains { $0.kind == old.kind } && !(isLeased && old.kind == "renewal")
            }
        let parts = now.map(\.words)
        let ended = before.map { phase in
            Words(ja: "\(phase.name.ja)の終了", en: "\(phase.name.en) ended")
        }
        let all = parts + [support].compactMap { $0 } + ended
        return Words(ja: all.map(\.ja).joined(separator: "、"), en: all.map(\.en).joined(separator: "; "))
    }

    /// The end of support that a year later would break, where what is paid is the first renewal or rebuild: the earliest,
    /// with the equipment or software that it is of.
    private var support: Words? {
        guard let event = (course.rebuilds + course.renewals).min() else { return nil }
        let begins = course.rebuilds.first == event ? event.advanced(by: -facts.buildYears) : event
        guard begins <= year, year <= event else { return nil }
        let ends = basis.bounds(of: facts).compactMap { bound -> (year: FiscalYear, subject: Words)? in
            guard case .support(let subject) = bound.kind, bound.year <= event else { return nil }
            return (bound.year, subject)
        }
        guard let first = ends.min(by: { $0.year < $1.year }) else { return nil }
        let label = Sentences.label(first.year, basis)
        return Words(
            ja: "\(first.subject.ja)のサポートが \(label.ja) に終わるため",
            en: "support for \(first.subject.en) ends in \(label.en)")
    }

    private struct Phase {
        let kind: String
        let name: Words
        let words: Words
    }

    private func phases(_ year: FiscalYear) -> [Phase] {
        ([building(year), goLive(year), renewal(year), instalment(year), extended(year), move(year)]
            + BudgetLineMaker.further.map { further($0, $1, year) }).compactMap { $0 }
    }

    /// Kinds of cost that are named where they are paid, without more to say of them.
    private static let further: [(Course.Kind, Words)] = [
        (.remainingLease, Words(ja: "残リースの精算", en: "Rest of the lease")),
        (.dual, Words(ja: "新旧の並行稼働", en: "Dual running")),
        (.tenants, Words(ja: "共通基盤の更改に伴う移行・試験", en: "Migration and tests for the platform")),
        (.ending, Words(ja: "廃止・統合・共同化", en: "Ending or joint procurement")),
        (.commitment, Words(ja: "契約済の支払", en: "Contracted payment")),
    ]

    private func further(_ kind: Course.Kind, _ name: Words, _ year: FiscalYear) -> Phase? {
        course.sum { $0.kind == kind && $0.year == year } > 0 ? phase(kind.rawValue, name) : nil
    }

    private func phase(_ kind: String, _ name: Words, _ detail: Words? = nil) -> Phase {
        let words = detail.map { Words(ja: name.ja + $0.ja, en: name.en + $0.en) }
        return Phase(kind: kind, name: name, words: words ?? name)
    }

    private func building(_ year: FiscalYear) -> Phase? {
        let rebuild = course.rebuilds.first { $0.advanced(by: -facts.buildYears) <= year && year < $0 }
        guard let rebuild, facts.build > 0 else { return nil }
        let number = rebuild.advanced(by: -facts.buildYears).distance(to: year) + 1
        let live = Sentences.label(rebuild, basis)
        let name = Words(ja: "再構築の開発", en: "Building")
        guard facts.buildYears > 1 else {
            return phase("build", name, Words(ja: "（\(live.ja) 稼働）", en: " (live in \(live.en))"))
        }
        return phase(
            "build", name,
            Words(
                ja: "\(number)年目（全\(facts.buildYears)年、\(live.ja) 稼働）",
                en: ", year \(number) of \(facts.buildYears) (live in \(live.en))"))
    }

    private func goLive(_ year: FiscalYear) -> Phase? {
        guard course.rebuilds.contains(year), facts.equipment + facts.migration > 0 || facts.buildYears == 0
        else {
            return nil
        }
        return phase("goLive", Words(ja: "稼働に伴う機器・データ移行", en: "Equipment and migration at go-live"))
    }

    private func renewal(_ year: FiscalYear) -> Phase? {
        guard course.renewals.contains(year), facts.equipment > 0 else { return nil }
        let cycle = facts.cycle.map { Words(ja: "（\($0)年周期）", en: " (every \($0) years)") }
        return phase("renewal", Words(ja: "機器更新", en: "Renewal"), cycle)
    }

    /// A year of the lease or service contract that the latest event began.
    private func instalment(_ year: FiscalYear) -> Phase? {
        let costs = CourseCosts(facts, course.decision, basis.rules)
        let isLease = costs.form == .lease
        let events = isLease ? course.rebuilds + course.renewals : course.rebuilds
        guard let start = events.filter({ $0 <= year }).max(),
            course.sum(where: { $0.year == year && $0.kind == (isLease ? .lease : .service) }) > 0
        else { return nil }
        let number = start.distance(to: year) + 1, whole = max(number, costs.termYears)
        let name =
            isLease
            ? Words(ja: "機器賃借", en: "Equipment lease") : Words(ja: "サービス提供契約", en: "Service contract")
        return phase(
            isLease ? "lease" : "service", name,
            Words(ja: "\(number)年目（全\(whole)年）", en: ", year \(number) of \(whole)"))
    }

    private func extended(_ year: FiscalYear) -> Phase? {
        guard course.extensionYears.contains(year), facts.extensionYearly > 0 else { return nil }
        var first = year
        while course.extensionYears.contains(first.advanced(by: -1)) { first = first.advanced(by: -1) }
        let number = first.distance(to: year) + 1
        return phase(
            "extension", Words(ja: "再リース・延長保守", en: "Re-lease and extended upkeep"),
            Words(ja: "\(number)年目", en: ", year \(number)"))
    }

    private func move(_ year: FiscalYear) -> Phase? {
        guard course.decision.move == year, course.sum(where: { $0.kind == .move && $0.year == year }) > 0
        else {
            return nil
        }
        return phase("move", Words(ja: "移設", en: "Move"))
    }
}
