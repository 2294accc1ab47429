import HeijunModel

/// What is said where no plan exists.
extension Sentences {
    static let collide = Words(
        ja: "次の制限は同時には成り立たない。それぞれ次の分だけ緩めれば計画が成り立つ（見つかった中で最小。証明はしていない）。",
        en:
            "These limits cannot hold together. A plan exists if each gives as follows (the least found, not proven)."
    )

    static let tiesCollide = Words(
        ja: "上限をすべて緩めても、順序・同年度不可・移設グループ・固定年度が同時には成り立たない。",
        en:
            "Even with every limit loosened, the orders, separations, move groups and pins cannot hold together."
    )

    static func give(
        _ resource: Resource, _ year: Words, limit: Int, by amount: Int, setBy: String?,
        _ basis: PlanningBasis
    )
        -> Words
    {
        let name = basis.title(resource)
        let (from, more) = (quantity(limit, resource), quantity(amount, resource))
        let who = setBy.map { "、設定: \($0)" } ?? ""
        let whoEn = setBy.map { ", set by \($0)" } ?? ""
        return Words(
            ja: "\(year.ja) の\(name.ja)の上限（\(from.ja)\(who)）を \(more.ja)上げる。",
            en: "Raise the \(year.en) limit on \(name.en) (\(from.en)\(whoEn)) by \(more.en).")
    }

    /// A limit of one number for all years, and the number with which a plan exists.
    static func uniform(_ resource: Resource, limit: Int, enough: Int, _ basis: PlanningBasis) -> Words {
        let name = basis.title(resource)
        let (from, to) = (quantity(limit, resource), quantity(enough, resource))
        return Words(
            ja: "\(name.ja)の上限（各年度 \(from.ja)）を \(to.ja)にする。",
            en: "Set the limit on \(name.en) (\(from.en) in every year) to \(to.en).")
    }

    static func pinsInvolved(_ names: [String]) -> Words {
        Words(
            ja: "これらの年度に支出する固定年度: \(names.joined(separator: "、"))",
            en: "Pins that spend in these years: \(names.joined(separator: ", "))")
    }

    /// What one limit has to give in any case.
    static func atLeast(_ amount: Int, _ resource: Resource) -> Words {
        let amount = quantity(amount, resource)
        return Words(
            ja: "この制限だけを緩める場合、少なくとも \(amount.ja)は要ると証明されている。",
            en: "It is proven that this limit alone has to give \(amount.en) at least.")
    }

    /// Leads from one set of loosenings to another.
    static let otherwise = Words(
        ja: "または、代わりに次の分だけ緩めても計画が成り立つ（見つかった中で最小。証明はしていない）。",
        en: "Or a plan exists if these give instead (the least found, not proven).")

    /// Leads from one limit that gives alone to another.
    static let otherwiseAlone = Words(
        ja: "または、代わりに次の１つだけを緩めても計画が成り立つ。", en: "Or a plan exists if this one gives instead.")

    /// Where one limit alone need give.
    static let collideAlone = Words(
        ja: "制限が同時には成り立たない。次の１つだけを緩めれば計画が成り立つ。",
        en: "The limits cannot hold together. A plan exists if this one alone gives.")

    /// No plan exists without one limit's giving.
    static let needed = Words(
        ja: "他のどの制限を緩めても、この制限を緩めない限り計画は成り立たないと証明されている。",
        en: "It is proven that no plan exists unless this limit gives, whichever others do.")

    /// The least that one limit has to give is proven.
    static let provenLeast = Words(
        ja: "この制限だけを緩める場合の最小の幅と証明済み。", en: "That is proven to be the least that it alone has to give.")
}
