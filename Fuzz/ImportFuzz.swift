@testable import HeijunImport
import HeijunModel

/// What libFuzzer calls: the bytes are read as whatever they seem to be, in two pieces cut where the last byte says,
/// and as CSV and corrections too. Nothing may trap, and no file is both refused and half there.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
    let bytes = Array(UnsafeBufferPointer(start: start, count: count))
    let cut = bytes.isEmpty ? 0 : Int(bytes[count - 1]) * count / 256
    switch FileFormatGuess(head: bytes, profiles: Profile.builtIn) {
    case .inventory: readInventory(bytes, cut)
    case .profile(let profile) where profile.isSpreadsheet: readSpreadsheet(bytes, cut)
    case .profile(let profile): read(bytes, cut, by: profile)
    case .unknown: Profile.builtIn.prefix(2).forEach { read(bytes, cut, by: $0) }
    }
    _ = CSVReader(Equipment.kind).read(bytes)
    _ = try? CorrectionTable(bytes)
    _ = try? WorkbookReader().read(bytes)
    survey(bytes)
    return 0
}

/// Whatever is drafted for an unknown file is a profile, and reads it.
private func survey(_ bytes: [UInt8]) {
    let survey = FileSurvey()
    bytes.withUnsafeBytes { survey.feed($0) }
    guard survey.finish() == nil, let draft = survey.draft() else { return }
    guard let profile = try? Profile(json: Array(draft.json.utf8)) else {
        preconditionFailure("no profile: \(draft.json)")
    }
    read(bytes, 0, by: profile)
}

private func readInventory(_ bytes: [UInt8], _ cut: Int) {
    var reader = InventoryReader(keepsLines: true)
    bytes[..<cut].withUnsafeBytes { reader.feed($0) }
    _ = reader.newlyWhole()
    bytes[cut...].withUnsafeBytes { reader.feed($0) }
    let reading = reader.finish()
    precondition(reading.entries.count == reading.places.count)
    precondition(reading.entries.count == reading.lines.count)
    precondition(!reading.isFatal || !reading.errors.isEmpty)
}

private func readSpreadsheet(_ bytes: [UInt8], _ cut: Int) {
    let collector = EntryCollector()
    var reader = SpreadsheetReader(sink: collector)
    bytes[..<cut].withUnsafeBytes { reader.feed($0) }
    bytes[cut...].withUnsafeBytes { reader.feed($0) }
    gather(reader.finish(), collector)
}

private func read(_ bytes: [UInt8], _ cut: Int, by profile: Profile) {
    let collector = EntryCollector()
    guard var reader = try? ProfileReader(profile.standing(at: "架空/R7/REPORT/REPORT.XML"), sink: collector)
    else {
        return
    }
    bytes[..<cut].withUnsafeBytes { reader.feed($0) }
    bytes[cut...].withUnsafeBytes { reader.feed($0) }
    gather(reader.finish(), collector)
}

private func gather(_ reading: ProfileReading, _ collector: EntryCollector) {
    var inventory = InventoryReading(reading, collector)
    inventory.leaveLooseReferences { _, _ in false }
    precondition(inventory.entries.count == inventory.origins.count)
    precondition(!reading.isFatal || !reading.errors.isEmpty)
}
