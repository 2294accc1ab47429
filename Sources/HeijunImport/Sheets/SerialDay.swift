import HeijunModel

/// Days as spreadsheets count them.
enum SerialDay {
    /// The text of a serial number: `2026-03-31`, with a time `2026-03-31 12:30:00`, of a time alone `12:30:00`.
    ///
    /// The count of 1900 has a 29 February 1900 that never was (serial 60); it and numbers before the first or after
    /// the last day of the format give nil, and stay numbers.
    static func text(of number: String, from1904: Bool) -> String? {
        guard let value = Double(number), value >= 0, value < 2_958_466 else { return nil }
        var day = Int(value)
        var second = Int(((value - Double(day)) * 86_400).rounded())
        if second == 86_400 { (day, second) = (day + 1, 0) }
        let time = clock(second)
        if day == 0 && !from1904 { return second == 0 ? nil : time }
        if day == 60 && !from1904 { return nil }
        let start =
            from1904
            ? Day(year: 1904, month: 1, day: 1) : Day(year: 1899, month: 12, day: day < 60 ? 31 : 30)
        let date = start.adding(days: day).fieldText
        return second == 0 ? date : date + " " + time
    }

    private static func clock(_ second: Int) -> String {
        [second / 3600, second / 60 % 60, second % 60].map { ($0 < 10 ? "0" : "") + String($0) }
            .joined(separator: ":")
    }
}
