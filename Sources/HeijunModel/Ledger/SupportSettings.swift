/// Settings of which ends of support limit how long a system can be extended.
extension Setting {
    /// The settings of this file, in order.
    static let supports: [Setting] = [softwareSupport, equipmentSupport, supportKinds]

    /// How ends of support on software records hold: 0 planning does not read them, 1 they guide, 2 as `support_end`.
    public static let softwareSupport = Setting(
        key: "plan.software-support", standard: 2, range: 0...2, unit: Words(ja: "", en: ""),
        note: Words(
            ja:
                "ソフトウェアの記録（ベンダーの一覧など）にあるサポート終了日の扱い: 0 計画では見ない、1 目安とする、"
                + "2 サポート期限の記録と同じ（plan.hard-support による）。",
            en:
                "Ends of support on software records, such as from vendors' inventories: 0 planning does not read them; "
                + "1 they guide; 2 they hold as recorded support ends do (plan.hard-support)."))
    /// How ends of the maker's support on equipment records hold: 0 planning does not read them, 1 they guide, 2 as
    /// `support_end`.
    public static let equipmentSupport = Setting(
        key: "plan.equipment-support", standard: 2, range: 0...2, unit: Words(ja: "", en: ""),
        note: Words(
            ja:
                "機器の記録にある製造者のサポート終了日（保守・部品保有の期限）の扱い: 0 計画では見ない、1 目安とする、"
                + "2 サポート期限の記録と同じ（plan.hard-support による）。",
            en:
                "Ends of the maker's support on equipment records (upkeep, spare parts): 0 planning does not read them; "
                + "1 they guide; 2 they hold as recorded support ends do (plan.hard-support)."))
    /// What limits its system: 0 neither clients, printers and their software nor software libraries, 1 all but
    /// libraries, 2 all.
    public static let supportKinds = Setting(
        key: "plan.support-kinds", standard: 0, range: 0...2, unit: Words(ja: "", en: ""),
        note: Words(
            ja:
                "サポート終了日がシステムの年度を限る機器・ソフトウェアの範囲: 0 端末・プリンターとその上のソフトウェア、"
                + "部品（ライブラリ）を除く、1 部品を除く、2 すべて。",
            en:
                "Which equipment and software limits its system's years: 0 neither clients, printers and their software "
                + "nor libraries; 1 all but libraries; 2 all."))
}
