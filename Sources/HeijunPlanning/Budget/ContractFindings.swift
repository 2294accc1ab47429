public import HeijunModel

/// What contracts over several years and this year's purchases need beside money: long-term contracts outside the
/// by-law, purchases that need the assembly, and purchases under the procurement agreement.
///
/// - Parameter plan: The plan whose years count; nil takes the ledger's.
public func contractFindings(
    _ portfolio: Portfolio, plan: Plan?, fiscalYear: FiscalYear, asOf: Day? = nil
) -> [Finding] {
    let planned = PlannedCourses(portfolio, plan: plan, asOf: asOf)
    let rules = ContractRules(planned.basis, fiscalYear)
    return planned.courses.flatMap { facts, course in rules.findings(facts, course) }
}

/// By-laws and thresholds held against the contracts and purchases of one budget year.
private struct ContractRules {
    let basis: PlanningBasis
    let year: FiscalYear
    let assembly: Int, agreement: Int, notice: Int

    init(_ basis: PlanningBasis, _ year: FiscalYear) {
        self.basis = basis
        self.year = year
        let category = basis.portfolio.organization.category
        let own = basis.portfolio.value(of: .assemblyPurchase)
        assembly = own > 0 ? own : ContractRules.assemblyThreshold(category)
        let binds = category == .prefecture || category == .designatedCity
        agreement = binds ? basis.portfolio.value(of: .openProcurement) : 0
        notice = basis.portfolio.value(of: .openNotice)
    }

    /// 地方自治法施行令 別表第四, in 千円.
    private static func assemblyThreshold(_ category: Organization.Category?) -> Int {
        switch category {
        case .prefecture: 70_000
        case .designatedCity: 40_000
        case .town, .village: 7_000
        case .coreCity, .city, .specialWard, nil: 20_000
        }
    }

    func findings(_ facts: SystemFacts, _ course: Course) -> [Finding] {
        (basis.contracts[facts.system.id] ?? []).flatMap { longTerm($0, facts) } + purchases(facts, course)
    }

    private func finding(
        _ code: String, _ facts: SystemFacts, _ severity: Finding.Severity, _ value: String?,
        _ message: Words,
        _ remedy: Words, _ source: String
    ) -> Finding {
        Finding(
            code: code, kind: "system", key: facts.system.id.text, value: value, severity: severity,
            message: message,
            remedy: remedy, source: source)
    }
}

extension ContractRules {
    private func longTerm(_ contract: Contract, _ facts: SystemFacts) -> [Finding] {
        guard contract.contractKind == .longTerm, contract.ends.map({ $0 >= basis.asOf }) ?? true else {
            return []
        }
        return [tooLong(contract, facts), wrongKind(contract, facts)].compactMap { $0 }
    }

    private func tooLong(_ contract: Contract, _ facts: SystemFacts) -> Finding? {
        guard let starts = contract.starts, let ends = contract.ends else { return nil }
        let limit = basis.portfolio.value(of: .longTermYears)
        let months =
            (ends.year - starts.year) * 12 + ends.month - starts.month + (ends.day >= starts.day ? 1 : 0)
        guard months > limit * 12 else { return nil }
        let name = contract.name ?? contract.id.text
        return finding(
            "contract-long-term-years", facts, .warning, "\(months)",
            Words(
                ja: "長期継続契約「\(name)」の期間は \(months) か月で、条例の \(limit) 年を超える。",
                en:
                    "The long-term contract “\(name)” runs \(months) months, beyond the by-law's \(limit) years."
            ),
            Words(
                ja: "期間を \(limit) 年以内にするか、債務負担行為を設定してください。",
                en: "Shorten it to \(limit) years, or set a debt burden act."),
            "地方自治法第234条の3、施行令第167条の17、設定 contract.long-term-years")
    }

    private func wrongKind(_ contract: Contract, _ facts: SystemFacts) -> Finding? {
        guard let subject = contract.subject, let setting = subject.longTermSetting,
            basis.portfolio.value(of: setting) == 0
        else { return nil }
        let name = contract.name ?? contract.id.text
        return finding(
            "contract-long-term-kind", facts, .warning, subject.rawValue,
            Words(
                ja: "長期継続契約「\(name)」の内容（\(subject.title.ja)）は条例が定める契約にない。",
                en: "The by-law has no long-term contracts for \(subject.title.en) (“\(name)”)."),
            Words(ja: "債務負担行為を設定するか、契約を分けてください。", en: "Set a debt burden act, or split the contract."),
            "地方自治法施行令第167条の17、設定 \(setting.key.text)")
    }

    /// Purchases that begin in the budget year, by the whole value of what is contracted.
    private func purchases(_ facts: SystemFacts, _ course: Course) -> [Finding] {
        let goods = course.sum { $0.year == year && $0.kind == .equipment }
        let begins = course.rebuilds.contains { $0.advanced(by: -facts.buildYears) == year }
        let service = begins ? facts.build + facts.migration : 0
        var result: [Finding] = []
        if goods > 0, goods >= assembly { result.append(needsAssembly(goods, facts)) }
        if agreement > 0, goods >= agreement {
            result.append(openTender(goods, Words(ja: "物品", en: "goods"), facts))
        }
        if agreement > 0, service >= agreement {
            result.append(openTender(service, Words(ja: "特定役務", en: "services"), facts))
        }
        return result
    }

    private func needsAssembly(_ amount: Int, _ facts: SystemFacts) -> Finding {
        let (sum, limit) = (Sentences.grouped(amount), Sentences.grouped(assembly))
        return finding(
            "purchase-assembly", facts, .info, "\(amount * 1000)",
            Words(
                ja: "機器の買入れ \(sum) 千円は、議会の議決を要する額（\(limit) 千円以上）になる見込み。",
                en: "Buying equipment for \(sum) thousand yen needs the assembly (from \(limit) on)."),
            Words(
                ja: "仮契約と議会の日程を見込み、納入までの期間を確保してください。",
                en: "Plan for a provisional contract and the assembly's sessions before delivery."),
            "地方自治法第96条第1項第8号、施行令別表第四、設定 procurement.assembly-purchase")
    }

    private func openTender(_ amount: Int, _ what: Words, _ facts: SystemFacts) -> Finding {
        let (sum, limit) = (Sentences.grouped(amount), Sentences.grouped(agreement))
        return finding(
            "purchase-agreement", facts, .info, "\(amount * 1000)",
            Words(
                ja: "\(what.ja)の調達 \(sum) 千円は、政府調達協定の基準額（\(limit) 千円）以上。公告から入札まで \(notice) 日以上を要する。",
                en:
                    "\(sum) thousand yen of \(what.en) reach the procurement agreement (\(limit)): \(notice) days' notice."
            ),
            Words(
                ja: "契約予定日の \(notice) 日前より早く公告できるよう、仕様と予算の時期を決めてください。",
                en: "Settle the specification so that the notice is out \(notice) days before the bid."),
            "地方公共団体の物品等又は特定役務の調達手続の特例を定める政令、設定 procurement.agreement-threshold")
    }
}

extension Contract.Subject {
    /// The setting that says whether the by-law allows long-term contracts for it; nil where the Act itself does.
    fileprivate var longTermSetting: Setting? {
        switch self {
        case .goods: .longTermGoods
        case .service: .longTermService
        case .cloud: .longTermCloud
        case .build: .longTermBuild
        case .lines: nil
        }
    }
}
