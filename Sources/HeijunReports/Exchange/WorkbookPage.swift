import CXLSXWriter
import HeijunModel

/// The looks of a workbook's cells.
struct WorkbookStyles {
    typealias Style = UnsafeMutablePointer<lxw_format>
    let head: Style?, numberHead: Style?, heading: Style?
    let text: Style?, shortText: Style?, whole: Style?, decimal: Style?, percent: Style?, day: Style?
    let totalText: Style?, totalWhole: Style?

    init(_ book: UnsafeMutablePointer<lxw_workbook>, _ format: Format) {
        func style(_ number: String? = nil, _ change: (Style) -> Void = { _ in }) -> Style? {
            guard let style = workbook_add_format(book) else { return nil }
            format_set_align(style, UInt8(LXW_ALIGN_VERTICAL_TOP.rawValue))
            if let number { format_set_num_format(style, number) }
            change(style)
            return style
        }
        func headed(_ style: Style) {
            format_set_bold(style)
            format_set_text_wrap(style)
            format_set_bottom(style, UInt8(LXW_BORDER_THIN.rawValue))
            format_set_bg_color(style, 0xE8EEF4)
        }
        func total(_ style: Style) {
            format_set_bold(style)
            format_set_top(style, UInt8(LXW_BORDER_THIN.rawValue))
        }
        // The indent keeps a number apart from a text that begins right beside it.
        func right(_ style: Style) {
            format_set_align(style, UInt8(LXW_ALIGN_RIGHT.rawValue))
            format_set_indent(style, 1)
        }
        head = style(nil, headed)
        numberHead = style {
            headed($0)
            right($0)
        }
        heading = style {
            headed($0)
            format_set_align($0, UInt8(LXW_ALIGN_CENTER.rawValue))
        }
        text = style { format_set_text_wrap($0) }
        shortText = style(nil, right)
        (whole, decimal, percent) = (
            style("#,##0", right), style("#,##0.####", right), style("0.0#%", right)
        )
        day = style(
            format.years == .era && format.language == .ja ? "[$-411]ge.m.d" : "yyyy-mm-dd")
        totalText = style(nil, total)
        totalWhole = style("#,##0") {
            total($0)
            right($0)
        }
    }
}

/// One sheet on its way to the workbook.
struct WorkbookPage {
    let page: UnsafeMutablePointer<lxw_worksheet>
    let styles: WorkbookStyles
    let format: Format

    /// Writes head, rows, sums and the page's look.
    func write(_ sheet: WorkbookSheet) {
        let table = sheet.table
        let head = sheet.headings.isEmpty ? 0 : 1
        for heading in sheet.headings { write(heading) }
        for (column, info) in table.columns.enumerated() {
            worksheet_write_string(
                page, UInt32(head), UInt16(column), title(info),
                isNumeric(info) ? styles.numberHead : styles.head)
            let narrow = sheet.crowd.flatMap { $0.columns.contains(column) ? $0.width : nil }
            set(column, width: narrow ?? width(table, column), isFolded: info.isDataOnly)
        }
        if let crowd = sheet.crowd {
            if head > 0 { worksheet_set_row(page, 0, crowd.headingHeight, nil) }
            worksheet_set_row(page, UInt32(head), crowd.headHeight, nil)
        }
        for (row, cells) in table.rows.enumerated() {
            for (column, cell) in cells.enumerated() {
                let text = isNumeric(table.columns[column]) ? styles.shortText : styles.text
                write(cell, UInt32(head + 1 + row), UInt16(column), text: text, whole: styles.whole)
            }
        }
        for (column, cell) in (table.total ?? []).enumerated() {
            write(
                cell, UInt32(head + 1 + table.rows.count), UInt16(column), text: styles.totalText,
                whole: styles.totalWhole)
        }
        lay(out: table, head: head, crowd: sheet.crowd)
    }

    /// Whether a column's cells stand on the right, under a heading that does too.
    private func isNumeric(_ column: Table.Column) -> Bool { column.alignment == .trailing }

    private func write(_ heading: WorkbookSheet.Heading) {
        let (first, last) = (UInt16(heading.columns.lowerBound), UInt16(heading.columns.upperBound))
        if first == last {
            worksheet_write_string(page, 0, first, heading.text, styles.heading)
        } else {
            worksheet_merge_range(page, 0, first, 0, last, heading.text, styles.heading)
        }
    }

    private func lay(out table: Table, head: Int, crowd: WorkbookSheet.Crowd?) {
        let lastColumn = UInt16(max(0, table.columns.count - 1))
        let shown = table.columns.firstIndex { !$0.isDataOnly } ?? 0
        let frozen = UInt16(crowd?.columns.lowerBound ?? shown + 1)
        worksheet_freeze_panes(page, UInt32(head + 1), frozen)
        if crowd != nil, frozen > 0 { worksheet_repeat_columns(page, 0, frozen - 1) }
        if !table.rows.isEmpty {
            worksheet_autofilter(page, UInt32(head), 0, UInt32(head + table.rows.count), lastColumn)
        }
        worksheet_set_landscape(page)
        worksheet_set_paper(page, 9)
        worksheet_fit_to_pages(page, UInt16(crowd?.pagesAcross ?? 1), 0)
        worksheet_set_margins(page, 0.4, 0.4, 0.5, 0.6)
        worksheet_repeat_rows(page, 0, UInt32(head))
        worksheet_set_footer(page, "&L&A&R&P / &N")
    }

    /// A column's width; one that people read elsewhere is folded away, to be unfolded with a click.
    private func set(_ column: Int, width: Double, isFolded: Bool) {
        guard isFolded else {
            worksheet_set_column(page, UInt16(column), UInt16(column), width, nil)
            return
        }
        var options = lxw_row_col_options(hidden: 1, level: 1, collapsed: 0)
        worksheet_set_column_opt(page, UInt16(column), UInt16(column), width, nil, &options)
    }

    private func title(_ column: Table.Column) -> String {
        column.exactTitle(format.language)
    }

    /// Columns as wide as their widest short text or number as it is written, within reason.
    private func width(_ table: Table, _ column: Int) -> Double {
        let measure = DisplayWidth()
        let cells = table.rows.map { $0[column] } + [table.total?[column]].compactMap { $0 }
        let texts = [title(table.columns[column])] + cells.map(written)
        return Double(min(48, max(6, texts.map { measure($0) }.max() ?? 0))) + 2
    }

    /// A cell's text, a number or a day with the space that stands beside it.
    private func written(_ cell: Cell) -> String {
        switch SheetValue(cell) {
        case .whole(let number): grouped(number) + " "
        case .day: "0000-00-00 "
        default: cell.text
        }
    }

    private func write(
        _ cell: Cell, _ row: UInt32, _ column: UInt16, text style: WorkbookStyles.Style?,
        whole: WorkbookStyles.Style?
    ) {
        switch SheetValue(cell) {
        case .blank: worksheet_write_blank(page, row, column, style)
        case .text(let text): worksheet_write_string(page, row, column, text, style)
        case .whole(let number): worksheet_write_number(page, row, column, Double(number), whole)
        case .decimal(let value): worksheet_write_number(page, row, column, value, styles.decimal)
        case .percent(let value): worksheet_write_number(page, row, column, value, styles.percent)
        case .day(let day):
            var date = lxw_datetime(
                year: Int32(day.year), month: Int32(day.month), day: Int32(day.day), hour: 0, min: 0, sec: 0)
            worksheet_write_datetime(page, row, column, &date, styles.day)
        }
    }
}

/// What a cell of a workbook holds.
enum SheetValue {
    case blank, text(String), whole(Int), decimal(Double), percent(Double), day(Day)

    /// Numbers and days stay such, so that a spreadsheet can reckon with them; everything else is what people read.
    init(_ cell: Cell) {
        if let plain = cell.plain, let day = try? Day(fieldText: plain), day.year >= 1900 {
            self = .day(day)
            return
        }
        switch cell.value {
        case .int(let number) where cell.text.isEmpty || cell.text.first?.isLetter != true:
            self = .whole(number)
        case .decimal(let count, let places):
            var scale = 1.0
            for _ in 0..<places { scale *= 10 }
            let value = Double(count) / scale
            self = cell.text.hasSuffix("%") ? .percent(value) : .decimal(value)
        case .array(let values) where cell.text.isEmpty:
            self = .text(values.map { $0.plainText }.joined(separator: " "))
        case .string(let text) where cell.text.isEmpty: self = .text(text)
        default: self = cell.text.isEmpty ? .blank : .text(cell.text)
        }
    }
}

extension JSONValue {
    /// A text or a number as it stands; nothing for what is neither.
    fileprivate var plainText: String {
        switch self {
        case .string(let text): text
        case .int(let number): String(number)
        case .decimal(let count, let places): decimalText(count, places: places)
        case .null, .bool, .array, .object: ""
        }
    }
}
