import HeijunModel

/// How many days a step takes in this body: from its own history, else from the settings at its own pace.
public struct StepDurations: Sendable, Hashable {
    /// Days of one step: likely, and between which values half of the history lies.
    public struct Span: Sendable, Hashable {
        /// Calendar days, 1 or more.
        public let low: Int, likely: Int, high: Int
        /// How many steps of the history it was drawn from; 0 is the setting.
        public let samples: Int
    }

    /// The span of each work item, ① first.
    public let items: [Span]

    /// Steps of an item that suffice to trust the history.
    static let enoughSamples = 4

    /// Reads the history of every business: the days from the last of a step's predecessors to the step itself.
    init(_ context: Context) {
        var history = [[Int]](repeating: [], count: 18)
        for business in context.portfolio.businesses {
            let days = Self.actualDays(context.ledger.steps(of: business.id))
            for step in ProcedureStep.all {
                guard let end = days[step.number],
                    let start = ProcedureNetwork.needs[step.number - 1].compactMap({ days[$0] }).max()
                else { continue }
                let length = start.days(to: end)
                if length > 0 { history[step.item - 1].append(length) }
            }
        }
        let pace = Self.pace(history, context)
        items = history.indices.map { item in
            let standard = Setting.days(ofItem: item + 1).map { context.portfolio.value(of: $0) } ?? 30
            return Self.span(history[item].sorted(), standard: standard, pace: pace)
        }
    }

    /// The span of a step, 1 to 40.
    func of(_ step: Int) -> Span { items[ProcedureStep.all[step - 1].item - 1] }

    private static func actualDays(_ steps: [Step]) -> [Int: Day] {
        Dictionary(
            steps.compactMap { step in
                step.state == .done ? step.actualDay.map { (step.number, $0) } : nil
            }, uniquingKeysWith: { _, last in last })
    }

    /// The body's time against the settings, in hundredths: the median of all its steps, between a third and three
    /// times; 100 where there are too few.
    private static func pace(_ history: [[Int]], _ context: Context) -> Int {
        let ratios = history.indices.flatMap { item -> [Int] in
            let standard = Setting.days(ofItem: item + 1).map { context.portfolio.value(of: $0) } ?? 30
            return history[item].map { $0 * 100 / max(1, standard) }
        }.sorted()
        guard ratios.count >= enoughSamples else { return 100 }
        return min(300, max(33, ratios[ratios.count / 2]))
    }

    /// Quartiles of the history; the setting at the body's pace, from seven to sixteen tenths of it, where the
    /// history is too short.
    private static func span(_ days: [Int], standard: Int, pace: Int) -> Span {
        guard days.count >= enoughSamples else {
            let likely = max(1, standard * pace / 100)
            return Span(
                low: max(1, likely * 7 / 10), likely: likely, high: max(1, likely * 16 / 10), samples: 0)
        }
        return Span(
            low: days[days.count / 4], likely: days[days.count / 2], high: days[days.count * 3 / 4],
            samples: days.count)
    }
}
