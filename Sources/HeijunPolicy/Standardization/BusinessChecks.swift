import HeijunModel

extension DataCheck {
    /// What must hold between the states, days and steps of the standardized businesses.
    static let businesses: [DataCheck] =
        [
            each(
                "transition-after-aim", .error,
                Words(ja: "予定日を見直すか、個別の期限を記入してください。", en: "Revise the day, or enter a deadline of its own.")
            ) { business, context in
                guard business.state == .transitionSupport, let day = business.plannedDay else { return nil }
                let deadline = context.deadline(of: business)
                guard day > deadline.day else { return nil }
                return breach(
                    business, "planned_day", day.fieldText,
                    ja:
                        "移行予定日（\(context.ja(day))）が\(deadline.kind.title.ja)（\(context.ja(deadline.day))）の後です。",
                    en: "its planned day (\(day.fieldText)) lies after \(deadline.day.fieldText).")
            },
            each(
                "transition-without-reason", .error,
                Words(ja: "特定移行支援の事由（1〜4）を記入してください。", en: "Enter the reason, 1 to 4.")
            ) { business, context in
                guard business.state == .transitionSupport, business.transitionReason == nil,
                    !context.ledger.systems(of: business.id).contains(where: { $0.transitionReason != nil })
                else { return nil }
                return breach(
                    business, "transition_reason", nil, ja: "特定移行支援ですが、事由がありません。",
                    en: "it is under transition support without a reason.")
            },
            each(
                "transition-without-day", .warning,
                Words(ja: "移行予定日を記入してください。", en: "Enter the planned day.")
            ) { business, context in
                guard business.state == .transitionSupport, business.plannedDay == nil,
                    !context.ledger.systems(of: business.id).contains(where: {
                        $0.transitionPlannedDay != nil
                    })
                else { return nil }
                return breach(
                    business, "planned_day", nil, ja: "特定移行支援ですが、移行予定日がありません。",
                    en: "it is under transition support without a planned day.")
            },
            each(
                "reason-without-transition", .warning,
                Words(ja: "状態か事由を直してください。", en: "Correct its state or the reason.")
            ) { business, _ in
                guard business.transitionReason != nil, business.state != .transitionSupport else {
                    return nil
                }
                return breach(
                    business, "transition_reason", business.transitionReason?.rawValue,
                    ja: "\(business.state.title.ja)ですが、特定移行支援の事由があります。",
                    en:
                        "it has a reason for transition support, but its state is \(business.state.title.en.lowercased())."
                )
            },
            each(
                "interim-without-due", .warning,
                Words(ja: "経過措置の期限を記入してください。", en: "Enter the day until which the interim measures run.")
            ) { business, context in
                guard business.state == .migratedInterim,
                    (business.interimDue ?? context.asOf) <= context.asOf
                else { return nil }
                return breach(
                    business, "interim_due", business.interimDue?.fieldText,
                    ja: business.interimDue == nil ? "経過措置の期限がありません。" : "経過措置の期限が過ぎています。",
                    en: business.interimDue == nil
                        ? "its interim measures have no end." : "its interim measures are past their end.")
            },
            each(
                "migrated-with-open-steps", .warning,
                Words(ja: "ステップ⑱-1 か業務の状態を直してください。", en: "Correct step ⑱-1 or the state.")
            ) { business, context in
                let states = stepStates(of: business, context)
                let isMigrated = business.state == .migrated || business.state == .migratedInterim
                let isOperating = states[ProcedureStep.operation] == .done
                guard !states.isEmpty, isMigrated != isOperating,
                    isMigrated || business.state != .transitionSupport,
                    states[ProcedureStep.operation] != .notApplicable
                else { return nil }
                return breach(
                    business, "state", business.state.rawValue,
                    ja: "状態は\(business.state.title.ja)ですが、⑱-1 運用開始は\(isOperating ? "完了済み" : "未完了")です。",
                    en: "its state is \(business.state.title.en.lowercased()), but step ⑱-1, operation, is "
                        + "\(isOperating ? "done" : "open").")
            },
            each(
                "operation-before-test", .warning,
                Words(ja: "⑭-3 と⑮-1 の状態を確かめてください。", en: "Check steps ⑭-3 and ⑮-1.")
            ) { business, context in
                let states = stepStates(of: business, context)
                let needed = [ProcedureStep.dataMigration, ProcedureStep.test]
                guard states[ProcedureStep.operation] == .done,
                    !needed.allSatisfy({ states[$0] == .done || states[$0] == .notApplicable })
                else { return nil }
                return breach(
                    business, "state", business.state.rawValue,
                    ja: "⑱-1 運用開始が完了済みですが、⑭-3 最終データ移行か⑮-1 テストが終わっていません。",
                    en: "step ⑱-1 is done, but data migration (⑭-3) or test (⑮-1) is not.")
            },
            each(
                "reported-rate-differs", .info,
                Words(ja: "公表時点とステップの時点を確かめてください。", en: "Check the days of both.")
            ) { business, context in
                let steps = context.ledger.steps(of: business.id)
                guard !steps.isEmpty, let reported = business.reportedRate else { return nil }
                let counted = StepCounts(steps).rate
                guard counted != reported else { return nil }
                return breach(
                    business, "reported_rate", reported.fieldText,
                    ja: "公表進捗率\(percentText(reported))%とステップからの\(percentText(counted))%が違います。",
                    en:
                        "its published rate (\(percentText(reported)) %) differs from its steps' (\(percentText(counted)) %)."
                )
            },
            each(
                "step-without-reason", .info,
                Words(ja: "対象外の理由を記入してください。", en: "Enter why the steps do not apply.")
            ) { business, context in
                let count = context.ledger.steps(of: business.id).count {
                    $0.state == .notApplicable && ($0.reason ?? "").isEmpty
                }
                guard count > 0 else { return nil }
                return breach(
                    business, nil, String(count), ja: "理由のない対象外のステップが\(count)件あります。",
                    en: "\(count) steps are not applicable without a reason.")
            },
            each(
                "unknown-business", .warning,
                Words(ja: "業務の識別子を直してください。", en: "Correct the business's key.")
            ) { business, _ in
                guard StandardBusiness.named(business.id.text)?.key != business.id else { return nil }
                let known = StandardBusiness.named(business.id.text)?.key.text
                let near = known ?? StandardBusiness.suggestion(for: business.id.text)
                return breach(
                    business, "id", business.id.text,
                    ja: "標準化対象業務にありません。\(near.map { "「\($0)」ではありませんか。" } ?? "")",
                    en: "no such standardized business.\(near.map { " Did you mean “\($0)”?" } ?? "")")
            },
            unserved, missingBusinesses, reasonWithoutBusiness, dayWithoutReason,
        ] + forecasts + recurring + [malformedPeers]

    private static func each(
        _ code: String, _ severity: Finding.Severity, _ fix: Words,
        _ find: @escaping @Sendable (Business, Context) -> Breach?
    ) -> DataCheck {
        DataCheck(
            code, .standardization, severity, fix: fix,
            check: .whole { context in context.portfolio.businesses.compactMap { find($0, context) } })
    }
}
