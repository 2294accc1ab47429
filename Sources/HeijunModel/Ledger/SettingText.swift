/// How the value of a setting is written.
extension Setting {
    /// What the whole number of a setting stands for.
    public enum Form: Hashable, Sendable {
        /// The number itself.
        case number
        /// A month and day: 1130 is 30 November, written 11-30.
        case monthDay
        /// Quarters, one digit each: 13 is the first and the third, written 1・3.
        case quarters
    }

    /// A value as it is shown, without its unit; `value(of:)` takes it back.
    ///
    /// - Parameter number: Writes a number; nil writes plain digits.
    public func text(_ value: Int, number: ((Int) -> String)? = nil) -> String {
        switch form {
        case .number: number.map { $0(value) } ?? "\(value)"
        case .monthDay: Setting.twoDigits(value / 100) + "-" + Setting.twoDigits(value % 100)
        case .quarters: "\(value)".map(String.init).joined(separator: "・")
        }
    }

    /// The values taken, as they are shown: `1–12`, `01-01–12-31`.
    public func rangeText(number: (Int) -> String) -> String {
        switch form {
        case .number: "\(number(range.lowerBound))–\(number(range.upperBound))"
        case .monthDay: "\(text(range.lowerBound))–\(text(range.upperBound))"
        case .quarters: "1–4"
        }
    }

    /// Reads a value as it is shown or as people write it: `1130`, `11-30`, `11/30`, `11月30日`; nil where the setting
    /// does not take it.
    public func value(of text: String) -> Int? {
        let number =
            switch form {
            case .number: try? Int(fieldText: text)
            case .monthDay: Setting.monthDay(text)
            case .quarters: Setting.quarters(text)
            }
        return number.flatMap { range.contains($0) ? $0 : nil }
    }

    private static func twoDigits(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }

    /// A day that is in the calendar, 29 February too.
    private static func monthDay(_ text: String) -> Int? {
        let plain = halfWidth(text).filter { $0 != " " && $0 != "日" }
        let parts = plain.split(omittingEmptySubsequences: false) { "-/月".contains($0) }.map { Int($0) }
        let whole = Int(plain)
        guard let month = parts.count == 2 ? parts[0] : whole.map({ $0 / 100 }),
            let day = parts.count == 2 ? parts[1] : whole.map({ $0 % 100 }),
            Day(existingYear: 2024, month: month, day: day) != nil
        else { return nil }
        return month * 100 + day
    }

    private static func quarters(_ text: String) -> Int? {
        let digits = halfWidth(text).filter { !" ・,、".contains($0) }
        guard !digits.isEmpty, digits.allSatisfy({ ("1"..."4").contains($0) }),
            Set(digits).count == digits.count
        else { return nil }
        return Int(digits)
    }
}
