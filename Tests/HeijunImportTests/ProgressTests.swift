import HeijunImport
import HeijunModel
import HeijunPolicy
import Testing

/// Progress sheets in the ministry's layouts, however they were rearranged.
struct ProgressTests {
    static func read(_ csv: String) throws -> ProgressReading {
        var reader = ProgressReader()
        return try reader.read(try SheetFile(Array(csv.utf8)))
    }

    /// 北海道's published sheet of January 2026 (総務省「業務別ステップ別進捗一覧」): 75 %.
    static let hokkaido = "ddddddddddddddddddddddddddddwdwnnnnnwwdn"
    static let words: [Character: String] = ["d": "完了済み", "w": "作業中", "n": "未", "x": "対象外"]

    static func sheet(steps: [Int] = Array(1...40), business: String = "生活保護") -> String {
        let letters = Array(hokkaido)
        let heads = ["都道府県名", "市区町村名", "業務名"] + steps.map { ProcedureStep.all[$0 - 1].name }
        let cells = ["北海道", "", business] + steps.map { words[letters[$0 - 1]] ?? "" }
        return [heads, cells].map { $0.map { "\"\($0)\"" }.joined(separator: ",") }.joined(separator: "\r\n")
    }

    @Test func thePublishedSheetGivesThePublishedRate() throws {
        let reading = try Self.read(Self.sheet())
        #expect(reading.errors.isEmpty && reading.remarks.isEmpty && reading.stateCount == 40)
        let letters = try #require(reading.bodies[0].steps[12])
        #expect(letters.text == Self.hokkaido && letters.rate == Rate(tenThousandths: 7500))
        #expect(reading.bodies[0].category == .prefecture)
    }

    @Test func columnsMayStandInAnyOrder() throws {
        let reading = try Self.read(Self.sheet(steps: (1...40).map { ($0 * 7) % 41 }))
        #expect(reading.bodies[0].steps[12]?.text == Self.hokkaido)
    }

    @Test func missingStepsAreNamedAndNotStarted() throws {
        let reading = try Self.read(Self.sheet(steps: Array(3...40)))
        #expect(reading.bodies[0].steps[12]?.text == "nn" + Self.hokkaido.dropFirst(2))
        #expect(reading.remarks.first?.ja.contains("①-1、①-2") == true)
    }

    @Test(arguments: ["生活　保護", " 生活保護 ", "Public assistance", "publicAssistance"])
    func businessesByAnySpelling(name: String) throws {
        #expect(try Self.read(Self.sheet(business: name)).bodies[0].steps[12] != nil)
    }

    @Test func anUnknownBusinessGetsTheNearest() throws {
        let reading = try Self.read(Self.sheet(business: "生活保獲"))
        #expect(reading.errors.map(\.reason) == [.unknownBusiness("生活保獲", closest: "生活保護")])
        #expect(reading.errors.first?.words.ja.hasPrefix("C2: 「生活保獲」は") == true)
    }

    @Test(arguments: [
        ("都道府県,市区町村,進捗率,住民記録,戸籍附票\r\n神奈川県,川崎市,0.62375,100%,０．５２５\r\n", [10000, 5250]),
        ("戸籍の附票,市区町村,住民基本台帳,都道府県\r\n52.5%,川崎市,1,神奈川県\r\n", [10000, 5250]),
        ("R8年,,,,\r\n都道府県,市区町村,全体,業務別の進捗率,\r\n,,,住民記録,戸籍附票\r\n神奈川県,川崎市,,1,－\r\n", [10000, -1]),
    ])
    func rateSheets(csv: String, expected: [Int]) throws {
        let reading = try Self.read(csv)
        #expect(reading.errors.isEmpty)
        let body = reading.bodies[0]
        #expect([body.rates[0], body.rates[18]].map { $0?.tenThousandths ?? -1 } == expected)
        #expect(body.prefecture == "神奈川県" && body.name == "川崎市" && body.category == .designatedCity)
    }

    @Test func aBodysOwnSheetAndTheLongForm() throws {
        let own = try Self.read("作業ステップ,固定資産税,個人住民税\r\n①-1 推進体制案の作成,完了済み,未\r\n１－２,作業中,対象外\r\n")
        #expect(own.bodies[0].steps[2]?.text.hasPrefix("dwn") == true)
        #expect(own.bodies[0].steps[3]?.text.hasPrefix("nxn") == true)
        let long = try Self.read(
            "prefecture,business,published_rate,step,status\r\n東京都,生活保護,0.05,①-1 推進体制案の作成,完了済み\r\n東京都,生活保護,0.05,⑱-1 運用開始ステータス,対象外\r\n"
        )
        #expect(long.bodies[0].steps[12]?.settled == 2 && long.bodies[0].rates[12]?.tenThousandths == 500)
    }

    /// A workbook with the body merged over its rows and the work items over their steps.
    @Test func mergedHeadingsAndBodies() throws {
        var book = HandMadeWorkbook()
        func cell(_ name: String, _ text: String) -> String {
            "<c r=\"\(name)\" t=\"inlineStr\"><is><t>\(text)</t></is></c>"
        }
        let codes = ProcedureStep.all.prefix(12).map(\.code)
        let heads = codes.enumerated().map { cell("\(String(UnicodeScalar(UInt8(68 + $0))))2", $1) }.joined()
        book.sheets = [
            ("説明", "<row r=\"1\">\(cell("A1", "このブックは"))</row>", ""),
            (
                "令和８年１月_進捗",
                "<row r=\"1\">\(cell("A1", "都道府県"))\(cell("B1", "市区町村"))\(cell("C1", "業務"))\(cell("D1", "①推進体制の立上げ"))</row>"
                    + "<row r=\"2\">\(heads)</row>"
                    + "<row r=\"3\">\(cell("A3", "神奈川県"))\(cell("B3", "川崎市"))\(cell("C3", "戸籍"))\(cell("D3", "完了済み"))</row>"
                    + "<row r=\"4\">\(cell("C4", "就学"))\(cell("E4", "完了"))</row>",
                "<mergeCells><mergeCell ref=\"A3:A4\"/><mergeCell ref=\"B3:B4\"/><mergeCell ref=\"D1:F1\"/></mergeCells>"
            ),
        ]
        var reader = ProgressReader()
        let reading = try reader.read(try SheetFile(book.file))
        #expect(reading.errors.isEmpty && reading.bodies.count == 1)
        #expect(reading.bodies[0].steps[17]?.text.hasPrefix("dn") == true)
        #expect(reading.bodies[0].steps[6]?.text.hasPrefix("nd") == true)
        #expect(reading.asOf == Day(year: 2026, month: 1, day: 31))
        #expect(reading.passedOver == ["説明"])
    }

    @Test(arguments: [
        ("市,数\r\n川崎市,5\r\n", "no-progress-table"),
        ("都道府県,市区町村,住民記録,戸籍\r\n神奈川県,川崎市,1.2,1\r\n", "bad-rate"),
        ("作業ステップ,固定資産税,個人住民税\r\n①-1,完成,未\r\n", "unknown-state"),
        ("都道府県,市区町村,住民記録,戸籍,個人住民説\r\n神奈川県,川崎市,1,1,1\r\n", "unknown-business"),
        ("団体コード,市区町村,住民記録,戸籍\r\n141306,川崎市,1,1\r\n", "bad-code"),
    ])
    func faultsAreSaid(csv: String, code: String) throws {
        let errors = try Self.read(csv).errors
        #expect(errors.map(\.code) == [code])
        #expect(errors.allSatisfy { $0.words.ja.hasSuffix("。") })
    }

    @Test func aBusinessGivenTwiceIsRefused() throws {
        let sheet = Self.sheet()
        let doubled = sheet + "\r\n" + (sheet.split(separator: "\r\n").last.map(String.init) ?? "")
        #expect(try Self.read(doubled).errors.map(\.code) == ["given-twice"])
    }

    @Test(arguments: [
        ("令和8年2月_進捗", Day(year: 2026, month: 2, day: 28)), ("2028年2月", Day(year: 2028, month: 2, day: 29)),
        ("令和元年12月", Day(year: 2019, month: 12, day: 31)),
    ])
    func theMonthOfATitle(title: String, day: Day) throws {
        #expect(try Self.read("\(title),,\r\n都道府県,住民記録,戸籍\r\n神奈川県,1,1\r\n").asOf == day)
    }

    @Test func ownFiguresBecomeStepsAndOthersPeers() throws {
        var known = Portfolio()
        known.organizations = [Organization()]
        (known.organizations[0].name, known.organizations[0].prefecture) = ("川崎市", "神奈川県")
        var step = Step()
        (step.business, step.number, step.person) = ("familyRegister", 1, "戸籍係")
        known.steps = [step]
        let head = "都道府県,市区町村,業務名," + ProcedureStep.all.map(\.code).joined(separator: ",") + "\r\n"
        let states = "," + Array(repeating: "完了済み", count: 40).joined(separator: ",") + "\r\n"
        let reading = try Self.read(head + "神奈川県,川崎市,戸籍" + states + "神奈川県,横浜市,戸籍" + states)
        let asOf = Day(year: 2026, month: 1, day: 31)
        let made = try Portfolio(reading.entries(known: known, asOf: asOf, source: "総務省"))
        #expect(made.steps.count == 40 && made.steps.allSatisfy { $0.state == .done })
        #expect(made.steps.first { $0.number == 1 }?.person == "戸籍係")
        #expect(made.businesses.map(\.state) == [.migrated])
        #expect(made.peers.map(\.id) == ["神奈川県横浜市"] && made.peers[0].asOf == asOf)
        #expect(PeerTable(made.peers).bodies[0].rate(17) == .one)
    }
}
