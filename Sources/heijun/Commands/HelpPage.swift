import ArgumentParser
import HeijunModel

/// `help-page`: the man page, made of the help texts, in the spoken language.
struct HelpPage: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "help-page",
        abstract: say("説明書（man形式）を出力します。", "Prints the manual as a man page."), shouldDisplay: false)

    func run() throws {
        try Console.write(Self.page(of: Heijun.self))
    }

    /// The man page of a command and its subcommands: one section each, the help text as it stands.
    static func page(of root: any ParsableCommand.Type) -> String {
        let title = ".TH HEIJUN 1 \"\" \"\(Version.text)\" \"Heijun\"\n"
        let name = ".SH NAME\nheijun \\- \(escaped(root.configuration.abstract))\n"
        let sections = root.configuration.subcommands.filter { $0.configuration.shouldDisplay }.map {
            command in
            section((command.configuration.commandName ?? "").uppercased(), command)
        }
        return title + name + section(say("概要", "OVERVIEW"), root) + sections.joined()
    }

    private static func section(_ title: String, _ command: any ParsableCommand.Type) -> String {
        let lines = Heijun.helpMessage(for: command, columns: 78).split(
            separator: "\n", omittingEmptySubsequences: false)
        return ".SH \(title)\n.nf\n" + lines.map { escaped(String($0)) + "\n" }.joined() + ".fi\n"
    }

    /// Keeps roff from reading backslashes, hyphens and leading dots as its own.
    private static func escaped(_ text: String) -> String {
        let plain = text.replacing("\\", with: "\\e").replacing("-", with: "\\-")
        return plain.first == "." || plain.first == "'" ? "\\&" + plain : plain
    }
}
