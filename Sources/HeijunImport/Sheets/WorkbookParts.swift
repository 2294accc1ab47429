/// A part's references to others, by their identifiers.
final class RelationshipEvents: PartEvents {
    /// Kind (the last word of its type) and target of each reference.
    private(set) var targets: [String: (kind: String, target: String)] = [:]
    let failure: SheetError? = nil
    private let id: Name?, type: Name?, target: Name?, relationship: Name?

    init(_ names: PartNames) {
        (id, type, target, relationship) = (
            names("Id"), names("Type"), names("Target"), names("Relationship")
        )
    }

    func start(_ tag: StartTag) {
        guard tag.name == relationship, let id = tag.text(id), let target = tag.text(target) else { return }
        let kind = tag.text(type).map { $0.split(separator: "/").last.map(String.init) ?? "" } ?? ""
        targets[id] = (kind, target)
    }

    func text(_ bytes: UnsafeBufferPointer<UInt8>, _ cursor: Cursor) {}
    func end(_ cursor: Cursor) {}

    /// The target of the first reference of a kind.
    func first(_ kind: String) -> String? {
        targets.filter { $0.value.kind == kind }.min { $0.key < $1.key }?.value.target
    }
}

/// A workbook's list of sheets.
final class WorkbookEvents: PartEvents {
    /// Name, reference and visibility of each sheet, in the order of the tabs.
    private(set) var sheets: [(name: String, reference: String, isHidden: Bool)] = []
    /// Whether days are counted from 1904.
    private(set) var countsFrom1904 = false
    let failure: SheetError? = nil
    private let sheet: Name?, name: Name?, id: Name?, state: Name?, properties: Name?, date1904: Name?

    init(_ names: PartNames) {
        (sheet, name, id, state) = (names("sheet"), names("name"), names("id"), names("state"))
        (properties, date1904) = (names("workbookPr"), names("date1904"))
    }

    func start(_ tag: StartTag) {
        if tag.name == sheet, let name = tag.text(name), let id = tag.text(id) {
            sheets.append((name, id, (tag.text(state) ?? "visible") != "visible"))
        } else if tag.name == properties, let value = tag.text(date1904) {
            countsFrom1904 = value == "1" || value == "true"
        }
    }

    func text(_ bytes: UnsafeBufferPointer<UInt8>, _ cursor: Cursor) {}
    func end(_ cursor: Cursor) {}
}

/// Which of a workbook's cell styles show days.
final class StyleEvents: PartEvents {
    /// Whether each style, by number, shows a day or a time.
    private(set) var showsDay: [Bool] = []
    let failure: SheetError? = nil
    private var ownFormats: [Int: Bool] = [:]
    private var isInCells = false
    private let cells: Name?, style: Name?, formatID: Name?, format: Name?, code: Name?, cellStyles: Name?

    init(_ names: PartNames) {
        (cells, style, formatID) = (names("cellXfs"), names("xf"), names("numFmtId"))
        (format, code, cellStyles) = (names("numFmt"), names("formatCode"), names("cellStyles"))
    }

    func start(_ tag: StartTag) {
        if tag.name == format, let id = tag.text(formatID).flatMap({ Int($0) }) {
            ownFormats[id] = NumberFormat.showsDay(tag.text(code) ?? "")
        } else if tag.name == cells {
            isInCells = true
        } else if tag.name == cellStyles {
            isInCells = false
        } else if isInCells, tag.name == style {
            let id = tag.text(formatID).flatMap { Int($0) } ?? 0
            showsDay.append(ownFormats[id] ?? NumberFormat.builtInDays.contains { $0.contains(id) })
        }
    }

    func text(_ bytes: UnsafeBufferPointer<UInt8>, _ cursor: Cursor) {}
    func end(_ cursor: Cursor) {}
}

/// A workbook's shared texts; their furigana (`rPh`) are left out.
final class SharedTextEvents: PartEvents {
    private(set) var texts: [String] = []
    private(set) var failure: SheetError?
    private var text: [UInt8] = []
    private var total = 0
    private var depth = 0, furiganaDepth: Int?, isInText = false
    private var open: [Name] = []
    private let limit: Int
    private let item: Name?, part: Name?, furigana: Name?

    init(_ names: PartNames, limit: Int) {
        self.limit = limit
        (item, part, furigana) = (names("si"), names("t"), names("rPh"))
    }

    func start(_ tag: StartTag) {
        open.append(tag.name)
        if tag.name == furigana, furiganaDepth == nil { furiganaDepth = open.count }
        isInText = tag.name == part && furiganaDepth == nil
        if tag.name == item { text.removeAll(keepingCapacity: true) }
    }

    func text(_ bytes: UnsafeBufferPointer<UInt8>, _ cursor: Cursor) throws(ImportError) {
        guard isInText else { return }
        total += bytes.count
        guard total <= limit else {
            failure = SheetError(.tooLarge(.text, limit: limit))
            throw Self.end
        }
        text.append(contentsOf: bytes)
    }

    func end(_ cursor: Cursor) {
        if furiganaDepth == open.count { furiganaDepth = nil }
        isInText = false
        if open.popLast() == item { texts.append(CellText.unescaped(text)) }
    }
}
