public import HeijunModel

/// Makes the sheets of a ledger.
struct SheetMaker {
    private let portfolio: Portfolio
    private let schemes: Schemes
    private let indicators: [Key?: [IndicatorRow]]
    private let costs: [Key: [ProgrammeCost]]
    private let staff: [Key: [ProgrammeStaff]]
    private let answers: [Key: [Answer]]
    private let projects: [Key: [MinimalProject]]
    private let sheets: [Key: [ProgrammeSheet]]
    private let unitCosts: [FiscalYear: Yen]

    init(_ context: Context, _ indicators: [IndicatorRow]) {
        portfolio = context.portfolio
        schemes = Schemes(portfolio)
        self.indicators = Dictionary(grouping: indicators, by: \.programme)
        costs = Dictionary(grouping: portfolio.programmeCosts, by: \.programme)
        staff = Dictionary(grouping: portfolio.programmeStaffs, by: \.programme)
        answers = Dictionary(grouping: portfolio.answers, by: \.programme)
        projects = Dictionary(grouping: portfolio.minimalProjects, by: \.programme)
        sheets = Dictionary(grouping: portfolio.programmeSheets, by: \.programme)
        unitCosts = Dictionary(portfolio.staffCosts.map { ($0.year, $0.amount) }, uniquingKeysWith: { $1 })
    }

    var rows: [SheetRow] {
        portfolio.programmes.flatMap { programme in
            years(of: programme.id).map { row(of: programme, $0) }
        }
    }

    /// The years that have a sheet; without one those of the projects.
    private func years(of programme: Key) -> [FiscalYear] {
        let written = Set((sheets[programme] ?? []).map(\.year))
        let others = Set((projects[programme] ?? []).map(\.year))
        return written.union(others).sorted()
    }

    private func row(of programme: Programme, _ year: FiscalYear) -> SheetRow {
        let key = programme.id
        let sheet = sheets[key]?.first { $0.year == year }
        let lines = staffLines(key)
        let grading = sheet?.scheme.flatMap(schemes.grading)
        return SheetRow(
            programme: programme, sheet: sheet, year: year, level: grading?.grade(sheet?.level),
            costs: costLines(key, lines), staff: lines, indicators: indicators[key] ?? [],
            answers: answered(key, year),
            projects: (projects[key] ?? []).filter { $0.year == year })
    }

    private func staffLines(_ programme: Key) -> [SheetRow.StaffLine] {
        (staff[programme] ?? []).sorted { $0.year < $1.year }.map { line in
            let reckoned = unitCosts[line.year].map { personnelCost(fte: line.fte, unit: $0) }
            return SheetRow.StaffLine(staff: line, reckoned: reckoned)
        }
    }

    private func costLines(_ programme: Key, _ staff: [SheetRow.StaffLine]) -> [SheetRow.CostLine] {
        let personnel = Dictionary(staff.map { ($0.staff.year, $0.cost) }, uniquingKeysWith: { $1 })
        let order = CostStage.allCases
        return (costs[programme] ?? []).sorted {
            ($0.year, order.firstIndex(of: $0.stage) ?? 0) < ($1.year, order.firstIndex(of: $1.stage) ?? 0)
        }.map { SheetRow.CostLine(cost: $0, personnel: personnel[$0.year] ?? nil) }
    }

    /// The questions of every form of which one is answered.
    private func answered(_ programme: Key, _ year: FiscalYear) -> [SheetRow.AnsweredQuestion] {
        let given = (answers[programme] ?? []).filter { $0.year == year }
        let forms = Set(
            portfolio.questions.filter { q in given.contains { $0.question == q.id } }.map(\.form))
        let asked = portfolio.questions.filter { forms.contains($0.form) }.sorted {
            ($0.form, $0.order ?? .max, $0.id) < ($1.form, $1.order ?? .max, $1.id)
        }
        return asked.map { question in
            let answer = given.first { $0.question == question.id }
            let choice = portfolio.questionChoices.first {
                $0.question == question.id && $0.code == answer?.choice
            }
            return .init(question: question, answer: answer, choice: choice)
        }
    }
}

/// 人工 × 人件費単価, rounded half up to 千円 as the sheets print it.
public func personnelCost(fte: Figure, unit: Yen) -> Yen {
    let tenThousandths = Int128(fte.tenThousandths) * Int128(unit.amount)
    return Yen(thousands: Int((tenThousandths + 5_000_000) / 10_000_000))
}
