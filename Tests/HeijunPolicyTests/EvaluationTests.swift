import HeijunModel
import HeijunPolicy
import Testing

/// Rates of years, means, grades, summaries.
struct EvaluationTests {
    /// A 120/90 scheme and one measure in two fields.
    static func portfolio(_ change: (inout Portfolio) -> Void) -> EvaluationInput {
        let town = Town.changed { town in
            town.schemes = [scheme("S", .meanOfYears)]
            town.schemeGrades = [grade("A", 1, 120), grade("B", 2, 90), grade("C", 3, nil)]
            town.measures = [measure("M1", 1)]
            change(&town)
        }
        return EvaluationInput(Context(town, asOf: Town.asOf))
    }

    static func scheme(_ id: Key, _ basis: EvaluationScheme.Basis) -> EvaluationScheme {
        var scheme = EvaluationScheme()
        (scheme.id, scheme.name, scheme.basis) = (id, "試験", basis)
        return scheme
    }

    static func grade(_ code: Key, _ order: Int, _ atLeast: Int?) -> SchemeGrade {
        var grade = SchemeGrade()
        (grade.scheme, grade.code, grade.order, grade.name) = ("S", code, order, code.text)
        (grade.atLeast, grade.isOnTrack) = (atLeast.map { Figure($0) }, atLeast != nil)
        return grade
    }

    static func measure(_ id: Key, _ number: Int) -> Measure {
        var measure = Measure()
        (measure.id, measure.number, measure.name, measure.scheme) = (id, number, "施策", "S")
        return measure
    }

    static func rate(_ year: Int, _ percent: String?, of measure: Key = "M1") -> MeasureYear {
        var entry = MeasureYear()
        (entry.measure, entry.year) = (measure, FiscalYear(year))
        entry.rate = percent.flatMap { try? Figure(fieldText: $0) }
        entry.leftOut = percent == nil ? "記載なし" : nil
        return entry
    }

    @Test(arguments: [
        ("120", "120", "A"), ("119.9", "120", "B"), ("90", "90", "B"), ("89.9", "90", "C"), ("0", "0", "C"),
        ("688", "155", "A"),
    ])
    func gradesByTheUnroundedMean(one: String, other: String, grade: Key) {
        let input = Self.portfolio { $0.measureYears = [Self.rate(2018, one), Self.rate(2019, other)] }
        #expect(input.measures[0].computedGrade == grade)
    }

    /// A year without a rate is left out: the mean is that of the others.
    @Test(arguments: UInt64(1)...30)
    func aMissingYearNeverLowersAMean(seed: UInt64) {
        var dice = Dice(seed: seed)
        let years = (0..<dice.number(1...6)).map { Self.rate(2015 + $0, String(dice.number(0...300))) }
        let missing = Self.rate(2025, nil)
        let plain = Self.portfolio { $0.measureYears = years }.measures[0]
        let withMissing = Self.portfolio { $0.measureYears = years + [missing] }.measures[0]
        #expect(plain.mean == withMissing.mean && plain.mean != nil)
        #expect(withMissing.years.last?.leftOut == "記載なし")
    }

    /// The higher the rate, the better or the same the grade.
    @Test(arguments: UInt64(1)...30)
    func theGradeIsMonotone(seed: UInt64) throws {
        var dice = Dice(seed: seed)
        let thresholds = (0..<4).map { _ in dice.number(1...200) }.sorted(by: >)
        var grades = thresholds.enumerated().map { Self.grade(Key("G\($0)"), $0 + 1, $1) }
        grades.append(Self.grade("Z", 9, nil))
        let grading = Grading(scheme: Self.scheme("S", .meanOfYears), grades: grades.shuffled(using: &dice))
        var last = grades.count
        for percent in stride(from: 0, through: 250, by: 7) {
            let rate = try #require(AchievementRate(percent, over: 100))
            let code = try #require(grading.grade(of: rate))
            let place = try #require(grades.firstIndex { $0.code == code })
            #expect(place <= last)
            last = place
        }
    }

    /// S beyond the target, A from 110, B from 90: a threshold that must be exceeded is not reached by itself.
    @Test(arguments: [(121, "S"), (120, "A"), (110, "A"), (109, "B"), (90, "B"), (89, "C")])
    func otherSchemesAreData(percent: Int, code: Key) throws {
        var best = Self.grade("S", 1, nil)
        best.above = Figure(120)
        let grades = [best, Self.grade("A", 2, 110), Self.grade("B", 3, 90), Self.grade("C", 4, nil)]
        let rate = try #require(AchievementRate(percent, over: 100))
        #expect(Grading(scheme: Self.scheme("S", .latestYear), grades: grades).grade(of: rate) == code)
        #expect(Grading(scheme: Self.scheme("S", .judged), grades: grades).grade(of: rate) == nil)
    }

    @Test func theLatestYearOnly() {
        let input = Self.portfolio {
            $0.schemes = [Self.scheme("S", .latestYear)]
            $0.measureYears = [Self.rate(2018, "200"), Self.rate(2019, "95")]
        }
        #expect(input.measures[0].computedGrade == "B")
    }

    @Test func aGradeSetByHandNeedsItsReason() {
        func graded(_ reason: String?) -> EvaluationInput {
            Self.portfolio {
                $0.measures[0].reportedGrade = "B"
                ($0.measures[0].overrideGrade, $0.measures[0].overrideReason) = ("C", reason)
            }
        }
        #expect(graded("未策定のため").measures[0].grade == "C")
        #expect(evaluationFindings(graded("未策定のため")).isEmpty)
        #expect(graded(nil).measures[0].grade == "B")
        #expect(evaluationFindings(graded(nil)).map(\.code) == ["override-without-reason"])
    }

    /// Words: reached or not, all of them; figures: their rates. The reported rate is kept apart.
    @Test func indicatorsGiveTheRate() {
        let input = Self.portfolio { town in
            town.measureYears = [Self.rate(2019, "90")]
            town.indicators = ["I1", "I2", "I3"].map { Self.indicator($0, .text) }
            town.indicatorValues = [
                ("I1", IndicatorValue.Attainment.met), ("I2", .partial), ("I3", .missed),
            ].flatMap { Self.words(Key($0), $1) }
        }
        let year = input.measures[0].years[0]
        #expect(year.computed?.percent(places: 1) == "33.3" && year.met == 1 && year.judged == 3)
        #expect(year.used?.percent(places: 0) == "90")
        #expect(input.measures[0].computedGrade == "B" && input.measures[0].ruleGrade == "C")
        #expect(
            evaluationFindings(input).map(\.code) == ["grade-by-rule", "rate-differs", "summary-by-rule"])
    }

    /// Whatever a target says in words, it never becomes a figure, and gives no rate.
    @Test(arguments: UInt64(1)...30)
    func textTargetsNeverTurnIntoNumbers(seed: UInt64) {
        var dice = Dice(seed: seed)
        let text = ["\(dice.number(1...999))件以上", "100", "年3回実施", "約１３６億円", "８割以上"][dice.number(0...4)]
        let input = Self.portfolio { town in
            town.indicators = [Self.indicator("I1", dice.number(0...1) == 0 ? .text : .higher)]
            var target = Self.words("I1", .met)[0]
            target.text = text
            var actual = Self.words("I1", .met)[1]
            (actual.value, actual.attainment) = (Figure(dice.number(0...999)), nil)
            town.indicatorValues = [target, actual]
        }
        let row = input.indicators[0]
        #expect(row.target?.value == nil && row.rate == nil && row.verdict == .noTarget)
        #expect(input.measures[0].years.allSatisfy { $0.computed == nil })
    }

    static func indicator(_ id: Key, _ direction: Indicator.Direction) -> Indicator {
        var indicator = Indicator()
        (indicator.id, indicator.name, indicator.direction, indicator.measure) = (id, "指標", direction, "M1")
        return indicator
    }

    static func words(_ id: Key, _ attainment: IndicatorValue.Attainment) -> [IndicatorValue] {
        var target = IndicatorValue()
        (target.indicator, target.year, target.role, target.text) = (id, FiscalYear(2019), .target, "実施")
        var actual = target
        (actual.role, actual.text, actual.attainment) = (.actual, attainment.title.ja, attainment)
        return [target, actual]
    }

    @Test func fieldsOverlapAndTheTotalDoesNot() {
        let input = Self.portfolio { town in
            town.policyFields = [Self.field("F1", false), Self.field("F2", false), Self.field("X", true)]
            town.measures = [Self.measure("M1", 1), Self.measure("M2", 2)]
            town.measures[0].mainField = "F1"
            town.measures[0].fields = ["F2", "X"]
            town.measures[1].mainField = "F2"
            town.measureYears = [Self.rate(2019, "130"), Self.rate(2019, "95", of: "M2")]
        }
        #expect(input.summary.rows.map(\.counts) == [[1, 0], [1, 1], [1, 0], [1, 1]])
        #expect(input.summary.overlapping == 3 && input.summary.rows.last?.total == 2)
        #expect(evaluationFindings(input).map(\.code) == ["fields-overlap"])
    }

    static func field(_ id: Key, _ isRelisted: Bool) -> PolicyField {
        var field = PolicyField()
        (field.id, field.name, field.isRelisted) = (id, id.text, isRelisted)
        return field
    }
}
