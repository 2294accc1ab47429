import Foundation
import HeijunImport
import HeijunModel
import Testing

/// What was read and refused leaves nothing behind.
struct MemoryTests {
    /// In a process of its own, so that nothing else moves its memory.
    @Test func refusedDocumentTypesAreFreed() async {
        await #expect(processExitsWith: .success) {
            let text = "<!DOCTYPE r [<!ENTITY a \"x\"><!ENTITY b \"y\">]><r><n>&a;</n></r>"
            guard let profile = Profile.builtIn.last else { exit(1) }
            func read(times: Int) throws {
                for _ in 0..<times {
                    var reader = try ProfileReader(profile, sink: EntryCollector())
                    Array(text.utf8).withUnsafeBytes { reader.feed($0) }
                    guard reader.finish().isFatal else { exit(2) }
                }
            }
            try read(times: 200)
            let before = residentPages()
            try read(times: 2000)
            // A document that is left over takes 13 KB and more.
            exit(residentPages() - before < 2000 ? 0 : 3)
        }
    }
}

/// Pages of memory that the process holds.
private func residentPages() -> Int {
    let text = (try? String(contentsOfFile: "/proc/self/statm", encoding: .utf8)) ?? ""
    return text.split(separator: " ").dropFirst().first.flatMap { Int($0) } ?? 0
}
