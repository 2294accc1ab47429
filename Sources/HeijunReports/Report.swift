public import HeijunModel

/// One thing that is handed on: a page, a set of charts, tables for other programs.
public struct Report: Sendable {
    /// The name on the command line.
    public let name: String
    /// Its title.
    public let title: Words
    /// The formats it comes in.
    public let formats: [ReportFile.Format]
    /// Makes the files; none where there is nothing to tell.
    public let make: @Sendable (ReportInput) throws(ExchangeProblem) -> [ReportFile]

    /// Every report. A new one is one entry here.
    public static let all: [Report] = [
        page, workbook, charts, plan, budget, stress, indicators, evaluation, sheets,
        standardization, findings,
    ]

    /// The files of every report in the given formats, in order.
    public static func files(
        _ input: ReportInput, formats: Set<ReportFile.Format> = Set(ReportFile.Format.allCases)
    ) throws(ExchangeProblem) -> [ReportFile] {
        var files: [ReportFile] = []
        for report in all where !formats.isDisjoint(with: report.formats) {
            files += try report.make(input)
        }
        return files.filter { formats.contains($0.format) }
    }
}

/// A file of a report.
public struct ReportFile: Sendable {
    /// Its name, without a folder.
    public let name: String
    /// Its text; empty where it is a file of bytes.
    public let text: String
    private let content: [UInt8]?
    /// What it is, told by its name's ending.
    public let format: Format

    /// A format that reports come in.
    public enum Format: String, CaseIterable, Sendable { case html, xlsx, svg, csv, json }

    /// Makes a file whose name ends in its format.
    init(_ name: String, _ format: Format, _ text: String) {
        self.name = "\(name).\(format.rawValue)"
        self.text = text
        content = nil
        self.format = format
    }

    /// Makes a file of bytes that are no text.
    init(_ name: String, _ format: Format, bytes: [UInt8]) {
        self.name = "\(name).\(format.rawValue)"
        text = ""
        content = bytes
        self.format = format
    }

    /// The file's bytes: its text in UTF-8, where CSV begins with the byte order mark by which spreadsheets know it.
    public var utf8: [UInt8] { content ?? (format == .csv ? [0xEF, 0xBB, 0xBF] : []) + Array(text.utf8) }
}
