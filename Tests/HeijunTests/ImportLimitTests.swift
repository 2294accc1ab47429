import Foundation
import Testing

/// Every limit of the import is a setting: a file beyond it is refused, with its place, the limit and how to raise it;
/// once it is raised, the file is taken in.
struct ImportLimitTests {
    struct Case: Sendable {
        let setting: String, low: Int, high: Int
        /// Where the refusal is, and what it says in both languages.
        let place: String, ja: String, en: String
        let text: String
    }

    private static func assets(_ body: String) -> String {
        "<assets>\n<asset id=\"A1\"><name>x</name></asset>\n\(body)</assets>"
    }
    private static func times(_ count: Int, _ text: (Int) -> String) -> String {
        (0..<count).map(text).joined()
    }

    static let cases = [
        Case(
            setting: "max-depth", low: 20, high: 60, place: "3:58", ja: "要素の入れ子が上限 20",
            en: "20 levels of elements",
            text: assets(times(40) { _ in "<a>" } + times(40) { _ in "</a>" })),
        Case(
            setting: "max-names", low: 500, high: 2000, place: "", ja: "要素名・属性名の種類が上限 500",
            en: "500 different names", text: assets(times(1000) { "<e\($0)/>" })),
        Case(
            setting: "max-attributes", low: 10, high: 100, place: "3:1", ja: "1要素の属性の数が上限 10",
            en: "10 attributes of one element", text: assets("<a " + times(20) { "b\($0)=\"1\" " } + "/>")),
        Case(
            setting: "max-namespaces", low: 10, high: 100, place: "3:1", ja: "1要素の名前空間宣言の数が上限 10",
            en: "10 namespaces of one element",
            text: assets("<a " + times(20) { "xmlns:n\($0)=\"u\($0)\" " } + "/>")),
        Case(
            setting: "max-field-kib", low: 1, high: 4, place: "3:", ja: "1項目の長さ（バイト）が上限 1024",
            en: "1024 bytes in one field",
            text: assets(
                "<asset id=\"A2\"><name>x</name><note>" + times(2000) { _ in "y" } + "</note></asset>\n")),
        Case(
            setting: "max-record-kib", low: 1, high: 9, place: "3:", ja: "1件の記録の大きさ（バイト）が上限 1024",
            en: "1024 bytes in one record",
            text: assets(
                "<asset id=\"A2\"><name>x</name>"
                    + times(8) { _ in "<note>" + times(600) { _ in "y" } + "</note>" }
                    + "</asset>\n")),
        Case(
            setting: "max-tag-kib", low: 1, high: 1024, place: "3:", ja: "1つのタグや注釈の長さ（バイト）が上限 1024",
            en: "1024 bytes in one tag or comment",
            text: assets("<!--" + times(200_000) { _ in "z" } + "-->\n")),
    ]

    @Test(arguments: cases.indices) func aLimitIsASetting(index: Int) throws {
        let item = Self.cases[index]
        let tool = try Tool()
        defer { tool.remove() }
        #expect(try tool.run("init").status == 0)
        try Data(item.text.utf8).write(to: tool.folder.appending(path: "a.xml"))
        #expect(try tool.run("import a.xml --dry-run").status == 0, "\(item.setting): the standard takes it")
        #expect(try tool.run("set setting:import.\(item.setting) value=\(item.low)").status == 0)
        let refused = try tool.run("import a.xml")
        #expect(refused.status == 65 && refused.errors.hasPrefix("a.xml:\(item.place)"), "\(refused.errors)")
        #expect(refused.errors.contains("More than \(item.en)"), "\(refused.errors)")
        #expect(
            refused.errors.contains("heijun set setting:import.\(item.setting) value="), "\(refused.errors)")
        let japanese = try tool.run("import a.xml --lang ja")
        #expect(japanese.errors.contains(item.ja), "\(japanese.errors)")
        #expect(japanese.errors.contains("setting:import.\(item.setting)"), "\(japanese.errors)")
        #expect(try tool.run("equipment").output.contains("0 pieces"))
        #expect(try tool.run("set setting:import.\(item.setting) value=\(item.high)").status == 0)
        #expect(try tool.run("import a.xml").status == 0, "\(item.setting) raised")
    }
}
