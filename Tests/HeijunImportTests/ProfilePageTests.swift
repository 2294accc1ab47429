import Foundation
import HeijunImport
import HeijunModel
import Testing

/// The pages of `docs/import`: what a person wrote above, what the profile says below.
struct ProfilePageTests {
    private static let mark = "プロファイル / profile:"

    @Test(arguments: Profile.builtIn.map(\.id)) func pageSaysWhatTheProfileDoes(id: String) throws {
        let path = "docs/import/\(id).md"
        let text = try String(contentsOf: ProfileExampleTests.root.appending(path: path), encoding: .utf8)
        let head = try #require(text.range(of: Self.mark)).lowerBound
        let profile = try #require(Profile.builtIn.first { $0.id == id })
        try expectGolden(text[..<head] + Self.rest(of: profile), path)
    }

    @Test func everyPageIsListed() throws {
        let list = try String(
            contentsOf: ProfileExampleTests.root.appending(path: "docs/import/README.md"), encoding: .utf8)
        for profile in Profile.builtIn {
            #expect(list.contains("](\(profile.id).md) | `\(profile.id)` |"), "\(profile.id)")
        }
    }

    private static func rest(of profile: Profile) throws -> String {
        let examples = try ProfileExampleTests.examples().filter { name in
            name.hasPrefix(profile.id)
                && !Profile.builtIn.contains { $0.id.count > profile.id.count && name.hasPrefix($0.id) }
        }
        let links = examples.map { "[`\($0)`](../../Inventory/profiles/examples/\($0))" }
        let version = profile.name.split(separator: "-").last ?? ""
        return """
            \(mark) [`\(profile.id)`](../../Inventory/profiles/\(profile.id).json) 版 \(version)　\
            例 / example: \(links.joined(separator: "、"))（架空 / fictional）

                heijun import Inventory/profiles/examples/\(examples.first ?? "") --dry-run

            """ + profile.explanation.map(section).joined()
    }

    private static func section(_ record: Profile.Explanation) -> String {
        let match = record.match.compactMap { key in record.kind.fields.first { $0.key == key }?.title.ja }
        let matched = match.isEmpty ? "" : "　突合 / matched by: \(match.joined(separator: "、"))"
        let key = record.key.isEmpty ? "" : "識別 / key: `\(record.key)`\(matched)\n"
        let rows = record.fields.map {
            "| \($0.field.title.ja) / \($0.field.title.en) | \(source($0.from)) |\n"
        }
        return """

            ### \(record.kind.title.ja) / \(record.kind.title.en)（`\(record.kind.name)`）

            要素 / element: `\(record.path)`  
            \(key)
            | 項目 / Field | 取込元 / From |
            |---|---|
            \(rows.joined())
            """
    }

    private static func source(_ from: String) -> String {
        switch from {
        case "^": "外側の記録 / the record around"
        case "%folder": "納品フォルダー / the delivery's folder"
        default: from.hasPrefix("“") ? from : "`\(from.replacingOccurrences(of: "|", with: "\\|"))`"
        }
    }
}
