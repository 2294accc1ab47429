import HeijunModel
import HeijunPolicy
import Testing

/// A breach of one rule or data check, and a case beside it that is none.
struct Case: Sendable, CustomTestStringConvertible {
    let code: String
    let breach: @Sendable (inout Portfolio) -> Void
    let pass: @Sendable (inout Portfolio) -> Void

    init(
        _ code: String, breach: @escaping @Sendable (inout Portfolio) -> Void,
        pass: @escaping @Sendable (inout Portfolio) -> Void
    ) {
        self.code = code
        self.breach = breach
        self.pass = pass
    }

    var testDescription: String { code }

    static let rules =
        placement + moves + levelling + hardware + standardization + buying + gates + others + tiers
    static let data =
        missing + lives + places + money + constraints + impossible + references + duplicates + businesses
        + recurring
    static let all = rules + data
}

struct CaseTests {
    @Test(arguments: Case.all)
    func isFoundWhereBrokenAndOnlyThere(one: Case) throws {
        let found = findings(in: Town.changed(one.breach), asOf: Town.asOf).filter { $0.code == one.code }
        let finding = try #require(found.first, "\(one.code) finds nothing")
        #expect(!finding.message.ja.isEmpty && !finding.message.en.isEmpty)
        #expect(!finding.remedy.ja.isEmpty && !finding.remedy.en.isEmpty)
        #expect(RecordKind.named(finding.kind) != nil)
        #expect(!Town.codes(one.pass).contains(one.code))
    }

    @Test func everyRuleThatIsCheckedHasACase() {
        let checked = Set(Rule.all.filter(\.isChecked).map(\.id))
        #expect(checked.subtracting(Case.rules.map(\.code)) == [])
    }

    @Test func everyDataCheckHasACase() {
        #expect(Set(DataCheck.all.map(\.code)).subtracting(Case.data.map(\.code)) == [])
    }

    @Test(arguments: Case.all)
    func fieldsAndKindsExist(one: Case) {
        for finding in findings(in: Town.changed(one.breach), asOf: Town.asOf) {
            guard let field = finding.field, let kind = RecordKind.named(finding.kind) else { continue }
            #expect(kind.position[field] != nil, "\(finding.code): \(finding.kind).\(field)")
        }
    }
}
