import ArgumentParser
import HeijunLevelling
import HeijunModel
import HeijunPlanning
import HeijunReports

/// `export`: the ledger in a format that reads back unchanged.
struct ExportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export",
        abstract: say("台帳を書き出します（再取込で変わらない形式）。", "Writes the ledger in a format that reads back unchanged."),
        discussion: say("例:", "Examples:") + """

              heijun export xml --output \(say("目録", "inventory")).xml
              heijun export csv --output \(say("台帳", "ledger"))
              heijun export csv --kind system > systems.csv
              heijun export xlsx --output \(say("台帳", "ledger")).xlsx
              heijun export schema > heijun-inventory-1.xsd
            """)

    /// What can be exported.
    enum Target: String, ExpressibleByArgument, CaseIterable { case xml, csv, xlsx, schema, mps }

    @OptionGroup var common: Common

    @Argument(help: ArgumentHelp(say("形式。", "Format."), valueName: "format"))
    var target: Target

    @Option(
        help: ArgumentHelp(
            say(
                "書き出す先。xml と xlsx はファイル、csv はフォルダー。既定は標準出力。",
                "File for xml and xlsx, folder for csv; standard output unless given."), valueName: "path"))
    var output: String?

    @Option(help: ArgumentHelp(say("この種別だけ（csv）。", "Only this kind (csv)."), valueName: "kind"))
    var kind: String?

    @Option(
        help: ArgumentHelp(
            say("CSV の文字コード（utf-8 / cp932）。", "Encoding of CSV: utf-8 or cp932."), valueName: "encoding"))
    var encoding = CSVEncoding.utf8

    @Flag(
        help: ArgumentHelp(
            say("CSV・XLSX の見出しを日本語の項目名にする。", "Head CSV and XLSX columns with titles instead of keys.")))
    var titles = false

    func run() throws {
        switch target {
        case .xml:
            let entries = try common.entries()
            try give(try exchanging { () throws(ExchangeProblem) in try inventoryXML(of: entries) })
        case .schema: try give(Array(inventorySchema().utf8))
        case .csv: try exportCSV(try common.entries())
        case .xlsx:
            let (entries, ledger) = (try common.entries(), try common.ledger())
            let format = Format(language: spoken, years: ledger.organization.yearStyle ?? .era)
            try give(
                try exchanging { () throws(ExchangeProblem) in
                    try Workbook.ledger(entries, titles: titles, format).bytes()
                })
        case .mps: try exportMPS(try common.ledger())
        }
    }

    private func give(_ bytes: [UInt8]) throws {
        guard let output else { return try Console.write(bytes) }
        try writeFile(bytes, to: output)
    }

    /// The levelling problem of the portfolio's plan as free MPS, for other solvers.
    private func exportMPS(_ portfolio: Portfolio) throws {
        let problem: LevellingProblem
        do throws(ProblemFault) {
            problem = try levellingProblem(for: portfolio)
        } catch {
            throw Failure(error.words, .refused)
        }
        try LevelFiles.writeMPS(of: problem, to: output ?? "-")
    }

    private func exportCSV(_ entries: [Entry]) throws {
        if let kind {
            return try give(try csv(of: try RecordEdit.target(kind + ":").0, entries))
        }
        guard let output else {
            throw Failure(
                ja: "csv は種別ごとのファイルになります。--output フォルダー か --kind 種別 を指定してください。",
                en: "CSV comes as one file a kind. Give --output FOLDER or --kind KIND.", .usage)
        }
        try makeFolder(output)
        let used = RecordKind.all.filter { kind in entries.contains { $0.kind == kind.name } }
        for kind in used { try writeFile(try csv(of: kind, entries), to: "\(output)/\(kind.name).csv") }
        try Console.line(
            say("\(output) に \(used.count) 個のファイルを書きました。", "Wrote \(used.count) files into \(output)."))
    }

    private func csv(of kind: RecordKind, _ entries: [Entry]) throws -> [UInt8] {
        let style = CSVStyle(
            encoding: encoding == .cp932 ? .cp932 : .utf8, heading: titles ? .titles(spoken) : .keys)
        return try exchanging { () throws(ExchangeProblem) in
            try HeijunReports.csv(of: kind, entries, style: style)
        }
    }
}

/// `sample`: a fictional portfolio of any size, as inventory XML.
struct SampleCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "sample",
        abstract: say("架空の目録を任意の規模で作ります。", "Makes a fictional inventory of any size."),
        discussion: say("例:", "Examples:") + """

              heijun sample --systems 400 --seed 7 --output city-400.xml
              heijun sample --problem 20000 --seed 1 --output city-20000.txt
            """)

    @OptionGroup var common: Common

    @Option(help: ArgumentHelp(say("システム数（1〜100000）。", "Number of systems, 1 to 100000."), valueName: "n"))
    var systems: Int?

    @Option(
        help: ArgumentHelp(
            say("目録でなく、この数の作業からなる平準化問題を作る。", "Make a levelling problem of so many activities instead."),
            valueName: "n"))
    var problem: Int?

    @Option(help: ArgumentHelp(say("乱数の種。", "Seed."), valueName: "n"))
    var seed: UInt64 = 1

    @Option(
        help: ArgumentHelp(
            say("書き出すファイル。既定は標準出力。", "File to write; standard output unless given."), valueName: "file"))
    var output: String?

    func validate() throws {
        guard (systems == nil) != (problem == nil) else {
            throw ValidationError(
                say("--systems か --problem のどちらかを指定してください。", "Give either --systems or --problem."))
        }
        guard (1...100_000).contains(systems ?? 1) else {
            throw ValidationError(
                say("--systems は 1〜100000 の数です。", "--systems is a number from 1 to 100000."))
        }
    }

    func run() throws {
        if let problem {
            return try LevelFiles.writeSample(activities: problem, seed: seed, to: output ?? "-")
        }
        let entries = Portfolio.fictional(systems: systems ?? 1, seed: seed).entries
        let bytes = try exchanging { () throws(ExchangeProblem) in try inventoryXML(of: entries) }
        guard let output else { return try Console.write(bytes) }
        try writeFile(bytes, to: output)
    }
}
