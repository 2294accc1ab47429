import HeijunImport
import HeijunModel
import Testing

/// What is proposed for a file that no profile knows.
struct DraftTests {
    private static let report = """
        <?xml version="1.0" encoding="UTF-8"?>
        <EquipmentReport xmlns="http://vendor.example/report"><Header><Customer>かもめ市</Customer></Header><Body><List>
        <Item seq="1"><AssetNo>A-100</AssetNo><DeviceName>住基DBサーバー</DeviceName><Type>ラック型サーバ</Type>
        <Maker>富士通株式会社</Maker><Model_Name>RX9</Model_Name><Serial-No>S100</Serial-No><OsName>RHEL 8</OsName>
        <Ip>192.0.2.100</Ip><InstallDate>2021/04/01</InstallDate><EndOfSupport>令和8年3月31日</EndOfSupport>
        <Price>3500000</Price><Place>iDC</Place><Color>黒</Color></Item>
        <Item seq="2"><AssetNo>A-101</AssetNo><DeviceName>税APサーバー</DeviceName><Maker>NEC</Maker></Item>
        </List></Body></EquipmentReport>
        """

    private func draft(_ text: String) throws -> ProfileDraft {
        let survey = FileSurvey()
        Array(text.utf8).withUnsafeBytes { survey.feed($0) }
        #expect(survey.finish() == nil)
        return try #require(survey.draft())
    }

    @Test func fieldsAreFoundByTheWordsOfTheTrade() throws {
        let draft = try #require(try draft(Self.report).lists.first)
        #expect(draft.kind == Equipment.kind && draft.count == 2)
        #expect(draft.record == "/EquipmentReport/Body/List/Item")
        let found = draft.fields.map { "\($0.path)=\($0.field?.key ?? "")" }
        #expect(
            found == [
                "@seq=", "AssetNo=id", "Color=", "DeviceName=name", "EndOfSupport=support_ends",
                "InstallDate=acquired",
                "Ip=address", "Maker=vendor", "Model_Name=model", "OsName=platform", "Place=location",
                "Price=cost",
                "Serial-No=serial", "Type=equipment_kind",
            ])
    }

    @Test func theDraftReadsTheFileAsItIs() throws {
        let profile = try Profile(json: Array(try draft(Self.report).json.utf8))
        let (reading, collector) = try readProfile(profile, Array(Self.report.utf8))
        #expect(reading.errors == [] && collector.keys == ["A-100", "A-101"])
        let entry = try #require(collector.entries.first)
        func value(_ field: String) -> String? { Equipment.kind.position[field].flatMap { entry.values[$0] } }
        #expect(value("name") == "住基DBサーバー" && value("equipment_kind") == "server")
        #expect(value("vendor") == "富士通" && value("serial") == "S100" && value("cost") == "3500000")
        #expect(value("acquired") == "2021-04-01" && value("support_ends") == "2026-03-31")
    }
}
