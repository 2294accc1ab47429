import HeijunModel
import HeijunPlanning

/// Titles of the sections that tell a plan's options, funding and waves.
extension Headlines {
    /// How many systems take another hosting, form or ending.
    func options(_ plan: Plan) -> String {
        let hostings = plan.choices.count { $0.newHosting != nil }
        let forms = plan.choices.count { $0.form != nil }
        let endings = plan.choices.count { $0.ending != nil }
        return format(
            Words(
                ja: "稼働形態を変えるのは \(hostings)、調達形態を変えるのは \(forms)、廃止・統合・共同化は \(endings) システム",
                en:
                    "\(hostings) systems change hosting, \(forms) the form of procurement, \(endings) end or are shared"
            ))
    }

    /// What general revenue pays in all, before and under the plan.
    func fundings(_ uses: [Plan.FundingUse]) -> String {
        let general = uses.filter { $0.funding == .general }
        let before = grouped(general.map(\.before).total().thousands)
        let after = grouped(general.map(\.after).total().thousands)
        return format(
            Words(
                ja: "計画期間の一般財源は \(before) 千円から \(after) 千円になる",
                en: "General revenue over the plan's years goes from \(before) to \(after) thousand yen"))
    }

    /// How many systems move in how many waves, and how much is still to be settled.
    func waves(_ waves: [MoveWave]) -> String {
        let moves = waves.reduce(0) { $0 + $1.moves.count }
        let open = waves.reduce(0) { $0 + $1.checklist.count { $0.isMet != true } }
        return format(
            Words(
                ja: "\(moves) システムを \(waves.count) 波で移設し、確認を要する事項は \(open) 件",
                en: "\(moves) systems move in \(waves.count) waves; \(open) items are still to be settled"))
    }
}
