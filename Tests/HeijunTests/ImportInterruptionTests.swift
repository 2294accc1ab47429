import Foundation
import Testing

/// An import that is interrupted stores nothing, and says so.
struct ImportInterruptionTests {
    @Test(arguments: [SIGINT, SIGTERM]) func nothingIsStored(signal: Int32) throws {
        let tool = try Tool()
        defer { tool.remove() }
        #expect(try tool.run("init").status == 0)
        Foundation.signal(SIGPIPE, SIG_IGN)
        // A pipe that never ends: the import is in the middle of the file when the signal comes.
        let input = Pipe()
        let process = try tool.begin(["import", "-", "--profile", "plain-assets", "--json"], input: input)
        let comment = Data("<!-- 0123456789012345678901234567890123456789 -->\n".utf8)
        let writer = input.fileHandleForWriting
        try writer.write(contentsOf: Data("<assets>".utf8))
        for number in 0..<20_000 {
            try writer.write(contentsOf: Data("<asset id=\"A\(number)\"><name>x</name></asset>\n".utf8))
        }
        kill(process.processIdentifier, signal)
        // What is read after the signal is where the import notices it.
        for _ in 0..<20_000 where process.isRunning {
            guard (try? writer.write(contentsOf: comment)) != nil else { break }
        }
        try? writer.close()
        let run = try tool.end(process)
        #expect(run.status == 130)
        #expect(run.errors.contains("nothing is stored"), "\(run.errors)")
        #expect(
            run.output.contains("\"interrupted\": true") && run.output.contains("\"batch\": null"),
            "\(run.output)")
        #expect(try tool.run("history").output.contains("0 batches"))
        #expect(try tool.run("equipment").output.contains("0 pieces"))
    }
}
