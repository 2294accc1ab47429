import HeijunImport
import HeijunModel
import Testing

/// Errors of single records: each with its exact place, all of a file together.
struct ErrorPlaceTests {
    private static func inventory(_ body: String) -> String {
        "<inventory xmlns=\"urn:heijun:inventory:1\" version=\"1\">\n\(body)\n</inventory>\n"
    }

    /// `line:column code element key seen`, as far as there is any.
    static func lines(_ reading: InventoryReading) -> [String] {
        reading.errors.map { error in
            ["\(error.line):\(error.column)", error.code, error.element, error.key, error.seen]
                .filter { !$0.isEmpty }.joined(separator: " ")
        }
    }

    static let cases: [(body: String, errors: [String])] = [
        // names
        ("<sistem id=\"S1\"/>", ["2:1 unknown-element inventory/sistem sistem"]),
        ("<vendor id=\"V1\">\n  <naem>会社</naem>\n</vendor>", ["3:3 unknown-element vendor/naem V1 naem"]),
        ("<vendor ido=\"V1\"><name>甲</name></vendor>", ["2:9 unknown-attribute vendor/@ido ido"]),
        (
            "<vendor 名=\"x\" id=\"V1\"\n  人=\"髙\" nmae='y'><name>甲</name></vendor>",
            [
                "2:9 unknown-attribute vendor/@名 名", "3:3 unknown-attribute vendor/@人 V1 人",
                "3:9 unknown-attribute vendor/@nmae V1 nmae",
            ]
        ),
        (
            "<vendor id=\"V1\"><name lang=\"ja\">甲</name></vendor>",
            ["2:23 unknown-attribute vendor/name/@lang V1 lang"]
        ),
        ("<vendor id=\"V1\"><name>甲<b>乙</b></name></vendor>", ["2:24 unknown-element vendor/name/b V1 b"]),
        ("<ceiling year=\"2027\" amount=\"1\"/>", ["2:1 misplaced inventory/ceiling ceiling"]),
        (
            "<vendor id=\"V1\"><name>甲</name><vendor id=\"V2\"/></vendor>",
            ["2:31 misplaced vendor/vendor V1 vendor"]
        ),
        (
            "<vendor><id>V1</id><name>甲</name></vendor>",
            ["2:1 missing-field vendor/id", "2:9 must-be-attribute vendor/id id"]
        ),
        (
            "<vendor id=\"V1\"><name>甲</name>\n  乙 <name>丙</name></vendor>",
            ["3:3 stray-text vendor V1 乙", "3:5 given-twice vendor/name V1 name"]
        ),
        // values
        (
            "<account id=\"一般会計\"><category>general</category>\n    <ceiling year=\"令和９年度\" amount=\"１,200千円\"/></account>",
            []
        ),
        (
            "<account id=\"一般会計\"><category>generic</category></account>",
            ["2:30 unknown-choice account/category 一般会計 generic"]
        ),
        (
            "<account id=\"一般会計\"><category>general</category>\n    <ceiling year=\"来年\" amount=\"百円\"/></account>",
            [
                "3:20 not-a-fiscal-year account/ceiling/@year 一般会計 来年",
                "3:32 not-a-number account/ceiling/@amount 一般会計 百円",
            ]
        ),
        (
            "<account id=\"一般 会計\"><category>general</category><ceiling year=\"2027\" amount=\"1\"/></account>",
            ["2:14 not-a-key account/@id 一般 会計"]
        ),
        (
            "<vendor id=\"V1\">\n  <name></name>\n  <max_parallel_rebuilds>\n    三\n  </max_parallel_rebuilds>\n</vendor>",
            ["2:1 missing-field vendor/name V1", "5:5 not-a-number vendor/max_parallel_rebuilds V1 三"]
        ),
        ("<vendor id=\"\"><name>甲</name></vendor>", ["2:1 missing-field vendor/id"]),
        ("<vendor/>", ["2:1 missing-field vendor/id", "2:1 missing-field vendor/name"]),
        (
            "<facility id=\"F\"><name>a</name><role>hall</role><opens>2026-02-30</opens></facility>",
            ["2:56 impossible-day facility/opens F 2026-02-30"]
        ),
        (
            "<organization name=\"市\"><code>141304</code></organization>",
            ["2:30 out-of-range organization/code 市 141304"]
        ),
        // keys and references
        (
            "<vendor id=\"V1\"><name>甲</name></vendor>\n <vendor id=\"V1\"><name>乙</name></vendor>",
            ["3:2 duplicate-key vendor V1 V1"]
        ),
        (
            "<account id=\"A\"><category>general</category>\n<ceiling year=\"2027\" amount=\"1\"/>\n"
                + "<ceiling year=\"R9\" amount=\"2\"/></account>",
            ["4:1 duplicate-key account/ceiling A/2027 A/2027"]
        ),
        (
            "<system id=\"S1\"><name>住</name><vendor>V9</vendor></system>",
            ["2:39 dangling-reference system/vendor S1 V9"]
        ),
        (
            "<vendor id=\"V09\"><name>甲</name></vendor><system id=\"S1\"><name>住</name><vendor>V9</vendor></system>",
            ["2:79 dangling-reference system/vendor S1 V9"]
        ),
        (
            "<system id=\"S1\"><name>住</name>\n  <link to=\"S2\" content=\"異動\"/></system>",
            ["3:13 dangling-reference system/link/@to S1/S2 S2"]
        ),
        (
            "<system id=\"S1\"><name>住</name>\n  <successors>S1 S3</successors></system>",
            ["3:15 dangling-reference system/successors S1 S3"]
        ),
    ]

    @Test(arguments: cases.indices)
    func errorsOfOneRecord(index: Int) {
        let example = Self.cases[index]
        let reading = InventoryReader.read(Self.inventory(example.body).utf8)
        #expect(Self.lines(reading) == example.errors)
        #expect(!reading.isFatal)
    }

    @Test func everythingIsReportedTogetherAndTheGoodStays() {
        let reading = InventoryReader.read(
            Self.inventory(
                """
                <vendor id="V1"><name>甲</name></vendor>
                <vendor id="V2"/>
                <account id="A"><category>general</category>
                  <ceiling year="R9" amount="1"/>
                  <ceiling year="R99" amount="x"/>
                </account>
                <system id="S1"><name>住</name><vendor>V9</vendor><link to="S2" content="異動"/></system>
                <system id="S2"><name>税</name></system>
                """
            ).utf8)
        #expect(
            Self.lines(reading) == [
                "3:1 missing-field vendor/name V2", "6:31 not-a-number account/ceiling/@amount A/2117 x",
                "8:39 dangling-reference system/vendor S1 V9",
            ])
        let kinds = ["vendor", "account", "ceiling", "system"]
        #expect(reading.entries.map(\.kind) == kinds)
        #expect(reading.places.map(\.line) == [2, 4, 5, 9])
        #expect(reading.rejected.map(\.key) == ["V2", "A/2117", "S1", "S1/S2/異動"])
    }

    @Test func whatIsStoredMeetsReferences() {
        let text = Self.inventory("<system id=\"S1\"><name>住</name><vendor>V9</vendor></system>")
        let reading = InventoryReader.read(text.utf8) { kind, key in kind == "vendor" && key == "V9" }
        #expect(reading.errors == [] && reading.entries.count == 1)
    }

    @Test func errorsBeyondTheLimitAreCounted() {
        var limits = Limits.standard
        limits.errors = 3
        let body = String(repeating: "<vendor/>\n", count: 5)
        let reading = InventoryReader.read(Self.inventory(body).utf8, limits: limits)
        #expect(reading.errors.count == 3 && reading.furtherErrors == 7 && reading.rejected.count == 5)
    }
}
