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
        ("-", "REPORT/報告/R1.PDF"), ("工事A/納品/REPORT/REPORT.XML", "工事A/REPORT/R1.PDF"),
        ("工事B/電子納品データ(2)/REPORT.XML", "工事B/REPORT/R1.PDF"), ("/media/cdrom0/REPORT.XML", "REPORT/報告/R1.PDF"),
        ("工事B/ＣＤ－１/2025/REPORT.XML", "工事B/REPORT/R1.PDF"),
    ])
    func theDeliveryIsInTheKey(path: String, key: String) throws {
        let profile = try #require(Profile.builtIn.first { $0.id == "denshi-nohin-files" })
        let (reading, collector) = try readProfile(profile.standing(at: path), Array(Self.report.utf8))
        #expect(reading.errors == [] && collector.keys == [key])
        let delivery = Deliverable.kind.position["delivery"].flatMap { collector.entries.first?.values[$0] }
        #expect((delivery == nil) == key.hasPrefix("REPORT/"))
    }

    /// Files of deliveries are all called alike; the next one of the same delivery is known all the same.
    @Test func filesAreKnownWithTheirDelivery() throws {
        let files = try #require(Profile.builtIn.first { $0.id == "denshi-nohin-files" })
        #expect(files.sourceName(of: "/in/工事A/納品/MEET/MEET.XML") == "工事A/MEET.XML")
        #expect(files.sourceName(of: "MEET.XML") == "MEET.XML")
        let other = try #require(Profile.builtIn.first { $0.id == "nmap" })
        #expect(other.sourceName(of: "/in/工事A/scan.xml") == "scan.xml")
    }
}
