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

    static let shapes: [(text: String, kinds: [String], keys: [String])] = [
        // Attributes alone.
        (
            "<export><row ManageNo=\"A-1\" DeviceName=\"x\"/><row ManageNo=\"A-2\" DeviceName=\"y\"/></export>",
            ["equipment"], ["A-1", "A-2"]
        ),
        // Deep inside, and in other namespaces.
        (
            "<s:E xmlns:s=\"urn:s\" xmlns:m=\"urn:m\"><s:B><m:R><m:CI><m:g><m:no>7</m:no><m:label>x</m:label></m:g>"
                + "</m:CI><m:CI><m:g><m:no>8</m:no><m:label>y</m:label></m:g></m:CI></m:R></s:B></s:E>",
            ["equipment"], ["7", "8"]
        ),
        // Two lists.
        (
            "<d><servers><server><id>S1</id><hostname>a</hostname><os>L</os></server><server><id>S2</id>"
                + "<hostname>b</hostname><os>L</os></server></servers><l><lic><software>O</software><version>1</version>"
                + "</lic><lic><software>P</software><version>2</version></lic></l></d>",
            ["equipment", "software"], ["S1", "S2", "O", "P"]
        ),
        // Values that an attribute names.
        (
            "<rs><row><field name=\"asset_no\">A1</field><field name=\"asset_name\">x</field></row>"
                + "<row><field name=\"asset_no\">A2</field><field name=\"asset_name\">y</field></row></rs>",
            ["equipment"], ["A1", "A2"]
        ),
        // One record alone.
        ("<machine><name>SV-1</name><serial>X1</serial><os>L</os></machine>", ["equipment"], ["X1"]),
        // Japanese names.
        (
            "<台帳><システム><システム番号>1</システム番号><システム名>住</システム名></システム>"
                + "<システム><システム番号>2</システム番号><システム名>税</システム名></システム></台帳>",
            ["system"], ["1", "2"]
        ),
        // No name that anybody knows: what every record has names it.
        ("<q><z><a>k</a><b>1</b></z><z><a>l</a></z></q>", ["equipment"], ["k", "l"]),
    ]

    @Test(arguments: shapes.indices) func draftsReadTheirFilesAtOnce(index: Int) throws {
        let (text, kinds, keys) = Self.shapes[index]
        let draft = try draft(text)
        #expect(draft.lists.map(\.kind.name) == kinds)
        let profile = try Profile(json: Array(draft.json.utf8))
        let (reading, collector) = try readProfile(profile, Array(text.utf8))
        #expect(reading.errors == [] && collector.keys == keys, "\(draft.json)\(reading.errors)")
        let guess = FileFormatGuess(head: Array(text.utf8), profiles: [profile])
        guard case .profile = guess else { return #expect(Bool(false), "\(draft.json)") }
    }

    @Test func unitsBesideAmountsAreKept() throws {
        let text =
            "<台帳><システム><システム名>住</システム名><年間運用費 単位=\"千円\">1200</年間運用費></システム>"
            + "<システム><システム名>税</システム名><年間運用費 単位=\"千円\">3</年間運用費></システム></台帳>"
        let profile = try Profile(json: Array(try draft(text).json.utf8))
        let (_, collector) = try readProfile(profile, Array(text.utf8))
        let cost = try #require(ITSystem.kind.position["annual_run_cost"])
        #expect(collector.entries.map { $0.values[cost] } == ["1200000", "3000"])
    }
}
