import HeijunModel

/// The published indicators of 川崎市情報システム全体最適化方針 (L1764–1838): baseline, target and actual of FY R3,
/// target of FY R7.
enum Kawasaki {
    private struct Line {
        let id: Key, area: String, name: String, direction: Indicator.Direction
        let target3: Int, actual3: Int, target7: Int?, text7: String?, whyNot7: String?
    }

    private static let lines = [
        Line(
            id: "K1", area: "情報システムの最適化の推進", name: "情報システム全体の経費の抑制", direction: .lower,
            target3: 105, actual3: 136, target7: nil, text7: "標準化に係る予算増が見込まれる", whyNot7: nil),
        Line(
            id: "K2", area: "情報システムの最適化の推進", name: "庁内システム共通基盤で稼働しているシステム数", direction: .higher,
            target3: 13, actual3: 22, target7: 25, text7: "２５システム以上", whyNot7: nil),
        Line(
            id: "K3", area: "働き方・仕事の進め方改革を推進するICT基盤の整備", name: "テレビ会議システムを利用した会議数",
            direction: .higher, target3: 25, actual3: 6900, target7: nil, text7: nil,
            whyNot7: "日常的に活用が進んでいることから、新たな目標値は定めない"),
        Line(
            id: "K4", area: "オープンデータの推進", name: "オープンデータのデータセット数", direction: .higher, target3: 300,
            actual3: 319, target7: 500, text7: "500件以上", whyNot7: nil),
        Line(
            id: "K5", area: "オープンデータの推進", name: "オープンデータのダウンロード数", direction: .higher, target3: 5000,
            actual3: 5711, target7: 7000, text7: "7,000ダウンロード以上", whyNot7: nil),
        Line(
            id: "K6", area: "行政手続等のオンライン化", name: "電子申請可能な事務手続数", direction: .higher, target3: 70,
            actual3: 273, target7: nil, text7: "法令等の課題がある手続についても、順次オンライン化を検討", whyNot7: nil),
        Line(
            id: "K7", area: "行政手続等のオンライン化", name: "電子申請システムの利用件数", direction: .higher, target3: 172_000,
            actual3: 437_158, target7: 600_000, text7: "600,000件以上", whyNot7: nil),
        Line(
            id: "K8", area: "AIやRPAを活用した業務の効率化等の推進", name: "AIやRPAを導入した業務の件数", direction: .higher,
            target3: 10, actual3: 15, target7: 48, text7: "累系４８件以上", whyNot7: nil),
    ]

    static let portfolio: Portfolio = {
        var city = Portfolio()
        city.indicators = lines.map(indicator)
        city.indicatorValues = lines.flatMap { line in
            var last = city.value(line.id, 2025, .target, line.target7.map { Figure($0) }, text: line.text7)
            last.notSetReason = line.whyNot7
            return [
                city.value(line.id, 2021, .target, Figure(line.target3)),
                city.value(line.id, 2021, .actual, Figure(line.actual3)), last,
            ]
        }
        return city
    }()

    private static func indicator(_ line: Line) -> Indicator {
        var indicator = Indicator()
        (indicator.id, indicator.area, indicator.name) = (line.id, line.area, line.name)
        indicator.direction = line.direction
        return indicator
    }
}
