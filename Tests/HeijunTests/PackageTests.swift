import Foundation
import Testing

/// What goes into a closed network works there by itself.
struct PackageTests {
    @Test func thePackageWorksAlone() throws {
        let tool = try Tool()
        defer { tool.remove() }
        let folder = tool.folder.path + "/package"
        let packed = try shell("sh Packaging/package.sh '\(Tool.binary.path)' '\(folder)'")
        #expect(packed.status == 0, "\(packed.output)")
        let archive = packed.output.split(separator: "\n").last.map(String.init) ?? ""
        let tried = try shell("sh Packaging/try.sh '\(archive)'")
        #expect(
            tried.status == 0 && tried.output.hasSuffix("The package works by itself.\n"), "\(tried.output)")
    }

    /// The schema accepts what is exported, and refuses a field that it does not know.
    @Test(arguments: ["sample-city", "kawasaki-published", "yokohama-h30-r1", "kamakura-r5"])
    func anotherReaderFindsTheSamplesValid(sample: String) throws {
        let check = "xmllint --noout --schema Inventory/schema/heijun-inventory-1.xsd"
        let run = try shell("\(check) Inventory/\(sample)/inventory.xml")
        #expect(run.status == 0, "\(run.output)")
        let misspelt = "sed 's/<name>/<nmae>/; s/<.name>/<\\/nmae>/' Inventory/\(sample)/inventory.xml"
        #expect(try shell("\(misspelt) | \(check) -").status != 0)
    }

    private func shell(_ line: String) throws -> (status: Int32, output: String) {
        let process = Process()
        process.executableURL = URL(filePath: "/bin/sh")
        process.arguments = ["-c", line]
        process.currentDirectoryURL = Repository.root
        let pipe = Pipe()
        process.standardOutput = pipe
        process.standardError = pipe
        try process.run()
        let bytes = pipe.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return (process.terminationStatus, String(decoding: bytes, as: UTF8.self))
    }
}
