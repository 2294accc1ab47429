import HeijunImport
import HeijunModel
import Testing

/// Files and profiles made to harm: each is decided rightly, quickly and without a crash.
struct HostileTests {
    private static let profile = Profile.builtIn.first { $0.id == "plain-assets" }

    private func read(_ text: String, _ limits: Limits = .vendor) throws -> ProfileReading {
        try readProfile(try #require(Self.profile), Array(text.utf8), limits: limits).reading
    }

    private static func inventory(_ body: String, head: String = "") -> String {
        "<?xml version=\"1.0\"?>\n\(head)<inventory>\(body)</inventory>"
    }

    private static let record = "<asset id=\"A1\"><name>架空</name></asset>"

    static let refusals: [(name: String, text: String)] = [
        (
            "external entity",
            inventory(
                "<asset id=\"A\"><name>&x;</name></asset>",
                head: "<!DOCTYPE i [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>")
        ),
        (
            "entities in entities",
            inventory("<asset id=\"&b;\"/>", head: "<!DOCTYPE i [<!ENTITY a \"lol\"><!ENTITY b \"&a;&a;\">]>")
        ),
        ("parameter entity", inventory("", head: "<!DOCTYPE i [<!ENTITY % a \"x\"> %a;]>")),
        (
            "undeclared entity",
            inventory("<asset id=\"A\"><name>a&u;b</name></asset>", head: "<!DOCTYPE i SYSTEM \"i.dtd\">")
        ),
        ("depth", inventory(String(repeating: "<a>", count: 300) + String(repeating: "</a>", count: 300))),
        ("attributes", inventory("<asset " + (0..<1200).map { "a\($0)=\"1\" " }.joined() + "/>")),
        ("namespaces", inventory("<asset " + (0..<300).map { "xmlns:n\($0)=\"u\($0)\" " }.joined() + "/>")),
        (
            "a field",
            inventory("<asset id=\"A\"><name>" + String(repeating: "y", count: 2_000_000) + "</name></asset>")
        ),
        (
            "a record",
            inventory("<asset id=\"A\">" + String(repeating: "<name>x</name>", count: 400_000) + "</asset>")
        ),
        ("an attribute twice", inventory("<asset id=\"A\" id=\"B\"/>")),
        ("a control character", inventory("<asset id=\"A\"><name>a&#0;b</name></asset>")),
        ("two roots", inventory("") + "<inventory/>"), ("junk after the end", inventory("") + "junk"),
    ]

    @Test(arguments: refusals)
    func refused(name: String, text: String) throws { #expect(try read(text).isFatal, "\(name)") }

    static let honest: [(name: String, text: String)] = [
        (
            "a document type",
            inventory(record, head: "<!DOCTYPE inventory SYSTEM \"http://127.0.0.1:9/i.dtd\">")
        ),
        (
            "a default attribute",
            inventory(record, head: "<!DOCTYPE inventory [<!ATTLIST asset type CDATA \"server\">]>")
        ),
        (
            "a stylesheet",
            "<?xml version=\"1.0\"?><?xml-stylesheet href=\"file:///etc/passwd\"?><inventory>\(record)</inventory>"
        ),
        (
            "depth within the limit",
            inventory(String(repeating: "<a>", count: 250) + String(repeating: "</a>", count: 250))
        ),
        ("many children", inventory(String(repeating: "<a/>", count: 100_000))),
        (
            "an include",
            inventory(
                "<asset id=\"A\"><name><xi:include xmlns:xi=\"http://www.w3.org/2001/XInclude\" href=\"/etc/passwd\"/></name></asset>"
            )
        ),
    ]

    @Test(arguments: honest)
    func taken(name: String, text: String) throws {
        let reading = try read(text)
        #expect(!reading.isFatal && reading.errors.isEmpty, "\(name): \(reading.errors.map(\.words.en))")
    }

    /// Random bit flips give an error or a reading, never a crash.
    @Test func bitFlipsNeverCrash() throws {
        var numbers = SeededBits(state: 7731)
        let clean = Array(
            Self.inventory((0..<30).map { "<asset id=\"A\($0)\"><name>架空\($0)</name></asset>\n" }.joined())
                .utf8)
        for _ in 0..<500 {
            var bytes = clean
            bytes[numbers.next(bytes.count)] ^= 1 << UInt8(numbers.next(8))
            _ = try readProfile(try #require(Self.profile), bytes)
        }
    }

    /// A profile whose paths could be in countless states is stopped at the bound.
    @Test func anAmbiguousProfileIsBounded() throws {
        let path = (0..<14).map { _ in "//a/*" }.joined()
        let json =
            "{\"id\":\"x\",\"version\":1,\"records\":[{\"path\":\"//r\",\"kind\":\"vendor\",\"key\":\"@id\",\"fields\":{\"name\":\"\(path)\"}}]}"
        let profile = try Profile(json: Array(json.utf8))
        var numbers = SeededBits(state: 1)
        var body = ""
        for _ in 0..<300 {
            let names = (0..<200).map { _ in numbers.next(2) == 0 ? "a" : "b" }
            body += names.map { "<\($0)>" }.joined() + names.reversed().map { "</\($0)>" }.joined()
        }
        let reading = try readProfile(profile, Array("<r id=\"1\">\(body)</r>".utf8)).reading
        #expect(!reading.isFatal || reading.errors.contains { $0.code == "too-large-ambiguity" })
    }

    /// Profiles of megabytes, with more of everything than any honest one: each is refused, or read within its bounds.
    static let greedyProfiles: [(name: String, json: String)] = {
        func profile(_ parts: String, _ fields: String = "\"name\":\"a\"") -> String {
            "{\"id\":\"x\",\"version\":1,\(parts)\"records\":[{\"path\":\"/r\",\"kind\":\"vendor\",\"key\":\"@id\","
                + "\"fields\":{\(fields)}}]}"
        }
        let members = (0..<90_000).map { "\"k\($0)\":\"\"" }.joined(separator: ",")
        let paths = (0..<100_000).map { "a\($0)" }.joined(separator: "|")
        let many = "[" + (0..<3000).map { "\"/t/a\($0)\"" }.joined(separator: ",") + "]"
        return [
            ("megabytes", String(repeating: " ", count: 3_000_000) + profile("")),
            ("one long line", "{" + (0..<60_000).map { "\"\($0)\":[1,2]" }.joined(separator: ",") + "}"),
            ("a huge map", profile("\"maps\":{\"m\":{\(members)}},")),
            ("a path of many alternatives", profile("", "\"name\":\"\(paths)\"")),
            (
                "a long path",
                profile("", "\"name\":\"\((0..<100_000).map { _ in "b" }.joined(separator: "/"))\"")
            ),
            (
                "tables by tables",
                profile("\"tables\":{\"t\":{\"path\":\(many),\"key\":\(many),\"value\":\(many)}},")
            ),
            ("deep nesting", profile("\"maps\":" + String(repeating: "{\"a\":", count: 100_000))),
        ]
    }()

    @Test(arguments: greedyProfiles) func greedyProfilesAreBounded(name: String, json: String) {
        #expect(throws: ProfileError.self, "\(name)") {
            _ = try readProfile(try Profile(json: Array(json.utf8)), Array("<r id=\"1\"><a>x</a></r>".utf8))
        }
    }

    static let brokenProfiles = [
        "", "{", "[]", "{\"id\":\"x\"}", String(repeating: "[", count: 10_000),
        "{\"id\":\"x\",\"version\":0,\"records\":[]}", "{\"id\":\"a/b\",\"version\":1,\"records\":[]}",
        "{\"id\":\"x\",\"version\":1,\"records\":[{\"path\":\"/a\",\"kind\":\"sistem\"}]}",
        "{\"id\":\"x\",\"version\":1,\"records\":[{\"path\":\"/a\",\"kind\":\"vendor\",\"fields\":{\"nam\":\"b\"}}]}",
        "{\"id\":\"x\",\"version\":1,\"records\":[{\"path\":\"@a\",\"kind\":\"vendor\"}]}",
        "{\"id\":\"x\",\"id\":\"y\",\"version\":1,\"records\":[]}",
        "{\"id\":\"\\ud800\",\"version\":1,\"records\":[]}",
    ]

    @Test(arguments: brokenProfiles)
    func brokenProfilesAreRefused(json: String) {
        #expect(throws: ProfileError.self) {
            let profile = try Profile(json: Array(json.utf8))
            _ = try readProfile(profile, Array("<a/>".utf8))
        }
    }
}

/// Small numbers from a seed.
struct SeededBits {
    var state: UInt64
    mutating func next(_ count: Int) -> Int {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return Int(state >> 33) % count
    }
}
