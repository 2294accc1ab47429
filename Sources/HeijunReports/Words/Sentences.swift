import HeijunModel

/// The words of charts and tables.
enum Sentences {
    static let outsideHorizon = Words(ja: "期間外", en: "outside")
    static let outsideRooms = Words(ja: "庁外（クラウド等）", en: "outside (cloud)")
    static let published = Words(ja: "公表値", en: "published")
    static let fictional = Words(ja: "架空", en: "fictional")
    static let total = Words(ja: "合計", en: "Total")
    static let others = Words(ja: "その他", en: "Other")

    /// Why a year was not open to choice.
    static func fixed(_ reason: Plan.FixedBy) -> Words {
        switch reason {
        case .decided: Words(ja: "年度決定済", en: "year decided")
        case .budgetClosed: Words(ja: "予算要求済", en: "budget closed")
        case .pinned: Words(ja: "固定", en: "pinned")
        case .retiring: Words(ja: "廃止予定", en: "retiring")
        case .noYear: Words(ja: "年度未登録", en: "no year recorded")
        }
    }

    // Cost histogram
    static let histogramLabel = Words(
        ja: "年度別経費、平準化の前後", en: "Cost by fiscal year, before and after levelling")
    static let beforeLabel = Words(ja: "┅ 平準化前", en: "┅ before")
    static let oneTimeLabel = Words(ja: "再構築・更新", en: "rebuild, renewal")
    static let runningLabel = Words(ja: "運用", en: "running")
    static func ceilingLabel(_ amount: String) -> Words { Words(ja: "上限 \(amount)", en: "ceiling \(amount)") }

    // Roadmap
    static let roadmapLabel = Words(ja: "再構築ロードマップ", en: "Rebuild roadmap")
    static let largePerYear = Words(ja: "大規模再構築（件）", en: "Large rebuilds")
    static let roadmapLegend = Words(
        ja: "○ 当初の再構築年度 → ● 計画年度　■ 開発期間　┃ 機器更新　▲ 移設　赤線 期限",
        en: "○ natural year → ● planned year   ■ building   ┃ renewal   ▲ move   red line: deadline")
    static func folded(_ count: Int) -> Words {
        Words(ja: "ほか \(count) 件（年度別の件数）", en: "\(count) more (count by year)")
    }
    static func vacate(_ facility: String) -> Words { Words(ja: "\(facility) 閉鎖", en: "\(facility) closes") }
    static func deadline(_ kind: Words) -> Words {
        Words(ja: "標準化の\(kind.ja)", en: "standardization: \(kind.en)")
    }

    // Standardization and indicators
    static let standardizationLabel = Words(
        ja: "標準化対象業務の進捗率と期限", en: "Standardized businesses: rate and deadline")
    static let indicatorsLabel = Words(ja: "成果指標の達成率", en: "Indicators: achievement")
    static let achieved = Words(ja: "目標", en: "target")
    static func daysLeft(_ days: Int) -> Words {
        days < 0
            ? Words(ja: "\(grouped(-days)) 日超過", en: "\(grouped(-days)) days over")
            : Words(ja: "残り \(grouped(days)) 日", en: "\(grouped(days)) days left")
    }
}
