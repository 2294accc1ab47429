import HeijunModel

/// What headings of tables, and elements of unknown files, call the ledger's fields.
enum HeadingNames {
    /// A heading as it is compared: without its unit in brackets, the mark of a required field, breaks, blanks, dots,
    /// hyphens and underlines; width and case do not matter.
    static func form(_ heading: String) -> String {
        matchForm(plain(heading).replacing("№", with: "no")).filter { !" -_.・:、,".contains($0) }
    }

    /// A heading without its unit in brackets, the mark of a required field and line breaks.
    private static func plain(_ heading: String) -> String {
        let text = heading.filter { !$0.isNewline && $0 != "※" && $0 != "*" && $0 != "＊" }
        guard let bracket = text.firstIndex(where: opening.contains), bracket != text.startIndex else {
            return text
        }
        return String(text[..<bracket])
    }

    private static let opening: Set<Character> = ["（", "(", "[", "［", "【", "〔", "〈", "<"]

    /// The unit that a heading names after its name: 千円 of `取得価格（千円）`, `GB` of `メモリ[GB]`.
    static func unit(_ heading: String) -> String? {
        guard let bracket = heading.firstIndex(where: opening.contains) else { return nil }
        let inner = matchForm(String(heading[bracket...])).filter { !"()[]【】〔〕〈〉<> ".contains($0) }
        return money(in: inner) ?? SizeUnit.names.map { $0.lowercased() }.first { inner == $0 }
            ?? ["gb", "mb", "tb", "kb"].first { inner == $0 }
    }

    /// The unit of a whole table, as in `（単位：千円）`.
    static func tableUnit(_ text: String) -> String? {
        let form = matchForm(text)
        guard let found = form.firstRange(of: "単位") else { return nil }
        return money(in: String(form[found.upperBound...]))
    }

    private static func money(in text: String) -> String? {
        ["百万円", "千円", "万円", "億円", "円"].first { text.contains($0) }
    }

    /// Whether the heading's column only counts the rows.
    static func isCounter(_ form: String) -> Bool { counters.contains(form) }
    private static let counters = Set(HeadingWords.counters.map(form))

    /// Fields by every name that a heading may have, in the form of `form(_:)`.
    static func fields(of kind: RecordKind) -> [String: Int] {
        var fields: [String: Int] = [:]
        for (key, names) in HeadingWords.all[kind.name] ?? [:] {
            for name in names { fields[form(name)] = kind.position[key] }
        }
        for (position, info) in kind.fields.enumerated() {
            for name in [info.title.en, info.title.ja, info.key] { fields[form(name)] = position }
        }
        return fields
    }

    /// The kinds that a sheet may hold: the one that it is named after, else those that vendors hand over.
    static func kinds(ofSheet name: String) -> [RecordKind] {
        let form = matchForm(name)
        let named = RecordKind.all.filter {
            [$0.name, $0.title.ja, $0.title.en].map(matchForm).contains(form)
        }
        return named.isEmpty
            ? [Equipment.kind, ITSystem.kind, Software.kind, Vendor.kind, Commission.kind, ProjectTask.kind]
            : named
    }
}
