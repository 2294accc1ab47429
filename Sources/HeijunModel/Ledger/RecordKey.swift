/// The key of a record: its identity fields, joined by `/`.
extension RecordKind {
    /// The key of an entry: its identity texts joined by `/`, where `/` and `%` inside them are written %2F and %25.
    public func key(of values: [String?]) -> String {
        if identityPositions.count == 1 { return values[identityPositions[0]] ?? "" }
        var key: [UInt8] = []
        key.reserveCapacity(96)
        for position in identityPositions {
            if position != identityPositions[0] { key.append(UInt8(ascii: "/")) }
            if let text = values[position] { RecordKind.append(text, to: &key) }
        }
        return String(decoding: key, as: UTF8.self)
    }

    /// Whether a record of these values has that key.
    public func isKey(_ key: String, of values: [String?]) -> Bool {
        guard identityPositions.count > 1 else { return key == values[identityPositions[0]] ?? "" }
        let isSame = key.utf8.withContiguousStorageIfAvailable { bytes in
            var rest = bytes[...]
            for position in identityPositions {
                if position != identityPositions[0], rest.popFirst() != UInt8(ascii: "/") { return false }
                guard let text = values[position] else { continue }
                guard RecordKind.takePlain(text, from: &rest) else { return key == self.key(of: values) }
            }
            return rest.isEmpty
        }
        return isSame ?? (key == self.key(of: values))
    }

    /// Takes a text that needs no escape off the front; false where it is not there.
    private static func takePlain(_ text: String, from rest: inout Slice<UnsafeBufferPointer<UInt8>>) -> Bool
    {
        text.utf8.withContiguousStorageIfAvailable { bytes in
            guard isPlain(bytes), rest.starts(with: bytes) else { return false }
            rest = rest.dropFirst(bytes.count)
            return true
        } ?? false
    }

    private static func append(_ text: String, to key: inout [UInt8]) {
        let isTaken = text.utf8.withContiguousStorageIfAvailable { bytes in
            guard isPlain(bytes) else { return false }
            key.append(contentsOf: bytes)
            return true
        }
        if isTaken != true { key += escaped(text).utf8 }
    }

    private static func isPlain(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        !bytes.contains { $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: "%") }
    }

    /// The text as a part of a key: `/` and `%` written %2F and %25.
    public static func escaped(_ text: String) -> String {
        guard text.utf8.contains(UInt8(ascii: "/")) || text.utf8.contains(UInt8(ascii: "%")) else {
            return text
        }
        return text.map { $0 == "/" ? "%2F" : $0 == "%" ? "%25" : String($0) }.joined()
    }
}
