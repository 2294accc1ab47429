import Foundation
import Testing

/// The `heijun` that was built with the tests, run in a folder of its own.
struct Tool {
    let folder: URL

    /// Makes an empty folder that holds the repository's `Inventory`.
    init() throws {
        folder = FileManager.default.temporaryDirectory.appending(path: "heijun-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        try FileManager.default.createSymbolicLink(
            at: folder.appending(path: "Inventory"),
            withDestinationURL: Repository.root.appending(path: "Inventory"))
    }

    /// What a run left.
    struct Run {
        let status: Int32
        let output: String
        let errors: String
    }

    /// Runs a command line after `heijun`, split at blanks.
    func run(_ line: String, language: String = "en", input: String? = nil) throws -> Run {
        try run(line.split(separator: " ").map(String.init), language: language, input: input)
    }

    func run(_ arguments: [String], language: String = "en", input: String? = nil) throws -> Run {
        let file = folder.appending(path: ".in")
        try Data((input ?? "").utf8).write(to: file)
        return try end(begin(arguments, language: language, input: try FileHandle(forReadingFrom: file)))
    }

    /// Starts a run.
    ///
    /// - Parameter input: A pipe or an open file.
    func begin(_ arguments: [String], language: String = "en", input: Any?) throws -> Process {
        let process = Process()
        process.executableURL = Tool.binary
        process.arguments = arguments
        process.currentDirectoryURL = folder
        process.environment = ["HEIJUN_LANG": language, "USER": "tester", "TZ": "UTC"]
        for file in told { _ = FileManager.default.createFile(atPath: file.path, contents: nil) }
        process.standardOutput = try FileHandle(forWritingTo: told[0])
        process.standardError = try FileHandle(forWritingTo: told[1])
        process.standardInput = input
        try process.run()
        return process
    }

    /// Waits for a run to end.
    func end(_ process: Process) throws -> Run {
        process.waitUntilExit()
        return Run(
            status: process.terminationStatus, output: try String(contentsOf: told[0], encoding: .utf8),
            errors: try String(contentsOf: told[1], encoding: .utf8))
    }

    private var told: [URL] { ["out", "err"].map { folder.appending(path: ".\($0)") } }

    func remove() { try? FileManager.default.removeItem(at: folder) }

    /// The binary beside the test bundle.
    static let binary = URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent().appending(
        path: "heijun")
}

/// Where the repository lies.
enum Repository {
    static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    /// Whether golden files are to be written anew.
    static let isRecording = ProcessInfo.processInfo.environment["HEIJUN_RECORD"] == "1"

    /// Compares a text with a file of the repository, or writes it there when recording.
    static func expectGolden(_ text: String, _ path: String) throws {
        try expectGolden(bytes: Data(text.utf8), path)
    }

    /// Compares bytes, marks of the encoding included, with a file of the repository, or writes them there.
    static func expectGolden(bytes: Data, _ path: String) throws {
        let file = root.appending(path: path)
        if isRecording { try bytes.write(to: file) }
        let golden = try #require(try? Data(contentsOf: file), "\(path) is missing")
        #expect(bytes == golden, "\(path) differs; HEIJUN_RECORD=1 writes it anew")
    }
}
