import Foundation
import HeijunModel
import HeijunStore
import Testing

/// A folder of its own for a test, gone with it.
final class Folder {
    let path: String

    init() throws {
        path =
            FileManager.default.temporaryDirectory.appendingPathComponent("heijun-\(UUID().uuidString)").path
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    /// Where the portfolio file goes.
    var file: String { path + "/heijun.sqlite" }

    /// The names in it.
    var names: [String] { (try? FileManager.default.contentsOfDirectory(atPath: path).sorted()) ?? [] }

    func bytes() throws -> Data { try Data(contentsOf: URL(fileURLWithPath: file)) }
}

extension BatchHeader {
    /// The head of a test's batch; `number` tells batches apart.
    static func test(_ number: Int = 1) -> BatchHeader {
        BatchHeader(
            author: "企画課", time: "2026-11-21T10:00:0\(number % 10)+09:00", command: "import",
            sourceName: "台帳\(number).xml",
            sourceSHA256: String(repeating: "ab", count: 32), reason: number == 1 ? nil : "理由 \(number)")
    }
}

extension Entry {
    var key: String { RecordKind.named(kind)?.key(of: values) ?? "" }

    var added: Change { Change(kind: kind, key: key, before: nil, after: values) }
    var removed: Change { Change(kind: kind, key: key, before: values, after: nil) }

    /// The change of one field.
    func changed(_ field: String, to text: String?) throws -> Change {
        let position = try #require(RecordKind.named(kind)?.position[field])
        var after = values
        after[position] = text
        return Change(kind: kind, key: key, before: values, after: after)
    }

    /// The text of a field.
    subscript(field: String) -> String? {
        RecordKind.named(kind)?.position[field].flatMap { values[$0] }
    }
}

extension Store {
    /// The record of that key, as it stands.
    func entry(_ kind: String, _ key: String) throws -> Entry {
        try #require(try entries(ofKind: kind).first { $0.key == key })
    }
}

func system(_ id: String, _ name: String) -> Entry {
    var system = ITSystem()
    system.id = Key(id)
    system.name = name
    system.rebuildYear = FiscalYear(2027)
    return system.entry
}
