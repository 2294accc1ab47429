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
        let process = Process()
        process.executableURL = Tool.binary
        process.arguments = ["import", "-", "--profile", "plain-assets", "--json"]
        process.currentDirectoryURL = tool.folder
        process.environment = ["HEIJUN_LANG": "en", "USER": "tester", "TZ": "UTC"]
        let input = Pipe()
        let log = tool.folder.appending(path: "errors.txt")
        _ = FileManager.default.createFile(atPath: log.path, contents: nil)
        let errors = try FileHandle(forWritingTo: log)
        process.standardInput = input
        process.standardError = errors
        let out = tool.folder.appending(path: "out.json")
        _ = FileManager.default.createFile(atPath: out.path, contents: nil)
        process.standardOutput = try FileHandle(forWritingTo: out)
        try process.run()
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
        process.waitUntilExit()
        #expect(process.terminationStatus == 130)
        let said = try String(contentsOf: log, encoding: .utf8)
        #expect(said.contains("nothing is stored"), "\(said)")
        let told = try String(contentsOf: out, encoding: .utf8)
        #expect(told.contains("\"interrupted\": true") && told.contains("\"batch\": null"), "\(told)")
        #expect(try tool.run("history").output.contains("0 batches"))
        #expect(try tool.run("equipment").output.contains("0 pieces"))
    }
}
