import ArgumentParser
import HeijunImport
import HeijunModel
import HeijunReports
import HeijunStore

/// `import`: takes vendor inventories in, one batch for all files.
struct ImportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import",
        abstract: say("目録（XML、CSV）を取り込みます。", "Takes inventories in (XML, CSV)."),
        discussion: say("例:", "Examples:") + """

              heijun import Inventory/sample-city/inventory.xml --dry-run
              heijun import Inventory/sample-city/inventory.xml
              heijun import systems.csv --kind system
            """)

    @OptionGroup var common: Common

    @Argument(help: ArgumentHelp(say("目録のファイル。gzip も可、- は標準入力。", "Inventory files; gzip too, - for standard input."), valueName: "file"))
    var files: [String]

    @Flag(help: ArgumentHelp(say("保存せず、何が変わるかだけを示す。", "Show what would change and store nothing.")))
    var dryRun = false

    @Option(help: ArgumentHelp(say("採れない記録をこの件数まで許す。", "Records that may be rejected."), valueName: "n"))
    var maxRejects = 0

    @Option(help: ArgumentHelp(say("不採用の記録を書き出す CSV。", "CSV file that rejected records come back in."), valueName: "file"))
    var rejects = "rejects.csv"

    @Flag(help: ArgumentHelp(say("JSONで出力する。", "Print JSON.")))
    var json = false

    @Option(help: ArgumentHelp(say("取込の理由。履歴に残ります。", "Why; kept in the history.")))
    var reason: String?

    func run() throws {
        let store = try common.store()
        let known = KnownRecords(try refusing { () throws(StoreError) in try store.entries() })
        let read = try files.map { path in
            common.trace("\(path) を読んでいます。", "Reading \(path).")
            return try InventoryFile.read(path, known: known)
        }
        var job = ImportRun(store: store, command: "import \(files.joined(separator: " "))")
        job.isDryRun = dryRun
        job.maxRejects = maxRejects
        job.rejectsPath = rejects
        job.reason = reason
        job.printsJSON = json
        job.isVerbose = common.verbose
        try job.apply(read)
    }
}
