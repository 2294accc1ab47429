import HeijunImport
import HeijunModel
import Testing

/// The folder that tells one delivery from another, from the path of a file in it.
struct DeliveryFolderTests {
    private static let report =
        "<reportdata><報告書ファイル情報><報告書名>報告</報告書名><報告書ファイル名>R1.PDF</報告書ファイル名>"
        + "</報告書ファイル情報></reportdata>"

    @Test(arguments: [
        ("納品/R7 LAN/REPORT/REPORT.XML", "R7_LAN/REPORT/R1.PDF"), ("R7/REPORT.XML", "R7/REPORT/R1.PDF"),
        ("./R7/report/REPORT.XML", "R7/REPORT/R1.PDF"), ("d.zip!REPORT/REPORT.XML", "d/REPORT/R1.PDF"),
        ("in/d.zip!R8/REPORT/REPORT.XML", "R8/REPORT/R1.PDF"),
        ("d.zip!R8\\REPORT\\REPORT.XML", "R8/REPORT/R1.PDF"),
        ("REPORT.XML", "REPORT/報告/R1.PDF"), ("REPORT/REPORT.XML", "REPORT/報告/R1.PDF"),
        ("-", "REPORT/報告/R1.PDF"),
    ])
    func theDeliveryIsInTheKey(path: String, key: String) throws {
        let profile = try #require(Profile.builtIn.first { $0.id == "denshi-nohin-files" })
        let (reading, collector) = try readProfile(profile.standing(at: path), Array(Self.report.utf8))
        #expect(reading.errors == [] && collector.keys == [key])
        let delivery = Deliverable.kind.position["delivery"].flatMap { collector.entries.first?.values[$0] }
        #expect((delivery == nil) == key.hasPrefix("REPORT/"))
    }
}
