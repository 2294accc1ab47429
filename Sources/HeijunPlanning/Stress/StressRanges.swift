import HeijunModel

/// How far one system's rebuild may slip and cost more.
struct StressRange: Hashable {
    /// Whole fiscal years of delay, 0 or more.
    let delay: Triangle
    /// Percent of the one-time cost.
    let overrun: Triangle
}

extension PlanningBasis {
    /// The range of each system: its own in the ledger, each missing part from the settings by its size. What cannot
    /// change any more (the rebuild is done, or there is none) has none.
    func stressRange(of facts: SystemFacts, _ own: Uncertainty?) -> StressRange {
        let size = facts.system.size ?? .medium
        let most = (own?.delayMost).map { max(0, $0) } ?? portfolio.value(of: size.delaySetting)
        return StressRange(
            delay: Triangle(0, own?.delayLikely ?? 0, most),
            overrun: Triangle(
                own?.overrunLeast ?? portfolio.value(of: .stressOverrunLeast),
                own?.overrunLikely ?? portfolio.value(of: .stressOverrunLikely),
                own?.overrunMost ?? portfolio.value(of: size.overrunSetting)))
    }
}

extension Size {
    fileprivate var delaySetting: Setting {
        switch self {
        case .large: .stressDelayLarge
        case .medium: .stressDelayMedium
        case .small: .stressDelaySmall
        }
    }

    fileprivate var overrunSetting: Setting {
        switch self {
        case .large: .stressOverrunLarge
        case .medium: .stressOverrunMedium
        case .small: .stressOverrunSmall
        }
    }
}
