public import HeijunModel

/// A summary review (総括) with its verdict on time: agreements without an end are reviewed every three to five years,
/// those with an end from a year before it (川崎市 民間活用推進方針 協働連携事業等のレビューおよび総括 L38–58).
public struct ReviewRow: Sendable, Hashable {
    /// The review.
    public let review: SummaryReview
    /// The day by which the next summary is due; nil where neither start, end nor last review says.
    public let due: Day?
    /// Whether that day has passed.
    public let isOverdue: Bool
}

/// The summary reviews as of a day, in ledger order.
public func reviewTable(_ context: Context) -> [ReviewRow] {
    context.portfolio.summaryReviews.map { review in
        let due = dueDay(of: review)
        return ReviewRow(review: review, due: due, isOverdue: due.map { $0 < context.asOf } ?? false)
    }
}

/// One that goes on by itself counts as one without an end. Five years after the last summary or the start at the
/// latest; a year before the end otherwise, unless it was reviewed within that year.
private func dueDay(of review: SummaryReview) -> Day? {
    if let ends = review.ends, !review.isExtended {
        let due = shifted(ends, years: -1)
        return review.day.map { $0 >= due } == true ? nil : due
    }
    return (review.day ?? review.starts).map { shifted($0, years: 5) }
}

private func shifted(_ day: Day, years: Int) -> Day {
    Day(existingYear: day.year + years, month: day.month, day: day.day)
        ?? Day(year: day.year + years, month: day.month, day: day.day - 1)
}
