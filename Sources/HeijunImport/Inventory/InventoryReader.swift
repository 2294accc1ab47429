public import HeijunModel

/// Reads an inventory file, piece by piece, into entries and errors.
///
/// Nothing but the given bytes is ever looked at: no entity is resolved, no file and no address is opened.
///
///     var reader = InventoryReader()
///     reader.feed(bytes)
///     let reading = reader.finish()
public struct InventoryReader: ~Copyable {
    private let parser: PushParser?
    private let builder: InventoryBuilder?
    private var source = TextSource()
    private var failure: ImportError?
    private let limits: Limits
    private let corrections: Corrections?
    private var handedOver = 0

    /// Starts a reading.
    ///
    /// - Parameter keepsLines: Whether the line and the raw value of every field are kept.
    public init(limits: Limits = .standard, corrections: Corrections? = nil, keepsLines: Bool = false) {
        var builder: InventoryBuilder?
        parser = PushParser(limits: limits) { names in
            let made = InventoryBuilder(
                names: names, limits: limits, corrections: corrections, keepsLines: keepsLines)
            builder = made
            return made
        }
        self.builder = builder
        self.limits = limits
        self.corrections = corrections
    }

    /// Reads the next bytes of the file.
    public mutating func feed(_ bytes: UnsafeRawBufferPointer) { take(bytes, isLast: false) }

    /// Whether nothing that follows can make the file good: what is left of it need not be read.
    public var isDone: Bool { failure != nil || parser?.failure != nil }

    /// The records that are whole since this was last asked, as long as nothing is wrong with the file.
    ///
    /// A later error can still keep one of them out: they count only if the finished reading is clean.
    public mutating func newlyWhole() -> [Entry] {
        guard let builder, !isDone, builder.reading.isClean else { return [] }
        let end = builder.drafts.first?.entry ?? builder.reading.entries.count
        defer { handedOver = end }
        return Array(builder.reading.entries[handedOver..<end])
    }

    /// Ends the file.
    ///
    /// - Parameter known: Whether a record that the file lacks is there already, by kind and key: the store's.
    /// - Returns: Every good record and every error, by place.
    public consuming func finish(
        known: (_ kind: String, _ key: String) -> Bool = { _, _ in false }
    ) -> InventoryReading {
        take(UnsafeRawBufferPointer(start: nil, count: 0), isLast: true)
        let count = builder?.reading.errors.count ?? 0
        if failure == nil { parser?.finish() }
        var reading = builder?.reading ?? InventoryReading()
        reading.encoding = source.encodingName
        reading.notes += parser?.notes ?? []
        if let fault = failure ?? parser?.failure {
            reading.isFatal = true
            reading.dropUnfinished()
            // Half a tag at the end of a cut file is no error of its own.
            if fault.code == "truncated" { reading.errors.removeSubrange(count...) }
            reading.errors.append(fault)
        } else if let builder {
            let dangling = builder.keys.dangling(known: known)
            let left = reading.correct(dangling, by: corrections) { kind, key in
                builder.keys.holds(key, kind: kind) || known(RecordKind.all[kind].name, key)
            }
            reading.reject(left, limit: limits.errors)
        }
        reading.errors.sort { $0.place < $1.place }
        return reading
    }

    private mutating func take(_ bytes: UnsafeRawBufferPointer, isLast: Bool) {
        guard !isDone, let parser else { return }
        do {
            try source.feed(bytes, isLast: isLast) { parser.push($0) }
        } catch {
            failure = error
        }
    }
}

extension InventoryReader {
    /// Reads a whole file that is in memory.
    public static func read(
        _ bytes: some Sequence<UInt8>, limits: Limits = .standard, corrections: Corrections? = nil,
        known: (_ kind: String, _ key: String) -> Bool = { _, _ in false }
    ) -> InventoryReading {
        var reader = InventoryReader(limits: limits, corrections: corrections)
        Array(bytes).withUnsafeBytes { reader.feed($0) }
        return reader.finish(known: known)
    }
}
