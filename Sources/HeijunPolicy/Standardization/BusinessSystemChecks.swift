import HeijunModel

extension DataCheck {
    /// A business of the body that no live system serves; only where the ledger lists systems at all.
    static let unserved = DataCheck(
        "business-without-system", .standardization, .warning,
        fix: Words(ja: "担うシステムの「標準化対象業務」に記入してください。", en: "Enter it with the system that serves it."),
        check: .whole { context in
            guard !context.portfolio.systems.isEmpty else { return [] }
            return context.portfolio.businesses.compactMap { business in
                guard business.state != .notApplicable,
                    StandardBusiness.named(business.id.text)?.isOneOfTwenty == true,
                    !context.ledger.systems(of: business.id).contains(where: \.isLive)
                else { return nil }
                return breach(
                    business, nil, nil, ja: "担うシステムが台帳にありません。", en: "no system of the ledger serves it.")
            }
        })

    /// The businesses of the law that the ledger leaves out, once it records any.
    static let missingBusinesses = DataCheck(
        "business-missing", .standardization, .warning,
        fix: Words(
            ja: "業務を追加してください。事務がなければ「対象外」としてください。",
            en: "Add it; set it to not applicable where the body has no such business."),
        check: .whole { context in
            guard !context.portfolio.businesses.isEmpty else { return [] }
            return StandardBusiness.expected(of: context.portfolio.organization.category).compactMap {
                expected in
                guard context.ledger.business(expected.key) == nil else { return nil }
                return Breach(
                    kind: "business", key: expected.key.text,
                    ja: "「\(expected.name.ja)」が台帳にありません。", en: "“\(expected.name.en)” is not recorded.")
            }
        })

    static let reasonWithoutBusiness = DataCheck(
        "transition-reason-without-business", .standardization, .error,
        fix: Words(ja: "標準化対象業務を記入するか、事由を消してください。", en: "Enter the business it serves, or clear the reason."),
        check: .eachSystem { system, _ in
            guard let reason = system.transitionReason, system.businesses.isEmpty else { return nil }
            return Breach(
                system, "transition_reason", reason.rawValue, ja: "特定移行支援の事由がありますが、標準化対象業務がありません。",
                en: "it has a reason for transition support but serves no standardized business.")
        })

    static let dayWithoutReason = DataCheck(
        "transition-day-without-reason", .standardization, .warning,
        fix: Words(ja: "事由を記入するか、予定日を消してください。", en: "Enter the reason, or clear the day."),
        check: .eachSystem { system, _ in
            guard let day = system.transitionPlannedDay, system.transitionReason == nil else { return nil }
            return Breach(
                system, "transition_day", day.fieldText, ja: "特定移行の予定日がありますが、事由がありません。",
                en: "it has a day for its transition but no reason.")
        })
}
