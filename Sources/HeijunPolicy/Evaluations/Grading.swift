public import HeijunModel

/// The schemes of a portfolio with their grades, found by key.
struct Schemes {
    private let schemes: [Key: EvaluationScheme]
    private let grades: [Key: [SchemeGrade]]

    init(_ portfolio: Portfolio) {
        schemes = Dictionary(portfolio.schemes.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        grades = Dictionary(grouping: portfolio.schemeGrades, by: \.scheme)
    }

    /// The scheme of that key.
    func scheme(_ key: Key) -> EvaluationScheme? { schemes[key] }
    /// The scheme's grading.
    func grading(_ key: Key) -> Grading? {
        schemes[key].map { Grading(scheme: $0, grades: grades[key] ?? []) }
    }
}

/// One scheme at work: rates in, a grade out.
public struct Grading: Sendable {
    /// The scheme.
    public let scheme: EvaluationScheme
    /// The best first.
    public let grades: [SchemeGrade]

    /// Makes a grading of a scheme and its grades, in any order.
    public init(scheme: EvaluationScheme, grades: [SchemeGrade]) {
        self.scheme = scheme
        self.grades = grades.sorted { ($0.order, $0.code) < ($1.order, $1.code) }
    }

    /// The value that is graded, of the rates by year, oldest first; nil where there are none or people judge.
    public func value(of rates: [AchievementRate]) -> AchievementRate? {
        switch scheme.basis {
        case .meanOfYears: AchievementRate.mean(rates)
        case .latestYear: rates.last
        case .judged: nil
        }
    }

    /// The grade of an unrounded value: the best whose threshold it reaches; the last has none and takes the rest.
    public func grade(of value: AchievementRate) -> Key? {
        guard scheme.basis != .judged else { return nil }
        return grades.first { $0.takes(value) }?.code
    }

    /// The grade of that code.
    public func grade(_ code: String?) -> SchemeGrade? { grades.first { $0.code.text == code } }
}

extension SchemeGrade {
    /// Whether a value reaches the grade's threshold.
    func takes(_ value: AchievementRate) -> Bool {
        if let atLeast, value < AchievementRate(percent: atLeast) { return false }
        if let above, value <= AchievementRate(percent: above) { return false }
        return true
    }
}
