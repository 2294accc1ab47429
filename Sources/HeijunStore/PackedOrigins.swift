import Foundation
import HeijunModel

/// The origins of a record's fields as they are stored: what `OriginNotes` packs, read by the order that the fields had
/// then; and the form of the first portfolios, `{"name":12,"vendor":[14,"ＮＥＣ"]}`.
enum PackedOrigins {
    typealias Origin = (field: String, line: Int, raw: String?)

    /// Reads a packed text; what is not of its form is left out.
    ///
    /// - Parameter fields: The kind's fields when the text was packed.
    static func read(_ text: String, fields: [String]) -> [Origin] {
        let value = try? JSONSerialization.jsonObject(with: Data(text.utf8))
        let origins =
            switch value {
            case let list as [Any]: read(list, fields)
            case let object as [String: Any]: object.compactMap { origin($0, $1, from: 0) }
            default: [Origin]()
            }
        return origins.sorted { ($0.line, $0.field) < ($1.line, $1.field) }
    }

    private static func read(_ list: [Any], _ fields: [String]) -> [Origin] {
        guard let line = list.first as? Int else { return [] }
        var origins: [Origin] = [], next = 0
        for value in list.dropFirst() {
            if let passed = value as? [Int], passed.count == 1 {
                next += max(0, min(passed[0], fields.count))
            } else {
                if next < fields.count, let origin = origin(fields[next], value, from: line) {
                    origins.append(origin)
                }
                next += 1
            }
        }
        return origins
    }

    private static func origin(_ field: String, _ value: Any, from first: Int) -> Origin? {
        if let line = value as? Int { return (field, first + line, nil) }
        guard let pair = value as? [Any], pair.count == 2, let line = pair[0] as? Int else { return nil }
        return (field, first + line, pair[1] as? String)
    }
}

/// The fields of kinds in the order in which a source's origins were packed: `{"equipment":"id name vendor"}`.
enum FieldOrder {
    /// The present order of the fields of kinds.
    static func text(of kinds: some Sequence<RecordKind>) -> String {
        let sorted = kinds.sorted { $0.name < $1.name }
        let orders = sorted.map { "\"\($0.name)\":\"\($0.fields.map(\.key).joined(separator: " "))\"" }
        return "{" + orders.joined(separator: ",") + "}"
    }

    /// The fields of a kind in a stored order; none where it does not tell.
    static func fields(of kind: String, in text: String?) -> [String] {
        let orders = try? JSONSerialization.jsonObject(with: Data((text ?? "").utf8)) as? [String: String]
        return orders?[kind]?.split(separator: " ").map(String.init) ?? []
    }
}
