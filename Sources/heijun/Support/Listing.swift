import ArgumentParser
import HeijunModel
import HeijunReports

#if canImport(Glibc)
    import Glibc
#else
    import Musl
#endif

/// How a listing command gives out its tables.
struct Listing: ParsableArguments {
    @Flag(help: ArgumentHelp(say("JSONで出力する。", "Print JSON.")))
    var json = false

    @Flag(help: ArgumentHelp(say("CSVで出力する（UTF-8、BOM付き）。", "Print CSV (UTF-8 with a byte order mark).")))
    var csv = false

    @Flag(help: ArgumentHelp(say("端末でも色を付けない。", "Use no colour, even on a terminal.")))
    var noColor = false

    @Flag(exclusivity: .exclusive, help: ArgumentHelp(say("年の表記。", "How years are written.")))
    var years: YearFlag?

    /// `--era` and `--western`.
    enum YearFlag: String, EnumerableFlag { case era, western }

    func validate() throws {
        if json && csv {
            throw ValidationError(say("--json と --csv は同時に使えません。", "--json and --csv exclude each other."))
        }
    }

    /// How values are written: in the spoken language, years as asked, else as the body wishes.
    func format(of organization: Organization) -> Format {
        let wished = organization.yearStyle ?? (spoken == .ja ? YearStyle.era : .western)
        switch years {
        case .era: return Format(language: spoken, years: .era)
        case .western: return Format(language: spoken, years: .western)
        case nil: return Format(language: spoken, years: wished)
        }
    }

    /// Prints one table: as JSON under `wrapped`, as CSV, or aligned, with the summary as the last line.
    func print(_ table: Table, summary: String? = nil, wrapped: ((JSONValue) -> JSONValue)? = nil) throws {
        if json {
            try Console.write((wrapped?(table.json) ?? .object([(table.key, table.json)])).text)
        } else if csv {
            try Console.write("\u{FEFF}" + table.csv(spoken))
        } else {
            try Console.write(drawn(table))
            if let summary { try Console.line("\n" + summary) }
        }
    }

    /// Prints a table's title with the unit of its amounts, where people read it, after the year that it is about.
    func head(_ table: Table, _ year: String? = nil) throws {
        guard !json, !csv else { return }
        try Console.line(
            (year.map { $0 + " " } ?? "") + table.title[spoken] + say("（単位: 千円）", " (in thousand yen)"))
    }

    /// The aligned table, with the tones of its cells where standard output is a terminal that takes colour.
    func drawn(_ table: Table) -> String {
        var layout = Listing.layout
        if noColor { layout.isColoured = false }
        return table.text(layout)
    }

    /// The terminal's width, where there is one; files and pipes get whole lines. Colour goes to terminals alone, and
    /// not where `NO_COLOR` is set or the terminal is a dumb one.
    static var layout: TextLayout {
        var size = winsize()
        let isTerminal = ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0 && size.ws_col > 20
        let isColoured = isTerminal && variable("NO_COLOR") == nil && variable("TERM") ?? "dumb" != "dumb"
        return TextLayout(
            language: spoken, width: isTerminal ? Int(size.ws_col) : nil, isColoured: isColoured)
    }

    private static func variable(_ name: String) -> String? {
        getenv(name).flatMap { $0.pointee == 0 ? nil : String(cString: $0) }
    }
}
