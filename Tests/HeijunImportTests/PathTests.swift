import HeijunImport
import HeijunModel
import Testing

/// What each form of path finds in a small file, and what is refused.
struct PathTests {
    private static let file = """
        <r site="S1"><g n="G1"><e id="1" t="a"><n>one</n><n>two</n><x><n>deep</n></x><s>up</s></e>\
        <e id="2" t="b"><n> 二 </n><s>down</s></e></g><e id="3"><n>outside</n></e></r>
        """

    fileprivate func names(_ path: String, record: String = "//e") throws -> [String] {
        let json = """
            {"id": "t", "version": 1, "records": [{"path": "\(record)", "kind": "vendor", "key": "@id",
              "fields": {"name": {"from": "\(path)"}, "note": "@id"}}]}
            """
        let profile = try Profile(json: Array(json.utf8))
        let (reading, collector) = try readProfile(profile, Array(Self.file.utf8))
        #expect(!reading.isFatal)
        return collector.entries.map { $0.values[1] ?? "" }
    }

    @Test(arguments: [
        ("n", ["one", "二", "outside"]), ("n[2]", ["two"]), ("//n", ["one", "二", "outside"]),
        ("x/n", ["deep"]), ("x/n | n", ["deep", "二", "outside"]), ("@t", ["a", "b"]),
        ("*[2]", ["two", "down"]),
        ("n[@k] | s", ["up", "down"]), (".", ["onetwodeepup", "二 down", "outside"]),
        ("/r/@site", ["S1", "S1", "S1"]),
        ("/r/g/@n", ["G1", "G1"]), ("x/*", ["deep"]), ("text()", ["onetwodeepup", "二 down", "outside"]),
    ])
    func pathsFind(path: String, found: [String]) throws { #expect(try names(path) == found) }

    @Test(arguments: [
        ("//e[@t='a']", ["one"]), ("//e[@t!='a']", ["二", "outside"]), ("//e[@t]", ["one", "二"]),
        ("//e[s='down']", ["二"]), ("//e[x/n]", ["one"]), ("/r/g/e[2]", ["二"]), ("/r/e", ["outside"]),
        ("/r//e[@t='b']", ["二"]),
        ("/*/g/*", ["one", "二"]), ("//e[@t='a'][s='up']", ["one"]), ("//e[s='none']", []),
        ("//e[not(s)]", ["outside"]), ("//e[not(s='up')]", ["二", "outside"]),
        ("//e[n][not(x/n)]", ["二", "outside"]), ("//e[@t~='b']", ["二"]), ("//e[@t~='x']", []),
        ("/r/g/e[not(n)]", []),
    ])
    func recordsAreChosen(path: String, found: [String]) throws {
        #expect(try names("n", record: path) == found)
    }

    @Test(arguments: [
        "a[", "a[b", "a[@b=c]", "a[0]", "a/", "a||b", "/", "a[b=']", "a[not(b]", "a[not()]", "x:a", "a:b:c",
        "a[b]c", "../a", "a b",
        "",
    ])
    func brokenPathsAreRefused(path: String) {
        #expect(throws: ProfileError.self) { try names(path) }
    }
}
