public import HeijunModel

extension Table {
    /// The facilities with what is known of them and where it is written.
    public static func facilities(_ portfolio: Portfolio, _ format: Format) -> Table {
        Table(
            key: "facilities", title: Words(ja: "施設", en: "Facilities"),
            columns: [
                Column("id", ja: "ID", en: "Key"), Column("name", ja: "施設名", en: "Facility"),
                Column("role", ja: "役割", en: "Role"), Column("opens", ja: "供用開始", en: "Opens"),
                Column("closes", ja: "閉鎖期限", en: "Closes"),
                Column("baseIsolated", ja: "免震", en: "Base isolated", .centre),
                Column("redundantPower", ja: "電源二重化", en: "Redundant power", .centre),
                Column("systems", ja: "設置システム", en: "Systems", .trailing),
                Column("note", ja: "備考", en: "Note"), Column("source", ja: "出典", en: "Source"),
            ],
            rows: portfolio.facilities.map { row($0, portfolio, format) })
    }

    private static func row(_ facility: Facility, _ portfolio: Portfolio, _ format: Format) -> [Cell] {
        let rooms = Set(portfolio.rooms.filter { $0.facility == facility.id }.map(\.id))
        let count = portfolio.systems.count { $0.isLive && $0.room.map(rooms.contains) == true }
        return [
            Cell(facility.id.text), Cell(facility.name), format.cell(facility.role),
            format.cell(facility.opens),
            format.cell(facility.closes), flag(facility.isBaseIsolated), flag(facility.hasRedundantPower),
            format.cell(portfolio.systems.isEmpty ? nil : count), Cell(facility.note), Cell(facility.source),
        ]
    }

    private static func flag(_ value: Bool) -> Cell {
        Cell(value ? "○" : "", .bool(value), plain: "\(value)")
    }
}
