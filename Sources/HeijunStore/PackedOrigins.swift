import Foundation

/// The packed origins of a record's fields: `{"name":12,"vendor":[14,"ＮＥＣ"]}`, line and raw value.
enum PackedOrigins {
    /// Reads the packed text; what is not of its form is left out.
    static func read(_ text: String) -> [(field: String, line: Int, raw: String?)] {
        let object = (try? JSONSerialization.jsonObject(with: Data(text.utf8))) as? [String: Any] ?? [:]
        return object.compactMap { field, value -> (field: String, line: Int, raw: String?)? in
            if let line = value as? Int { return (field, line, nil) }
            guard let pair = value as? [Any], pair.count == 2, let line = pair[0] as? Int else { return nil }
            return (field, line, pair[1] as? String)
        }.sorted { ($0.line, $0.field) < ($1.line, $1.field) }
    }
}
