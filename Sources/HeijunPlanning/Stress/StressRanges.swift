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
        let delay = max(0, own?.delayLikely ?? 0)
        let most = own?.delayMost.map { max(0, $0) } ?? max(delay, portfolio.value(of: size.delaySetting))
        return StressRange(delay: Triangle(0, delay, most), overrun: overrun(own, size))
    }

    /// A setting that stands for a missing part gives way to the parts that the ledger has.
    private func overrun(_ own: Uncertainty?, _ size: Size) -> Triangle {
        let given = [own?.overrunLeast, own?.overrunLikely, own?.overrunMost].compactMap { $0 }
        let least = min(portfolio.value(of: .stressOverrunLeast), given.min() ?? .max)
        let most = max(portfolio.value(of: size.overrunSetting), given.max() ?? .min)
        return Triangle(
            own?.overrunLeast ?? least, own?.overrunLikely ?? portfolio.value(of: .stressOverrunLikely),
            own?.overrunMost ?? most)
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
