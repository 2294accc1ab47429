import HeijunModel

extension Rule {
    /// Staff; outside the ledger but for capacity.
    static let people: [Rule] = [
        Rule(
            "W01", .people, .support, line: "1641–1643",
            ja: "ICT人材を部内でローテーションする",
            en:
                "ICT candidates rotate inside information department and between operation and planning sections.",
            quote: "課内ローテーションや、システム運用部門とシステム企画部門を跨ぐ部内ローテーションを実施し",
            manual: .outside),
        Rule(
            "W02", .people, .info, line: "1681",
            ja: "経験年数の目安を置く",
            en: "Career marks: about year 10 and about year 20.",
            quote: "おおよそ２０年目",
            manual: .outside),
        Rule(
            "W03", .people, .support, line: "1654–1656",
            ja: "開発を迎える所管部門にICT人材を配置する",
            en:
                "Skilled ICT staff placed in information dept, large-system sections, sections starting development.",
            quote: "情報管理部門、住記・税・福祉等の大規模システムの所管部門、システム開発を迎える所管部門には、一定以上のスキルを保有するＩＣＴ人材の配置に配慮する",
            manual: .outside),
    ]
}
