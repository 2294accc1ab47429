import HeijunLevelling
import HeijunModel

/// What the plan writes beside each decision follows from the course that it means, and from the natural one.
extension PlanCheck {
    /// Years, rooms, reasons for a fixed year and cost of every choice; its words apart.
    func choices() -> [Finding] {
        zip(systems, model.systems).flatMap { system, listed -> [Finding] in
            guard let choice = system.choice, let course = system.course else { return [] }
            let expected = expected(choice, course, listed)
            return PlanCheck.stated.filter { !$0.isSame(choice, expected) }.map { field in
                finding(
                    "plan-choice", "system", choice.system, "\(field.title.ja)が再計算と合わない。",
                    "Its \(field.title.en) is not what it comes to.")
            }
        }
    }

    /// Everything that a choice states beside its decision. A new field is one entry here.
    private static let stated: [Statement] = [
        Statement("自然年度", "natural year") { $0.natural == $1.natural },
        Statement("計画年度", "planned year") { $0.planned == $1.planned },
        Statement("構築開始年度", "first building year") { $0.buildsFrom == $1.buildsFrom },
        Statement("再構築の年度", "rebuild years") { $0.rebuilds == $1.rebuilds },
        Statement("機器更新の年度", "renewal years") { $0.renewals == $1.renewals },
        Statement("自然年度の機器更新", "natural renewal") { $0.naturalRenewal == $1.naturalRenewal },
        Statement("自然年度の移設", "natural move") { $0.naturalMove == $1.naturalMove },
        Statement("移設元", "room left") { $0.moveFrom == $1.moveFrom },
        Statement("移設先", "room entered") { $0.moveTo == $1.moveTo },
        Statement("移設後の稼働形態", "hosting after the move") { $0.hosting == $1.hosting },
        Statement("年度を固定した理由", "reason for a fixed year") { $0.fixed == $1.fixed },
        Statement("延伸の年度", "extended years") { $0.extendedYears == $1.extendedYears },
        Statement("一時経費", "one-time cost") { $0.oneTimeCost == $1.oneTimeCost },
    ]

    /// One field of a choice with its name.
    private struct Statement: Sendable {
        let title: Words
        let isSame: @Sendable (Plan.Choice, Plan.Choice) -> Bool

        init(_ ja: String, _ en: String, isSame: @escaping @Sendable (Plan.Choice, Plan.Choice) -> Bool) {
            title = Words(ja: ja, en: en)
            self.isSame = isSame
        }
    }

    private func expected(
        _ choice: Plan.Choice, _ course: Course, _ listed: SystemAlternatives
    ) -> Plan.Choice {
        func inside(_ years: [FiscalYear]) -> [FiscalYear] { years.filter { basis.period($0) != nil } }
        let (facts, natural) = (listed.facts, listed.naturalCourse)
        var result = choice
        result.natural = inside(Array(natural.rebuilds.prefix(1))).first
        result.planned = inside(Array(course.rebuilds.prefix(1))).first
        result.buildsFrom = result.planned.map { $0.advanced(by: -facts.buildYears) }
        (result.rebuilds, result.renewals) = (inside(course.rebuilds), inside(course.renewals))
        result.naturalRenewal = natural.decision.renewal
        result.naturalMove = natural.decision.move
        result.fixed = facts.fixed
        let waiting = course.extensionYears.filter { $0 < choice.firstRebuild ?? basis.last }
        result.extendedYears = waiting.isEmpty ? nil : waiting.sorted()
        result.oneTimeCost = Yen(
            thousands: course.payments.reduce(0) { sum, payment in
                payment.kind.isRunning || basis.period(payment.year) == nil ? sum : sum + payment.amount
            })
        (result.moveFrom, result.moveTo, result.hosting) = (nil, nil, nil)
        guard choice.moveYear != nil else { return result }
        result.moveFrom = facts.room
        switch facts.destination(course.decision) {
        case .stays: break
        case .room(let room): result.moveTo = room
        case .hosting(let hosting): result.hosting = hosting
        }
        return result
    }

    /// Reasons and remarks are what the plan's figures say.
    func words() -> [Finding] {
        guard let picks = model.picks(of: plan) else { return [] }
        let solution = LevellingSolution(
            picks: picks, objective: plan.objective ?? 0, bound: plan.bound ?? 0)
        let again = PlanWriter(model: model, options: PlanOptions()).plan(solution, hash: "")
        let reasons = Dictionary(again.choices.map { ($0.system, $0.reason) }) { first, _ in first }
        let changed = plan.choices.filter { reasons[$0.system] != $0.reason }.map(\.system)
        let found = changed.map {
            finding("plan-words", "system", $0, "理由の文が再計算と合わない。", "Its reason is not what follows from it.")
        }
        guard plan.remarks != again.remarks else { return found }
        return found + [
            finding(
                "plan-words", "plan", Key(plan.id), "注記が再計算と合わない。",
                "Its remarks are not what follows from it.")
        ]
    }
}
