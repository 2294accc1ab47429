/// A Japanese era (元号) as ledgers use it.
public enum Era: CaseIterable, Sendable {
    case showa, heisei, reiwa

    /// Calendar year before the era's first year, so that era year n is `offset + n`.
    public var offset: Int {
        switch self {
        case .showa: 1925
        case .heisei: 1988
        case .reiwa: 2018
        }
    }

    /// The letter and the name, as in R7 and 令和7年.
    public var letter: Character {
        switch self {
        case .showa: "S"
        case .heisei: "H"
        case .reiwa: "R"
        }
    }

    /// 昭和, 平成, 令和.
    public var name: String {
        switch self {
        case .showa: "昭和"
        case .heisei: "平成"
        case .reiwa: "令和"
        }
    }

    /// The first day of the era.
    public var firstDay: Day {
        switch self {
        case .showa: Day(year: 1926, month: 12, day: 25)
        case .heisei: Day(year: 1989, month: 1, day: 8)
        case .reiwa: Day(year: 2019, month: 5, day: 1)
        }
    }

    /// The era that a whole fiscal year is counted in. FY2019 is 令和元年度: after 1 May 2019 most bodies,
    /// and the State, name the whole year so.
    public static func of(_ year: FiscalYear) -> Era {
        switch year.startYear {
        case ..<1989: .showa
        case ..<2019: .heisei
        default: .reiwa
        }
    }

    /// The era of a day.
    public static func of(_ day: Day) -> Era {
        day >= Era.reiwa.firstDay ? .reiwa : day >= Era.heisei.firstDay ? .heisei : .showa
    }
}

/// How years are written in reports.
public enum YearStyle: String, CaseIterable, Codable, Sendable {
    /// 和暦: R8, 令和8年度.
    case era
    /// Western: 2026, 2026年度.
    case western
}

extension FiscalYear {
    /// `R8` or `2026`.
    public func short(_ style: YearStyle) -> String {
        switch style {
        case .era: "\(Era.of(self).letter)\(startYear - Era.of(self).offset)"
        case .western: "\(startYear)"
        }
    }

    /// `令和8年度` or `2026年度`; the first year is 元.
    public func long(_ style: YearStyle) -> String {
        let number = startYear - Era.of(self).offset
        switch style {
        case .era: return "\(Era.of(self).name)\(number == 1 ? "元" : "\(number)")年度"
        case .western: return "\(startYear)年度"
        }
    }
}

extension Day {
    /// `令和8年11月21日` or `2026年11月21日`.
    public func long(_ style: YearStyle) -> String {
        let number = year - Era.of(self).offset
        let name = style == .era ? "\(Era.of(self).name)\(number == 1 ? "元" : "\(number)")" : "\(year)"
        return "\(name)年\(month)月\(day)日"
    }
}
