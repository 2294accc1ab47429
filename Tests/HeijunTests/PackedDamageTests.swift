import Foundation
import Testing

/// Packed files cut short or damaged: whatever happens to the bytes, nothing half is stored.
struct PackedDamageTests {
    private static let file = Array(
        """
        <?xml version="1.0" encoding="UTF-8"?>
        <assets><asset id="K1"><name>架空機①</name><serial>S1</serial></asset>
        <asset id="K2"><name>架空機②</name><price>1,200千円</price></asset></assets>
        """.utf8)

    /// One stored block of deflate in a gzip frame.
    private static var gzip: [UInt8] {
        [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 3, 1] + bytes(file.count, 2) + bytes(~file.count & 0xFFFF, 2) + file
            + bytes(checksum, 4) + bytes(file.count, 4)
    }

    /// One stored member.
    private static var zip: [UInt8] {
        let name = Array("a.xml".utf8)
        let common =
            bytes(20, 2) + bytes(0, 2) + bytes(0, 2) + bytes(0, 2) + bytes(0x21, 2) + bytes(checksum, 4)
            + bytes(file.count, 4) + bytes(file.count, 4) + bytes(name.count, 2) + bytes(0, 2)
        let body = bytes(0x0403_4B50, 4) + common + name + file
        let entry =
            bytes(0x0201_4B50, 4) + bytes(20, 2) + common + bytes(0, 2) + bytes(0, 2) + bytes(0, 2)
            + bytes(0, 8)
            + name
        return body + entry + bytes(0x0605_4B50, 4) + bytes(0, 4) + bytes(1, 2) + bytes(1, 2)
            + bytes(entry.count, 4)
            + bytes(body.count, 4) + bytes(0, 2)
    }

    private static func bytes(_ number: Int, _ width: Int) -> [UInt8] {
        (0..<width).map { UInt8(number >> (8 * $0) & 0xFF) }
    }

    private static var checksum: Int {
        var crc: UInt32 = 0xFFFF_FFFF
        for byte in file {
            crc ^= UInt32(byte)
            for _ in 0..<8 { crc = crc & 1 == 1 ? crc >> 1 ^ 0xEDB8_8320 : crc >> 1 }
        }
        return Int(crc ^ 0xFFFF_FFFF)
    }

    static let kinds: [(name: String, whole: [UInt8])] = [("a.xml.gz", gzip), ("a.zip", zip)]

    /// - Returns: The exit status, and whether the ledger has one record and not the other.
    private static func take(_ bytes: [UInt8], _ name: String, _ tool: Tool) throws -> (
        status: Int32, isHalf: Bool
    ) {
        try Data(bytes).write(to: tool.folder.appending(path: name))
        let status = try tool.run("import \(name)").status
        let ledger = try tool.run("export xml").output
        return (status, ledger.contains("K1") != ledger.contains("K2"))
    }

    @Test(arguments: kinds.indices) func truncationStoresNothing(index: Int) throws {
        let (name, whole) = Self.kinds[index]
        let tool = try Tool()
        defer { tool.remove() }
        #expect(try tool.run("init").status == 0)
        for length in stride(from: 0, to: whole.count - 1, by: 23) {
            let result = try Self.take(Array(whole[..<length]), name, tool)
            #expect([65, 74].contains(result.status) && !result.isHalf, "\(name) of \(length) bytes")
            #expect(try !tool.run("export xml").output.contains("K1"))
        }
        let result = try Self.take(whole, name, tool)
        #expect(result.status == 0 && !result.isHalf)
    }

    @Test(arguments: kinds.indices) func damageNeverStoresAHalf(index: Int) throws {
        let (name, whole) = Self.kinds[index]
        for position in stride(from: 3, to: whole.count, by: 37) {
            let tool = try Tool()
            defer { tool.remove() }
            #expect(try tool.run("init").status == 0)
            var damaged = whole
            damaged[position] ^= 1 << UInt8(position % 8)
            let result = try Self.take(damaged, name, tool)
            #expect([0, 1, 65, 74].contains(result.status) && !result.isHalf, "\(name) at \(position)")
        }
    }
}
