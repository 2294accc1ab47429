import Foundation
import HeijunModel
import HeijunPolicy
import Testing

/// `docs/rules.md` is written from the list of rules; `HEIJUN_RECORD=1` writes it anew.
struct DocumentTests {
    private static let file = URL(filePath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent().appending(path: "docs/rules.md")

    @Test func theListOfRulesIsTrue() throws {
        let text = Self.document
        if ProcessInfo.processInfo.environment["HEIJUN_RECORD"] == "1" {
            try Data(text.utf8).write(to: Self.file)
        }
        #expect(try String(contentsOf: Self.file, encoding: .utf8) == text)
    }

    private static var document: String {
        let checked = Rule.all.count(where: \.isChecked)
        let head = """
            # Rules

            The rules that Heijun knows: the 116 of 川崎市情報システム全体最適化方針 and six of the three tiers (三層の対策).
            \(checked) are checked against the ledger; the others are confirmed by people, in the way given.
            The test that compares this file with the list writes it anew under `HEIJUN_RECORD=1`.

            """
        return head + Rule.Area.allCases.map(section(of:)).joined() + dataChecks
    }

    private static func section(of area: Rule.Area) -> String {
        let rows = Rule.all.filter { $0.area == area }.map { rule in
            let status = rule.isChecked ? "checked" : "manual"
            let line = rule.source.split(separator: " ").last.map(String.init) ?? ""
            return row([
                rule.id, rule.title.ja, rule.title.en, rule.strength.title.ja, status,
                rule.area == .tiers ? "" : line, rule.quote.isEmpty ? "" : "「\(rule.quote)」", rule.remedy.ja,
            ])
        }
        return "\n## \(area.title.en) \(area.title.ja)\n\n"
            + row(["id", "ルール", "rule", "強さ", "status", "line", "quote", "是正・確認の方法"])
            + "|---|---|---|---|---|---|---|---|\n" + rows.joined()
    }

    private static var dataChecks: String {
        let rows = DataCheck.all.map { check in
            row([
                check.code, check.family.title.ja, check.severity.title.ja, check.remedy.ja, check.remedy.en,
            ])
        }
        return "\n# Data checks\n\n" + row(["code", "種類", "重さ", "是正の方法", "remedy"])
            + "|---|---|---|---|---|\n" + rows.joined()
    }

    private static func row(_ cells: [String]) -> String {
        "| " + cells.map { $0.replacing("|", with: "\\|") }.joined(separator: " | ") + " |\n"
    }
}
