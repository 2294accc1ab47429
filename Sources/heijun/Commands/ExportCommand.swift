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
              heijun export schema > heijun-inventory-1.xsd
            """)

    /// What can be exported.
    enum Target: String, ExpressibleByArgument, CaseIterable { case xml, csv, schema }

    @OptionGroup var common: Common

    @Argument(help: ArgumentHelp(say("形式。", "Format."), valueName: "format"))
    var target: Target

    @Option(help: ArgumentHelp(say("書き出す先。xml はファイル、csv はフォルダー。既定は標準出力。", "File for xml, folder for csv; standard output unless given."), valueName: "path"))
    var output: String?

    @Option(help: ArgumentHelp(say("この種別だけ（csv）。", "Only this kind (csv)."), valueName: "kind"))
    var kind: String?

    @Option(help: ArgumentHelp(say("CSV の文字コード（utf-8 / cp932）。", "Encoding of CSV: utf-8 or cp932."), valueName: "encoding"))
    var encoding = CSVEncoding.utf8

    func run() throws {
        switch target {
        case .xml:
            let entries = try common.entries()
            try give(try exchanging { () throws(ExchangeProblem) in try inventoryXML(of: entries) })
        case .schema, .csv: throw ExitCode.failure
        }
    }

    private func give(_ bytes: [UInt8]) throws {
        guard let output else { return try Console.write(bytes) }
        try writeFile(bytes, to: output)
    }
}

/// `sample`: a fictional portfolio of any size, as inventory XML.
struct SampleCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "sample",
        abstract: say("架空の目録を任意の規模で作ります。", "Makes a fictional inventory of any size."),
        discussion: say("例:", "Examples:") + """

              heijun sample --systems 400 --seed 7 --output city-400.xml
            """)

    @OptionGroup var common: Common

    @Option(help: ArgumentHelp(say("システム数（1〜100000）。", "Number of systems, 1 to 100000."), valueName: "n"))
    var systems: Int

    @Option(help: ArgumentHelp(say("乱数の種。", "Seed."), valueName: "n"))
    var seed: UInt64 = 1

    @Option(help: ArgumentHelp(say("書き出すファイル。既定は標準出力。", "File to write; standard output unless given."), valueName: "file"))
    var output: String?

    func validate() throws {
        guard (1...100_000).contains(systems) else {
            throw ValidationError(say("--systems は 1〜100000 の数です。", "--systems is a number from 1 to 100000."))
        }
    }

    func run() throws {
        let entries = Portfolio.fictional(systems: systems, seed: seed).entries
        let bytes = try exchanging { () throws(ExchangeProblem) in try inventoryXML(of: entries) }
        guard let output else { return try Console.write(bytes) }
        try writeFile(bytes, to: output)
    }
}
