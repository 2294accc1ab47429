import Foundation
import Testing

#if canImport(Glibc)
    import Glibc
#else
    import Musl
#endif

/// Nothing beside the file is opened, and half a file is never stored.
struct ImportSafetyTests {
    private func tool() throws -> Tool {
        let tool = try Tool()
        #expect(try tool.run("init").status == 0)
        return tool
    }

    /// Files that ask for others: the secret beside them, and an address where somebody listens.
    private static func traps(_ folder: String, _ port: UInt16) -> [(name: String, text: String)] {
        let secret = "file://\(folder)/secret.txt", address = "http://127.0.0.1:\(port)/x"
        let body = "<assets><asset id=\"A1\"><name>%s</name></asset></assets>"
        func asset(_ name: String) -> String { body.replacingOccurrences(of: "%s", with: name) }
        return [
            ("entity", "<!DOCTYPE assets [<!ENTITY x SYSTEM \"\(secret)\">]>" + asset("&x;")),
            ("socket", "<!DOCTYPE assets [<!ENTITY x SYSTEM \"\(address)\">]>" + asset("&x;")),
            ("parameter", "<!DOCTYPE assets [<!ENTITY % p SYSTEM \"\(secret)\"> %p;]>" + asset("a")),
            ("subset", "<!DOCTYPE assets SYSTEM \"\(address)\">" + asset("a")),
            ("subset-file", "<!DOCTYPE assets SYSTEM \"secret.txt\">" + asset("a")),
            (
                "schema",
                asset("a").replacingOccurrences(
                    of: "<assets>",
                    with: "<assets xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" "
                        + "xsi:noNamespaceSchemaLocation=\"\(address)\">")
            ),
            ("stylesheet", "<?xml version=\"1.0\"?><?xml-stylesheet href=\"\(secret)\"?>" + asset("a")),
            (
                "include",
                asset(
                    "a<xi:include xmlns:xi=\"http://www.w3.org/2001/XInclude\" parse=\"text\" href=\"\(secret)\"/>"
                )
            ),
        ]
    }

    @Test func noTrapReachesAFileOrAListener() throws {
        let tool = try tool()
        defer { tool.remove() }
        let listener = try Listener()
        defer { listener.close() }
        try Data("TOP-SECRET".utf8).write(to: tool.folder.appending(path: "secret.txt"))
        for (name, text) in Self.traps(tool.folder.path, listener.port) {
            let file = tool.folder.appending(path: "\(name).xml")
            try Data(text.utf8).write(to: file)
            let run = try tool.run("import \(name).xml --profile plain-assets --overwrite-edits")
            #expect([0, 65].contains(run.status), "\(name): \(run.errors)")
            #expect(!(run.output + run.errors).contains("TOP-SECRET"), "\(name)")
        }
        #expect(!(try tool.run("export xml").output.contains("TOP-SECRET")))
        #expect(!listener.wasCalled)
    }

    @Test(.enabled(if: Tracer.isThere)) func onlyTheInputAndThePortfolioAreOpened() throws {
        let tool = try tool()
        defer { tool.remove() }
        let listener = try Listener()
        defer { listener.close() }
        try Data("TOP-SECRET".utf8).write(to: tool.folder.appending(path: "secret.txt"))
        for (name, text) in Self.traps(tool.folder.path, listener.port) {
            try Data(text.utf8).write(to: tool.folder.appending(path: "\(name).xml"))
            let calls = try Tracer.calls(
                of: ["import", "\(name).xml", "--profile", "plain-assets"], in: tool)
            guard !calls.isEmpty else { return }
            #expect(calls.contains { $0.contains("\(name).xml") }, "\(calls)")
            for call in calls where !Tracer.isHarmless(call, input: "\(name).xml") {
                Issue.record("\(name): \(call)")
            }
        }
    }

    @Test func halfAFileIsNeverStored() throws {
        let tool = try tool()
        defer { tool.remove() }
        let own = """
            <inventory xmlns="urn:heijun:inventory:1" version="1">
              <vendor id="V1"><name>架空電算</name></vendor><vendor id="V2"><name>架空情報</name></vendor>
            </inventory>
            """
        let assets =
            "<assets><asset id=\"A1\"><name>甲</name></asset><asset id=\"A2\"><name>乙</name></asset></assets>"
        var random = Seeded(state: 5)
        for text in [own, assets] {
            let bytes = Array(text.utf8)
            let end = bytes.lastIndex(of: UInt8(ascii: ">")) ?? 0
            for _ in 0..<20 {
                let cut = Int.random(in: 0..<end, using: &random)
                try expectAllOrNothing(tool, Array(bytes[..<cut]), isCut: true)
                var flipped = bytes
                flipped[Int.random(in: bytes.indices, using: &random)] ^=
                    1 << UInt8.random(in: 0..<8, using: &random)
                try expectAllOrNothing(tool, flipped, isCut: false)
            }
        }
    }

    private func expectAllOrNothing(_ tool: Tool, _ bytes: [UInt8], isCut: Bool) throws {
        let before = try tool.run("export xml").output
        try Data(bytes).write(to: tool.folder.appending(path: "damaged.xml"))
        let run = try tool.run("import damaged.xml")
        #expect([0, 65].contains(run.status), "\(run.status) \(run.errors)")
        #expect(!isCut || run.status == 65, "\(bytes.count) bytes")
        if run.status == 65 {
            #expect(try tool.run("export xml").output == before)
        } else if run.output.contains("Batch") {
            // A flipped bit can leave an honest file: then all of it is there, and can be taken back.
            let batch = try tool.run("history --json").output.components(separatedBy: "\"batch\":").count
            #expect(batch > 1)
            let last = run.output.split(separator: " ").dropFirst().first.map(String.init) ?? ""
            #expect(try tool.run("undo \(last)").status == 0)
            #expect(try tool.run("export xml").output == before)
        }
    }
}

/// Random numbers from a seed.
private struct Seeded: RandomNumberGenerator {
    var state: UInt64
    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}

/// A socket on the loopback that nobody may call.
private struct Listener {
    let port: UInt16
    private let socket: Int32

    init() throws {
        socket = Glibc.socket(AF_INET, Int32(SOCK_STREAM.rawValue) | Int32(SOCK_NONBLOCK.rawValue), 0)
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        var length = socklen_t(MemoryLayout<sockaddr_in>.size)
        let socket = socket
        let isBound = withUnsafeMutablePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { address in
                bind(socket, address, length) == 0 && listen(socket, 5) == 0
                    && getsockname(socket, address, &length) == 0
            }
        }
        try #require(isBound)
        port = UInt16(bigEndian: address.sin_port)
    }

    /// Whether anybody has connected.
    var wasCalled: Bool { accept(socket, nil, nil) >= 0 }
    func close() { Glibc.close(socket) }
}

/// Watches which files and sockets a run opens, where strace is installed.
private enum Tracer {
    static let path = "/usr/bin/strace"
    static let isThere = FileManager.default.isExecutableFile(atPath: path)

    /// The calls that open something; none where tracing is forbidden here.
    static func calls(of arguments: [String], in tool: Tool) throws -> [String] {
        let log = tool.folder.appending(path: "calls.txt")
        let process = Process()
        process.executableURL = URL(filePath: path)
        process.arguments =
            ["-f", "-o", log.path, "-e", "trace=open,openat,openat2,creat,socket,connect", Tool.binary.path]
            + arguments
        process.currentDirectoryURL = tool.folder
        // Without a name of the account or a time zone, which might be looked up.
        process.environment = ["HEIJUN_LANG": "en"]
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        try process.run()
        process.waitUntilExit()
        let text = (try? String(contentsOf: log, encoding: .utf8)) ?? ""
        return text.split(separator: "\n").map(String.init).filter { $0.contains("(") }
    }

    /// Whether a call opens the input, the portfolio, the rejects, or what every program of the system opens.
    static func isHarmless(_ call: String, input: String) -> Bool {
        if call.contains("socket(") || call.contains("connect(") { return false }
        let parts = call.split(separator: "\"", omittingEmptySubsequences: false)
        guard parts.count > 2 else { return true }
        let path = String(parts[1])
        let system = [
            "/lib", "/usr/lib", "/usr/share", "/etc/ld.so", "/proc/", "/sys/", "/dev/", "/opt/",
            "/root/.swift",
        ]
        let own = [input, "heijun.sqlite", "rejects.csv"]
        if path.contains("secret") { return false }
        return system.contains(where: path.hasPrefix) || path.hasSuffix(".so") || path.contains(".so.")
            || own.contains { path.split(separator: "/").last?.hasPrefix($0) == true }
            || path.hasPrefix("/var/tmp") || path == "."
            || path.split(separator: "/").last?.hasPrefix("heijun-") == true
            || path.hasPrefix(Tool.binary.deletingLastPathComponent().path)
    }
}
