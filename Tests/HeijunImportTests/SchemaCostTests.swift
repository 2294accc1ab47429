import Foundation
import HeijunImport
import Testing

/// A schema is as untrusted as a file: what it asks for is bounded before the validator sees it.
struct SchemaCostTests {
    private static func schema(_ body: String) -> [UInt8] {
        Array("<xs:schema xmlns:xs=\"http://www.w3.org/2001/XMLSchema\">\(body)</xs:schema>".utf8)
    }

    private static let any = schema(
        """
        <xs:element name="r"><xs:complexType><xs:sequence><xs:any processContents="skip" minOccurs="0"
        maxOccurs="unbounded"/></xs:sequence></xs:complexType></xs:element>
        """)
    private static let key = schema(
        """
        <xs:element name="r"><xs:complexType><xs:sequence><xs:element name="a" maxOccurs="unbounded"><xs:complexType>
        <xs:attribute name="i"/></xs:complexType></xs:element></xs:sequence></xs:complexType><xs:key name="k">
        <xs:selector xpath="a"/><xs:field xpath="@i"/></xs:key></xs:element>
        """)

    /// Groups that name each other twice, chains of types, a head with many substitutes, long lists of options.
    static let hostile: [String] = [
        "<xs:group name=\"g0\"><xs:sequence><xs:element name=\"a\"/></xs:sequence></xs:group>"
            + (1...40).map {
                "<xs:group name=\"g\($0)\"><xs:sequence><xs:group ref=\"g\($0 - 1)\"/><xs:group ref=\"g\($0 - 1)\"/>"
                    + "</xs:sequence></xs:group>"
            }.joined()
            + "<xs:element name=\"r\"><xs:complexType><xs:group ref=\"g40\"/></xs:complexType></xs:element>",
        "<xs:group name=\"g0\"><xs:sequence/></xs:group>"
            + (1...40).map {
                "<xs:group name=\"g\($0)\"><xs:choice><xs:group ref=\"g\($0 - 1)\"/><xs:group ref=\"g\($0 - 1)\"/>"
                    + "</xs:choice></xs:group>"
            }.joined()
            + "<xs:element name=\"r\"><xs:complexType><xs:group ref=\"g40\"/></xs:complexType></xs:element>",
        "<xs:attributeGroup name=\"g0\"><xs:attribute name=\"a\"/></xs:attributeGroup>"
            + (1...40).map {
                "<xs:attributeGroup name=\"g\($0)\"><xs:attributeGroup ref=\"g\($0 - 1)\"/>"
                    + "<xs:attributeGroup ref=\"g\($0 - 1)\"/></xs:attributeGroup>"
            }.joined(),
        "<xs:simpleType name=\"u0\"><xs:restriction base=\"xs:string\"/></xs:simpleType>"
            + (1...40).map {
                "<xs:simpleType name=\"u\($0)\"><xs:union memberTypes=\"u\($0 - 1) u\($0 - 1)\"/></xs:simpleType>"
            }.joined(),
        "<xs:complexType name=\"t0\"><xs:sequence><xs:element name=\"a\"/></xs:sequence></xs:complexType>"
            + (1...1600).map {
                "<xs:complexType name=\"t\($0)\"><xs:complexContent><xs:extension base=\"t\($0 - 1)\"><xs:sequence>"
                    + "<xs:element name=\"a\($0)\"/></xs:sequence></xs:extension></xs:complexContent></xs:complexType>"
            }.joined(),
        "<xs:element name=\"h\"/>"
            + (0..<500).map { "<xs:element name=\"s\($0)\" substitutionGroup=\"h\"/>" }.joined()
            + "<xs:complexType name=\"t\"><xs:sequence>"
            + String(repeating: "<xs:element ref=\"h\" minOccurs=\"0\"/>", count: 20)
            + "</xs:sequence></xs:complexType>",
        "<xs:element name=\"r\"><xs:complexType><xs:sequence>"
            + (0..<2000).map { "<xs:element name=\"e\($0)\" minOccurs=\"0\"/>" }.joined()
            + "</xs:sequence></xs:complexType></xs:element>",
    ]

    @Test(arguments: hostile.indices) func whatGrowsWithoutEndIsRefused(index: Int) {
        let fault = #expect(throws: XMLSchema.Fault.self) { try XMLSchema(Self.schema(Self.hostile[index])) }
        #expect(fault?.detail.contains("written out") == true, "\(fault?.detail ?? "")")
    }

    @Test(arguments: [
        "<xs:include schemaLocation=\"file:///etc/passwd\"/>",
        "<xs:include schemaLocation=\"http://127.0.0.1:9/a.xsd\"/>",
        "<xs:import namespace=\"urn:x\" schemaLocation=\"ftp://127.0.0.1/a\"/><xs:element name=\"r\" type=\"x:t\"/>",
        "<xs:group name=\"a\"><xs:sequence><xs:group ref=\"a\"/></xs:sequence></xs:group>",
        "<xs:complexType name=\"t\"><xs:complexContent><xs:extension base=\"t\"/></xs:complexContent></xs:complexType>",
        "<xs:element name=\"r\"><xs:complexType><xs:sequence><xs:element name=\"a\" minOccurs=\"9\" maxOccurs=\"2\"/>"
            + "</xs:sequence></xs:complexType></xs:element>",
    ])
    func whatCannotBeReadIsRefused(body: String) {
        #expect(throws: XMLSchema.Fault.self) { try XMLSchema(Self.schema(body)) }
    }

    /// Circular includes end, and so do counts of any size.
    @Test func hugeCountsAndCirclesAreModest() throws {
        let circle = Self.schema("<xs:include schemaLocation=\"b.xsd\"/><xs:element name=\"r\"/>")
        let parts = [("b.xsd", "c.xsd"), ("c.xsd", "b.xsd")].map {
            ($0, Self.schema("<xs:include schemaLocation=\"\($1)\"/>"))
        }
        _ = try XMLSchema(circle, parts: Dictionary(uniqueKeysWithValues: parts))
        let counted = Self.schema(
            "<xs:element name=\"r\"><xs:complexType><xs:sequence minOccurs=\"0\" maxOccurs=\"999999999\">"
                + "<xs:element name=\"a\" minOccurs=\"0\" maxOccurs=\"999999999\"/></xs:sequence></xs:complexType></xs:element>"
        )
        _ = try XMLSchema(counted)
    }

    /// What lies beside a schema and is not named by it does not matter.
    @Test func otherSchemasBesideItDoNotCount() throws {
        let bad = Self.schema(Self.hostile[0])
        let good = "<xs:include schemaLocation=\"sub/good.xsd\"/><xs:element name=\"r\" type=\"t\"/>"
        let parts = [
            "bad.xsd": bad, "good.xsd": Self.schema("<xs:complexType name=\"t\"/>"), "worse.xsd": [0x3C],
        ]
        _ = try XMLSchema(Self.schema(good), parts: parts)
        #expect(throws: XMLSchema.Fault.self) {
            try XMLSchema(Self.schema("<xs:include schemaLocation=\"bad.xsd\"/>"), parts: parts)
        }
    }

    @Test func heijunsOwnSchemaIsModest() throws {
        let file = ProfileExampleTests.root.appending(path: "Inventory/schema/heijun-inventory-1.xsd")
        _ = try XMLSchema(Array(try Data(contentsOf: file)))
    }

    private func codes(_ schema: [UInt8], _ file: String, limit: Int) throws -> [String] {
        var limits = Limits.vendor
        limits.schemaBytes = limit
        var reader = SchemaReader(try XMLSchema(schema), limits: limits)
        Array(file.utf8).withUnsafeBytes { reader.feed($0) }
        return reader.finish().map { "\($0.line) \($0.code)" }
    }

    /// What the validator remembers of a file ends at the limit, with the place; what it forgets does not count.
    @Test func whatIsRememberedIsBounded() throws {
        let many = "<r>" + String(repeating: "<a/>\n", count: 1000) + "</r>"
        #expect(try codes(Self.any, many, limit: 1 << 20) == [])
        #expect(try codes(Self.any, many, limit: 10_000) == ["204 too-large-schema"])
        let nested = "<r>" + String(repeating: "<b><a/><a/></b>\n", count: 100) + "</r>"
        #expect(try codes(Self.any, nested, limit: 5100) == [])
        let keyed = "<r>" + (0..<100).map { "<a i=\"\($0)\"/>\n" }.joined() + "</r>"
        #expect(try codes(Self.key, keyed, limit: 1 << 20) == [])
        #expect(try codes(Self.key, keyed, limit: 10_000) == ["24 too-large-schema"])
    }
}
