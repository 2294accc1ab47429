import HeijunModel
public import HeijunPolicy

extension Headlines {
    /// How many measures have which grade, and how many are on track; where there are only sheets, how many.
    public func evaluation(_ input: EvaluationInput) -> String {
        guard let all = input.summary.rows.last, all.total > 0 else { return sheets(input.sheets) }
        let counts = zip(input.summary.grades, all.counts).map { "\($0.text) \($1)" }.joined(separator: "、")
        let share = AchievementRate(all.onTrack, over: all.total).map { $0.percent(places: 1) } ?? "0"
        return format(
            Words(
                ja: "\(all.total) 施策の評価は \(counts)。計画どおり以上は \(all.onTrack) 施策（\(share) %）",
                en: "\(all.total) measures: \(counts); \(all.onTrack) on track (\(share)%)"))
    }

    /// How the sheets' programmes are judged.
    func sheets(_ rows: [SheetRow]) -> String {
        let levels = Dictionary(grouping: rows.compactMap { $0.sheet?.level }, by: { $0 }).sorted {
            $0.key < $1.key
        }
        let ja = levels.map { "\($0.key) が \($0.value.count) 枚" }.joined(separator: "、")
        let en = levels.map { "\($0.value.count) of level \($0.key)" }.joined(separator: ", ")
        let tail = levels.isEmpty ? Words(ja: "", en: "") : Words(ja: "。達成度は \(ja)", en: ": \(en)")
        return format(
            Words(ja: "評価シート \(rows.count) 枚" + tail.ja, en: "\(rows.count) programme sheets" + tail.en))
    }
}

extension Headlines {
    /// What the ledger's own values count, one line for each indicator that has one: it may differ from what the
    /// reported figures cover.
    public func ledgerValues(_ rows: [IndicatorRow]) -> [String] {
        rows.compactMap { row in
            guard let computed = row.computed else { return nil }
            let (value, year) = (format.figure(computed.value), format.year(computed.year))
            let unit = row.unit ?? ""
            return format(
                Words(
                    ja: "台帳の値「\(row.name)」\(value)\(unit)（\(year)）：\(computed.title.ja)",
                    en: "Ledger's value of “\(row.name)”, \(value)\(unit) (\(year)): \(computed.title.en)"))
        }
    }
}
