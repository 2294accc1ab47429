import Glibc
import HeijunModel

/// The keys that a file holds, and the references in it that are still to be found.
struct KeyIndex {
    private var places: [[Bytewise: Place]]
    private var waiting: [Reference] = []

    /// A reference to a record that had not been read yet.
    struct Reference {
        let target: Int, text: String, place: Place, element: String
        /// The record that refers: its position among the entries, its place and its key.
        let entry: Int, record: Place, key: String
    }

    /// A key, equal to another only byte by byte, as the store has it.
    private struct Bytewise: Hashable {
        let text: String
        static func == (left: Self, right: Self) -> Bool {
            var (left, right) = (left.text, right.text)
            return left.withUTF8 { left in
                right.withUTF8 { right in
                    guard left.count == right.count else { return false }
                    guard let one = left.baseAddress, let other = right.baseAddress else { return true }
                    return memcmp(one, other, left.count) == 0
                }
            }
        }
        func hash(into hasher: inout Hasher) {
            var text = text
            text.withUTF8 { hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
        }
    }

    init() { places = RecordKind.all.map { _ in [:] } }

    /// Takes a record's key; gives back the place of an earlier record of the same key.
    mutating func insert(_ key: String, kind: Int, at place: Place) -> Place? {
        let key = Bytewise(text: key)
        guard let first = places[kind].updateValue(place, forKey: key) else { return nil }
        places[kind][key] = first
        return first
    }

    /// Whether the file has shown such a record so far.
    func holds(_ key: String, kind: Int) -> Bool { places[kind][Bytewise(text: key)] != nil }

    /// Keeps a reference for the end of the file.
    mutating func wait(_ reference: Reference) { waiting.append(reference) }

    /// The references to nothing, in the order of the file.
    func dangling(known: (_ kind: String, _ key: String) -> Bool) -> [(Reference, ImportError)] {
        waiting.compactMap { reference in
            let kind = RecordKind.all[reference.target]
            if holds(reference.text, kind: reference.target) || known(kind.name, reference.text) {
                return nil
            }
            let near = closestKey(
                to: reference.text, among: places[reference.target].keys.map(\.text).sorted())
            let error = ImportError(
                .dangling(reference.text, kind: kind.name, title: kind.title, closest: near),
                at: reference.place, element: reference.element, key: reference.key)
            return (reference, error)
        }
    }
}

/// The key that is most likely meant: the same but for width, case, leading zeros and marks, or, for keys
/// without digits, the nearest spelling. Neighbouring numbers are no likeness.
func closestKey(to text: String, among keys: [String]) -> String? {
    let wanted = bare(text)
    if let same = keys.first(where: { bare($0) == wanted }) { return same }
    return text.contains(where: \.isNumber) ? nil : closest(to: text, among: keys)
}

/// Letters and digits alone, half-width and in lower case, without zeros before a number.
private func bare(_ text: String) -> String {
    var result = ""
    for character in halfWidth(text).lowercased() where character.isLetter || character.isNumber {
        let isLeadingZero = character == "0" && result.last?.isNumber != true
        if !isLeadingZero { result.append(character) }
    }
    return result
}
