import HeijunModel

/// The sentences about bounds on the years of one system.
extension Sentences {
    /// A bound on the years of one system.
    static func bound(_ bound: YearBound, _ basis: PlanningBasis) -> Words {
        let year = label(bound.year, basis)
        switch bound.kind {
        case .deadline(let deadline): return self.deadline(bound, deadline, year)
        case .support(let subject):
            return Words(
                ja: "\(subject.ja)のサポートは \(year.ja) に終わる。",
                en: "Support for \(subject.en) ends in \(year.en).")
        case .contract(let name), .lease(let name):
            return Words(
                ja: "契約「\(name)」は \(year.ja) まで続く。", en: "The contract “\(name)” runs until \(year.en).")
        case .freeze(let name):
            return Words(
                ja: "凍結期間「\(name)」が \(year.ja) の稼働月に掛かる。",
                en: "The freeze “\(name)” holds the go-live month of \(year.en).")
        case .reLease(let most):
            return Words(
                ja: "再リースは \(most) 回までとされている。", en: "It may be re-leased \(most) times at most.")
        case .closing(let room):
            let name = basis.roomName(room)
            return Words(
                ja: "\(name)は \(year.ja) 末までに明け渡す。", en: "\(name) must be empty by the end of \(year.en).")
        }
    }

    /// A deadline with its day and where it comes from.
    private static func deadline(_ bound: YearBound, _ deadline: PlanDeadline, _ year: Words) -> Words {
        let day = deadline.day.fieldText
        guard deadline.year >= bound.year else {
            return Words(
                ja: "標準化の期限（\(day)、\(deadline.source.ja)）に間に合う年度はもうない。",
                en: "No open year meets the standardization deadline (\(day), \(deadline.source.en)).")
        }
        let what =
            deadline.isAim
            ? Words(ja: "標準化の移行の目安", en: "aim of the standardization")
            : Words(ja: "標準化の期限", en: "standardization deadline")
        return Words(
            ja: "\(what.ja)は \(year.ja)（\(day)、\(deadline.source.ja)）。",
            en: "The \(what.en) is \(year.en) (\(day), \(deadline.source.en)).")
    }

    /// A bound, by how much it is broken, and what that means.
    ///
    /// - Parameter isClosed: Whether the bound closes the year that breaks it so far.
    static func broken(_ bound: YearBound, by amount: Int, isClosed: Bool, _ basis: PlanningBasis) -> Words {
        let (what, much) = (self.bound(bound, basis), excess(bound, amount, isClosed: isClosed))
        return Words(
            ja: what.ja.dropLast() + much.ja + "。", en: what.en.dropLast() + " " + much.en + ".")
    }

    private static func excess(_ bound: YearBound, _ amount: Int, isClosed: Bool) -> Words {
        let years = amount == 1 ? "year" : "years"
        let much =
            switch bound.kind {
            case .reLease: Words(ja: "\(amount) 回超える", en: "\(amount) more")
            case .freeze: Words(ja: "稼働できない", en: "no go-live")
            case .contract, .lease: Words(ja: "\(amount) 年早い", en: "\(amount) \(years) early")
            case .deadline, .support, .closing: Words(ja: "\(amount) 年超える", en: "\(amount) \(years) late")
            }
        let key = bound.setting.key.text
        return isClosed
            ? Words(ja: "（\(much.ja)。設定 \(key) により選べない）", en: "(\(much.en); closed by \(key))")
            : Words(ja: "（\(much.ja)。目安）", en: "(\(much.en); a guide)")
    }

    /// What stands against the natural year, said of it.
    static func unmoved(_ obstacle: Words) -> Words {
        Words(
            ja: "元の年度のままでは、" + obstacle.ja,
            en: "In its natural year: " + obstacle.en.prefix(1).lowercased() + obstacle.en.dropFirst())
    }

    /// How the bounds that leave no year become guides.
    static func loosened(_ bounds: [YearBound]) -> Words {
        let keys = bounds.map { "\($0.setting.key.text)=0" }
        let each = keys.indices.filter { !keys[..<$0].contains(keys[$0]) }.map { keys[$0] }
        return Words(
            ja: "目安とする設定は \(each.joined(separator: "、"))。",
            en: "As a guide it would not stand in the way (\(each.joined(separator: ", "))).")
    }

    /// Systems kept past an end of support by the natural years already, and not brought forward.
    static func naturallyPastSupport(_ keys: [Key], _ strength: YearBound.Strength, _ basis: PlanningBasis)
        -> Words
    {
        let kept =
            strength == .guides
            ? Words(ja: "", en: "")
            : Words(ja: "（これを越える延期はしていない）", en: " (nothing is extended further)")
        return Words(
            ja: "自然年度で既にサポート終了を超えている\(kept.ja): " + list(keys, basis),
            en: "Past the end of support by their natural years already\(kept.en): " + listEn(keys, basis))
    }

    /// Systems with something whose support ends in a closed year, or has ended.
    static func supportEnded(_ keys: [Key], through year: Words, _ basis: PlanningBasis) -> Words {
        Words(
            ja: "予算が締め切られた \(year.ja) までにサポートが終わるものがあり、年度の制限としていない（check に示す）: "
                + list(keys, basis),
            en:
                "With something whose support ends by \(year.en), whose budget is closed; it limits no year (see check): "
                + listEn(keys, basis))
    }

    /// What support ends that bind in every case have to do with a plan that cannot be made.
    static func supportBinds(_ late: [Key]?, _ basis: PlanningBasis) -> Words {
        let key = Setting.hardSupport.key.text
        guard let late else {
            return Words(
                ja: "サポート終了を必ず守る設定（\(key)=2）による。1（サポート終了を越えて延期しない）としても計画は成り立たない。",
                en: "Support ends bind (\(key)=2); with 1, nothing extended past them, no plan exists either."
            )
        }
        return Words(
            ja: "または、サポート終了を必ず守る設定（\(key)=2）を 1（サポート終了を越えて延期しない）とすれば計画が成り立つ。"
                + "そのときサポート終了を超えるのは: " + list(late, basis),
            en:
                "Or a plan exists with \(key)=1 instead of 2: nothing is extended past an end of support, and these stay "
                + "past it: " + listEn(late, basis))
    }
}

extension YearBound {
    /// The setting that says whether it holds.
    var setting: Setting {
        switch kind {
        case .deadline: .hardDeadline
        case .support: .hardSupport
        case .contract, .lease: .hardContract
        case .closing: .hardClosing
        case .freeze: .hardFreeze
        case .reLease: .hardReLease
        }
    }
}
