public import HeijunModel

extension InventoryReading {
    /// A vendor's file as it was read by a profile, with the records that a collector has taken.
    public init(_ reading: ProfileReading, entries: [Entry], lines: [Int]) {
        self.init()
        self.entries = entries
        places = lines.map { Place(line: $0, column: 1) }
        errors = reading.errors
        furtherErrors = reading.furtherErrors
        encoding = reading.encoding
        isFatal = reading.isFatal
    }

    /// A file that is refused as a whole.
    public init(refusedFor error: ImportError) {
        self.init()
        errors = [error]
        isFatal = true
    }
}
