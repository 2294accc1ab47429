import ArgumentParser
import HeijunImport
import HeijunModel
import HeijunStore

/// `init`: makes a portfolio file, empty or from a sample.
struct InitCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "init",
        abstract: say("ポートフォリオのファイルを作ります。", "Makes a portfolio file."),
        discussion: say("例:", "Examples:") + """

              heijun init
              heijun init --sample sample-city
              heijun --portfolio \(say("川崎", "kawasaki")).sqlite init --sample kawasaki-published
            """)

    @OptionGroup var common: Common

    @Option(
        help: ArgumentHelp(say("見本の名前（Inventory の中）。", "Name of a sample in Inventory."), valueName: "name"))
    var sample: String?

    func run() throws {
        let source = try sample.map(Samples.file)
        let file = try source.map { try InventoryFile.read($0) }
        if let file, !file.reading.errors.isEmpty { throw file.refusal }
        let store = try refusing { () throws(StoreError) in try Store.create(at: common.path) }
        try Console.line(say("\(common.path) を作りました。", "Made \(common.path)."))
        guard let file else {
            try Console.line(
                say("次は heijun import 目録.xml で取り込みます。", "Next: heijun import inventory.xml"))
            return
        }
        try ImportRun(store: store, command: "init --sample", [sample ?? ""]).take(gathered: file)
    }
}
