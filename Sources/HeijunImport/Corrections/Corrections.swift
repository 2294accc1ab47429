import HeijunModel
import Synchronization

/// Values of one file that somebody has put right, by the place where the file has them wrong.
///
/// They are asked only where something is wrong, so that a file without errors is read as if there were none.
public final class Corrections: Sendable {
    private let texts: [Spot: String]
    private let used = Mutex<Set<Spot>>([])

    /// A place in the file, and the element or column there.
    public struct Spot: Hashable, Sendable {
        public let line: Int, column: Int, element: String

        /// Names a spot.
        public init(line: Int, column: Int, element: String) {
            (self.line, self.column, self.element) = (line, column, element)
        }
    }

    /// Keeps corrections by spot.
    public init(_ texts: [Spot: String]) { self.texts = texts }

    /// The right text at a place; nil where nobody has given one.
    func text(at place: Place, element: String) -> String? {
        guard !texts.isEmpty else { return nil }
        let spot = Spot(line: place.line, column: place.column, element: element)
        guard let text = texts[spot] else { return nil }
        used.withLock { _ = $0.insert(spot) }
        return Corrections.empty.contains(text) ? "" : text
    }

    /// The corrections that found nothing wrong at their place, by line.
    public var unused: [Spot] {
        let used = used.withLock { $0 }
        return texts.keys.filter { !used.contains($0) }
            .sorted { ($0.line, $0.column, $0.element) < ($1.line, $1.column, $1.element) }
    }

    /// What is written to say that a field is to stay empty, since an empty cell says that nothing was corrected.
    static let empty: Set<String> = ["（空）", "(empty)", "(空)"]
}
