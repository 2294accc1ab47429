import Foundation
import Testing

/// Compares a text with the file kept under `path` of the project; HEIJUN_RECORD=1 writes the file anew.
func expectGolden(_ text: String, _ path: String, sourceLocation: SourceLocation = #_sourceLocation) throws {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent()
    let file = root.appending(path: path)
    if ProcessInfo.processInfo.environment["HEIJUN_RECORD"] == "1" {
        try FileManager.default.createDirectory(
            at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try text.write(to: file, atomically: true, encoding: .utf8)
    }
    let kept = (try? String(contentsOf: file, encoding: .utf8)) ?? ""
    #expect(text == kept, "\(path) differs; HEIJUN_RECORD=1 rewrites it", sourceLocation: sourceLocation)
}
