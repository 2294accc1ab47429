import HeijunModel
import Testing

@testable import HeijunStore

/// The stored text of where a record's fields came from.
struct PackedOriginsTests {
    @Test(arguments: [
        ("[120,1,[1],[3,\"ＮＥＣ\"]]", "name 121, vendor 123 ＮＥＣ"),
        ("[7,0,0,0,5]", "model 7, name 7, vendor 7"), ("[7]", ""), ("[9,-4]", "name 5"),
        ("[1,[0,\"a\\\"b\\\\\\u0001\"]]", "name 1 a\"b\\\u{1}"),
        // The first portfolios named every field.
        ("{\"name\":12,\"vendor\":[14,\"ＮＥＣ\"]}", "name 12, vendor 14 ＮＥＣ"),
        // What is not of the form is left out.
        ("[3,\"x\",[1,2,3],0,4]", "vendor 3"), ("[3,[2],1]", "vendor 4"), ("[3,[9],1,[-4],2]", ""), ("", ""),
        ("12", ""), ("[null,3]", ""),
    ])
    func textsAreRead(packed: String, expected: String) {
        let read = PackedOrigins.read(packed, fields: ["name", "model", "vendor"])
        #expect(
            read.map { "\($0.field) \($0.line)" + ($0.raw.map { " " + $0 } ?? "") }.joined(separator: ", ")
                == expected)
    }

    @Test func theOrderOfFieldsIsKept() {
        let text = FieldOrder.text(of: RecordKind.all)
        for kind in RecordKind.all {
            #expect(FieldOrder.fields(of: kind.name, in: text) == kind.fields.map(\.key))
        }
        #expect(FieldOrder.fields(of: "nothing", in: text).isEmpty)
        #expect(FieldOrder.fields(of: "equipment", in: nil).isEmpty)
    }
}
