import Foundation
import HeijunImport
import HeijunModel
import HeijunReports
import Testing

/// The description of the format, held to the ledger's own.
struct DocumentTests {
    private static let path = "docs/inventory-xml.md"

    private static func document() throws -> String {
        let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        return try String(contentsOf: root.appending(path: path), encoding: .utf8)
    }

    private static func part(_ name: String, of text: String) throws -> Range<String.Index> {
        let start = try #require(text.range(of: "<!-- \(name) -->\n"))
        let end = try #require(text.range(of: "<!-- /\(name) -->"))
        return start.upperBound..<end.lowerBound
    }

    @Test func tablesAreTrue() throws {
        var text = try Self.document()
        text.replaceSubrange(try Self.part("fields", of: text), with: Self.tables)
        try expectGolden(text, Self.path)
    }

    @Test func exampleIsRead() throws {
        let text = try Self.document()
        let lines = text[try Self.part("example", of: text)].split(separator: "\n").dropFirst().dropLast()
        let file = lines.joined(separator: "\n") + "\n"
        let reading = InventoryReader.read(file.utf8)
        #expect(reading.errors == [])
        #expect(String(decoding: try inventoryXML(of: reading.entries), as: UTF8.self) == file)
    }

    private static var tables: String { RecordKind.all.map(table).joined() }

    private static func table(of kind: RecordKind) -> String {
        let home = kind.parent.map { ", inside `<\($0)>`" } ?? ""
        let head = "\n### `<\(kind.name)>` \(kind.title.ja) — \(kind.title.en)\(home)\n\n"
        let rows = kind.fields.enumerated().filter {
            kind.parent == nil || $0.offset != kind.identityPositions[0]
        }
        return head + "| field | 項目 | meaning | type |\n|---|---|---|---|\n"
            + rows.map { row(of: $0.element, kind) }.joined()
    }

    private static func row(of field: FieldInfo, _ kind: RecordKind) -> String {
        let name = field.isRequired ? "**`\(field.key)`**" : "`\(field.key)`"
        let key = kind.identity.contains(field.key) ? " *key*" : ""
        let note = field.note.en.isEmpty ? "" : ". \(field.note.en)"
        return "| \(name)\(key) | \(field.title.ja) | \(field.title.en)\(note) | \(type(of: field)) |\n"
    }

    private static func type(of field: FieldInfo) -> String {
        let single =
            switch field.type {
            case .text: "text"
            case .key: "key"
            case .integer: "whole number"
            case .yen: "yen"
            case .fiscalYear: "fiscal year"
            case .day: "day"
            case .flag: "yes or no"
            case .choice(let choices): choices.map { "`\($0.value)` \($0.title.ja)" }.joined(separator: ", ")
            case .reference(let kind): "key of a `<\(kind)>`"
            case .rackUnits: "rack units, steps of 0.5"
            case .watts: "watts"
            case .kilograms: "kilograms"
            case .personMonths: "person-months, steps of 0.1"
            case .rate: "0–1, four decimals"
            case .figure: "number, four decimals"
            }
        return field.isList ? "several: \(single)" : single
    }
}
