import HeijunModel
import HeijunPolicy
import Testing

/// Programme sheets, minimal projects, forms, the policy tree, peers and summary reviews.
struct SheetTests {
    static func input(_ change: (inout Portfolio) -> Void = { _ in }) -> EvaluationInput {
        let town = Town.changed { town in
            var programme = Programme()
            (programme.id, programme.name, programme.policy, programme.measure) = ("P1", "事業", "政策", "施策")
            var sheet = ProgrammeSheet()
            (sheet.programme, sheet.year) = ("P1", FiscalYear(2023))
            (town.programmes, town.programmeSheets) = ([programme], [sheet])
            town.programmeCosts = [cost(2023, .budget, 1000), cost(2023, .settled, 900)]
            var unit = StaffCost()
            (unit.id, unit.year, unit.amount) = ("2023", FiscalYear(2023), Yen(thousands: 8525))
            town.staffCosts = [unit]
            town.indicators = [indicator]
            change(&town)
        }
        return EvaluationInput(Context(town, asOf: Town.asOf))
    }

    static func cost(_ year: Int, _ stage: CostStage, _ thousands: Int) -> ProgrammeCost {
        var cost = ProgrammeCost()
        (cost.programme, cost.year, cost.stage, cost.amount) = (
            "P1", FiscalYear(year), stage, Yen(thousands: thousands)
        )
        return cost
    }

    static var indicator: Indicator {
        var indicator = Indicator()
        (indicator.id, indicator.name, indicator.programme, indicator.direction) = ("I1", "指標", "P1", .none)
        return indicator
    }

    static func staff(_ fte: String, _ thousands: Int?) -> ProgrammeStaff {
        var staff = ProgrammeStaff()
        (staff.programme, staff.year) = ("P1", FiscalYear(2023))
        staff.fte = (try? Figure(fieldText: fte)) ?? Figure(0)
        staff.cost = thousands.map { Yen(thousands: $0) }
        return staff
    }

    @Test func aSheetInOrderHasNoFinding() { #expect(evaluationFindings(Self.input()).isEmpty) }

    @Test(arguments: [
        ("2.03", 8424, 17_101), ("15.48", 8525, 131_967), ("0.13", 8525, 1108), ("12", 8424, 101_088),
    ])
    func personnelByHand(fte: String, unit: Int, thousands: Int) throws {
        #expect(
            personnelCost(fte: try Figure(fieldText: fte), unit: Yen(thousands: unit))
                == Yen(thousands: thousands))
    }

    static let faults: [(code: String, change: @Sendable (inout Portfolio) -> Void)] = [
        (
            "total-differs",
            {
                $0.programmeStaffs = [staff("1", 8525)]
                $0.programmeCosts[0].total = Yen(thousands: 9526)
            }
        ),
        ("funding-differs", { $0.programmeCosts[0].general = Yen(thousands: 999) }),
        ("personnel-differs", { $0.programmeStaffs = [staff("1", 8524)] }),
        ("settled-over-budget", { $0.programmeCosts[1].amount = Yen(thousands: 1001) }),
        ("budget-not-plan", { $0.programmeCosts.append(cost(2023, .planned, 500)) }),
        ("change-without-reason", { $0.programmeSheets[0].change = "縮小" }),
        (
            "level-unknown",
            {
                $0.schemes = [EvaluationTests.scheme("S", .judged)]
                ($0.programmeSheets[0].scheme, $0.programmeSheets[0].level) = ("S", "9")
                ($0.programmeSheets[0].contribution, $0.programmeSheets[0].direction) = (.a, .keep)
            }
        ),
        (
            "direction-missing",
            {
                $0.schemes = [EvaluationTests.scheme("S", .judged)]
                $0.programmeSheets[0].scheme = "S"
            }
        ),
        ("sheet-without-indicator", { $0.indicators = [] }),
        ("project-rate-differs", { $0.minimalProjects = [project(target: 5, actual: 3, rate: 61)] }),
        ("project-target-lowered", { $0.minimalProjects = [project(target: 5, actual: 3, next: 4)] }),
        (
            "answer-unknown",
            { town in
                town.questions = [question]
                town.answers = [answer("z", "理由")]
            }
        ),
        (
            "answer-without-reason",
            { town in
                (town.questions, town.questionChoices) = ([question], [choice])
                town.answers = [answer("a", nil)]
            }
        ),
        (
            "answer-missing",
            { town in
                var second = question
                second.id = "Q2"
                (town.questions, town.questionChoices) = ([question, second], [choice])
                town.answers = [answer("a", "理由")]
            }
        ),
    ]

    @Test(arguments: faults.indices)
    func faultsAreFound(_ index: Int) {
        let found = evaluationFindings(Self.input(Self.faults[index].change))
        #expect(found.map(\.code) == [Self.faults[index].code])
    }

    static func project(target: Int, actual: Int, rate: Int? = nil, next: Int? = nil) -> MinimalProject {
        var project = MinimalProject()
        (project.programme, project.year, project.number, project.name) = (
            "P1", FiscalYear(2023), "1", "最小事業"
        )
        (project.target, project.actual) = (Figure(target), Figure(actual))
        (project.reportedRate, project.nextTarget) = (rate.map { Figure($0) }, next.map { Figure($0) })
        (project.initial, project.settled) = (Yen(thousands: 1000), Yen(thousands: 900))
        return project
    }

    @Test(arguments: [(2, 2, "100"), (5, 3, "60"), (2, 1, "50"), (12, 8, "67")])
    func projectsByHand(target: Int, actual: Int, percent: String) {
        #expect(Self.project(target: target, actual: actual).rate?.percent(places: 0) == percent)
    }

    static var question: Question {
        var question = Question()
        (question.id, question.form, question.text, question.needsReason) = ("Q1", "様式", "設問", true)
        return question
    }
    static var choice: QuestionChoice {
        var choice = QuestionChoice()
        (choice.question, choice.code, choice.text) = ("Q1", "a", "はい")
        return choice
    }
    static func answer(_ code: Key, _ reason: String?) -> Answer {
        var answer = Answer()
        (answer.programme, answer.year, answer.question) = ("P1", FiscalYear(2023), "Q1")
        (answer.choice, answer.reason) = (code, reason)
        return answer
    }

    /// A system of two programmes counts in both and once in all.
    @Test func theTreeCountsEachSystemOnce() {
        let input = Self.input { town in
            var second = town.programmes[0]
            second.id = "P2"
            town.programmes.append(second)
            town.systems = [
                Town.system("S1") { ($0.programmes, $0.annualRunCost) = (["P1", "P2"], Yen(7000)) },
                Town.system("S2") { ($0.programmes, $0.annualRunCost) = (["P2"], Yen(5000)) },
                Town.system("S3") { $0.programmes = [] },
            ]
        }
        let tree = PolicyTree(input)
        #expect(tree.nodes.map(\.level) == [.policy, .measure, .programme, .programme, .all])
        #expect(tree.nodes.map(\.systems) == [2, 2, 1, 2, 2])
        #expect(tree.nodes.map(\.runCost.amount) == [12_000, 12_000, 7000, 12_000, 12_000])
        #expect(
            tree.nodes.map(\.buildCost.amount) == [
                200_000_000, 200_000_000, 100_000_000, 200_000_000, 200_000_000,
            ])
        #expect(
            tree.nodes.map(\.settled) == [
                Yen(thousands: 900), Yen(thousands: 900), Yen(thousands: 900), nil, Yen(thousands: 900),
            ])
        #expect(tree.withoutProgramme == 1)
        var plan = Plan(asOf: Town.asOf, scope: "一般会計", outcome: .feasible)
        var choice = Plan.Choice(system: "S1")
        (choice.rebuilds, choice.oneTimeCost) = ([FiscalYear(2032)], Yen(9))
        plan.choices = [choice]
        let planned = PolicyTree(input, plan: plan).nodes
        #expect(planned.map(\.rebuildYears) == Array(repeating: [FiscalYear(2032)], count: 5))
        #expect(planned.map(\.buildCost) == Array(repeating: Yen(9), count: 5))
    }

    static func peer(_ id: Key, _ body: String, _ yen: Int?, _ people: Int?, scope: String? = "総額")
        -> PeerFigure
    {
        var peer = PeerFigure()
        (peer.id, peer.topic, peer.body, peer.year) = (id, "経費", body, FiscalYear(2025))
        (peer.amount, peer.population, peer.scope) = (yen.map { Yen($0) }, people, scope)
        return peer
    }

    @Test func peersAreComparedOrSaidNotToBe() {
        let town = Town.changed { town in
            var refused = Self.peer("5", "戊市", 1, 1)
            refused.notComparable = "業務が違う"
            town.peerFigures = [
                Self.peer("1", "架空市", 1000, 10), Self.peer("2", "乙市", 900, 10),
                Self.peer("3", "丙市", 500, 1, scope: "庁内"),
                Self.peer("4", "丁市", nil, 5), refused, Self.peer("6", "己市", 1205, 10),
            ]
        }
        let rows = figureComparisons(Context(town, asOf: Town.asOf))[0].rows
        #expect(rows.map(\.perHead) == [Yen(100), Yen(90), nil, nil, nil, Yen(121)])
        #expect(rows.map(\.rankPerHead) == [2, 1, nil, nil, nil, 3])
        #expect(
            rows.map { $0.reason?.ja } == [
                nil, nil, "金額の範囲が違う（「庁内」と「総額」）", "金額が公表されていない", "業務が違う", nil,
            ])
    }

    @Test(
        arguments: [
            ("2020-04-01", nil, nil, "2025-04-01", true),
            ("2020-04-01", nil, "2023-04-01", "2028-04-01", false),
            ("2020-04-01", "2027-03-31", nil, "2026-03-31", true),
            ("2020-04-01", "2027-03-31", "2026-06-01", nil, false),
            (nil, nil, nil, nil, false), ("2020-02-29", nil, nil, "2025-02-28", true),
        ] as [(String?, String?, String?, String?, Bool)])
    func reviewsFallDue(starts: String?, ends: String?, held: String?, due: String?, isOverdue: Bool) throws {
        var review = SummaryReview()
        (review.starts, review.ends, review.day) = (try starts.map(day), try ends.map(day), try held.map(day))
        let row = reviewTable(Context(Town.changed { $0.summaryReviews = [review] }, asOf: Town.asOf))[0]
        #expect(row.due?.fieldText == due && row.isOverdue == isOverdue)
    }

    /// A review that says no reason is no record.
    @Test func reviewsNeedBothReasons() {
        let kind = SummaryReview.kind
        for missing in ["effect", "effect_reason", "direction", "direction_reason"] {
            let values = kind.fields.map {
                $0.key == missing ? nil : $0.isRequired ? Self.sample($0.key) : nil
            }
            let problem = #expect(throws: EntryProblem.self) {
                try SummaryReview(Entry(kind: kind.name, values: values))
            }
            #expect(problem?.field == missing && problem?.problem == .missing)
        }
    }

    private static func sample(_ key: String) -> String {
        ["effect": "mostly", "direction": "revise"][key] ?? "記載"
    }
}
