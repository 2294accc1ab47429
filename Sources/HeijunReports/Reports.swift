import HeijunModel
import HeijunPolicy

extension Report {
    static let page = Report(
        name: "page", title: Words(ja: "報告書", en: "Report"), formats: [.html]
    ) { input in
        [ReportFile("report", .html, Page(input).html)]
    }

    static let workbook = Report(
        name: "workbook", title: Words(ja: "ブック", en: "Workbook"), formats: [.xlsx]
    ) { (input) throws(ExchangeProblem) in
        [ReportFile("report", .xlsx, bytes: try Workbook(input.sheets, input.format).bytes())]
    }

    static let charts = Report(
        name: "charts", title: Words(ja: "図", en: "Charts"), formats: [.svg]
    ) { input in
        let charts = Charts(input)
        let drawings: [(String, Drawing?)] =
            [
                ("cost-histogram", charts.histogram), ("roadmap", charts.roadmap?.drawing()),
                ("stress", charts.stress), ("frontier", charts.frontier),
                ("standardization", charts.standardization), ("steps", charts.heatMap),
                ("burn-up", charts.burnUp), ("deadlines", charts.timeline), ("kpi", charts.indicators),
            ] + charts.waterfalls.map { ($0, Optional($1)) }
        return drawings.compactMap { name, drawing in drawing.map { ReportFile(name, .svg, $0.file) } }
    }

    static let plan = Report(
        name: "plan", title: Words(ja: "計画", en: "Plan"), formats: [.csv, .json]
    ) { input in
        guard let plan = input.plan else { return [] }
        let systems = Table.planSystems(plan, input.portfolio, input.format)
        let years = Table.planYears(plan, input.format)
        return [
            ReportFile("plan", .csv, systems.csv(input.format.language)),
            ReportFile("years", .csv, years.csv(input.format.language)),
            ReportFile("plan", .json, JSONValue.plan(plan, input.portfolio, input.format).text),
        ]
    }

    static let budget = Report(
        name: "budget", title: Words(ja: "予算要求・債務負担行為", en: "Budget"), formats: [.csv, .json]
    ) { input in
        guard !input.budget.isEmpty || !input.debts.isEmpty else { return [] }
        let sheet = Table.budgetSheet(input.budget, input.portfolio, input.format)
        let debts = Table.debts(input.debts, input.portfolio, input.format)
        return [
            ReportFile("budget", .csv, sheet.csv(input.format.language)),
            ReportFile("debts", .csv, debts.csv(input.format.language)),
            ReportFile(
                "budget", .json, JSONValue.object([(sheet.key, sheet.json), (debts.key, debts.json)]).text),
        ]
    }

    static let stress = Report(
        name: "stress", title: Words(ja: "遅延・超過の試算", en: "Stress test"), formats: [.csv, .json]
    ) { input in
        guard let result = input.stress else { return [] }
        let json = JSONValue.stress(result, plan: input.plan?.id, input.portfolio, input.format)
        return [
            ReportFile("stress", .csv, Table.stress(result, input.format).csv(input.format.language)),
            ReportFile("stress", .json, json.text),
        ]
    }

    static let indicators = Report(
        name: "kpi", title: Words(ja: "成果指標", en: "Indicators"), formats: [.html, .csv, .json]
    ) { input in
        guard !input.indicators.isEmpty else { return [] }
        let table = Table.indicators(input.indicators, input.format)
        return [
            ReportFile("kpi", .html, KPIPage(input: input).html),
            ReportFile("kpi", .csv, table.csv(input.format.language)),
            ReportFile("kpi", .json, JSONValue.indicators(input.indicators, input.format).text),
        ]
    }

    static let evaluation = Report(
        name: "evaluation", title: Words(ja: "施策の評価", en: "Grades of measures"),
        formats: [.html, .csv, .json]
    ) { input in
        guard let evaluation = input.evaluation else { return [] }
        let language = input.format.language
        let found = input.evaluationFindings
        let json = ReportFile("evaluation", .json, JSONValue.evaluation(evaluation, found, input.format).text)
        guard !evaluation.measures.isEmpty else { return [json] }
        return [
            ReportFile("evaluation", .html, EvaluationPage(input: input, evaluation: evaluation).html),
            ReportFile(
                "grades", .csv, Table.measures(evaluation.measures, found, input.format).csv(language)),
            ReportFile("summary", .csv, Table.summary(evaluation.summary, input.format).csv(language)), json,
        ]
    }

    static let sheets = Report(
        name: "sheets", title: Words(ja: "事務事業評価シート", en: "Programme sheets"), formats: [.html, .csv]
    ) { input in
        guard let evaluation = input.evaluation, !evaluation.sheets.isEmpty else { return [] }
        let table = Table.sheets(evaluation.sheets, input.evaluationFindings, input.format)
        return [
            ReportFile("sheets", .html, SheetPages(input: input, evaluation: evaluation).html),
            ReportFile("sheets", .csv, table.csv(input.format.language)),
        ]
    }

    static let standardization = Report(
        name: "standardization", title: Words(ja: "標準化", en: "Standardization"), formats: [.csv, .json]
    ) { input in
        guard let businesses = input.standardization, businesses.isRecorded else { return [] }
        let table = Table.standardization(businesses, input.format)
        let json = JSONValue.standardization(businesses, input.format)
        return [
            ReportFile("standardization", .csv, table.csv(input.format.language)),
            ReportFile("standardization", .json, json.text),
        ]
    }

    static let findings = Report(
        name: "findings", title: Words(ja: "指摘", en: "Findings"), formats: [.csv, .json]
    ) { input in
        let table = Table.findings(input.findings, input.format)
        return [
            ReportFile("findings", .csv, table.csv(input.format.language)),
            ReportFile("check", .json, JSONValue.findings(input.findings, input.format).text),
        ]
    }
}

extension ReportInput {
    /// The tables of the workbook, each a sheet.
    var sheets: [WorkbookSheet] {
        var tables: [Table] = []
        if let plan {
            tables += [Table.planYears(plan, format), Table.planSystems(plan, portfolio, format)]
            tables += [
                plan.fundings == nil ? nil : Table.fundings(plan, format),
                Table.options(plan, portfolio, format), Table.moves(plan, portfolio, format),
            ].compactMap { $0 }.filter { !$0.rows.isEmpty }
        }
        if !budget.isEmpty { tables.append(Table.budgetSheet(budget, portfolio, format)) }
        if !debts.isEmpty { tables.append(Table.debts(debts, portfolio, format)) }
        if let standardization, standardization.isRecorded {
            tables += [
                Table.standardization(standardization, format), Table.forecast(standardization, format),
            ].filter { !$0.rows.isEmpty }
        }
        tables += RunningCostAnalysis.all(of: portfolio).filter { !$0.items.isEmpty }.map {
            Table.costComparison($0, format)
        }
        if !portfolio.grants.isEmpty { tables.append(Table.grants(portfolio, format)) }
        let context = Context(portfolio, asOf: asOf)
        let revisions = Table.revisions(RevisionWork.all(in: context), format)
        if !revisions.rows.isEmpty {
            tables += [revisions, Table.recurring(RecurringYear.all(in: context), format)]
        }
        if !indicators.isEmpty { tables.append(Table.indicators(indicators, format)) }
        if let evaluation {
            if !evaluation.measures.isEmpty {
                tables.append(Table.measures(evaluation.measures, evaluationFindings, format))
                tables.append(Table.summary(evaluation.summary, format))
            }
            if !evaluation.sheets.isEmpty {
                tables.append(Table.sheets(evaluation.sheets, evaluationFindings, format))
            }
        }
        return (tables + [Table.findings(findings, format)]).map { WorkbookSheet($0) }
    }
}
