import HeijunModel
import HeijunPolicy

/// Reads progress sheets: the ministry's step sheet (都道府県, 市区町村, 業務, 40 steps) and rate sheet (bodies × businesses),
/// a body's own sheet (steps × businesses) and the long form (one step a row). Columns stand in any order.
public struct ProgressReader {
    var reading = ProgressReading()
    var bodies: [String: Int] = [:]
    var states: [String: Step.State?] = [:]
    var businesses: [String: Int?] = [:]
    var blanks = 0
    /// The businesses, by body, of which an error takes the figures out.
    private var rejected: [(body: Int, business: Int)] = []
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
        for (body, business) in rejected { reading.bodies[body].reject(business) }
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
        let list = names.joined(separator: "、"), lead = sheet.isEmpty ? "" : sheet + ": "
        reading.remarks.append(
            Words(
                ja: "\(lead)作業ステップの列 \(list) がありません。自団体は記録済みの状態を残し、記録のないものは「未」としました。",
                en:
                    "\(lead)there is no column of the steps \(list); what is recorded of our own stays, the rest was "
                    + "taken as not started."))
    }

    private mutating func take(_ row: SheetRow, in sheet: SheetInProgress) {
        guard let heading = sheet.heading else {
            sheet.above.append(row)
            for cell in row.cells where reading.asOf == nil { note(title: cell.text) }
            sheet.heading = ProgressHeading(sheet.above)
            for cell in sheet.heading?.unknown ?? [] where !cell.text.isEmpty {
                refuseHeading(cell, row.number, sheet)
            }
            return
        }
        switch heading.layout {
        case .steps: takeSteps(row, heading, sheet)
        case .long: takeStep(row, heading, sheet)
        case .rates: takeRates(row, heading, sheet)
        }
    }

    /// A column between businesses or steps that names none of them, such as 個人住民説 or ①-9.
    private mutating func refuseHeading(_ cell: SheetCell, _ row: Int, _ sheet: SheetInProgress) {
        guard let heading = sheet.heading else { return }
        if heading.layout == .rates, let closest = StandardBusiness.suggestion(for: cell.text) {
            fail(.unknownBusiness(cell.text, closest: closest), row, cell.column, sheet)
        }
        if heading.layout == .steps, let closest = StepName.suggestion(for: cell.text) {
            fail(.unknownStep(cell.text, closest: closest), row, cell.column, sheet)
        }
    }

    /// Notes an error; the figures of the business that it concerns are left out where it is `rejecting` them.
    mutating func fail(
        _ reason: ProgressError.Reason, _ row: Int, _ column: Int, _ sheet: SheetInProgress,
        body: Int? = nil, business: Int? = nil, step: Int? = nil, rejecting: Bool = true
    ) {
        if rejecting, let body, let business { rejected.append((body, business)) }
        guard reading.errors.count < errorLimit else { return }
        var error = ProgressError(
            place: SheetPlace(sheet: sheet.name, row: row, column: column), reason: reason)
        error.body = body.map { reading.bodies[$0].fullName } ?? sheet.prefecture + sheet.body
        error.business = business.map { StandardBusiness.all[$0].name.ja } ?? ""
        error.step = step.flatMap(ProcedureStep.numbered)?.name ?? ""
        reading.errors.append(error)
    }
}

/// A sheet while it is read.
final class SheetInProgress {
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
        var given: UInt64 = 0
        for (column, step) in heading.steps {
            given |= 1 << UInt64(step)
            guard let cell = row[column] else {
                blanks += 1
                continue
            }
            reading.stateCount += 1
            if let state = state(cell.text) {
                letters[step] = state
            } else {
                fail(
                    .unknownState(cell.text), row.number, column, sheet, body: body, business: business,
                    step: step)
            }
        }
        guard reading.bodies[body].steps[business] == nil else {
            let title = StandardBusiness.all[business].name.ja
            return fail(
                .twice(body: reading.bodies[body].fullName, business: title), row.number,
                heading.roles[.business] ?? 1, sheet, body: body, business: business)
        }
        reading.bodies[body].steps[business] = letters
        reading.bodies[body].given[business] = given
        takeRate(row, heading.roles[.rate], body, business, sheet)
    }

    /// One step of one business of one body.
    private mutating func takeStep(_ row: SheetRow, _ heading: ProgressHeading, _ sheet: SheetInProgress) {
        guard let business = business(row, heading, sheet), let body = body(row, heading, sheet),
            let name = heading.roles[.step].flatMap({ row[$0] }), let column = heading.roles[.state]
        else { return }
        guard let step = StepName.number(name.text) else {
            return refuseStep(name, row.number, sheet, body: body, business: business)
        }
        takeState(row[column], row.number, column, body, business, step, sheet)
        takeRate(row, heading.roles[.rate], body, business, sheet)
    }

    /// One body's rates, or one step of a body's own sheet.
    private mutating func takeRates(_ row: SheetRow, _ heading: ProgressHeading, _ sheet: SheetInProgress) {
        let columns = Set(heading.businesses.map(\.column))
        let step = row.cells.lazy.filter { !columns.contains($0.column) }
            .compactMap { StepName.number($0.text) }.first
        guard let body = body(row, heading, sheet) else { return }
        if step == nil, let name = heading.roles[.step].flatMap({ row[$0] }) {
            return refuseStep(name, row.number, sheet, body: body)
        }
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
}
