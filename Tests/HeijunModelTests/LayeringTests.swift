import Foundation
import Testing

/// The house's layers: what each module may import of ours. A file that reaches past its room fails here.
struct LayeringTests {
    static let allowed: [String: Set<String>] = [
        "HeijunModel": [],
        "HeijunLevelling": ["CClp"],
        "HeijunPolicy": ["HeijunModel"],
        "HeijunPlanning": ["HeijunModel", "HeijunPolicy", "HeijunLevelling"],
        "HeijunImport": ["HeijunModel", "HeijunPolicy", "HeijunPlanning", "CLibXML2", "CLibZip", "CZlib"],
        "HeijunStore": ["HeijunModel", "HeijunPolicy", "HeijunPlanning", "GRDB", "GRDBSQLite"],
        "HeijunReports": ["HeijunModel", "HeijunPolicy", "HeijunPlanning", "CXLSXWriter"],
        "heijun": [
            "HeijunModel", "HeijunLevelling", "HeijunPolicy", "HeijunPlanning", "HeijunImport", "HeijunStore",
            "HeijunReports", "ArgumentParser", "CZlib", "CCrypto",
        ],
    ]

    /// What any module but the roots may import of the system; the roots import nothing.
    static let system: Set<String> = [
        "Foundation", "FoundationEssentials", "Glibc", "Musl", "Dispatch", "Synchronization",
    ]

    @Test(arguments: allowed.keys.sorted())
    func importsStayInTheLayer(module: String) throws {
        let allowed = try #require(Self.allowed[module])
        for (file, imports) in try Self.imports(of: module) {
            let foreign = imports.subtracting(allowed).subtracting(module == "HeijunModel" ? [] : Self.system)
            #expect(foreign.isEmpty, "\(file) imports \(foreign.sorted())")
        }
    }

    @Test func everyModuleIsListed() throws {
        let folders = try FileManager.default.contentsOfDirectory(atPath: Self.sources)
        let swift = folders.filter { !$0.hasPrefix("C") && !$0.hasPrefix(".") }
        #expect(Set(swift) == Set(Self.allowed.keys))
    }

    private static let sources = URL(filePath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent().appending(path: "Sources").path

    private static func imports(of module: String) throws -> [(file: String, imports: Set<String>)] {
        let root = "\(sources)/\(module)"
        let files = try FileManager.default.subpathsOfDirectory(atPath: root).filter {
            $0.hasSuffix(".swift")
        }
        #expect(!files.isEmpty)
        return try files.map { file in
            let text = try String(contentsOfFile: "\(root)/\(file)", encoding: .utf8)
            let names = text.split(separator: "\n").compactMap { line -> String? in
                let words = line.split(separator: " ")
                guard let index = words.firstIndex(of: "import"), index + 1 < words.count,
                    words[..<index].allSatisfy({
                        ["public", "package", "internal", "private"].contains(String($0))
                    })
                else { return nil }
                return String(words[index + 1])
            }
            return (file, Set(names))
        }
    }
}
