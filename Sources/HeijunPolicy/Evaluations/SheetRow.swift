public import HeijunModel

/// The evaluation sheet of one programme and year, with its money, staff, indicators and answers.
public struct SheetRow: Sendable, Hashable {
    /// The programme.
    public let programme: Programme
    /// What was written down; nil where a programme has money or projects of the year but no sheet.
    public let sheet: ProgrammeSheet?
    /// The fiscal year.
    public let year: FiscalYear
    /// The meaning of the sheet's level in its scheme.
    public let level: SchemeGrade?
    /// Every year and stage of its costs, oldest first.
    public let costs: [CostLine]
    /// Staff by grade, with their cost.
    public let staff: [StaffLine]
    /// Its indicators.
    public let indicators: [IndicatorRow]
    /// The form's questions in order, each with the answer where there is one.
    public let answers: [AnsweredQuestion]
    /// Its minimal projects.
    public let projects: [MinimalProject]

    /// One amount with what follows from it.
    public struct CostLine: Sendable, Hashable {
        /// The cost as the ledger has it.
        public let cost: ProgrammeCost
        /// Personnel cost of the year: as reported, else reckoned.
        public let personnel: Yen?
        /// 総コスト: the amount with personnel; nil where the personnel cost is not known.
        public var total: Yen? { personnel.map { cost.amount + $0 } }
        /// The sum of the parts by source of money; nil where none is recorded.
        public var funding: Yen? { cost.parts.isEmpty ? nil : cost.parts.total() }
    }

    /// The staff of a year.
    public struct StaffLine: Sendable, Hashable {
        /// The staff as the ledger has it.
        public let staff: ProgrammeStaff
        /// 人工 × 単価, rounded to 千円; nil where the year has no unit cost.
        public let reckoned: Yen?
        /// As reported, else reckoned.
        public var cost: Yen? { staff.cost ?? reckoned }
    }

    /// A question with its answer.
    public struct AnsweredQuestion: Sendable, Hashable {
        /// What is asked.
        public let question: Question
        /// What was answered; nil for nothing yet.
        public let answer: Answer?
        /// The chosen words; nil where the code is none of the question's.
        public let choice: QuestionChoice?
    }

    /// The cost of a year and stage.
    public func cost(_ year: FiscalYear, _ stage: CostStage) -> CostLine? {
        costs.first { $0.cost.year == year && $0.cost.stage == stage }
    }

    /// The indicators' assessments of the sheet's own year that have a rate.
    public var rates: [(indicator: IndicatorRow, rate: AchievementRate)] {
        indicators.compactMap { row in
            row.assessments.first { $0.target.year == year && $0.actual?.year == year }?.rate.map {
                (row, $0)
            }
        }
    }
}

/// Every sheet, by programme and year.
public func sheetTable(_ context: Context, indicators: [IndicatorRow]) -> [SheetRow] {
    SheetMaker(context, indicators).rows
}
