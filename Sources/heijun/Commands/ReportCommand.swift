import ArgumentParser
import HeijunModel
import HeijunPlanning
import HeijunReports
import HeijunStore

/// `report`: everything an office hands on, into one folder.
struct ReportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "report",
        abstract: say("計画書・図・表をフォルダーに書き出します。", "Writes pages, charts and tables into a folder."),
        discussion: say("例:", "Examples:") + """

              heijun report --output out
              heijun report --format html,csv --output out
              heijun report --frontier --output out
              heijun report --encoding cp932 --format csv --output excel
            """)

    @OptionGroup var common: Common
    @OptionGroup var today: AsOf
    @OptionGroup var under: UnderPlan

    @Option(
        help: ArgumentHelp(
            say("形式（html,xlsx,svg,csv,json）。既定はすべて。", "Formats: html,xlsx,svg,csv,json; all unless given."),
            valueName: "formats"))
    var format: String?

    @Option(help: ArgumentHelp(say("書き出すフォルダー。", "Folder to write into."), valueName: "folder"))
    var output = "report"

    @Option(
        help: ArgumentHelp(
            say("CSV の文字コード（utf-8 / cp932）。", "Encoding of CSV files: utf-8 or cp932."), valueName: "encoding"
        ))
    var encoding = CSVEncoding.utf8

    @Flag(
        name: .customLong("frontier"),
        help: ArgumentHelp(
            say("費用とピークの関係も載せる（計算に1分ほどかかる）。", "Tell total cost against peak too; takes about a minute.")))
    var tellsFrontier = false

    func run() async throws {
        let entries = try common.entries()
        let formats = try self.formats
        var input = try self.input(entries)
        if tellsFrontier {
            let options = PlanOptions(effort: 1, threads: 2, asOf: input.asOf)
            input.frontier = await frontier(for: input.portfolio, options: options)
        }
        let made = input
        let files = try exchanging { () throws(ExchangeProblem) in
            try Report.files(made, formats: formats)
        }
        try makeFolder(output)
        for file in files {
            try writeFile(try encoding.bytes(of: file), to: "\(output)/\(file.name)")
            common.trace("\(output)/\(file.name)", "\(output)/\(file.name)")
        }
        try Console.line(
            say("\(output) に \(files.count) 個のファイルを書きました。", "Wrote \(files.count) files into \(output)."))
    }

    private var formats: Set<ReportFile.Format> {
        get throws {
            guard let format else { return Set(ReportFile.Format.allCases) }
            return Set(
                try format.split(separator: ",").map { name in
                    guard let found = ReportFile.Format(rawValue: String(name)) else {
                        throw Failure(
                            ja: "「\(name)」という形式はありません。html、xlsx、svg、csv、json から選んでください。",
                            en: "There is no format “\(name)”. Choose among html, xlsx, svg, csv and json.",
                            .usage)
                    }
                    return found
                })
        }
    }

    private func input(_ entries: [Entry]) throws -> ReportInput {
        let stored = try under.stored(common, mustExist: false)
        // The ledger as the plan was made under: without the batch that applied it, under the plan's scenario.
        let entries =
            try stored.flatMap { $0.appliedBatch == nil ? nil : try common.entries(under: $0) } ?? entries
        let ledger = try typed(entries)
        let portfolio = try stored.map { try $0.basis(of: ledger) } ?? ledger
        let hash = SHA256()
        try exchanging { () throws(ExchangeProblem) in try inventoryXML(of: entries) }.withUnsafeBytes(
            hash.feed)
        return ReportInput.gathered(
            from: portfolio, plan: stored?.plan, scenario: try stored.flatMap { try $0.variantTitle },
            asOf: try today.day(in: portfolio),
            version: Version.text,
            inputHash: hash.finish())
    }
}

/// How CSV files are encoded.
enum CSVEncoding: String, ExpressibleByArgument, CaseIterable {
    case utf8 = "utf-8"
    case cp932

    /// A report file's bytes: UTF-8, with CSV in the chosen encoding.
    func bytes(of file: ReportFile) throws -> [UInt8] {
        guard file.format == .csv, self == .cp932 else { return file.utf8 }
        return try exchanging { () throws(ExchangeProblem) in try file.cp932() }
    }
}
