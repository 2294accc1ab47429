import HeijunModel
import HeijunPolicy

/// The cells of a progress sheet's rows: states, rates, businesses and bodies.
extension ProgressReader {
    mutating func takeState(
        _ cell: SheetCell?, _ row: Int, _ column: Int, _ body: Int, _ business: Int, _ step: Int,
        _ sheet: SheetInProgress
    ) {
        var letters = reading.bodies[body].steps[business] ?? StepLetters()
        if let cell {
            reading.stateCount += 1
            if let state = state(cell.text) {
                letters[step] = state
            } else {
                fail(.unknownState(cell.text), row, column, sheet, body: body, business: business, step: step)
            }
        } else {
            blanks += 1
        }
        reading.bodies[body].steps[business] = letters
        reading.bodies[body].given[business] |= 1 << UInt64(step)
    }

    mutating func takeRate(
        _ row: SheetRow, _ column: Int?, _ body: Int, _ business: Int, _ sheet: SheetInProgress
    ) {
        guard let column, let cell = row[column], !Self.isNothing(cell.text) else { return }
        if let rate = Self.rate(cell.text) {
            reading.bodies[body].rates[business] = rate
        } else {
            fail(.badRate(cell.text), row.number, column, sheet, body: body, business: business)
        }
    }

    /// A step that is none of the 40: its row alone is left out.
    mutating func refuseStep(
        _ cell: SheetCell, _ row: Int, _ sheet: SheetInProgress, body: Int, business: Int? = nil
    ) {
        let reason = ProgressError.Reason.unknownStep(
            cell.text, closest: StepName.suggestion(for: cell.text))
        fail(reason, row, cell.column, sheet, body: body, business: business, rejecting: false)
    }

    /// A dash stands for no figure.
    static func isNothing(_ text: String) -> Bool { ["-", "－", "―", "—", "‐"].contains(text) }

    /// A rate from 0 to 1, or with %, to a ten-thousandth.
    static func rate(_ text: String) -> Rate? {
        let plain = halfWidth(text)
        let isPercent = plain.hasSuffix("%")
        guard let value = Double(isPercent ? String(plain.dropLast()) : plain), value.isFinite else {
            return nil
        }
        let scaled = (value * (isPercent ? 100 : 10_000)).rounded()
        return (0...10_000).contains(scaled) ? Rate(tenThousandths: Int(scaled)) : nil
    }

    mutating func state(_ text: String) -> Step.State? {
        if let known = states[text] { return known }
        let state = try? Step.State(fieldText: halfWidth(text).filter { !$0.isWhitespace })
        states[text] = .some(state)
        return state
    }

    mutating func business(
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
            if known == nil { refuseBusiness(cell, row, heading, sheet) }
            return known
        }
        let found = StandardBusiness.named(cell.text).flatMap { StandardBusiness.all.firstIndex(of: $0) }
        businesses[cell.text] = .some(found)
        if found == nil { refuseBusiness(cell, row, heading, sheet) }
        return found
    }

    private mutating func refuseBusiness(
        _ cell: SheetCell, _ row: SheetRow, _ heading: ProgressHeading, _ sheet: SheetInProgress
    ) {
        follow(row, heading, sheet)
        let closest = StandardBusiness.suggestion(for: cell.text)
        fail(.unknownBusiness(cell.text, closest: closest), row.number, cell.column, sheet)
    }

    /// Takes down which body the row is of; merged cells name it once.
    private func follow(_ row: SheetRow, _ heading: ProgressHeading, _ sheet: SheetInProgress) {
        let prefecture = text(row, heading, .prefecture), name = text(row, heading, .body)
        guard !prefecture.isEmpty || !name.isEmpty else { return }
        if !prefecture.isEmpty { sheet.prefecture = prefecture }
        sheet.body = name
    }

    /// The body of a row; nil for rows of sums and means.
    mutating func body(
        _ row: SheetRow, _ heading: ProgressHeading, _ sheet: SheetInProgress
    ) -> Int? {
        follow(row, heading, sheet)
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
    mutating func code(
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
