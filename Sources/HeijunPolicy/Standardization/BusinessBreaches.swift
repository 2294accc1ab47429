import HeijunModel

/// A business as a sentence names it.
func name(of business: Business) -> Words {
    StandardBusiness.named(business.id.text)?.name ?? Words(ja: business.id.text, en: business.id.text)
}

/// The breach of a business; both sentences begin with its name.
func breach(
    _ business: Business, _ field: String?, _ value: String?, severity: Finding.Severity? = nil,
    ja: String, en: String
) -> Breach {
    let name = name(of: business)
    return Breach(
        kind: "business", key: business.id.text, field: field, value: value, severity: severity,
        ja: "「\(name.ja)」: \(ja)", en: "“\(name.en)”: \(en)")
}

/// S01: businesses outside transition support that missed, or plan to miss, their deadline.
func missedDeadlines(_ context: Context) -> [Breach] {
    context.portfolio.businesses.compactMap { business in
        guard business.state != .transitionSupport, business.state != .notApplicable else { return nil }
        let deadline = context.deadline(of: business)
        if business.state.isOpen && context.asOf > deadline.day {
            let late = deadline.day.days(to: context.asOf)
            return breach(
                business, "state", business.state.rawValue,
                ja: "期限（\(context.ja(deadline.day))）を\(late)日過ぎて\(business.state.title.ja)です。",
                en:
                    "\(business.state.title.en.lowercased()), \(late) days after its deadline (\(deadline.day.fieldText))."
            )
        }
        return lateDay(business, deadline, context)
    }
}

private func lateDay(_ business: Business, _ deadline: Deadline, _ context: Context) -> Breach? {
    let isOpen = business.state.isOpen
    guard let day = isOpen ? business.plannedDay : business.completedDay, day > deadline.day else {
        return nil
    }
    return breach(
        business, isOpen ? "planned_day" : "completed_day", day.fieldText, severity: isOpen ? .error : .info,
        ja: "移行\(isOpen ? "予定" : "完了")日（\(context.ja(day))）が期限（\(context.ja(deadline.day))）の後です。",
        en: "its \(isOpen ? "planned" : "completed") day (\(day.fieldText)) lies after the deadline "
            + "(\(deadline.day.fieldText)).")
}

/// S03: businesses under way whose progress is recorded neither by steps nor by a published rate.
func businessesWithoutProgress(_ context: Context) -> [Breach] {
    context.portfolio.businesses.compactMap { business in
        guard business.state.isOpen, business.reportedRate == nil,
            context.ledger.steps(of: business.id).isEmpty
        else { return nil }
        return breach(
            business, "reported_rate", nil, severity: .warning,
            ja: "作業ステップも公表進捗率も記録されていません。", en: "neither its steps nor a published rate are recorded.")
    }
}

/// S05: businesses served from the Government Cloud and in operation, whose network change is not done.
func missingNetworkChanges(_ context: Context) -> [Breach] {
    context.portfolio.businesses.compactMap { business in
        let states = stepStates(of: business, context)
        guard states[ProcedureStep.operation] == .done,
            let change = states[ProcedureStep.networkChange], change == .notStarted || change == .working,
            context.ledger.systems(of: business.id).contains(where: { $0.hosting == .governmentCloud })
        else { return nil }
        return breach(
            business, "state", change.rawValue, severity: .warning,
            ja: "運用開始済ですが、⑯-2 庁内ネットワークの変更が\(change.title.ja)です。",
            en: "it is in operation, but step ⑯-2, the network change, is \(change.title.en.lowercased()).")
    }
}

/// The recorded state of each step, by number.
func stepStates(of business: Business, _ context: Context) -> [Int: Step.State] {
    Dictionary(
        context.ledger.steps(of: business.id).map { ($0.number, $0.state) },
        uniquingKeysWith: { _, last in last })
}
