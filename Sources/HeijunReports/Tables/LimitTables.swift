public import HeijunModel

extension Table {
    /// The accounts beside the levelled scope: totals and peaks before and after.
    public static func accounts(_ plan: Plan, _ format: Format) -> Table {
        Table(
            key: "accounts", title: Words(ja: "ほかの会計", en: "Other accounts"),
            columns: [
                Column("account", ja: "会計", en: "Account"),
                .money("totalBefore", ja: "平準化前 総額", en: "Before: total"),
                .money("totalAfter", ja: "計画 総額", en: "Plan: total"),
                .money("peakBefore", ja: "平準化前 ピーク", en: "Before: peak"),
                Column("peakYearBefore", ja: "年度", en: "Year", .trailing),
                .money("peakAfter", ja: "計画 ピーク", en: "Plan: peak"),
                Column("peakYear", ja: "年度", en: "Year", .trailing),
            ],
            rows: plan.accounts.map { account in
                var loads = plan
                loads.years = account.years
                let figures = PlanFigures(loads)
                let (before, after) = (figures.peak(\.before), figures.peak(\.after))
                return [
                    Cell(account.account.text), format.thousands(figures.total(\.before)),
                    format.thousands(figures.total(\.after)), format.thousands(before?.before),
                    format.cell(before?.year), format.thousands(after?.after), format.cell(after?.year),
                ]
            })
    }

    /// Every limit that is not a ceiling, in the year in which the plan uses it most.
    public static func limits(_ plan: Plan, _ portfolio: Portfolio, _ format: Format) -> Table {
        let names = LedgerNames(portfolio)
        return Table(
            key: "limits", title: Words(ja: "制約の最も厳しい年度", en: "Limits in their tightest year"),
            columns: [
                Column("kind", ja: "制約", en: "Limit"), Column("name", ja: "対象", en: "Of"),
                Column("unit", ja: "単位", en: "Unit", .centre),
                Column("fiscalYear", ja: "年度", en: "Year", .trailing),
                Column("before", ja: "平準化前", en: "Before", .trailing),
                Column("after", ja: "計画", en: "Plan", .trailing),
                Column("limit", ja: "上限", en: "Limit", .trailing), .data("key", ja: "キー", en: "Key"),
            ],
            rows: tightest(plan.uses).map { row($0, names, format) })
    }

    /// For each kind and key the use nearest to its limit, the first of equals, in the plan's order.
    private static func tightest(_ uses: [Plan.LimitUse]) -> [Plan.LimitUse] {
        uses.reduce(into: [Plan.LimitUse]()) { result, use in
            guard let index = result.firstIndex(where: { $0.kind == use.kind && $0.key == use.key }) else {
                result.append(use)
                return
            }
            let (old, new) = (result[index].after * use.limit, use.after * result[index].limit)
            if new > old || (new == old && use.limit < result[index].limit) { result[index] = use }
        }
    }

    private static func row(_ use: Plan.LimitUse, _ names: LedgerNames, _ format: Format) -> [Cell] {
        let measure = LimitMeasure(use.kind)
        return [
            Cell(format(measure.title), .string(use.kind.rawValue)), Cell(names.name(ofLimit: use)),
            format.cell(measure.unit), format.cell(use.year),
            measure.cell(use.before, tone: use.before > use.limit ? .bad : .plain),
            measure.cell(use.after, tone: use.after > use.limit ? .bad : .plain), measure.cell(use.limit),
            Cell(use.key.text),
        ]
    }
}

/// How the use of a limit is counted.
private struct LimitMeasure {
    let title: Words
    let unit: Words
    /// Parts of the unit that a plan counts in.
    let parts: Int

    init(_ kind: Plan.LimitKind) {
        (title, unit, parts) =
            switch kind {
            case .staff: (Words(ja: "要員", en: "Staff"), Words(ja: "人月", en: "person-months"), 10)
            case .vendor: (Words(ja: "事業者の同時再構築", en: "Vendor"), Words(ja: "件", en: "rebuilds"), 1)
            case .large: (Words(ja: "大規模再構築", en: "Large rebuilds"), Words(ja: "件", en: "rebuilds"), 1)
            case .roomUnits: (Words(ja: "ラック", en: "Rack"), Words(ja: "U", en: "U"), 2)
            case .roomPower: (Words(ja: "電力", en: "Power"), Words(ja: "W", en: "W"), 1)
            case .roomWeight: (Words(ja: "床荷重", en: "Floor load"), Words(ja: "kg", en: "kg"), 1)
            case .platform: (Words(ja: "共通基盤", en: "Platform"), Words(ja: "単位", en: "units"), 1)
            }
    }

    func cell(_ count: Int, tone: Cell.Tone = .plain) -> Cell {
        let figure = Figure(tenThousandths: count * 10_000 / parts)
        return Cell(
            parts == 1 ? grouped(count) : fixed(count * 10 / parts, places: 1), JSONValue(figure), tone: tone)
    }
}

extension LedgerNames {
    /// The section, vendor or room that a limit is of.
    fileprivate func name(ofLimit use: Plan.LimitUse) -> String? {
        switch use.kind {
        case .staff: name(ofSection: use.key)
        case .vendor: name(ofVendor: use.key)
        case .large: nil
        case .roomUnits, .roomPower, .roomWeight: name(ofRoom: use.key)
        case .platform: name(ofSystem: use.key)
        }
    }
}
