import HeijunLevelling

/// The figures of a solution as lines for people.
enum LevelText {
    static func figures(_ recount: Recount) -> String {
        figures(
            objective: recount.objective, peak: recount.peak, roughness: recount.roughness,
            penalty: recount.penalty)
    }

    static func figures(objective: Int, peak: Int, roughness: Int, penalty: Int) -> String {
        say(
            "目的値 \(grouped(objective))（ピーク \(grouped(peak))、変動 \(grouped(roughness))、ペナルティ \(grouped(penalty))）",
            "objective \(grouped(objective)) (peak \(grouped(peak)), roughness \(grouped(roughness)), "
                + "penalty \(grouped(penalty)))")
    }

    /// Digits in groups of three.
    static func grouped(_ number: Int) -> String {
        let digits = Array(String(number.magnitude))
        var text = number < 0 ? "-" : ""
        for (index, digit) in digits.enumerated() {
            if index > 0, (digits.count - index) % 3 == 0 { text += "," }
            text.append(digit)
        }
        return text
    }

    /// A gap in percent, rounded up to four decimals so that it never looks better than it is.
    static func percent(_ gap: Double?) -> String {
        guard let gap else { return "–" }
        let scaled = Int((gap * 10_000).rounded(.up))
        let decimals = String(scaled % 10_000)
        return "\(grouped(scaled / 10_000)).\(String(repeating: "0", count: 4 - decimals.count))\(decimals) %"
    }
}
