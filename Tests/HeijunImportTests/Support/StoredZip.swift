/// A zip archive whose parts are stored as they are, made by hand so that a test can put anything into it.
struct StoredZip {
    private var body: [UInt8] = []
    private var directory: [UInt8] = []
    private var count = 0

    /// Adds a part.
    mutating func add(_ path: String, _ content: String) { add(Array(path.utf8), content) }

    /// Adds a part whose name is in any encoding.
    mutating func add(_ name: [UInt8], _ content: String) {
        let data = Array(content.utf8)
        let common =
            bytes(20, 2) + bytes(0, 2) + bytes(0, 2) + bytes(0, 2) + bytes(0x21, 2)
            + bytes(Self.checksum(data), 4) + bytes(data.count, 4) + bytes(data.count, 4)
            + bytes(name.count, 2)
            + bytes(0, 2)
        directory +=
            bytes(0x0201_4B50, 4) + bytes(20, 2) + common + bytes(0, 2) + bytes(0, 2) + bytes(0, 2)
            + bytes(0, 4) + bytes(body.count, 4) + name
        body += bytes(0x0403_4B50, 4) + common + name + data
        count += 1
    }

    /// The whole archive.
    var file: [UInt8] {
        body + directory + bytes(0x0605_4B50, 4) + bytes(0, 4) + bytes(count, 2) + bytes(count, 2)
            + bytes(directory.count, 4) + bytes(body.count, 4) + bytes(0, 2)
    }

    private func bytes(_ number: Int, _ width: Int) -> [UInt8] {
        (0..<width).map { UInt8(number >> (8 * $0) & 0xFF) }
    }

    /// CRC-32 as zip archives use it.
    private static func checksum(_ data: [UInt8]) -> Int {
        var crc: UInt32 = 0xFFFF_FFFF
        for byte in data {
            crc ^= UInt32(byte)
            for _ in 0..<8 { crc = crc & 1 == 1 ? crc >> 1 ^ 0xEDB8_8320 : crc >> 1 }
        }
        return Int(crc ^ 0xFFFF_FFFF)
    }
}

/// A small workbook made by hand: its sheets' XML, shared texts and styles.
struct HandMadeWorkbook {
    var sheets: [(name: String, rows: String, after: String)] = []
    var texts = ""
    var styles = ""
    var properties = ""
    var workbookPath = "xl/workbook.xml"

    /// The archive's bytes. The sheets' parts are numbered backwards, so that only the references tell them apart.
    var file: [UInt8] {
        let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
        let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
        let package = "http://schemas.openxmlformats.org/package/2006/relationships"
        func relation(_ id: String, _ kind: String, _ target: String) -> String {
            "<Relationship Id=\"\(id)\" Type=\"\(office)/\(kind)\" Target=\"\(target)\"/>"
        }
        var zip = StoredZip()
        zip.add(
            "_rels/.rels",
            "<Relationships xmlns=\"\(package)\">\(relation("r1", "officeDocument", workbookPath))</Relationships>"
        )
        let list = sheets.enumerated().map {
            "<sheet name=\"\($1.name)\" sheetId=\"\($0 + 7)\" r:id=\"s\($0)\"/>"
        }
        zip.add(
            "xl/workbook.xml",
            "<workbook xmlns=\"\(main)\" xmlns:r=\"\(office)\">\(properties)<sheets>\(list.joined())</sheets></workbook>"
        )
        let relations = sheets.indices.map {
            relation("s\($0)", "worksheet", "worksheets/sheet\(sheets.count - $0).xml")
        }
        zip.add(
            "xl/_rels/workbook.xml.rels",
            "<Relationships xmlns=\"\(package)\">\(relations.joined())"
                + relation("t", "sharedStrings", "/xl/sharedStrings.xml")
                + relation("u", "styles", "styles.xml")
                + "</Relationships>")
        zip.add("xl/sharedStrings.xml", "<sst xmlns=\"\(main)\">\(texts)</sst>")
        zip.add("xl/styles.xml", "<styleSheet xmlns=\"\(main)\">\(styles)</styleSheet>")
        for (index, sheet) in sheets.enumerated() {
            zip.add(
                "xl/worksheets/sheet\(sheets.count - index).xml",
                "<worksheet xmlns=\"\(main)\"><sheetData>\(sheet.rows)</sheetData>\(sheet.after)</worksheet>")
        }
        return zip.file
    }
}
