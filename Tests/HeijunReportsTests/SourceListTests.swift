import Testing

@testable import HeijunReports

/// Sources under a table, each document named once.
struct SourceListTests {
    @Test(arguments: [
        (["方針 L1–2", "方針 L5", "方針 L1–2"], "方針 L1–2、L5"), (["方針 L1", "要綱", "方針 L3"], "方針 L1、L3／要綱"),
        (["City plan Large"], "City plan Large"), ([], ""),
    ])
    func documentsOnce(sources: [String], expected: String) {
        #expect(joinedSources(sources) == expected)
    }
}
