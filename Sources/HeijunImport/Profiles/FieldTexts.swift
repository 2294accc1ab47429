import HeijunModel

extension FieldPlan {
    /// The kept text of a raw value: taken apart, mapped, given its unit, and read as its field reads.
    ///
    /// - Returns: nil where the value says nothing.
    func text(of raw: String, unit: String?) throws(ImportError.Reason) -> String? {
        var text = raw
        if let format = rule.format {
            guard let plain = format.plain(text) else { return try reader.text(of: text) }
            text = plain
        }
        if let map = rule.map {
            guard let mapped = map.value(of: text) else { return nil }
            text = mapped
        }
        switch rule.unit {
        case .suffix(let suffix): text = withSuffix(text, suffix)
        case .size(let standing, _): text = try SizeUnit.mebibytes(text, unit ?? standing)
        case nil: break
        }
        if rule.isKey { text = keyed(text) }
        return try reader.text(of: rule.prefix + text)
    }

    private func withSuffix(_ text: String, _ suffix: String) -> String {
        guard let last = text.unicodeScalars.last else { return text }
        let isBare = ("0"..."9").contains(last) || ("０"..."９").contains(last)
        return isBare ? text + suffix : text
    }

    private func keyed(_ text: String) -> String {
        guard reader.field.isList else { return keyForm(text) }
        return text.split(separator: rule.separator).map { keyForm(String($0)) }.joined(separator: " ")
    }
}

extension Profile.ValueMap {
    /// What the ledger calls a value; nil where the map drops it.
    func value(of text: String) -> String? {
        let form = matchForm(text)
        if let exact = values[form] { return exact.isEmpty ? nil : exact }
        let found = starts.first { form.hasPrefix($0.part) } ?? parts.first { form.contains($0.part) }
        if let found { return found.value.isEmpty ? nil : found.value }
        guard let otherwise else { return text }
        return otherwise.isEmpty ? nil : otherwise
    }
}

extension Profile.Format {
    /// The text in a form that the field reads; nil where it is not of this format.
    func plain(_ text: String) -> String? {
        switch self {
        case .monthDayYear: day(text, [2, 0, 1])
        case .dayMonthYear: day(text, [2, 1, 0])
        case .unix: unixDay(text)
        case .date: date(text)
        case .hours: hours(text)
        case .hundredths: hundredths(text)
        case .firstPart:
            text.split(whereSeparator: { "/,;".contains($0) }).first.map { String(trimmed(String($0))) }
        case .beforeParenthesis:
            text.firstRange(of: " (").map { String(text[..<$0.lowerBound]) } ?? text
        case .lastPart: text.split(whereSeparator: { "/:#".contains($0) }).last.map(String.init)
        }
    }

    private func day(_ text: String, _ order: [Int]) -> String? {
        let parts = text.split(whereSeparator: { "/-. ".contains($0) }).map(String.init)
        guard parts.count >= 3 else { return nil }
        return order.map { parts[$0] }.joined(separator: "-")
    }

    private func unixDay(_ text: String) -> String? {
        guard let seconds = Int(text), (0..<10_000_000_000).contains(seconds) else { return nil }
        return Day(year: 1970, month: 1, day: 1).adding(days: seconds / 86_400).fieldText
    }

    /// The part before `T` or a blank; an empty date of databases is none.
    private func date(_ text: String) -> String? {
        let date = String(text.prefix { $0 != "T" && $0 != " " })
        return date.hasPrefix("0000") ? "" : date
    }

    /// `PT8H30M0S` in hours, half an hour rounded up.
    private func hours(_ text: String) -> String? {
        guard text.hasPrefix("PT") else { return nil }
        var minutes = 0, number = ""
        for character in text.dropFirst(2) {
            if character.isNumber || character == "." {
                number.append(character)
            } else {
                guard let value = Double(number), value < 1e9 else { return nil }
                minutes += Int(character == "H" ? value * 60 : character == "M" ? value : 0)
                number = ""
            }
        }
        return String((minutes + 30) / 60)
    }

    /// A decimal number of hundredths as whole units.
    private func hundredths(_ text: String) -> String? {
        guard let value = Double(text), value.magnitude < 1e15 else { return nil }
        return String(Int((value / 100).rounded()))
    }
}
