import HeijunImport
import HeijunModel
import Testing

/// Faults of a file as a whole.
struct FatalErrorTests {
    static let open = "<inventory xmlns=\"urn:heijun:inventory:1\" version=\"1\">\n"
    static let close = "</inventory>\n"
    static let vendor = "<vendor id=\"V1\"><name>甲</name></vendor>\n"

    static let cases: [(text: String, error: String)] = [
        ("", "1:1 empty-file"),
        ("  \n ", "1:1 empty-file"),
        ("PK\u{3}\u{4}…", "1:1 not-xml"),
        ("\u{1F}\u{8B}", "1:1 not-xml"),
        ("{\"a\": 1}", "1:1 not-xml"),
        ("SQLite format 3\0", "1:1 not-xml"),
        ("システム名,年度\n", "1:1 not-xml"),
        ("<?xml version=\"1.0\"?>", "1:22 truncated"),
        ("<html><body/></html>", "1:1 wrong-root html html"),
        ("\n <h:inventory xmlns:h=\"urn:other\"/>", "2:2 wrong-namespace inventory urn:other"),
        ("<inventory version=\"1\"/>", "1:1 wrong-namespace inventory"),
        (
            "<inventory xmlns=\"urn:heijun:inventory:1\" version=\"2\"/>",
            "1:1 wrong-version inventory/@version 2"
        ),
        ("<inventory xmlns=\"urn:heijun:inventory:1\"/>", "1:1 wrong-version inventory/@version"),
        (open + vendor, "2:40 truncated"),
        (open + "<vendor id=\"V1\"><name>", "2:23 truncated"),
        (open + "<vendor id=\"V1\"><na", "2:20 truncated"),
        (open + "<vendor id=\"V1\"><name>甲</nam></vendor>" + close, "2:30 mismatched-tag nam"),
        (open + "<vendor id=V1/>" + close, "2:12 malformed"),
        (open + "<vendor id=\"V1\" id=\"V2\"/>" + close, "2:24 malformed"),
        (open + vendor + "<vendor id=\"V2\"><name>A & B</name></vendor>" + close, "3:25 malformed"),
        (open + "<vendor id=\"V2\"><name>&nbsp;</name></vendor>" + close, "2:29 entity nbsp"),
        (open + "<vendor id=\"&name;\"/>" + close, "2:19 entity name"),
        (open + "<x:vendor/>" + close, "2:10 malformed"),
        (open + "<vendor id=\"V2\"><name>a\u{8}b</name></vendor>" + close, "2:24 malformed"),
        (open + "<vendor id=\"V2\"><name>a&#0;b</name></vendor>" + close, "2:28 malformed"),
        (open + close + "junk", "3:1 malformed"),
        (open + close + open + close, "3:1 malformed"),
        ("\n<?xml version=\"1.0\"?>" + open + close, "2:6 malformed"),
        ("<!DOCTYPE inventory>" + open + close, "1:1 doctype inventory"),
        ("<!DOCTYPE inventory SYSTEM \"file:///etc/passwd\">" + open + close, "1:1 doctype inventory"),
        ("<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>" + open + "&x;" + close, "1:1 doctype a"),
        ("<?xml version=\"1.0\" encoding=\"UTF-7\"?>" + open + close, "1:1 unknown-encoding UTF-7"),
        ("<?xml version=\"1.0\" encoding=\"UTF-16\"?>" + open + close, "1:1 wrong-encoding UTF-16"),
        (
            "<?xml version='1.0' encoding='Shift_JIS'?>\n" + open + vendor + close,
            "1:1 wrong-encoding Shift_JIS"
        ),
    ]

    @Test(arguments: cases.indices)
    func faultOfTheFile(index: Int) {
        let example = Self.cases[index]
        let reading = InventoryReader.read(example.text.utf8)
        #expect(reading.isFatal)
        #expect(ErrorPlaceTests.lines(reading) == [example.error])
    }
}
