import ArgumentParser
import HeijunModel

#if canImport(Glibc)
    import Glibc
#else
    import Musl
#endif

/// `heijun`: reads, calls and prints; everything it knows lives in the modules below it.
@main
struct Heijun: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "heijun",
        abstract: say(
            "情報システムの再構築年度を平準化し、計画の良さと理由を示します。",
            "Levels the rebuild years of a local government's systems, and shows how good the plan is and why."
        ),
        discussion: say("例:", "Examples:") + """

              heijun init --sample sample-city
              heijun check
              heijun plan
              heijun report --output out
            """,
        version: "heijun \(Version.text)",
        subcommands: [
            InitCommand.self, ImportCommand.self, SystemsCommand.self, ShowCommand.self, SetCommand.self,
            HistoryCommand.self, UndoCommand.self, CheckCommand.self, PlanCommand.self,
            DueCommand.self, BudgetCommand.self, KPICommand.self, EvaluateCommand.self,
            StandardizationCommand.self,
            RulesCommand.self,
            ReportCommand.self, ExportCommand.self, SampleCommand.self, LevelCommand.self,
            HelpPage.self,
        ])

    @OptionGroup var common: Common

    static func main() async {
        do {
            var command = try parseAsRoot()
            if var slow = command as? any AsyncParsableCommand {
                try await slow.run()
            } else {
                try command.run()
            }
        } catch let failure as Failure {
            Console.note("heijun: \(failure.words[spoken])")
            Glibc.exit(failure.status.rawValue)
        } catch {
            exit(withError: error)
        }
    }
}
