@testable import HeijunImport
import HeijunModel

/// What libFuzzer calls: the bytes are read as a profile; one that is one is explained, and reads a small file. Nothing
/// may trap or take long.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
    guard let profile = try? Profile(json: Array(UnsafeBufferPointer(start: start, count: count))) else {
        return 0
    }
    _ = profile.explanation
    _ = FileFormatGuess(head: Array(small.utf8), profiles: [profile])
    let collector = EntryCollector()
    guard var reader = try? ProfileReader(profile, sink: collector) else { return 0 }
    Array(small.utf8).withUnsafeBytes { reader.feed($0) }
    _ = InventoryReading(reader.finish(), collector)
    return 0
}

private let small = """
    <?xml version="1.0"?>
    <list xmlns:n="urn:n" site="架空庁舎"><names><n id="1">甲</n></names>
      <machine no="A1" class="SV"><title>架空サーバー</title><maker>架空電機</maker><serial>S1</serial>
        <bought>令和7年4月1日</bought><price>1,200千円</price><ram unit="GiB">16</ram>
        <soft><n>OS</n><v>1</v></soft><soft><n>DB</n><v>2</v></soft>
        <property name="1">x</property><machine no="A2"><title>内側</title></machine></machine>
      <machine no="A2"><title/><n:title>乙</n:title></machine>
    </list>
    """
