import Foundation
import Testing

/// The README's tours are true: every command in them runs, in order, with the status they state.
struct ReadmeTests {
    @Test(arguments: ["README.md", "README.ja.md"])
    func tourRuns(name: String) throws {
        let tool = try Tool()
        defer { tool.remove() }
        let commands = try Self.commands(of: name)
        #expect(commands.count >= 12)
        for command in commands {
            let parts = command.components(separatedBy: "# exit ")
            let expected = parts.count > 1 ? Int32(parts[1].trimmingCharacters(in: .whitespaces)) : 0
            let run = try tool.run(parts[0].trimmingCharacters(in: .whitespaces))
            #expect(run.status == expected, "heijun \(command): \(run.errors)")
        }
    }

    @Test func bothToursAreTheSame() throws {
        #expect(try Self.commands(of: "README.md") == Self.commands(of: "README.ja.md"))
    }

    /// The lines of the `sh` blocks, without the leading `heijun`.
    private static func commands(of name: String) throws -> [String] {
        let text = try String(contentsOf: Repository.root.appending(path: name), encoding: .utf8)
        let blocks = text.components(separatedBy: "```sh\n").dropFirst().map {
            $0.components(separatedBy: "```")[0]
        }
        return blocks.flatMap { $0.split(separator: "\n") }.compactMap { line in
            line.hasPrefix("heijun ") ? String(line.dropFirst("heijun ".count)) : nil
        }
    }
}
