import HeijunModel
import HeijunPolicy

/// The work that the standardization brings again and again: revisions of specifications that systems have yet to follow,
/// and reports on grants. A revision is one item with its cost, under the first system that lags or serves; its cost falls in the
/// fiscal year of the day before it applies.
func recurringItems(_ portfolio: Portfolio, asOf: Day) -> [DueItem] {
    revisionItems(Context(portfolio, asOf: asOf)) + grantItems(portfolio.grants)
}

private func revisionItems(_ context: Context) -> [DueItem] {
    RevisionWork.all(in: context).compactMap { work in
        let serving = context.ledger.systems(of: work.revision.business).filter(\.isLive)
        // A version that is recorded before it applies is what the system will follow: its work is still to do.
        let isAhead = (work.daysLeft ?? -1) >= 0
        guard let year = work.workYear, let first = work.lagging.first?.system ?? serving.first?.id,
            isAhead || !work.lagging.isEmpty
        else { return nil }
        let others = work.lagging.count > 1 ? "（\(work.lagging.count)システム）" : ""
        let subject = "\(work.name.ja) 第\(work.revision.version)版\(others)"
        return DueItem(
            kind: .revision, system: first,
            subject: Words(ja: subject, en: subject), day: work.revision.applies, year: year,
            costs: work.revision.cost.map { [YearAmount(year: year, amount: $0)] } ?? [])
    }
}

private func grantItems(_ grants: [Grant]) -> [DueItem] {
    grants.compactMap { grant in
        guard grant.decided != nil, grant.reportedDay == nil else { return nil }
        let year = grant.carriedTo ?? grant.year
        let name = "デジタル基盤改革支援補助金"
        return DueItem(
            kind: .grantReport, system: grant.system, subject: Words(ja: name, en: name), day: year.lastDay,
            year: year, costs: [])
    }
}
