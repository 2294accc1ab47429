public import HeijunModel

/// A revision of a standard specification and the systems that have yet to follow it.
public struct RevisionWork: Sendable, Hashable {
    /// The revision of the 標準仕様.
    public let revision: SpecificationRevision
    /// The business's name.
    public let name: Words
    /// Days from today to its application; negative once it applies; nil without a day.
    public let daysLeft: Int?
    /// The live systems of the business whose version is another, with that version.
    public let lagging: [Lag]

    /// A system that follows another version.
    public struct Lag: Sendable, Hashable {
        /// The system and its name.
        public let system: Key, name: String
        /// The version that it follows; nil where none is recorded.
        public let version: String?
    }

    /// The fiscal year in which the work is done: that of the day before it applies; nil without a day.
    public var workYear: FiscalYear? { revision.applies.map { FiscalYear(of: $0.adding(days: -1)) } }

    /// Every revision, by the day from which it applies; those without a day come last.
    public static func all(in context: Context) -> [RevisionWork] {
        let latest = Self.latestVersions(context.portfolio.specificationRevisions)
        return context.portfolio.specificationRevisions.map { revision in
            let business = context.ledger.business(revision.business)
            let systems = context.ledger.systems(of: revision.business).filter(\.isLive)
            let lagging = systems.filter { system in
                let version = system.specificationVersion ?? business?.specificationVersion
                return version != revision.version
                    && !(latest[revision.business] ?? []).isAfter(version, revision)
            }
            return RevisionWork(
                revision: revision,
                name: StandardBusiness.named(revision.business.text)?.name
                    ?? Words(ja: revision.business.text, en: revision.business.text),
                daysLeft: revision.applies.map { context.asOf.days(to: $0) },
                lagging: lagging.map {
                    Lag(
                        system: $0.id, name: $0.name,
                        version: $0.specificationVersion ?? business?.specificationVersion)
                })
        }.sorted {
            ($0.revision.applies ?? .range.upperBound, $0.revision.business, $0.revision.version)
                < ($1.revision.applies ?? .range.upperBound, $1.revision.business, $1.revision.version)
        }
    }

    /// The revisions of each business in the order in which they apply.
    private static func latestVersions(
        _ revisions: [SpecificationRevision]
    ) -> [Key: [SpecificationRevision]] {
        Dictionary(grouping: revisions, by: \.business).mapValues { list in
            list.sorted { ($0.applies ?? .range.upperBound) < ($1.applies ?? .range.upperBound) }
        }
    }
}

/// What revisions of specifications ask for in one fiscal year, and the grants of the same year: recurring work and cost.
public struct RecurringYear: Sendable, Hashable {
    /// The fiscal year.
    public let year: FiscalYear
    /// The revisions whose work falls in the year.
    public let revisions: [RevisionWork]
    /// The grants of the year, and those carried into it.
    public let grants: [Grant]

    /// Person-months of the revisions, in tenths.
    public var effort: Int { revisions.compactMap { $0.revision.effort?.tenths }.reduce(0, +) }
    /// Cost of the revisions.
    public var cost: Yen { revisions.compactMap(\.revision.cost).total() }
    /// What was decided of the grants, less what was carried over; and what was carried into the year.
    public var grant: Yen {
        grants.map { grant in
            let carried = grant.carried ?? .zero
            return grant.carriedTo == year ? carried : (grant.decided ?? .zero) - carried
        }.total()
    }

    /// Every year that has some, oldest first.
    public static func all(in context: Context) -> [RecurringYear] {
        let works = RevisionWork.all(in: context)
        let grants = context.portfolio.grants
        let years = Set(works.compactMap(\.workYear) + grants.map(\.year) + grants.compactMap(\.carriedTo))
        return years.sorted().map { year in
            RecurringYear(
                year: year, revisions: works.filter { $0.workYear == year },
                grants: grants.filter { $0.year == year || $0.carriedTo == year })
        }
    }
}

extension [SpecificationRevision] {
    /// Whether a version is one that applies later than a revision does.
    fileprivate func isAfter(_ version: String?, _ revision: SpecificationRevision) -> Bool {
        guard let found = firstIndex(where: { $0.version == version }),
            let here = firstIndex(where: { $0.version == revision.version })
        else { return false }
        return found > here
    }
}

extension DataCheck {
    /// Faults of grants and of the work that standard specifications bring again and again.
    static let recurring: [DataCheck] = [
        DataCheck(
            "revision-not-followed", .standardization, .warning,
            fix: Words(ja: "改定への対応を計画し、標準仕様書の版を更新してください。", en: "Plan the change, and update the version."),
            check: .whole { context in
                RevisionWork.all(in: context).filter { ($0.daysLeft ?? 1) < 0 }.flatMap { work in
                    work.lagging.map { lag in
                        Breach(
                            kind: "system", key: lag.system.text, field: "specification", value: lag.version,
                            ja: "「\(lag.name)」: 標準仕様書（\(work.name.ja)）第\(work.revision.version)版の適用日を過ぎましたが、"
                                + "記録は\(lag.version.map { "第\($0)版" } ?? "空欄")です。",
                            en: "“\(lag.name)”: version \(work.revision.version) of the specification "
                                + "(\(work.name.en)) applies, but \(lag.version ?? "none") is recorded.")
                    }
                }
            }),
        grant("grant-over-limit", .error, Words(ja: "金額を直してください。", en: "Correct the amounts.")) { grant, _ in
            guard let limit = grant.limit else { return nil }
            let total = [grant.applied, grant.decided, grant.spent].compactMap { $0 }.max() ?? .zero
            guard total > limit else { return nil }
            return (
                "limit", "申請・決定・実績の額が上限額を超えています。", "more is applied for, decided or spent than its limit."
            )
        },
        grant("grant-not-reported", .warning, Words(ja: "実績報告を行い、記録してください。", en: "Report, and record it.")) {
            grant, context in
            guard grant.decided != nil, grant.reportedDay == nil, grant.carriedTo == nil,
                context.asOf > grant.year.lastDay
            else { return nil }
            return (
                "reported_day", "年度が終わりましたが、実績報告も繰越も記録されていません。",
                "the year is over, but neither report nor carry-over is recorded."
            )
        },
        grant(
            "grant-past-the-fund", .error,
            Words(ja: "繰越先の年度を見直してください。", en: "Revise the year to which it is carried.")
        ) { grant, _ in
            // The fund's term was extended to the end of FY2030 by the revision of 2024-12-24.
            guard let to = grant.carriedTo, to > FiscalYear(2030) || to <= grant.year else { return nil }
            return (
                "carried_to", "繰越先の年度が基金の設置期間（令和12年度末）を過ぎるか、当年度以前です。",
                "it is carried past the fund's term (end of FY2030) or backwards."
            )
        },
    ]

    private static func grant(
        _ code: String, _ severity: Finding.Severity, _ fix: Words,
        _ find: @escaping @Sendable (Grant, Context) -> (field: String, ja: String, en: String)?
    ) -> DataCheck {
        DataCheck(
            code, .standardization, severity, fix: fix,
            check: .whole { context in
                context.portfolio.grants.compactMap { grant in
                    guard let found = find(grant, context) else { return nil }
                    let name = context.ledger.system(grant.system)?.name ?? grant.system.text
                    return Breach(
                        kind: "grant", key: grant.recordKey, field: found.field,
                        ja: "「\(name)」の補助金（\(context.ja(grant.year))）: \(found.ja)",
                        en: "Grant of “\(name)”, FY\(grant.year.startYear): \(found.en)")
                }
            })
    }
}

extension DataCheck {
    /// Packed progress of other bodies that cannot be read.
    static let malformedPeers = DataCheck(
        "peer-malformed", .standardization, .warning,
        fix: Words(
            ja: "heijun standardization import で取り込み直してください。",
            en: "Import it again by standardization import."),
        check: .whole { context in
            PeerTable(context.portfolio.peers).malformed.map { body, text in
                Breach(
                    kind: "peer_progress", key: body.text, field: "steps", value: text,
                    ja: "「\(body.text)」の進捗「\(text.prefix(60))」が読めません。",
                    en: "The progress “\(text.prefix(60))” of “\(body.text)” cannot be read.")
            }
        })
}
