import HeijunModel

extension Rule {
    /// What the new hall makes needless, and the link platform.
    static let facility: [Rule] = [
        Rule(
            "F01", .facility, .must, line: "1361",
            ja: "新本庁舎ではラックごとの免震台を不要とする",
            en: "No seismic table per rack needed in the new hall (base isolated).",
            quote: "サーバラックごとの免震台は不要とする",
            remedy: Words(
                ja: "施設の「免震」を確かめ、免震台の購入を取りやめてください。",
                en: "Check the facility's base isolation, and buy no seismic tables."),
            check: .whole { context in
                context.portfolio.facilities.filter { $0.role == .hall && !$0.isBaseIsolated }.map {
                    Breach(
                        kind: "facility", key: $0.id.text, field: "base_isolated", value: nil,
                        severity: .info,
                        ja: "「\($0.name)」の免震が台帳で確認できず、免震台の要否が定まりません。",
                        en: "“\($0.name)” is not recorded as base isolated, so seismic tables stay open.")
                }
            }),
        Rule(
            "F02", .facility, .must, line: "1366",
            ja: "新本庁舎ではサーバごとの無停電電源装置を不要とする",
            en: "No UPS per server needed in the new hall (two feeds + backup).",
            quote: "サーバ毎の無停電電源装置は不要とする",
            remedy: Words(
                ja: "施設の「電源二重化」を確かめ、サーバごとのUPSの購入を取りやめてください。",
                en: "Check the facility's power feeds, and buy no UPS per server."),
            check: .whole { context in
                context.portfolio.facilities.filter { $0.role == .hall && !$0.hasRedundantPower }.map {
                    Breach(
                        kind: "facility", key: $0.id.text, field: "redundant_power", value: nil,
                        severity: .info,
                        ja: "「\($0.name)」の電源二重化が台帳で確認できず、UPSの要否が定まりません。",
                        en: "“\($0.name)” is not recorded with redundant power, so UPS per server stay open.")
                }
            }),
        Rule(
            "F03", .facility, .info, line: "1369–1370",
            ja: "新本庁舎は通信回線を２系統引き込む",
            en: "Link inlet of the new hall is two-way.",
            quote: "通信回線の引き込みが２系統確保される",
            manual: .outside),
        Rule(
            "F04", .facility, .must, line: "1382–1383",
            ja: "プリンタはフロアごとの複合機に集約する",
            en: "Printers consolidated to multifunction machines per floor.",
            quote: "既存のプリンタはフロアごとのマグネットスペースに設置する複合機に集約する",
            manual: .outside),
        Rule(
            "F05", .facility, .must, line: "1500–1501",
            ja: "連携の増大に合わせてシステム連携基盤を強化する",
            en: "Link platform to be strengthened as data links grow after host opening.",
            quote: "連携データの増大に合わせてシステム連携基盤を強化する",
            remedy: Words(
                ja: "次の改修で連携基盤経由に切り替えるか、直接連携の理由を備考に記入してください。",
                en: "Switch to the link platform at the next rework, or note why the link is direct."),
            check: .eachSystem { system, context in
                let direct = context.ledger.links(from: system.id).filter {
                    !$0.isViaPlatform && ($0.method == .file || $0.method == .api || $0.method == .database)
                }
                guard !direct.isEmpty else { return nil }
                let peers = Set(direct.map(\.to.text)).sorted()
                return Breach(
                    system, nil, peers.joined(separator: " "), severity: .info,
                    ja: "システム連携基盤を経由しない連携が\(direct.count)本あります。",
                    en: "\(direct.count) of its links bypass the link platform.")
            }),
    ]
}
