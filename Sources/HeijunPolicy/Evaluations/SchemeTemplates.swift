public import HeijunModel

/// A way of grading that is at hand as data: a body takes it into its ledger and edits it there.
public struct SchemeTemplate: Sendable {
    /// The scheme, under its key.
    public let scheme: EvaluationScheme
    /// The grades, the best first.
    public let grades: [SchemeGrade]

    /// The records that the ledger takes.
    public var entries: [Entry] { [scheme.entry] + grades.map(\.entry) }

    /// Every template.
    public static let all: [SchemeTemplate] = [
        SchemeTemplate(
            "abc", "三段階（A・B・C、各年度の平均）", .meanOfYears, .reported,
            source: "横浜市「情報化の基本方針・平成30～令和3年度 行動計画 中間振り返り」 L42–62",
            note: "端数処理の前の平均で判定する。達成率のない年度は平均から除く。",
            [
                .init("A", "計画以上に進んでいる", atLeast: 120, onTrack: true),
                .init("B", "計画どおり進んでいる", atLeast: 90, onTrack: true),
                .init("C", "計画どおり進んでいない"),
            ]),
        SchemeTemplate(
            "sabc", "四段階（S・A・B・C、直近年度）", .latestYear, .computed,
            source: nil, note: "しきい値は例。取り込んだ後、自団体の要領に合わせて直す。",
            [
                .init("S", "目標を超えた", above: 100, onTrack: true),
                .init("A", "目標どおり", atLeast: 100, onTrack: true),
                .init("B", "おおむね目標どおり", atLeast: 90, onTrack: true), .init("C", "目標を下回った"),
            ]),
        SchemeTemplate(
            "levels", "五段階（1〜5、所管課の判断）", .judged, .reported,
            source: "川崎市 令和５年度 事務事業評価シート（総合計画第３期実施計画）",
            note: "1 が最もよい。所管課が判断し、数値の基準はない。",
            [
                .init("1", "目標を大きく上回って達成", onTrack: true), .init("2", "目標を上回って達成", onTrack: true),
                .init("3", "ほぼ目標どおり", onTrack: true), .init("4", "目標を下回った"),
                .init("5", "目標を大きく下回った"),
            ]),
    ]

    /// The template of that key.
    public static func named(_ key: String) -> SchemeTemplate? { all.first { $0.scheme.id.text == key } }

    /// One grade of a template, with its threshold in percent.
    private struct Line {
        let code: Key, name: String, atLeast: Int?, above: Int?, onTrack: Bool

        init(_ code: Key, _ name: String, atLeast: Int? = nil, above: Int? = nil, onTrack: Bool = false) {
            (self.code, self.name, self.atLeast, self.above) = (code, name, atLeast, above)
            self.onTrack = onTrack
        }
    }

    private init(
        _ key: Key, _ name: String, _ basis: EvaluationScheme.Basis, _ rates: EvaluationScheme.Rates,
        source: String?, note: String?, _ lines: [Line]
    ) {
        var scheme = EvaluationScheme()
        (scheme.id, scheme.name, scheme.basis, scheme.rates) = (key, name, basis, rates)
        (scheme.source, scheme.note) = (source, note)
        self.scheme = scheme
        grades = lines.enumerated().map { place, line in
            var grade = SchemeGrade()
            (grade.scheme, grade.code, grade.order, grade.name) = (key, line.code, place + 1, line.name)
            (grade.atLeast, grade.above) = (line.atLeast.map { Figure($0) }, line.above.map { Figure($0) })
            grade.isOnTrack = line.onTrack
            return grade
        }
    }
}
