import ArgumentParser
import HeijunModel

/// What every command takes.
struct Common: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            say(
                "ポートフォリオのファイル。既定は HEIJUN_PORTFOLIO、なければ heijun.sqlite。",
                "The portfolio file; HEIJUN_PORTFOLIO or heijun.sqlite unless given."), valueName: "file"))
    var portfolio: String?

    @Option(help: ArgumentHelp(say("表示の言語（ja / en）。", "Language of messages: ja or en."), valueName: "ja|en"))
    var lang: String?

    @Flag(help: ArgumentHelp(say("詳しい経過を標準エラーに出す。", "Say more on standard error.")))
    var verbose = false
}

struct Systems: ParsableCommand {
    @OptionGroup var common: Common
    func run() throws { try Console.line("portfolio \(common.portfolio ?? "-") \(common.verbose)") }
}
