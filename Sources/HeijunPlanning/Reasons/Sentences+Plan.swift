import HeijunLevelling
import HeijunModel

/// The sentences of the planner, in both languages: remarks and conflicts.
extension Sentences {
    static func list(_ keys: [Key], _ basis: PlanningBasis) -> String {
        let shown = keys.prefix(20).map { "\(basis.name($0))（\($0.text)）" }.joined(separator: "、")
        return keys.count > 20 ? shown + " ほか\(keys.count - 20)件" : shown
    }

    static func listEn(_ keys: [Key], _ basis: PlanningBasis) -> String {
        let shown = keys.prefix(20).map { "\(basis.name($0)) (\($0.text))" }.joined(separator: ", ")
        return keys.count > 20 ? shown + " and \(keys.count - 20) more" : shown
    }

    static func withoutYear(_ keys: [Key], _ basis: PlanningBasis) -> Words {
        Words(
            ja: "再構築年度も、稼働年度と周期もないため、再構築を計画に含めていない（運用経費と機器更新だけを計上）: "
                + list(keys, basis),
            en: "Without a rebuild year or a start and a cycle; only running cost and renewals are counted: "
                + listEn(keys, basis))
    }

    static func overdue(_ keys: [Key], _ basis: PlanningBasis) -> Words {
        Words(
            ja: "台帳の再構築年度が過ぎているため、最も早く予算化できる年度を元の年度とした: " + list(keys, basis),
            en:
                "The ledger's rebuild year has passed; the earliest year that can still be budgeted stands for it: "
                + listEn(keys, basis))
    }

    static func movingNow(_ keys: [Key], _ basis: PlanningBasis) -> Words {
        let year = label(FiscalYear(of: basis.asOf), basis)
        return Words(
            ja: "\(year.ja) の再構築・更新に合わせて移設するものとし、移設先にあるとみなした: " + list(keys, basis),
            en: "Taken to move with the rebuild or renewal of \(year.en), and to stand at the target: "
                + listEn(keys, basis))
    }

    static func decidedYears(_ keys: [Key], _ basis: PlanningBasis) -> Words {
        Words(
            ja: "年度決定済み（既決）のため年度を変えていない（変更には補正予算か繰越を要する）: " + list(keys, basis),
            en:
                "Their years are decided and stay (a supplementary budget or a carry-over would change them): "
                + listEn(keys, basis))
    }

    static func contractedYears(_ keys: [Key], _ basis: PlanningBasis) -> Words {
        Words(
            ja: "再構築が契約済み、または債務負担行為を設定済みのため年度を変えていない（変更には補正予算か繰越を要する）: "
                + list(keys, basis),
            en:
                "Their rebuilds are contracted, or a debt burden act for them is set, so their years stay (a "
                + "supplementary budget or a carry-over would change them): " + listEn(keys, basis))
    }

    static func closedBudget(_ keys: [Key], through year: Words, _ basis: PlanningBasis) -> Words {
        Words(
            ja: "\(year.ja) までの予算は議決または要求締切済みのため年度を変えていない（変更には補正予算か繰越を要する）: "
                + list(keys, basis),
            en:
                "Budgets through \(year.en) are voted or closed, so these years stay (a supplementary budget or a "
                + "carry-over would change them): " + listEn(keys, basis))
    }

    static func pinnedAgainstBudget(_ keys: [Key], _ basis: PlanningBasis) -> Words {
        Words(
            ja: "固定年度は、決定済みの年度か締め切った予算に反するため、従っていない。補正予算か繰越によるときは、"
                + "計画条件の予算の例外（budget_exception）に登録する: " + list(keys, basis),
            en:
                "A pin against a decided year or a closed budget is not followed. Where a supplementary budget or a "
                + "carry-over allows it, record that as the system's budget_exception: " + listEn(keys, basis)
        )
    }

    static func excepted(
        _ keys: [Key], by kind: PlanTerms.BudgetException, _ basis: PlanningBasis
    ) -> Words {
        Words(
            ja: "\(kind.title.ja)により、締め切った予算の年度を変える: " + list(keys, basis),
            en: "A year of a closed budget changes, by \(kind.title.en.lowercased()): " + listEn(keys, basis))
    }

    static func liveInFreeze(_ keys: [Key], _ basis: PlanningBasis) -> Words {
        Words(
            ja: "稼働月が凍結期間にある: " + list(keys, basis),
            en: "The go-live month lies in a freeze: " + listEn(keys, basis))
    }

    static func pastSupport(_ keys: [Key], _ risks: [String], _ basis: PlanningBasis) -> Words {
        let notes = risks.isEmpty ? "" : "。リスク: " + risks.joined(separator: "、")
        let notesEn = risks.isEmpty ? "" : ". Risks: " + risks.joined(separator: ", ")
        return Words(
            ja: "サポート終了を越えて延期する: " + list(keys, basis) + notes,
            en: "Extended past the end of support: " + listEn(keys, basis) + notesEn)
    }

    static func staysInCentre(_ keys: [Key], _ basis: PlanningBasis) -> Words {
        Words(
            ja: "移設先の室を予定しているが、iDC に残す（設定 plan.idc-stays）: " + list(keys, basis),
            en: "With a target room, but staying in the iDC (plan.idc-stays): " + listEn(keys, basis))
    }

    static func missedDeadline(_ keys: [Key], _ basis: PlanningBasis) -> Words {
        Words(
            ja: "標準化の期限に間に合う年度が残っておらず、目安として扱った: \(list(keys, basis))",
            en: "No open year meets the standardization deadline any more; it guides: \(listEn(keys, basis))")
    }

    static func noTarget(_ keys: [Key], _ basis: PlanningBasis) -> Words {
        Words(
            ja: "明渡し期限のある室にあるが、移設先が台帳にない: " + list(keys, basis),
            en: "In a room that closes, without a target in the ledger: " + listEn(keys, basis))
    }

    static func capped(_ keys: [Key], _ basis: PlanningBasis) -> Words {
        Words(
            ja: "案の数を設定値で打ち切ったシステムがあり、理論上の最小値は限定した問題の下限である: " + list(keys, basis),
            en: "Courses were capped by the setting, so the bound is the bound of the restricted problem: "
                + listEn(keys, basis))
    }

    static func platformYears(_ keys: [Key], _ basis: PlanningBasis) -> Words {
        Words(
            ja: "移る可能性のある利用システムの負担は、計画で選んだ基盤の年度で計算した。理論上の最小値は、その年度に限った問題の下限である: "
                + list(keys, basis),
            en:
                "What tenants that may come or go pay follows the platform's planned years; the bound is that of the "
                + "problem restricted to these years: " + listEn(keys, basis))
    }

    static func closedYearOver(_ year: Words, _ account: Words, _ excess: Int) -> Words {
        let amount = money(excess)
        return Words(
            ja: "予算が締め切られた \(year.ja) は\(account.ja)の上限を \(amount.ja)超える見込み。",
            en: "\(year.en), whose budget is closed, exceeds the ceiling of \(account.en) by \(amount.en).")
    }

    static func decidedAgainstOrder(_ order: Precedence) -> Words {
        Words(
            ja: "決定済みの年度が順序（\(order.first.text) → \(order.then.text)）に反している。",
            en: "Decided years break the order \(order.first.text) before \(order.then.text).")
    }

    static func orderBeyond(_ order: Precedence) -> Words {
        Words(
            ja: "\(order.first.text) の再構築は計画期間より後で、\(order.then.text) より先にできないため、順序を制約に入れていない。",
            en:
                "\(order.first.text) is rebuilt after the horizon and cannot come before \(order.then.text); the order does not bind."
        )
    }

    static func groupBeyond(_ group: DecisionGroup) -> Words {
        Words(
            ja: "一体決定グループ \(group.name ?? group.id.text) の一部は再構築が計画期間より後で、同じ年度にできない。",
            en:
                "Part of the decision group \(group.name ?? group.id.text) is rebuilt after the horizon and cannot share a year."
        )
    }

    static func decidedTogether(_ pair: Separation) -> Words {
        Words(
            ja: "決定済みの年度が同じで、同年度不可（\(pair.first.text)・\(pair.second.text)）に反している。",
            en: "Decided years coincide although \(pair.first.text) and \(pair.second.text) must not.")
    }

    static func decidedApart(_ group: DecisionGroup) -> Words {
        Words(
            ja: "一体決定グループ \(group.id.text) の決定済みの年度が揃っていない。",
            en: "Decided years of the decision group \(group.id.text) differ.")
    }

    static func linkedApart(_ keys: [Key], _ basis: PlanningBasis) -> Words {
        Words(
            ja: "密結合の連携があるが、移設できる期が重ならない: " + list(keys, basis),
            en: "Hard-linked, but without a time at which they could move together: " + listEn(keys, basis))
    }

    static func leftOutOfGroup(_ group: MoveGroup, _ keys: [Key]) -> Words {
        let names = keys.map(\.text)
        return Words(
            ja: "移設グループ \(group.id.text) のうち計画期間に移設の機会がないもの: \(names.joined(separator: "、"))",
            en: "In move group \(group.id.text), without an occasion to move in the horizon: "
                + names.joined(separator: ", "))
    }

    static let undecided = Words(
        ja: "与えられた計算量では、条件を満たす計画が見つからず、ないことも示せなかった。計算量を増やすか条件を緩めてください。",
        en:
            "Within the effort given, no plan was found and none was proved impossible. Raise the effort or loosen a limit."
    )

    static func cannotState(_ fault: ProblemFault) -> Words {
        Words(
            ja: "計画の問題を組み立てられない（\(fault)）。金額と件数の桁を確かめてください。",
            en: "The planning problem cannot be stated (\(fault)). Check the size of the amounts.")
    }

    static func stuck(_ name: String, _ reasons: [Words]) -> Words {
        let reasons = joined(reasons)
        return Words(
            ja: "\(name)には選べる年度がない。\(reasons.ja)期限を延ばすか、前倒し可能年数を増やすか、単独移設を認めてください。",
            en:
                "\(name) has no possible year. \(reasons.en) Extend the limit, widen its window or allow separate moves."
        )
    }

    static func pinStuck(_ name: String, _ year: Words, _ reasons: [Words]) -> Words {
        let reasons = joined(reasons)
        return Words(
            ja: "\(name)の \(year.ja) への固定は成り立たない。\(reasons.ja)",
            en: "\(name) cannot be pinned to \(year.en). \(reasons.en)")
    }
}
