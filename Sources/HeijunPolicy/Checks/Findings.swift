public import HeijunModel

/// Every finding of the rules and data checks, gravest first, then by code, kind, key, field and value.
///
/// The same portfolio and day give the same list on every machine.
/// - Complexity: O(n) in the number of records, and O(f log f) in the number of findings.
public func findings(in portfolio: Portfolio, asOf: Day) -> [Finding] {
    findings(in: Context(portfolio, asOf: asOf))
}

/// As `findings(in:asOf:)`, for a ledger that is indexed already.
public func findings(in context: Context) -> [Finding] {
    var groups = [[Finding]](repeating: [], count: graded.count)
    for system in context.portfolio.systems where system.isLive {
        for (index, breach) in systemChecks {
            if let found = breach(system, context) {
                groups[index].append(graded[index].grade.finding(found))
            }
        }
    }
    for (index, breaches) in wholeChecks {
        groups[index] = breaches(context).map(graded[index].grade.finding)
    }
    return sorted(groups)
}

/// Puts the findings of each check, whose codes ascend, into the order of `sorted(_:)`: sorting each small group is
/// quicker than sorting all.
private func sorted(_ groups: [[Finding]]) -> [Finding] {
    Finding.Severity.allCases.sorted().flatMap { severity in
        groups.flatMap { group in sorted(group.filter { $0.severity == severity }) }
    }
}

/// Sorts findings gravest first, then by code, kind, key, field and value.
public func sorted(_ findings: [Finding]) -> [Finding] {
    findings.sorted { left, right in
        if left.severity != right.severity { return left.severity < right.severity }
        if left.code != right.code { return left.code < right.code }
        if left.kind != right.kind { return left.kind < right.kind }
        if left.key != right.key { return left.key < right.key }
        if left.field != right.field { return (left.field ?? "") < (right.field ?? "") }
        if left.value != right.value { return (left.value ?? "") < (right.value ?? "") }
        return left.message.ja < right.message.ja
    }
}

/// What a rule or data check adds to each of its breaches.
struct Grade: Sendable {
    let code: String
    let rule: String
    let severity: Finding.Severity
    let remedy: Words
    let source: String

    func finding(_ breach: Breach) -> Finding {
        Finding(
            code: code, rule: rule, kind: breach.kind, key: breach.key, field: breach.field,
            value: breach.value, severity: breach.severity ?? severity, message: breach.message,
            remedy: remedy, source: source)
    }
}

/// Every check with its grade, by code.
private let graded: [(check: Check, grade: Grade)] =
    (Rule.all.map { ($0.check, $0.grade) } + DataCheck.all.map { ($0.check, $0.grade) })
    .sorted { $0.1.code < $1.1.code }

private let systemChecks = graded.enumerated().compactMap { index, entry in
    if case .eachSystem(let breach) = entry.check { (index, breach) } else { nil }
}

private let wholeChecks = graded.enumerated().compactMap { index, entry in
    if case .whole(let breaches) = entry.check { (index, breaches) } else { nil }
}
