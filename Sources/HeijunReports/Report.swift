public import HeijunModel

/// One thing that is handed on: a page, a set of charts, tables for other programs.
public struct Report: Sendable {
    /// The name on the command line.
    public let name: String
    public let title: Words
    /// The formats it comes in.
    public let formats: [ReportFile.Format]
    /// Makes the files; none where there is nothing to tell.
    public let make: @Sendable (ReportInput) -> [ReportFile]

    /// Every report. A new one is one entry here.
    public static let all: [Report] = [page, charts, plan, indicators, standardization, findings]

    /// The files of every report in the given formats, in order.
    public static func files(
        _ input: ReportInput, formats: Set<ReportFile.Format> = Set(ReportFile.Format.allCases)
    ) -> [ReportFile] {
        all.filter { !formats.isDisjoint(with: $0.formats) }.flatMap { $0.make(input) }
            .filter { formats.contains($0.format) }
    }
}

/// A file of a report, as text.
public struct ReportFile: Sendable {
    /// Its name, without a folder.
    public let name: String
    public let text: String
    /// What it is, told by its name's ending.
    public let format: Format

    /// A format that reports come in.
    public enum Format: String, CaseIterable, Sendable { case html, svg, csv, json }

    /// Makes a file whose name ends in its format.
    init(_ name: String, _ format: Format, _ text: String) {
        self.name = "\(name).\(format.rawValue)"
        self.text = text
        self.format = format
    }

    /// The file's bytes in UTF-8; CSV begins with the byte order mark by which spreadsheets know it.
    public var utf8: [UInt8] { (format == .csv ? [0xEF, 0xBB, 0xBF] : []) + Array(text.utf8) }
}
