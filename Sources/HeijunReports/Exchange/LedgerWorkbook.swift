public import HeijunModel

extension Workbook {
    /// The ledger as a workbook: a sheet for each kind of record that it holds, a column a field, kept texts as they
    /// are.
    ///
    /// - Parameter titles: Whether fields are headed by their titles instead of their keys.
    public static func ledger(
        _ entries: [Entry], titles: Bool, _ format: Format
    ) throws(ExchangeProblem) -> Workbook {
        let groups = Dictionary(grouping: entries, by: \.kind)
        let sheets = RecordKind.all.compactMap { kind -> WorkbookSheet? in
            guard let records = groups[kind.name] else { return nil }
            let table = table(of: kind, ExportOrder.sorted(records, kind), titles: titles)
            return WorkbookSheet(table, name: Words(ja: kind.name, en: kind.name))
        }
        return Workbook(sheets, format)
    }

    private static func table(of kind: RecordKind, _ records: [Entry], titles: Bool) -> Table {
        Table(
            key: kind.name, title: kind.title,
            columns: kind.fields.map { field in
                let title = titles ? field.title : Words(ja: field.key, en: field.key)
                return Table.Column(field.key, ja: title.ja, en: title.en)
            },
            rows: records.map { $0.values.map { Cell($0) } })
    }
}
