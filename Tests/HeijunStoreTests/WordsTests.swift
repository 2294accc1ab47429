import HeijunModel
import HeijunStore
import Testing

struct WordsTests {
    static let errors: [StoreError] = [
        .notFound("a.sqlite"), .alreadyExists("a.sqlite"), .notHeijun("a.sqlite", .empty),
        .notHeijun("a.sqlite", .folder), .notHeijun("a.sqlite", .otherFile),
        .notHeijun("a.sqlite", .otherDatabase),
        .newerVersion("a.sqlite", found: 2, known: 1), .busy("a.sqlite"),
        .cannotRead("a.sqlite", .noPermission),
        .cannotCreate("a.sqlite", Obstacle(2)), .cannotWrite("a.sqlite", Obstacle(30)), .diskFull("a.sqlite"),
        .corrupt("a.sqlite", detail: "x"), .changedMeanwhile(kind: "system", key: "S1"),
        .malformedChange(kind: "system", key: "S1"),
        .unkeptValue(kind: "system", key: "S1", field: "name", value: "x"), .noBatch(3, latest: 2),
        .noBatch(3, latest: nil), .alreadyUndone(2, by: 3), .nothingLeft(2, kept: []),
        .noPlan(nil, latest: nil),
        .noPlan("P-0002", latest: "P-0001"), .machine("a.sqlite", detail: "x"),
    ]

    @Test(arguments: errors)
    func everyErrorSpeaksBothLanguages(error: StoreError) {
        #expect(error.words.ja.hasSuffix("。") && error.words.en.hasSuffix("."))
        #expect(!error.words.ja.contains("Optional") && !error.words.en.contains("Optional"))
        #expect([1, 65, 70, 73, 74, 75].contains(error.exitStatus))
    }

    @Test func sentencesByHand() {
        #expect(
            StoreError.noPlan("P-0002", latest: "P-0001").words.en
                == "There is no plan P-0002. The latest is P-0001.")
        #expect(StoreError.noPlan(nil, latest: nil).words.ja == "計画はまだありません。heijun plan で作成してください。")
        #expect(
            StoreError.cannotCreate("x/a.sqlite", Obstacle(2)).words.en
                == "x/a.sqlite: cannot be created (there is no such folder). Check the folder and its permissions."
        )
    }
}
