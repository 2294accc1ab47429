import Foundation
import HeijunModel
import Testing

/// Lists that a new entry is easily forgotten in, compared with the source text.
struct GuardTests {
    private static let files: [String] = {
        let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent()
        let folder = root.appendingPathComponent("Sources/HeijunModel")
        let files = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)
        let swift = files?.compactMap { $0 as? URL }.filter { $0.pathExtension == "swift" } ?? []
        return swift.compactMap { try? String(contentsOf: $0, encoding: .utf8) }
    }()

    private func matches(
        _ pattern: Regex<(Substring, Substring)>, inFilesWith mark: String = ""
    ) -> [String] {
        GuardTests.files.filter { mark.isEmpty || $0.contains(mark) }
            .flatMap { $0.matches(of: pattern).map { String($0.output.1) } }
    }

    @Test func everyRecordIsAKindOfThePortfolio() {
        let types = matches(/struct (\w+): LedgerRecord/)
        let listed = matches(/\b(\w+)\.kind,/)
        #expect(!types.isEmpty && Set(types).subtracting(listed) == [])
        #expect(RecordKind.all.count == types.count)
        #expect(Set(RecordKind.all.map(\.name)).count == types.count)
    }

    @Test func everySettingIsListed() {
        let settings =
            matches(/public static let (\w+) =/, inFilesWith: "\npublic struct Setting:")
            + matches(/public static let (\w+) =/, inFilesWith: "\nextension Setting {")
        // The days of the 18 work items are one list.
        let named = Setting.all.count { !$0.key.text.hasPrefix("standardization.days-") }
        #expect(!settings.isEmpty && settings.count == named && Setting.all.count == named + 18)
        #expect(Set(Setting.all.map(\.key)).count == Setting.all.count)
        for setting in Setting.all {
            #expect(setting.range.contains(setting.standard), "\(setting.key.text)")
        }
    }

    /// A property without a field would vanish between the file and the store.
    @Test func everyPropertyIsAField() throws {
        for list in Mirror(reflecting: try Portfolio.random(seed: 1)).children {
            let record = try #require((list.value as? [any LedgerRecord])?.first, "\(list.label ?? "")")
            let properties = Mirror(reflecting: record).children.count
            #expect(properties == type(of: record).kind.fields.count, "\(list.label ?? "")")
        }
    }

    @Test func childrenFollowTheirParent() throws {
        for (index, kind) in RecordKind.all.enumerated() {
            guard let parent = kind.parent else { continue }
            let place = try #require(RecordKind.all.firstIndex { $0.name == parent })
            #expect(RecordKind.all[place..<index].dropFirst().allSatisfy { $0.parent == parent })
        }
    }
}

struct SettingTests {
    private func portfolio(_ value: String) -> Portfolio {
        var portfolio = Portfolio()
        var setting = SettingValue()
        setting.id = Setting.horizonYears.key
        setting.value = value
        portfolio.settingValues = [setting]
        return portfolio
    }

    @Test(arguments: [("8", 8), ("２０", 20), ("4", 12), ("21", 12), ("many", 12), ("", 12)])
    func valuesOutsideTheRangeAreNotTaken(text: String, value: Int) {
        #expect(portfolio(text).value(of: .horizonYears) == value)
    }

    @Test func standardValueWhereNoneIsSet() {
        #expect(Setting.all.allSatisfy { Portfolio().value(of: $0) == $0.standard })
    }
}
