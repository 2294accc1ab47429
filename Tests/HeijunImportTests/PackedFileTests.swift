import Foundation
import HeijunImport
import Testing

/// Files of zip archives, as any machine packs them.
struct PackedFileTests {
    /// Windows in Japan writes names in Shift_JIS and does not say so; others write UTF-8.
    @Test func namesAreReadAsTheyWereMeant() throws {
        var zip = StoredZip()
        let folder = "令和7年度_庁内LAN①/REPORT/REPORT.XML"
        zip.add(Array(try #require(folder.data(using: .shiftJIS))), "<a/>")
        zip.add("電源/INDEX_D.XML", "<b/>")
        zip.add("plain.xml", "<c/>")
        let file = FileManager.default.temporaryDirectory.appending(path: "heijun-\(UUID().uuidString).zip")
        defer { try? FileManager.default.removeItem(at: file) }
        try Data(zip.file).write(to: file)
        let files = try PackedFiles(at: file.path)
        #expect(files.names == [folder, "電源/INDEX_D.XML", "plain.xml"])
        let texts = try files.names.map { name in
            var bytes: [UInt8] = []
            try files.read(name) { bytes.append(contentsOf: $0) }
            return String(decoding: bytes, as: UTF8.self)
        }
        #expect(texts == ["<a/>", "<b/>", "<c/>"])
        #expect(throws: SheetError.self) { try files.read("none.xml") { _ in } }
    }

    @Test func whatIsNoArchiveIsRefused() throws {
        let file = FileManager.default.temporaryDirectory.appending(path: "heijun-\(UUID().uuidString).zip")
        defer { try? FileManager.default.removeItem(at: file) }
        try Data("PK no".utf8).write(to: file)
        #expect(throws: SheetError.self) { _ = try PackedFiles(at: file.path) }
        #expect(throws: SheetError.self) { _ = try PackedFiles(at: file.path + ".none") }
    }
}
