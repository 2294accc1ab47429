public import HeijunModel

/// When a business is expected to be in operation, and what it waits for.
public struct Forecast: Sendable, Hashable {
    /// The expected day, and the days at the short and the long end of the body's own experience.
    public let expected: Day, earliest: Day, latest: Day
    /// The unsettled steps that decide the day, in order: a day lost on one of them is a day lost at the end.
    public let criticalPath: [Int]
    /// The unsettled steps of the path that could be done now; the first of them is the one to push.
    public let next: Int?
    /// How many days the other unsettled steps could take longer without moving the day, by step.
    public let slack: [Int: Int]
    /// Whether the day waits for the body's common functions (連携基盤).
    public let waitsForCommonFunctions: Bool
    /// Steps still open, and how many of them are reckoned with the body's own history.
    public let openSteps: Int, fromHistory: Int
}

/// The forecasts of a body's open businesses.
struct Forecasts {
    private let context: Context
    private let durations: StepDurations

    init(_ context: Context) {
        self.context = context
        durations = StepDurations(context)
    }

    /// The forecast of a business; nil where it is migrated, not applicable or its steps are not recorded.
    func of(_ business: Business) -> Forecast? {
        forecast(business, common: commonFunctions(besides: business))
    }

    /// The days until the common functions are ready, where the body records them and they are not.
    private func commonFunctions(besides business: Business) -> (low: Int, likely: Int, high: Int)? {
        guard business.id != ProcedureNetwork.commonFunctions,
            let common = context.ledger.business(ProcedureNetwork.commonFunctions), common.state.isWaiting
        else { return nil }
        if let forecast = forecast(common, common: nil) {
            let days = [forecast.earliest, forecast.expected, forecast.latest].map {
                context.asOf.days(to: $0)
            }
            return (days[0], days[1], days[2])
        }
        guard let planned = common.plannedDay, planned > context.asOf else { return nil }
        let days = context.asOf.days(to: planned)
        return (days, days, days)
    }

    private func forecast(
        _ business: Business, common: (low: Int, likely: Int, high: Int)?
    ) -> Forecast? {
        let steps = context.ledger.steps(of: business.id)
        guard !steps.isEmpty, business.state.isWaiting else { return nil }
        let facts = StepFacts(steps, asOf: context.asOf)
        let likely = StepSchedule(facts, durations, \.likely, common: common?.likely)
        let low = StepSchedule(facts, durations, \.low, common: common?.low)
        let high = StepSchedule(facts, durations, \.high, common: common?.high)
        let path = likely.criticalPath
        let open = (1...40).filter { !facts.isSettled[$0] }
        return Forecast(
            expected: context.asOf.adding(days: likely.end), earliest: context.asOf.adding(days: low.end),
            latest: context.asOf.adding(days: high.end), criticalPath: path,
            next: path.first { facts.isStartable($0) } ?? open.first { facts.isStartable($0) },
            slack: likely.slack, waitsForCommonFunctions: likely.waitsForCommon, openSteps: open.count,
            fromHistory: open.count { durations.of($0).samples > 0 })
    }
}

extension Business.State {
    /// Whether the move to the standard is still ahead.
    var isWaiting: Bool {
        switch self {
        case .notStarted, .working, .transitionSupport, .undecided: true
        case .migrated, .migratedInterim, .notApplicable: false
        }
    }
}
