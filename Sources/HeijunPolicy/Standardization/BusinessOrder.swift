/// The three official orders in which documents list the businesses.
public enum BusinessOrder: CaseIterable, Sendable {
    /// 総務省's progress sheet.
    case progress
    /// デジタル庁's list.
    case digitalAgency
    /// The Cabinet Order (政令), of which only the first item was read in the order itself.
    case cabinet

    /// The place of a business; nil where the document does not list it.
    func place(of business: StandardBusiness) -> Int? {
        switch self {
        case .progress: business.progressOrder
        case .digitalAgency: business.digitalAgencyOrder
        case .cabinet: business.cabinetOrder
        }
    }
}

extension StandardizationTable {
    /// The same table with its businesses in another official order; those that the document does not list come last.
    public func ordered(by order: BusinessOrder) -> StandardizationTable {
        let places = rows.enumerated().map { index, row in
            (row.business.flatMap { order.place(of: $0) } ?? Int.max, index, row)
        }
        let sorted = places.sorted { ($0.0, $0.1) < ($1.0, $1.1) }.map(\.2)
        return StandardizationTable(asOf: asOf, rows: sorted, mean: mean, counts: counts)
    }
}
