import HeijunModel

/// What the tier rules ask of a system.
struct TierEnd {
    let name: String, tier: Tier?, hosting: Hosting?

    /// Reads single fields: a ledger has many links, and a system many fields.
    init?(_ key: Key, in ledger: LedgerIndex) {
        guard let position = ledger.position(key), ledger.portfolio.systems[position].stage != .retired else {
            return nil
        }
        name = ledger.portfolio.systems[position].name
        tier = ledger.portfolio.systems[position].tier
        hosting = ledger.portfolio.systems[position].hosting
    }
}

/// A link with the two systems it joins.
struct TierLink {
    let link: Link
    let from: TierEnd
    let to: TierEnd
    let model: Organization.NetworkModel?

    /// My-Number tier and Internet tier, either way.
    var joinsMyNumberAndInternet: Bool { joins(.mynumber, .internet) }

    /// My-Number tier and LGWAN tier, either way, without its particulars.
    var lacksSpecificCommunication: Bool {
        joins(.mynumber, .lgwan) && (link.specificCommunication ?? "").isEmpty && !isOffLine
    }

    /// Internet to LGWAN without sanitizing, or LGWAN to Internet in the α model.
    var entersUnsanitized: Bool {
        if from.tier == .internet && to.tier == .lgwan { return !link.isSanitized && !isOffLine }
        return from.tier == .lgwan && to.tier == .internet && model == .alpha && !isOffLine
    }

    /// Government Cloud and Internet tier, either way, without a named exception.
    var leavesGovernmentCloud: Bool {
        let touches =
            (from.hosting == .governmentCloud && to.tier == .internet)
            || (to.hosting == .governmentCloud && from.tier == .internet)
        return touches && (link.specificCommunication ?? "").isEmpty
    }

    /// Whether data travels on media, so that no network joins the tiers.
    private var isOffLine: Bool { link.method == .media }

    private func joins(_ one: Tier, _ other: Tier) -> Bool {
        ((from.tier == one && to.tier == other) || (from.tier == other && to.tier == one)) && !isOffLine
    }
}

/// The links between live systems that a tier rule forbids.
func tierBreaches(
    _ context: Context, severity: Finding.Severity, where isForbidden: (TierLink) -> Bool
) -> [Breach] {
    let model = context.portfolio.organization.networkModel
    return context.portfolio.links.compactMap { link in
        guard let from = TierEnd(link.system, in: context.ledger),
            let to = TierEnd(link.to, in: context.ledger),
            isForbidden(TierLink(link: link, from: from, to: to, model: model))
        else { return nil }
        return Breach(
            kind: "link", key: link.recordKey, field: "to", value: link.to.text, severity: severity,
            ja: "「\(from.name)」（\(from.tier?.title.ja ?? "")）から「\(to.name)」（\(to.tier?.title.ja ?? "")）への"
                + "連携「\(link.content)」です。",
            en: "link “\(link.content)” runs from “\(from.name)” (\(from.tier?.title.en ?? "")) to "
                + "“\(to.name)” (\(to.tier?.title.en ?? "")).")
    }
}

extension ITSystem {
    /// Whether it serves only businesses that do not all use My Number itself (選挙人名簿管理, 印鑑登録, 戸籍, 就学).
    var isOnlyLooselyTiered: Bool {
        let loose: Set<Key> = ["electoralRoll", "sealRegistration", "familyRegister", "schoolEnrollment"]
        return !handlesMyNumber && !businesses.isEmpty && businesses.allSatisfy(loose.contains)
    }
}
