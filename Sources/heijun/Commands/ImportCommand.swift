import ArgumentParser
import HeijunImport
import HeijunModel
import HeijunReports
import HeijunStore

/// `import`: takes vendor inventories in, one batch for all files.
struct ImportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import",
        abstract: say("目録（XML、CSV、Excel）を取り込みます。", "Takes inventories in (XML, CSV, xlsx)."),
        discussion: say("例:", "Examples:") + """

              heijun import Inventory/sample-city/inventory.xml --dry-run
              heijun import Inventory/sample-city/inventory.xml
              heijun import system.csv vendor.csv
              heijun import \(say("台帳", "ledger")).xlsx --dry-run
              heijun import Inventory/profiles/examples --dry-run
              heijun import glpi/ --max-rejects 5
              heijun import glpi/ --corrections rejects.csv
              heijun import bom.xml --schema bom-1.6.xsd
            """)

    @OptionGroup var common: Common

    @Argument(
        help: ArgumentHelp(
            say(
                "目録のファイルかフォルダー。gzip と zip も可、- は標準入力。",
                "Inventory files or folders; gzip and zip too, - for standard input."),
            valueName: "file"))
    var files: [String]

    @Flag(help: ArgumentHelp(say("保存せず、何が変わるかだけを示す。", "Show what would change and store nothing.")))
    var dryRun = false

    @Option(
        help: ArgumentHelp(
            say(
                "CSV の種別（system、vendor など）。既定はファイル名から。",
                "Kind of a CSV file's records; from its name unless given."),
            valueName: "kind"))
    var kind: String?

    @Option(
        help: ArgumentHelp(
            say(
                "取込プロファイルの名前（glpi-computer など）か JSON ファイル。既定は内容から判定。",
                "Import profile by name, such as glpi-computer, or a JSON file; found by the content unless given."
            ),
            valueName: "name|file"))
    var profile: String?

    @Flag(
        help: ArgumentHelp(
            say("手で入れた値もファイルの値で上書きする。", "Let the files overwrite values that were set by hand.")))
    var overwriteEdits = false

    @Flag(
        help: ArgumentHelp(
            say(
                "平準の台帳XMLでも、項目ごとの行と原文を残す（ほかの形式では常に残す）。",
                "Keep the line and the raw value of every field of Heijun's own XML too, as always of other formats."
            )))
    var keepLines = false

    @Flag(
        help: ArgumentHelp(
            say("取り込まず、どのプロファイルでどう読むかを示す。", "Show which profile reads each file and how; take nothing in.")))
    var explainProfile = false

    @Option(help: ArgumentHelp(say("採れない記録をこの件数まで許す。", "Records that may be rejected."), valueName: "n"))
    var maxRejects = 0

    @Option(
        help: ArgumentHelp(
            say("不採用の記録を書き出す CSV。", "CSV file that rejected records come back in."), valueName: "file"))
    var rejects = "rejects.csv"

    @Option(
        help: ArgumentHelp(
            say(
                "訂正値の列に正しい値を書いた不採用の CSV。同じファイルをその値で取り込む。",
                "The rejects with the right values in their column Correction; the same files are read with them."
            ),
            valueName: "file"))
    var corrections: String?

    @Option(
        help: ArgumentHelp(
            say(
                "XML スキーマ（XSD）。合わないファイルは断る。",
                "XML schema (XSD); a file that does not keep to it is refused."), valueName: "file"))
    var schema: String?

    @Flag(
        help: ArgumentHelp(
            say("取込済みで内容が同じファイルも読み直す。", "Read files again that were taken in before and are the same.")))
    var again = false

    @Flag(
        help: ArgumentHelp(
            say(
                "知らない形式のファイルを読み飛ばす（XML の混ざったフォルダー向け）。",
                "Leave out files of no known format, as in a folder of mixed XML.")))
    var skipUnknown = false

    @Flag(help: ArgumentHelp(say("JSONで出力する。", "Print JSON.")))
    var json = false

    @Option(help: ArgumentHelp(say("取込の理由。履歴に残ります。", "Why; kept in the history.")))
    var reason: String?

    func run() throws {
        Interruption.catchSignals()
        let store = try common.store()
        let chosen = try profile.map(ProfileChoice.named)
        let paths = try InputFiles.expanded(files)
        if explainProfile { return try ProfileExplanation.explain(paths, chosen) }
        try DeliveryCheck.check(paths)
        let sources = try paths.map { path in (path: path, kind: try kind(of: path)) }
        common.trace("\(files.joined(separator: " ")) を読んでいます。", "Reading \(files.joined(separator: " ")).")
        var job = ImportRun(store: store, command: "import", files)
        job.isDryRun = dryRun
        job.maxRejects = maxRejects
        job.rejectsPath = rejects
        job.reason = reason
        job.printsJSON = json
        job.isVerbose = common.verbose
        job.profile = chosen
        job.overwritesEdits = overwriteEdits
        job.readsAgain = again
        job.leavesUnknown = skipUnknown
        job.keepsLines = keepLines
        job.corrections = try corrections.map(CorrectionTable.read)
        job.schema = try schema.map(XMLSchema.read)
        job.readBy = try [kind, profile, corrections, schema].map { try $0.map(fingerprint) ?? "" }
        try job.take(sources)
    }

    /// A name as it is; of a file its fingerprint too.
    private func fingerprint(_ name: String) throws -> String {
        isRegularFile(name) ? name + " " + (try SHA256.of(file: name)) : name
    }

    /// The kind of a CSV file's records, as asked or by its name (`system.csv`); nil for XML.
    private func kind(of path: String) throws -> RecordKind? {
        if let kind { return try RecordEdit.target(kind + ":").0 }
        guard path.lowercased().hasSuffix(".csv") else { return nil }
        let name = path.split(separator: "/").last.map { String($0.dropLast(4)) } ?? ""
        if let named = RecordKind.named(name) { return named }
        throw Failure(
            ja: "\(path): CSV の種別がわかりません。--kind system のように指定してください。",
            en: "\(path): the kind of its records is not known. Give it as in --kind system.", .usage)
    }
}
