import HeijunModel

extension DataCheck {
    /// Money, contracts and support against the years of a system.
    static let money: [DataCheck] = [
        DataCheck(
            "cost-after-retirement", .contradictory, .error,
            fix: Words(ja: "経費か廃止年度を直してください。", en: "Correct the cost or the last year."),
            check: .whole { context in
                context.portfolio.systems.compactMap { system in
                    guard let last = system.retiresAfter,
                        let cost = context.ledger.costs(of: system.id).first(where: {
                            $0.year > last && $0.amount > .zero && $0.item.isRunning
                        })
                    else { return nil }
                    return Breach(
                        system, "retires_after", last.fieldText,
                        ja: "廃止（\(context.ja(last))）の後、\(context.ja(cost.year))に経常経費があります。",
                        en:
                            "it has running cost in FY\(cost.year.startYear), after its last year FY\(last.startYear)."
                    )
                }
            }),
        DataCheck(
            "settled-over-budget", .contradictory, .warning,
            fix: Words(ja: "決算額か予算額（補正）を確かめてください。", en: "Check the settled amount and the (revised) budget."),
            check: .eachSystem { system, context in overspending(of: system, context) }),
        DataCheck(
            "run-cost-differs", .contradictory, .info,
            fix: Words(
                ja: "年間運用経費を直近の予算・決算に合わせるか、理由を備考に記入してください。",
                en: "Match the yearly running cost to the latest amounts, or note the reason."),
            check: .eachSystem { system, context in runCostGap(of: system, context) }),
        DataCheck(
            "shares-not-one", .contradictory, .error,
            fix: Words(ja: "負担割合の合計を100%にしてください。", en: "Make the shares add up to 100 %."),
            check: .whole { context in
                let shares = Dictionary(grouping: context.portfolio.accountShares, by: \.system)
                return shares.sorted { $0.key < $1.key }.compactMap { system, shares in
                    let sum = Rate(tenThousandths: shares.map(\.share.tenThousandths).reduce(0, +))
                    guard sum != .one else { return nil }
                    return Breach(
                        kind: "system", key: system.text, value: sum.fieldText,
                        ja: "会計の負担割合の合計が\(percentText(sum))%です。",
                        en: "its accounts' shares add up to \(percentText(sum)) %.")
                }
            }),
        DataCheck(
            "support-ended", .contradictory, .warning,
            fix: Words(ja: "延長保守の有無を確かめ、再構築を早めてください。", en: "Check for extended support, or rebuild earlier."),
            check: .whole { context in supportBreaches(context) { part, _ in part.ends < context.asOf } }),
        DataCheck(
            "support-ends-before-rebuild", .contradictory, .warning,
            fix: Words(ja: "再構築を早めるか、延長保守を計画してください。", en: "Rebuild earlier, or plan extended support."),
            check: .whole { context in
                supportBreaches(context) { part, system in
                    part.ends >= context.asOf && part.endsBeforeReplacement(of: system, from: context.year)
                }
            }),
        DataCheck(
            "contract-over-rebuild", .contradictory, .warning,
            fix: Words(
                ja: "再構築年度を契約満了に合わせるか、中途解約の費用を見込んでください。",
                en: "Match the rebuild to the contract's end, or count the cost of ending it early."),
            check: .eachSystem { system, context in
                guard let year = system.rebuildYear, !system.isLeaving,
                    let contract = context.ledger.contracts(of: system.id).first(where: {
                        $0.contractKind != .singleYear && ($0.ends ?? year.lastDay) > year.lastDay
                    }), let ends = contract.ends
                else { return nil }
                return Breach(
                    system, "rebuild_year", year.fieldText,
                    ja: "再構築（\(context.ja(year))）の後も契約「\(contract.id.text)」が\(context.ja(ends))まで続きます。",
                    en:
                        "contract “\(contract.id.text)” runs to \(ends.fieldText), past the rebuild in FY\(year.startYear)."
                )
            }),
        DataCheck(
            "contracts-expired", .contradictory, .info,
            fix: Words(ja: "現在の契約を記入してください。", en: "Enter the contract in force."),
            check: .eachSystem { system, context in
                let contracts = context.ledger.contracts(of: system.id)
                guard system.isRunning, let last = contracts.compactMap(\.ends).max(), last < context.asOf,
                    !contracts.contains(where: { $0.renewsByItself || $0.ends == nil })
                else { return nil }
                return Breach(
                    system, nil, last.fieldText, ja: "運用中ですが、契約は\(context.ja(last))で終わっています。",
                    en: "it is in use, but its last contract ended on \(last.fieldText).")
            }),
    ]
}
