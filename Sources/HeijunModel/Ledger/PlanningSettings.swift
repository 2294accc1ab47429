/// Settings of the planning model beyond the first ones: years, limits, penalties.
extension Setting {
    /// Years by which the next renewal may be earlier.
    public static let renewalEarly = Setting(
        key: "plan.renewal-early", standard: 1, range: 0...5, unit: Words(ja: "年", en: "years"),
        note: Words(ja: "次期機器更新を前倒しできる年数。", en: "Years by which the next renewal may be earlier."))
    /// Years by which the next renewal may be later, on re-lease.
    public static let renewalLate = Setting(
        key: "plan.renewal-late", standard: 1, range: 0...5, unit: Words(ja: "年", en: "years"),
        note: Words(
            ja: "次期機器更新を先送りできる年数（再リース）。", en: "Years by which the next renewal may be later, on re-lease."))
    /// Years that equipment may wait on re-lease for a rebuild; beyond that it is renewed.
    public static let maxExtension = Setting(
        key: "plan.max-extension-years", standard: 3, range: 0...10, unit: Words(ja: "年", en: "years"),
        note: Words(
            ja: "再構築を待つ間、機器を再リースで使い続けられる年数。これを超えるときは機器を更新する。",
            en: "Years that equipment may wait on re-lease for a rebuild; beyond that it is renewed."))
    /// Years by which the second rebuild, and the renewal after the first rebuild, may be earlier or later than their cycles.
    public static let laterShift = Setting(
        key: "plan.later-shift", standard: 0, range: 0...3, unit: Words(ja: "年", en: "years"),
        note: Words(
            ja: "次々回の再構築と再構築後の機器更新を、周期の年度から前後に動かせる年数。0 は周期のとおり。",
            en:
                "Years by which the second rebuild, and the renewal after the first rebuild, may be earlier or later "
                + "than their cycles; 0 keeps the cycles."))
    /// Month and day on which the request for the next year closes; spending of a closed year is fixed.
    public static let requestCloses = Setting(
        key: "plan.request-closes", standard: 1130, range: 101...1231,
        unit: Words(ja: "月日", en: "month and day"),
        note: Words(
            ja: "翌年度の予算要求を締め切る月日。過ぎた年度の支出は固定する。",
            en:
                "Month and day on which the request for the next year closes; spending of a closed year is fixed."
        ),
        form: .monthDay)
    /// Weight of each year's difference from the natural year, or from the plan started from. In 千円 a year.
    public static let changePenalty = Setting(
        key: "plan.change-penalty", standard: 100, range: 0...1_000_000,
        unit: Words(ja: "千円/年", en: "千円 a year"),
        note: Words(
            ja: "自然年度（または前の計画）から1年ずらすごとに加える重み。",
            en: "Weight of each year's difference from the natural year, or from the plan started from."))
    /// Weight of each system that a re-plan changes against the earlier plan. The standard means: no change that does
    /// not lower the peak by ten million yen. In 千円 a system.
    public static let systemPenalty = Setting(
        key: "plan.replan-penalty", standard: 100_000, range: 0...10_000_000,
        unit: Words(ja: "千円/システム", en: "千円 a system"),
        note: Words(
            ja: "計画の作り直しで、前の計画から変わるシステム1件ごとに加える重み。標準の 100,000 は、ピークを1千万円下げない変更はしないことに当たる。",
            en:
                "Weight of each system that a re-plan changes against the earlier plan. The standard means: no change "
                + "that does not lower the peak by ten million yen."))
    /// Weight of each year beyond a limit that is only a guide, such as a support end. In 千円 a year.
    public static let softPenalty = Setting(
        key: "plan.soft-penalty", standard: 3000, range: 0...10_000_000,
        unit: Words(ja: "千円/年", en: "千円 a year"),
        note: Words(
            ja: "守るべき目安（サポート終了など）を1年超えるごとに加える重み。",
            en: "Weight of each year beyond a limit that is only a guide, such as a support end."))
    /// Whether standardization deadlines must hold (1) or guide (0) (標準化の期限を必ず守る（1）か目安とする（0）か).
    public static let hardDeadline = flag(
        "plan.hard-deadline", 1, ja: "標準化の期限を必ず守る（1）か目安とする（0）か。",
        en: "Whether standardization deadlines must hold (1) or guide (0).")
    /// How support ends hold: 0 they guide, 1 nothing is extended past them, 2 they bind.
    public static let hardSupport = Setting(
        key: "plan.hard-support", standard: 1, range: 0...2, unit: Words(ja: "", en: ""),
        note: Words(
            ja:
                "サポート終了の扱い: 0 目安とする、1 サポート終了を越えて延期しない（自然年度で既に越えている分だけを認める）、"
                + "2 必ず守る（自然年度で越えているものも前倒しする）。",
            en:
                "How support ends hold: 0 they guide; 1 nothing is extended past them (only what the natural years "
                + "break already is allowed); 2 they bind, and what breaks them is brought forward."))
    /// Whether contracts over several years must run out (1) or may be cut (0) (複数年契約の満了前に再構築しない（1）か目安とする（0）か).
    public static let hardContract = flag(
        "plan.hard-contract", 0, ja: "複数年契約の満了前に再構築しない（1）か目安とする（0）か。",
        en: "Whether contracts over several years must run out (1) or may be cut (0).")
    /// Whether a room's closing day must hold (1) or guides (0) (マシン室の明渡し期限を必ず守る（1）か目安とする（0）か).
    public static let hardClosing = flag(
        "plan.hard-closing", 1, ja: "マシン室の明渡し期限を必ず守る（1）か目安とする（0）か。",
        en: "Whether a room's closing day must hold (1) or guides (0).")
    /// Whether freezes of named years, such as elections, must keep go-lives out of them (1) or guide (0).
    public static let hardFreeze = flag(
        "plan.hard-freeze", 1, ja: "年度を定めた凍結期間（選挙など）に稼働月が掛かる年度を選べないものとする（1）か目安とする（0）か。",
        en:
            "Whether freezes of named years, such as elections, must keep go-lives out of them (1) or guide (0)."
    )
    /// Rooms in which old and new stand side by side in a changeover year: 0 none, 1 the new main hall, 2 all. A move
    /// always loads both rooms.
    public static let sideBySide = Setting(
        key: "plan.side-by-side", standard: 1, range: 0...2, unit: Words(ja: "", en: ""),
        note: Words(
            ja: "同じ室での更新年度に新旧機器を並べる室: 0 なし、1 新本庁舎、2 すべて。移設では常に両室に計上する。",
            en:
                "Rooms in which old and new stand side by side in a changeover year: 0 none, 1 the new main hall, "
                + "2 all. A move always loads both rooms."))
    /// Whether a move apart from a renewal or rebuild is allowed (1); the policy (L1442) moves at renewals (更新・再構築を伴わない移設を認める（1）か（方針 L1442 は更新時の移設を原則とする）).
    public static let separateMoves = flag(
        "plan.separate-moves", 0, ja: "更新・再構築を伴わない移設を認める（1）か（方針 L1442 は更新時の移設を原則とする）。",
        en:
            "Whether a move apart from a renewal or rebuild is allowed (1); the policy (L1442) moves at renewals."
    )
    /// Whether a system in an iDC stays there where its target room has no space (1); the policy (L1470) only considers such
    /// moves.
    public static let centreStays = flag(
        "plan.idc-stays", 1, ja: "iDC のシステムは移設先に空きがなければ残す（1）か、必ず移す（0）か（方針 L1470 は空きができた場合の検討とする）。",
        en:
            "Whether a system in an iDC stays there where its target room has no space (1) or has to move (0); the policy "
            + "(L1470) considers such moves where there is space.")
    /// Cost of a separate move as a share of the equipment cost. In ‰.
    public static let separateMoveRate = Setting(
        key: "plan.separate-move-permille", standard: 100, range: 0...1000, unit: Words(ja: "‰", en: "‰"),
        note: Words(
            ja: "単独移設の費用の機器費に対する割合。", en: "Cost of a separate move as a share of the equipment cost."))
    /// Alternatives weighed per system; a plan says where there were more.
    public static let maxAlternatives = Setting(
        key: "plan.max-alternatives", standard: 400, range: 10...10_000,
        unit: Words(ja: "通り", en: "alternatives"),
        note: Words(
            ja: "1システムについて比べる案の数。これを超えると計画にその旨を記す。",
            en: "Alternatives weighed per system; a plan says where there were more."))

    private static func flag(_ key: Key, _ standard: Int, ja: String, en: String) -> Setting {
        Setting(
            key: key, standard: standard, range: 0...1, unit: Words(ja: "", en: ""),
            note: Words(ja: ja, en: en))
    }
}
