import ArgumentParser

/// `heijun`: reads, calls and prints; everything it knows lives in the modules below it.
@main
struct Heijun: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "heijun", abstract: "Levels the rebuild years of a local government's systems.",
        subcommands: [])
}
