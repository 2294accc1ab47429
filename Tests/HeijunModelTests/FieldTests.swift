import HeijunModel
import Testing

struct TextTests {
    @Test(arguments: ["SYS-0001", "V03", "一般会計", "a/b%c", "１"])
    func keys(text: String) throws {
        #expect(try Key(fieldText: text).text == text)
    }

    @Test(arguments: [
        "", " ", "a b", "a\u{3000}b", "a\u{A0}b", "a\nb", "a\u{0}", "\u{85}", "\u{200B}", "\u{FFFE}",
    ])
    func noKeys(text: String) {
        #expect(throws: ValueProblem.notAKey(text)) { try Key(fieldText: text) }
    }

    @Test(arguments: [
        ("住民記録", "住民記録"), ("　住民 記録 ", "住民 記録"), ("a\r\nb\rc\nd", "a\nb\nc\nd"), ("\t", ""), ("ｱ①髙", "ｱ①髙"),
    ])
    func texts(text: String, kept: String) throws {
        #expect(try String(fieldText: text) == kept)
    }

    @Test(arguments: ["a\u{0}b", "a\u{1B}[31m", "\u{FFFF}"])
    func noTexts(text: String) {
        #expect(throws: ValueProblem.notText(text)) { try String(fieldText: text) }
    }

    @Test(arguments: [
        ("true", true), ("はい", true), ("有", true), ("○", true), ("１", true), ("no", false), ("無", false),
    ])
    func flags(text: String, value: Bool) throws {
        #expect(try Bool(fieldText: text) == value)
    }

    @Test(arguments: ["141305", "141003", "011002", "131016", "１４１３０５"])
    func bodyCodes(text: String) throws {
        #expect(try BodyCode(fieldText: text).digits.count == 6)
    }

    @Test(arguments: [("141306", "141305"), ("011001", "011002")])
    func bodyCodesNameTheRightCheckDigit(text: String, right: String) {
        #expect(throws: ValueProblem.outOfRange(text, allowed: right)) { try BodyCode(fieldText: text) }
    }

    @Test(arguments: ["14130", "1413050", "14130X", ""])
    func noBodyCodes(text: String) {
        #expect(throws: ValueProblem.notANumber(text, example: "141305")) { try BodyCode(fieldText: text) }
    }
}

struct ListedTests {
    @Test(arguments: ["mynumber", "マイナンバー利用事務系", "My-Number tier", " mynumber "])
    func readsValueAndTitles(text: String) throws {
        #expect(try Tier(fieldText: text) == .mynumber)
    }

    @Test(arguments: ["third", "第３庁舎", "第3庁舎", "第三庁舎", "Third building"])
    func readsAliases(text: String) throws {
        #expect(try Facility.Role(fieldText: text) == .third)
    }

    @Test(arguments: [
        ("lgwann", "lgwan"), ("Internett", "internet"), ("LGWAN接続", "lgwan"), ("単独系", "単独"), ("xyz", nil),
        ("", nil),
    ])
    func suggestsTheClosest(text: String, suggestion: String?) {
        let problem = #expect(throws: ValueProblem.self) { try Tier(fieldText: text) }
        #expect(
            problem
                == .unknownChoice(
                    text, allowed: ["mynumber", "lgwan", "internet", "school", "standalone"],
                    closest: suggestion))
    }

    @Test func suggestsNothingThatSharesNoLetter() {
        #expect(closest(to: "9", among: ["1", "2"]) == nil)
        #expect(closest(to: "xx", among: ["ja", "en"]) == nil)
        #expect(closest(to: "jp", among: ["ja", "en"]) == "ja")
    }

    /// A spelling of two values would be read as the first of them.
    @Test(arguments: RecordKind.all)
    func everySpellingNamesOneValue(kind: RecordKind) throws {
        for field in kind.fields {
            guard case .choice(let choices) = field.type, !field.isList else { continue }
            let spellings = choices.flatMap { Set([$0.value, $0.title.ja, $0.title.en] + $0.aliases) }
            #expect(Set(spellings).count == spellings.count, "\(kind.name).\(field.key)")
            for choice in choices {
                for spelling in [choice.title.ja, choice.title.en] + choice.aliases {
                    #expect(try field.canonical(spelling) == choice.value)
                }
            }
        }
    }
}

struct ListFieldTests {
    private func canonical(_ key: String, _ text: String) throws -> String {
        let kind = ITSystem.kind
        return try kind.fields[#require(kind.position[key])].canonical(text)
    }

    @Test func listsAreKeptApartByOneBlank() throws {
        #expect(try canonical("businesses", " a　b\n c ") == "a b c")
        #expect(try canonical("allowed_hostings", "SaaS ガバメントクラウド") == "saas governmentCloud")
        #expect(try canonical("businesses", "") == "")
    }

    @Test func oneBadValueSpoilsAList() {
        let problem = #expect(throws: ValueProblem.self) { try canonical("allowed_hostings", "saas cloude") }
        #expect(problem?.seen == "cloude")
    }

    @Test func emptyTextsEmptyAField() throws {
        let kind = ITSystem.kind
        for blank in ["", "  ", "　"] {
            var values = kind.fields.map { _ in Optional(blank) }
            values[0] = "SYS-1"
            values[1] = "名"
            let system = try ITSystem(Entry(kind: "system", values: values))
            #expect(system.entry.values.compactMap(\.self) == ["SYS-1", "名"])
        }
    }

    @Test func requiredFieldsMustSaySomething() {
        let problem = #expect(throws: EntryProblem.self) {
            try Vendor(Entry(kind: "vendor", values: ["V01", " ", nil, nil]))
        }
        #expect(problem?.field == "name" && problem?.problem == .missing)
    }
}
