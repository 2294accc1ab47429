import Foundation
import Testing

/// The published evaluations are reproduced, and what they get wrong is found.
struct PublishedEvaluationTests {
    private static func json(_ sample: String, _ line: String) throws -> [String: Any] {
        let tool = try Tool()
        defer { tool.remove() }
        #expect(try tool.run("init --sample \(sample)").status == 0)
        let run = try tool.run(line + " --json", language: "ja")
        let value = try JSONSerialization.jsonObject(with: Data(run.output.utf8))
        return try #require(value as? [String: Any])
    }

    private static func list(_ value: Any?) throws -> [[String: Any]] {
        try #require(value as? [[String: Any]])
    }

    /// 横浜市: all 70 grades, the means within the rounding of printed figures.
    @Test func yokohamaGrades() throws {
        let json = try Self.json("yokohama-h30-r1", "evaluate")
        let measures = try Self.list(json["measures"]).filter { $0["state"] as? String != "new" }
        #expect(measures.count == 70)
        for measure in measures {
            let number = measure["number"] as? Int ?? 0
            #expect(measure["computedGrade"] as? String == measure["reportedGrade"] as? String, "\(number)")
            let mean = try #require(measure["mean"] as? Double)
            let reported = try #require(measure["reportedMean"] as? Double)
            #expect(abs(mean - reported) <= 0.01 + 1e-9, "\(number)")
            let findings = try #require(measure["findings"] as? [String])
            #expect(!findings.contains("mean-differs") && !findings.contains("grade-differs"))
        }
        let strict = measures.filter { $0["ruleGrade"] as? String == "C" }
        #expect(strict.count == 14)
    }

    /// The summary: A 8, B 54, C 8; 官民データ 29, 先端技術 12; the pillars add up to 115.
    @Test func yokohamaSummary() throws {
        let json = try Self.json("yokohama-h30-r1", "evaluate")
        let rows = try Self.list(json["summary"])
        let counts = try rows.map { try #require($0["counts"] as? [String: Int]) }
        #expect(counts.last == ["A": 8, "B": 54, "C": 8])
        #expect(rows.map { $0["total"] as? Int } == [28, 34, 3, 5, 29, 12, 70])
        #expect(counts[4] == ["A": 5, "B": 20, "C": 4] && counts[5] == ["A": 1, "B": 6, "C": 5])
        #expect(rows.suffix(3).allSatisfy { $0["agrees"] as? Bool == true })
        #expect(json["overlapping"] as? Int == 115)
    }

    static let contradictions: [(sample: String, code: String, keys: [String])] = [
        ("yokohama-h30-r1", "rate-twice", ["29"]),
        ("yokohama-h30-r1", "rate-differs", ["01", "06", "09", "17", "20", "23", "52", "53", "59", "65"]),
        ("yokohama-h30-r1", "grade-by-rule", ["06", "09", "17", "52", "53", "59"]),
        ("yokohama-h30-r1", "rate-truncated", ["25"]), ("yokohama-h30-r1", "year-left-out", ["35"]),
        ("yokohama-h30-r1", "mean-rounding", ["08", "09", "12", "13", "32", "65", "68"]),
        ("yokohama-h30-r1", "share-truncated", ["all"]), ("yokohama-h30-r1", "fields-overlap", ["all"]),
        ("yokohama-h30-r1", "name-differs", ["1", "20", "41", "59", "65"]),
        ("yokohama-h30-r1", "same-indicator", ["69-1"]),
        ("yokohama-h30-r1", "count-unknown", ["1", "2", "3", "4"]),
        ("yokohama-h30-r1", "remark", ["20", "24", "45", "Y-02"]),
        ("yokohama-h30-r1", "summary-by-rule", ["all"]),
        ("yokohama-h30-r1", "outcome-judged-apart", ["52-1"]),
        ("kawasaki-published", "agreement-below-rule", ["contact/年1回未満/2023"]),
        ("kawasaki-published", "agreement-sum-differs", []),
        (
            "kawasaki-published", "settled-over-budget",
            ["40201020", "40201020", "40205010", "40205010", "40205040"]
        ),
        (
            "kawasaki-published", "level-against-rates",
            ["40203030", "40203040", "40205010", "40205030"]
        ),
        ("kawasaki-published", "sheet-without-indicator", ["40205050", "40205060"]),
        ("kamakura-r5", "project-target-lowered", ["共生-07/2023/5"]),
    ]

    @Test(arguments: contradictions.indices)
    func contradictionsAreFound(_ index: Int) throws {
        let expected = Self.contradictions[index]
        let json = try Self.json(expected.sample, "evaluate")
        let keys = try Self.list(json["findings"]).filter { $0["code"] as? String == expected.code }
            .compactMap { $0["system"] as? String }
        #expect(keys.sorted() == expected.keys.sorted())
    }

    /// 川崎市: the identities of all 19 sheets hold; the budget differs from the plan in 14, of which none says why.
    @Test func kawasakiSheets() throws {
        let json = try Self.json("kawasaki-published", "evaluate")
        let sheets = try Self.list(json["sheets"])
        #expect(sheets.count == 19)
        let codes = try Self.list(json["findings"]).compactMap { $0["code"] as? String }
        #expect(!codes.contains { ["total-differs", "funding-differs", "personnel-differs"].contains($0) })
        #expect(codes.count { $0 == "budget-not-plan" } == 14)
        let large = try #require(sheets.first { $0["code"] as? String == "40205060" })
        #expect(large["total"] as? Int == 3_801_607_000 && large["personnel"] as? Int == 131_967_000)
        let levels = sheets.compactMap { $0["level"] as? String }
        #expect(levels.count { $0 == "3" } == 16 && levels.count { $0 == "2" } == 2)
    }

    /// The counts of agreements, by kind and category, with their differences.
    @Test func kawasakiAgreements() throws {
        let rows = try Self.list(try Self.json("kawasaki-published", "evaluate agreements")["agreements"])
        func row(_ item: String) throws -> [String: Any] {
            try #require(rows.first { $0["item"] as? String == item })
        }
        #expect(try row("全協定")["y2016"] as? Int == 225 && row("全協定")["y2023"] as? Int == 523)
        #expect(try row("個別協定")["difference"] as? Int == 71 && row("研究開発")["difference"] as? Int == -2)
        let categories = rows.filter { $0["grouping"] as? String == "category" }
        #expect(categories.count == 16)
        #expect(categories.compactMap { $0["y2023"] as? Int }.reduce(0, +) == 305)
        #expect(try row("年1回未満")["y2023"] as? Int == 20)
    }

    /// What evaluations say against their own figures is part of the check of the whole.
    @Test(arguments: [
        ("yokohama-h30-r1", ["rate-twice", "grade-by-rule", "outcome-judged-apart"]),
        ("kawasaki-published", ["target-missed", "settled-over-budget", "agreement-below-rule"]),
        ("kamakura-r5", ["project-target-lowered"]),
    ])
    func theCheckHasThemAll(sample: String, expected: [String]) throws {
        let codes = Set(
            try Self.list(try Self.json(sample, "check")["findings"]).compactMap { $0["code"] as? String })
        for code in expected { #expect(codes.contains(code), "\(code)") }
    }

    /// The KPI table: eight rows in the policy's order, the missed one found, words left words.
    @Test func kawasakiIndicators() throws {
        let rows = try Self.list(try Self.json("kawasaki-published", "kpi")["indicators"])
        #expect(
            rows.map { $0["id"] as? String } == [
                "total-cost", "common-platform", "video-meetings", "open-datasets", "open-downloads",
                "online-procedures", "online-uses", "ai-rpa",
            ])
        let settled = rows.map { ($0["settled"] as? [String: Any])?["verdict"] as? String }
        #expect(settled == ["missed"] + Array(repeating: "met", count: 7))
        #expect(rows[0]["target"] as? String == "標準化に係る予算増が見込まれる")
        let found = try Self.list(try Self.json("kawasaki-published", "kpi --check")["findings"])
        #expect(
            found.compactMap { $0["code"] as? String } == [
                "target-missed", "baseline-year-differs", "no-target", "no-target", "unit-differs",
            ])
    }
}
