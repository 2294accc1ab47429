public import HeijunModel

/// How values are written for a reader: his language and his way of writing years.
public struct Format: Hashable, Sendable {
    /// The language of words.
    public let language: Language
    /// How years are written: era, western or both.
    public let years: YearStyle

    /// Describes a way of writing.
    public init(language: Language, years: YearStyle) {
        self.language = language
        self.years = years
    }

    /// The unit of every amount, stated once a table: 千円.
    public var moneyUnit: String { self(Words(ja: "千円", en: "thousand yen")) }

    /// The words in the reader's language.
    public func callAsFunction(_ words: Words) -> String { words[language] }

    /// A short year, as charts and columns show it: `R8` or `2026`.
    public func year(_ year: FiscalYear) -> String { year.short(years) }

    /// A year in a sentence: `R8`, `2026年度` or `FY2026`.
    public func sentenceYear(_ year: FiscalYear) -> String {
        switch (years, language) {
        case (.era, _): year.short(.era)
        case (.western, .ja): year.long(.western)
        case (.western, .en): "FY\(year.startYear)"
        }
    }

    /// A day: `令和8年11月21日`, `2026年11月21日` or, in English, `2026-11-21`.
    public func day(_ day: Day) -> String {
        switch language {
        case .ja: day.long(years)
        case .en: day.fieldText
        }
    }

    /// The last day of a fiscal year as `R12年度末`; any other day as a short date.
    public func deadline(_ day: Day) -> String {
        let year = FiscalYear(of: day)
        guard day == year.lastDay else { return shortDay(day) }
        return language == .ja ? "\(year.short(years))年度末" : "end of \(sentenceYear(year))"
    }

    /// A day as columns show it: `R8.11.21` or `2026-11-21`.
    public func shortDay(_ day: Day) -> String {
        guard years == .era, language == .ja else { return day.fieldText }
        let era = Era.of(day)
        return "\(era.letter)\(day.year - era.offset).\(day.month).\(day.day)"
    }

    /// A rate in percent, to two places at most and without needless zeros: 70.75 %.
    public func percent(_ rate: Rate) -> String {
        figure(Figure(tenThousandths: rate.tenThousandths * 100)) + " %"
    }

    /// A reported figure with its thousands grouped.
    public func figure(_ figure: Figure) -> String {
        let text = decimalText(Int(figure.tenThousandths.magnitude), places: 4)
        let parts = text.split(separator: ".")
        let whole = grouped(Int(parts[0]) ?? 0)
        return (figure.tenThousandths < 0 ? "−" : "") + whole + (parts.count > 1 ? "." + parts[1] : "")
    }
}

extension Format {
    /// An amount read in 千円 and given out in yen.
    public func money(_ yen: Yen?, tone: Cell.Tone = .plain) -> Cell {
        Cell(yen.map { grouped($0.thousands) } ?? "", JSONValue(yen), tone: tone)
    }

    /// A sum under a column of money: what is read adds up from the rounded amounts above it, the value from the exact.
    func sum(_ amounts: [Yen]) -> Cell {
        Cell(grouped(amounts.map(\.thousands).reduce(0, +)), JSONValue(amounts.total()))
    }

    /// An amount that is counted in 千円.
    func thousands(_ amount: Int?, tone: Cell.Tone = .plain) -> Cell {
        Cell(amount.map(grouped) ?? "", JSONValue(amount.map { $0 * 1000 }), tone: tone)
    }

    /// A fiscal year.
    public func cell(_ year: FiscalYear?) -> Cell { Cell(year.map(self.year) ?? "", JSONValue(year)) }
    /// A day.
    public func cell(_ day: Day?) -> Cell {
        Cell(day.map(shortDay) ?? "", JSONValue(day), plain: day?.fieldText)
    }
    /// A rate.
    public func cell(_ rate: Rate?) -> Cell { Cell(rate.map(percent) ?? "", JSONValue(rate)) }
    /// A figure.
    public func cell(_ figure: Figure?) -> Cell { Cell(figure.map(self.figure) ?? "", JSONValue(figure)) }
    /// A count.
    public func cell(_ count: Int?) -> Cell { Cell(count.map(grouped) ?? "", JSONValue(count)) }
    /// One of listed values: read by its title, given out by its key.
    public func cell(_ value: (any Listed)?) -> Cell {
        Cell(value.map { self($0.title) } ?? "", JSONValue(value?.fieldText))
    }
    /// Words in the reader's language.
    public func cell(_ words: Words?, tone: Cell.Tone = .plain) -> Cell {
        Cell(words.map { self($0) }, tone: tone)
    }
}
