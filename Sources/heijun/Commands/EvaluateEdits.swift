import ArgumentParser
import HeijunModel
import HeijunPolicy
import HeijunReports
import HeijunStore

/// `evaluate sheets`: every sheet on a line, or one programme's sheet in full.
struct EvaluateSheets: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "sheets", abstract: say("事務事業の評価シートを示します。", "Shows programme sheets."))

    @OptionGroup var reading: EvaluationReading

    @Argument(
        help: ArgumentHelp(
            say("事務事業コード。指定すると1枚を詳しく示す。", "A programme's code: shows its sheet in full."),
            valueName: "programme"))
    var programme: String?

    func run() throws {
        let (input, format) = try reading.read()
        let found = evaluationFindings(input)
        guard let programme else {
            return try reading.listing.print(
                Table.sheets(input.sheets, found, format),
                summary: say(
                    "\(input.sheets.count) 枚 ・ 単位 千円", "\(input.sheets.count) sheets · in thousand yen"))
        }
        let rows = input.sheets.filter { $0.programme.id.text == programme }
        guard !rows.isEmpty else {
            let codes = input.sheets.map(\.programme.id.text)
            let hint = closest(to: programme, among: codes)
            throw Failure(
                ja: "事務事業「\(programme)」の評価シートはありません。\(hint.map { "「\($0)」ではありませんか。" } ?? "")",
                en:
                    "There is no sheet of programme “\(programme)”. \(hint.map { "Did you mean “\($0)”?" } ?? "")",
                .refused)
        }
        if reading.listing.json || reading.listing.csv {
            return try reading.listing.print(Table.sheets(rows, found, format))
        }
        for row in rows { try printSheet(row, found, format) }
    }

    private func printSheet(_ row: SheetRow, _ found: [Finding], _ format: Format) throws {
        let listing = reading.listing
        try Console.line("\(row.programme.id.text)  \(row.programme.name)  \(format.year(row.year))")
        for (label, text) in SheetWords(row, format).lines {
            try Console.line("\(label): \(text)")
        }
        for table in SheetWords(row, format).tables {
            try Console.write("\n\(table.title[spoken])\n" + listing.drawn(table))
        }
        let own = found.filter { $0.kind == "programme" && $0.key == row.programme.id.text }
        if !own.isEmpty { try Console.write("\n" + listing.drawn(Table.findings(own, format))) }
    }
}

/// `evaluate override`: sets a measure's grade by hand, with a reason.
struct EvaluateOverride: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "override",
        abstract: say("施策の評価を理由とともに修正します。", "Sets a measure's grade by hand, with a reason."),
        discussion: say(
            "評価を空（\"\"）にすると修正を取り消します。記載の評価は残ります。",
            "An empty grade (\"\") takes it back. The reported grade stays as it is."))

    @OptionGroup var common: Common

    @Argument(help: ArgumentHelp(say("施策の番号またはID。", "The measure's number or key."), valueName: "measure"))
    var measure: String

    @Argument(help: ArgumentHelp(say("評価。", "The grade."), valueName: "grade"))
    var grade: String

    @Option(help: ArgumentHelp(say("修正の理由。必須。", "Why; required.")))
    var reason: String

    @Flag(help: ArgumentHelp(say("保存せず、変更内容だけを示す。", "Show the change and store nothing.")))
    var dryRun = false

    func run() throws {
        let store = try common.store()
        let stored = try refusing { () throws(StoreError) in try store.entries() }
        let portfolio = try typed(stored)
        guard
            let found = portfolio.measures.first(where: {
                $0.id.text == measure || String($0.number) == measure
            })
        else { throw RecordEdit.unknown(measure, Measure.kind, stored) }
        try checkGrade(of: found, portfolio)
        guard !reason.isEmpty || grade.isEmpty else {
            throw Failure(ja: "修正の理由を書いてください。", en: "Give a reason.", .usage)
        }
        let edit = try RecordEdit(
            "measure:\(found.id.text)",
            ["override_grade=\(grade)", "override_reason=\(grade.isEmpty ? "" : reason)"], in: stored)
        var run = EditRun(store: store, command: "evaluate override \(measure) \(grade)")
        run.reason = reason
        run.isDryRun = dryRun
        try run.apply([edit], in: stored)
    }

    private func checkGrade(of measure: Measure, _ portfolio: Portfolio) throws {
        let codes = portfolio.schemeGrades.filter { $0.scheme == measure.scheme }.sorted {
            $0.order < $1.order
        }
        .map(\.code.text)
        guard !grade.isEmpty, !codes.isEmpty, !codes.contains(grade) else { return }
        throw Failure(
            ja: "評価「\(grade)」は評価方式にありません。選べる値: \(codes.joined(separator: "、"))",
            en: "“\(grade)” is no grade of the scheme. Choices: \(codes.joined(separator: ", "))", .usage)
    }
}
