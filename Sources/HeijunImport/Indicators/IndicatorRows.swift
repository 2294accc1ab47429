import HeijunModel

/// Makes records of the rows of a table of indicators.
struct IndicatorRows {
    let columns: IndicatorColumns
    let sheet: Sheet
    private(set) var entries: [Entry] = []
    private(set) var problems: [IndicatorTable.Problem] = []
    /// Whether an indicator that is nearly called as a stored one is a new one.
    var allowsNew = false
    private var byKey: [String: Entry] = [:]
    private var keyByName: [[String]: String] = [:]
    private var taken = Set<String>()
    private var lastArea = ""
    private var lastNumber = 0

    init(columns: IndicatorColumns, sheet: Sheet, stored: [Entry]) {
        self.columns = columns
        self.sheet = sheet
        for entry in stored where entry.kind == Indicator.kind.name || entry.kind == IndicatorValue.kind.name
        {
            guard let kind = RecordKind.named(entry.kind) else { continue }
            let key = kind.key(of: entry.values)
            byKey[entry.kind + ":" + key] = entry
            if entry.kind == Indicator.kind.name {
                keyByName[["area", "name"].map { entry.value($0) ?? "" }] = key
            }
        }
    }

    /// Takes a row in; one that holds no name is passed over.
    mutating func take(_ row: SheetRow) {
        var texts: [String: String] = [:]
        for (column, field) in columns.fields { texts[field] = text(row, column) }
        if let area = texts["area"] { lastArea = area } else { texts["area"] = lastArea }
        guard let name = texts["name"] else { return }
        if lastArea.isEmpty { texts["area"] = "－" }
        if !allowsNew, let slip = slip(in: texts, name) {
            let column = columns.fields.first { $0.value == slip.field }?.key ?? columns.name ?? 1
            return fail(
                row, column, slip.seen,
                "「\(slip.seen)」という指標は台帳にありません。「\(slip.nearest)」ではありませんか。新しい指標なら --new を付けてください。",
                "No indicator is called “\(slip.seen)”. Did you mean “\(slip.nearest)”? For a new one, add --new."
            )
        }
        let key = texts["id"] ?? keyByName[[texts["area"] ?? "", name]] ?? nextKey()
        guard taken.insert(key).inserted else {
            return fail(row, columns.name ?? 1, name, "同じ指標が二度あります。", "The indicator stands here twice.")
        }
        texts["id"] = key
        keyByName[[texts["area"] ?? "", name]] = key
        var entry = byKey["indicator:" + key] ?? Entry(kind: "indicator", of: Indicator.kind)
        for (field, text) in texts { put(text, field, into: &entry, row) }
        if entry.value("direction") == nil { entry.set("direction", "higher") }
        putBaseline(of: row, unit: entry.value("unit"), into: &entry)
        entries.append(entry)
        for (column, value) in columns.values.sorted(by: { $0.key < $1.key }) {
            putValue(key, value, row, column, entry)
        }
    }

    /// A key or a name that is not stored but nearly is: more likely a slip than a new indicator.
    private func slip(in texts: [String: String], _ name: String) -> (
        field: String, seen: String, nearest: String
    )? {
        if let id = texts["id"] {
            guard byKey["indicator:" + id] == nil, !taken.contains(id) else { return nil }
            let known = byKey.values.filter { $0.kind == Indicator.kind.name }.compactMap { $0.value("id") }
            return near(id, known.sorted()).map { ("id", id, $0) }
        }
        let area = texts["area"] ?? ""
        guard keyByName[[area, name]] == nil else { return nil }
        let known = keyByName.keys.filter { $0[0] == area }.map { $0[1] }
        return near(name, known.sorted()).map { ("name", name, $0) }
    }

    /// The text that differs from another by a letter in five at most; nil where none does.
    private func near(_ text: String, _ known: [String]) -> String? {
        guard text.count >= 4, let nearest = closest(to: text, among: known) else { return nil }
        let letters = Array(text), others = Array(nearest)
        let same = zip(letters, others).count { $0 == $1 }
        let back = zip(letters.reversed(), others.reversed()).count { $0 == $1 }
        return max(same, back) * 5 >= max(letters.count, others.count) * 4 ? nearest : nil
    }

    private mutating func nextKey() -> String {
        repeat {
            lastNumber += 1
        } while byKey["indicator:KPI-\(lastNumber)"] != nil || taken.contains("KPI-\(lastNumber)")
        return "KPI-\(lastNumber)"
    }

    /// The text of a cell, merged ones too; nil where it says nothing.
    private func text(_ row: SheetRow, _ column: Int) -> String? {
        let text = sheet.cell(row: row.number, column: column)?.text ?? ""
        let plain = String(trimmed(text))
        return plain.isEmpty || ["-", "－", "―", "—", "−"].contains(plain) ? nil : plain
    }

    private mutating func put(_ text: String, _ field: String, into entry: inout Entry, _ row: SheetRow) {
        guard let position = Indicator.kind.position[field] else { return }
        do {
            let kept = try Indicator.kind.fields[position].canonical(text)
            entry.values[position] = kept.isEmpty ? nil : kept
        } catch {
            let column = columns.fields.first { $0.value == field }?.key ?? 0
            fail(row, column, text, error.words.ja, error.words.en)
        }
    }

    private mutating func putBaseline(of row: SheetRow, unit: String?, into entry: inout Entry) {
        guard let column = columns.baseline, let words = text(row, column) else { return }
        entry.set("baseline", figure(words, unit: unit)?.fieldText)
        entry.set("baseline_text", plain(words, unit) ? nil : words)
        if let year = columns.baselineYear { entry.set("baseline_year", year.fieldText) }
    }

    private mutating func putValue(
        _ indicator: String, _ value: (role: IndicatorValue.Role, year: FiscalYear), _ row: SheetRow,
        _ column: Int, _ holder: Entry
    ) {
        guard let words = text(row, column) else { return }
        let unit = holder.value("unit")
        guard value.role == .target || !isNumeric(holder) || mayBeWords(words, unit) else {
            return fail(
                row, column, words,
                "実績「\(words)」は数値として読めません。数値（と単位）で書くか、まだなければ空欄にしてください。",
                "The actual “\(words)” is no number. Write a number, with its unit if you like, or leave the cell empty."
            )
        }
        var entry = Entry(kind: "value", of: IndicatorValue.kind)
        entry.set("indicator", indicator)
        entry.set("year", value.year.fieldText)
        entry.set("role", value.role.rawValue)
        if let stored = byKey["value:" + IndicatorValue.kind.key(of: entry.values)] { entry = stored }
        entry.set("value", figure(words, unit: unit)?.fieldText)
        entry.set("text", plain(words, unit) ? nil : words)
        entries.append(entry)
    }

    /// The figure of a cell that is a number, alone or with the unit right behind it; nil for any other words.
    private func figure(_ text: String, unit: String?) -> Figure? {
        var rest = halfWidth(text)
        if let unit = unit.map(halfWidth), rest.hasSuffix(unit) { rest.removeLast(unit.count) }
        return try? Figure(fieldText: rest)
    }

    /// Whether the indicator is one of figures.
    private func isNumeric(_ holder: Entry) -> Bool {
        let direction = holder.value("direction")
        return direction != Indicator.Direction.text.rawValue
            && direction != Indicator.Direction.none.rawValue
    }

    /// Whether an actual in words names a figure, as 「累計15件」 and 「約136億円」 do; 「約三百」 and 「34O」 do not.
    private func mayBeWords(_ text: String, _ unit: String?) -> Bool {
        if figure(text, unit: unit) != nil { return true }
        let plain = halfWidth(text)
        let isMixed = plain.contains { $0.isASCII && $0.isLetter } && !(unit ?? "").contains { $0.isASCII }
        return plain.contains { $0.isASCII && $0.isNumber } && !isMixed
    }

    /// Whether the words say no more than the figure.
    private func plain(_ text: String, _ unit: String?) -> Bool { (try? Figure(fieldText: text)) != nil }

    private mutating func fail(_ row: SheetRow, _ column: Int, _ seen: String, _ ja: String, _ en: String) {
        problems.append(
            IndicatorTable.Problem(
                place: SheetPlace(sheet: sheet.name, row: row.number, column: column), seen: seen,
                words: Words(ja: ja, en: en)))
    }
}

extension Entry {
    /// An empty record of a kind.
    fileprivate init(kind name: String, of kind: RecordKind) {
        self.init(kind: name, values: Array(repeating: nil, count: kind.fields.count))
    }

    fileprivate func value(_ field: String) -> String? {
        RecordKind.named(kind)?.position[field].flatMap { values.indices.contains($0) ? values[$0] : nil }
    }

    fileprivate mutating func set(_ field: String, _ text: String?) {
        if let position = RecordKind.named(kind)?.position[field] { values[position] = text }
    }
}
