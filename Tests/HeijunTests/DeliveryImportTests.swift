import Foundation
import Testing

/// Deliveries (電子納品) whose folders are called alike stay apart.
struct DeliveryImportTests {
    private static func meeting(_ name: String) -> String {
        "<MEET><打合せ簿情報><シリアル番号>1</シリアル番号><打合せ簿名称>\(name)</打合せ簿名称></打合せ簿情報></MEET>"
    }

    private func tool(_ files: [String: String]) throws -> Tool {
        let tool = try Tool()
        for (path, text) in files {
            let file = tool.folder.appending(path: path)
            try FileManager.default.createDirectory(
                at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
            try Data(text.utf8).write(to: file)
        }
        #expect(try tool.run("init").status == 0)
        return tool
    }

    @Test func foldersThatSayNothingAreLookedThrough() throws {
        let tool = try tool([
            "in/工事A/納品/MEET/MEET.XML": Self.meeting("Aの協議"), "in/工事B/納品/MEET/MEET.XML": Self.meeting("Bの協議"),
        ])
        defer { tool.remove() }
        #expect(try tool.run("import in/工事A").output.contains("added 1 / changed 0 / missing 0"))
        #expect(try tool.run("import in/工事B").output.contains("added 1 / changed 0 / missing 0"))
        #expect(try tool.run("import in").errors.contains("2 files were taken in before"))
        let ledger = try tool.run("export xml").output
        #expect(ledger.contains("工事A/MEET/1") && ledger.contains("工事B/MEET/1"))
    }

    @Test func twoDeliveriesOfOneNameAreRefused() throws {
        let tool = try tool([
            "in/北/道路/MEET/MEET.XML": Self.meeting("北の協議"), "in/南/道路/MEET/MEET.XML": Self.meeting("南の協議"),
        ])
        defer { tool.remove() }
        let run = try tool.run("import in")
        #expect(
            run.status == 1 && run.errors.contains("北/道路") && run.errors.contains("南/道路"), "\(run.errors)")
        #expect(try !tool.run("export xml").output.contains("協議"))
    }
}
