import HeijunModel
import HeijunPolicy

/// Reads progress sheets: the ministry's step sheet (都道府県, 市区町村, 業務, 40 steps) and rate sheet (bodies × businesses),
/// a body's own sheet (steps × businesses) and the long form (one step a row). Columns stand in any order.
public struct ProgressReader {
    private var reading = ProgressReading()
    private var bodies: [String: Int] = [:]
    private var states: [String: Step.State?] = [:]
    private var businesses: [String: Int?] = [:]
    private var blanks = 0
    private let errorLimit: Int

    /// Rows at the top of a sheet among which its heading is looked for.
    private static let headingRows = 20

    /// Makes a reader that keeps the first `errorLimit` errors.
    public init(errorLimit: Int = 1000) { self.errorLimit = errorLimit }

    /// Reads every visible sheet of a file that holds such a table.
    ///
    /// - Throws: What makes the file as a whole unreadable.
    public mutating func read(_ file: SheetFile) throws(SheetError) -> ProgressReading {
        for index in file.sheetNames.indices where !file.hidden.contains(index) {
            try read(file, index)
        }
        if reading.read.isEmpty {
            reading.errors.append(ProgressError(place: SheetPlace(), reason: .noTable))
        }
        if blanks > 0 {
            reading.remarks.append(
                Words(
                    ja: "空欄の状態 \(blanks) 件を「未」として扱いました。",
                    en: "\(blanks) empty states were taken as not started."))
        }
        return reading
    }

    private mutating func read(_ file: SheetFile, _ index: Int) throws(SheetError) {
        let sheet = SheetInProgress(name: file.sheetNames[index])
        var taken = self
        taken.note(title: sheet.name)
        try file.readRows(of: index) { row in
            taken.take(row, in: sheet)
            return sheet.heading != nil || sheet.above.count <= Self.headingRows
        }
        self = taken
        if let heading = sheet.heading {
            reading.read.append(sheet.name)
            noteMissingSteps(heading, sheet.name)
        } else {
            reading.passedOver.append(sheet.name)
        }
    }

    private mutating func note(title: String) {
        if let day = NamedMonth.lastDay(in: title) { reading.asOf = max(day, reading.asOf ?? day) }
    }

    private mutating func noteMissingSteps(_ heading: ProgressHeading, _ sheet: String) {
        guard heading.layout == .steps else { return }
        let missing = Set(1...40).subtracting(heading.steps.map(\.step)).sorted()
        guard !missing.isEmpty else { return }
        let names = missing.compactMap { ProcedureStep.numbered($0)?.name.split(separator: " ").first }
        let list = names.joined(separator: "、")
        reading.remarks.append(
            Words(
                ja: "\(sheet): 作業ステップの列 \(list) がないため「未」として扱いました。",
                en: "\(sheet): there is no column of the steps \(list); they were taken as not started."))
    }

    private mutating func take(_ row: SheetRow, in sheet: SheetInProgress) {
        guard let heading = sheet.heading else {
            sheet.above.append(row)
            for cell in row.cells where reading.asOf == nil { note(title: cell.text) }
            sheet.heading = ProgressHeading(sheet.above)
            if let heading = sheet.heading, heading.layout == .rates {
                for cell in heading.unknown where !cell.text.isEmpty {
                    refuseHeading(cell, row.number, sheet)
                }
            }
            return
        }
        switch heading.layout {
        case .steps: takeSteps(row, heading, sheet)
        case .long: takeStep(row, heading, sheet)
        case .rates: takeRates(row, heading, sheet)
        }
    }

    /// A column between businesses that names none of them, such as 個人住民説.
    private mutating func refuseHeading(_ cell: SheetCell, _ row: Int, _ sheet: SheetInProgress) {
        guard let closest = StandardBusiness.suggestion(for: cell.text) else { return }
        fail(.unknownBusiness(cell.text, closest: closest), row, cell.column, sheet)
    }

    private mutating func fail(
        _ reason: ProgressError.Reason, _ row: Int, _ column: Int, _ sheet: SheetInProgress
    ) {
        guard reading.errors.count < errorLimit else { return }
        reading.errors.append(
            ProgressError(place: SheetPlace(sheet: sheet.name, row: row, column: column), reason: reason))
    }
}

/// A sheet while it is read.
private final class SheetInProgress {
    let name: String
    var above: [SheetRow] = []
    var heading: ProgressHeading?
    /// The body that the rows above named last: merged cells name it once.
    var prefecture = "", body = ""

    init(name: String) { self.name = name }
}

extension ProgressReader {
    /// One business of one body, its steps side by side.
    private mutating func takeSteps(_ row: SheetRow, _ heading: ProgressHeading, _ sheet: SheetInProgress) {
        guard let business = business(row, heading, sheet), let body = body(row, heading, sheet) else {
            return
        }
        var letters = StepLetters()
        for (column, step) in heading.steps {
            guard let cell = row[column] else {
                blanks += 1
                continue
            }
            reading.stateCount += 1
            if let state = state(cell.text) {
                letters[step] = state
            } else {
                fail(.unknownState(cell.text), row.number, column, sheet)
            }
        }
        guard reading.bodies[body].steps[business] == nil else {
            let name = reading.bodies[body].prefecture + reading.bodies[body].name
            let title = StandardBusiness.all[business].name.ja
            return fail(
                .twice(body: name, business: title), row.number, heading.roles[.business] ?? 1, sheet)
        }
        reading.bodies[body].steps[business] = letters
        takeRate(row, heading.roles[.rate], body, business, sheet)
    }

    /// One step of one business of one body.
    private mutating func takeStep(_ row: SheetRow, _ heading: ProgressHeading, _ sheet: SheetInProgress) {
        guard let business = business(row, heading, sheet), let body = body(row, heading, sheet),
            let step = heading.roles[.step].flatMap({ row[$0] }).flatMap({ StepName.number($0.text) }),
            let column = heading.roles[.state]
        else { return }
        takeState(row[column], row.number, column, body, business, step, sheet)
        takeRate(row, heading.roles[.rate], body, business, sheet)
    }

    /// One body's rates, or one step of a body's own sheet.
    private mutating func takeRates(_ row: SheetRow, _ heading: ProgressHeading, _ sheet: SheetInProgress) {
        let columns = Set(heading.businesses.map(\.column))
        let step = row.cells.lazy.filter { !columns.contains($0.column) }
            .compactMap { StepName.number($0.text) }.first
        guard let body = body(row, heading, sheet) else { return }
        for (column, business) in heading.businesses {
            if let step {
                takeState(row[column], row.number, column, body, business, step, sheet)
            } else {
                takeRate(row, column, body, business, sheet)
            }
        }
        guard step == nil, let column = heading.roles[.rate], let cell = row[column] else { return }
        if let rate = Self.rate(cell.text) {
            reading.bodies[body].overall = rate
        } else if !Self.isNothing(cell.text) {
            fail(.badRate(cell.text), row.number, column, sheet)
        }
    }

    private mutating func takeState(
        _ cell: SheetCell?, _ row: Int, _ column: Int, _ body: Int, _ business: Int, _ step: Int,
        _ sheet: SheetInProgress
    ) {
        var letters = reading.bodies[body].steps[business] ?? StepLetters()
        if let cell {
            reading.stateCount += 1
            if let state = state(cell.text) {
                letters[step] = state
            } else {
                fail(.unknownState(cell.text), row, column, sheet)
            }
        } else {
            blanks += 1
        }
        reading.bodies[body].steps[business] = letters
    }

    private mutating func takeRate(
        _ row: SheetRow, _ column: Int?, _ body: Int, _ business: Int, _ sheet: SheetInProgress
    ) {
        guard let column, let cell = row[column], !Self.isNothing(cell.text) else { return }
        if let rate = Self.rate(cell.text) {
            reading.bodies[body].rates[business] = rate
        } else {
            fail(.badRate(cell.text), row.number, column, sheet)
        }
    }

    /// A dash stands for no figure.
    private static func isNothing(_ text: String) -> Bool { ["-", "－", "―", "—", "‐"].contains(text) }

    /// A rate from 0 to 1, or with %, to a ten-thousandth.
    private static func rate(_ text: String) -> Rate? {
        let plain = halfWidth(text)
        let isPercent = plain.hasSuffix("%")
        guard let value = Double(isPercent ? String(plain.dropLast()) : plain), value.isFinite else {
            return nil
        }
        let scaled = (value * (isPercent ? 100 : 10_000)).rounded()
        return (0...10_000).contains(scaled) ? Rate(tenThousandths: Int(scaled)) : nil
    }

    private mutating func state(_ text: String) -> Step.State? {
        if let known = states[text] { return known }
        let state = try? Step.State(fieldText: halfWidth(text).filter { !$0.isWhitespace })
        states[text] = .some(state)
        return state
    }

    private mutating func business(
        _ row: SheetRow, _ heading: ProgressHeading, _ sheet: SheetInProgress
    ) -> Int? {
        guard let column = heading.roles[.business] else { return nil }
        guard let cell = row[column] else {
            if heading.steps.contains(where: { row[$0.column] != nil }) {
                fail(.noBusiness, row.number, column, sheet)
            }
            return nil
        }
        if let known = businesses[cell.text] {
            if known == nil { refuseBusiness(cell, row.number, sheet) }
            return known
        }
        let found = StandardBusiness.named(cell.text).flatMap { StandardBusiness.all.firstIndex(of: $0) }
        businesses[cell.text] = .some(found)
        if found == nil { refuseBusiness(cell, row.number, sheet) }
        return found
    }

    private mutating func refuseBusiness(_ cell: SheetCell, _ row: Int, _ sheet: SheetInProgress) {
        let closest = StandardBusiness.suggestion(for: cell.text)
        fail(.unknownBusiness(cell.text, closest: closest), row, cell.column, sheet)
    }

    /// The body of a row; nil for rows of sums and means.
    private mutating func body(
        _ row: SheetRow, _ heading: ProgressHeading, _ sheet: SheetInProgress
    ) -> Int? {
        let prefecture = text(row, heading, .prefecture), name = text(row, heading, .body)
        if !prefecture.isEmpty || !name.isEmpty {
            if !prefecture.isEmpty { sheet.prefecture = prefecture }
            sheet.body = name
        }
        let whole = sheet.prefecture + sheet.body
        if ["全国", "合計", "平均", "総計"].contains(where: whole.contains) { return nil }
        if let known = bodies[whole] { return known }
        bodies[whole] = reading.bodies.count
        var body = ProgressReading.Body(prefecture: sheet.prefecture, name: sheet.body)
        body.category = category(text(row, heading, .category), body)
        if let column = heading.roles[.code], let cell = row[column] {
            body.code = code(cell.text, row.number, column, sheet)
        }
        reading.bodies.append(body)
        return bodies[whole]
    }

    private func text(_ row: SheetRow, _ heading: ProgressHeading, _ role: ProgressHeading.Role) -> String {
        guard let column = heading.roles[role], let cell = row[column] else { return "" }
        return cell.text.filter { !$0.isWhitespace }
    }

    /// A code of six digits; a spreadsheet that took it for a number has lost the zero before it.
    private mutating func code(
        _ text: String, _ row: Int, _ column: Int, _ sheet: SheetInProgress
    ) -> BodyCode? {
        let digits = halfWidth(text)
        let whole = digits.count == 5 ? "0" + digits : digits
        if let code = try? BodyCode(fieldText: whole) { return code }
        fail(.badCode(text), row, column, sheet)
        return nil
    }

    private func category(_ text: String, _ body: ProgressReading.Body) -> Organization.Category? {
        if !text.isEmpty, let named = try? Organization.Category(fieldText: text) { return named }
        if body.prefecture.isEmpty && body.name.isEmpty { return nil }
        return BodyCategory.guess(prefecture: body.prefecture, name: body.name)
    }
}
