public import HeijunModel

/// Reads a vendor's file by a profile, piece by piece, in one pass and constant memory; the records go to a sink.
///
///     var reader = try ProfileReader(profile, sink: staging)
///     reader.feed(bytes)
///     let reading = reader.finish()
public struct ProfileReader: ~Copyable {
    private let parser: PushParser?
    private let maker: RowMaker
    private var source = TextSource()
    private var failure: ImportError?
    private let limits: Limits
    private let name: String

    /// Starts a reading.
    ///
    /// - Throws: Where a path of the profile cannot be matched in one pass.
    public init(
        _ profile: Profile, limits: Limits = .vendor, corrections: Corrections? = nil,
        sink: any RecordSink
    ) throws(ProfileError) {
        let automaton = try Automaton(profile)
        let maker = RowMaker(automaton, placeholders: profile.placeholders, sink: sink, limits: limits)
        maker.corrections = corrections
        self.maker = maker
        self.limits = limits
        name = profile.name
        parser = PushParser(limits: limits) { _ in Matcher(automaton, maker, limits: limits) }
    }

    /// Reads the next bytes of the file.
    public mutating func feed(_ bytes: UnsafeRawBufferPointer) { take(bytes, isLast: false) }

    /// Whether nothing that follows can make the file good, or the sink wants no more.
    public var isDone: Bool { failure != nil || parser?.failure != nil || maker.isStopped }

    /// Ends the file.
    public consuming func finish() -> ProfileReading {
        take(UnsafeRawBufferPointer(start: nil, count: 0), isLast: true)
        if failure == nil && !maker.isStopped { parser?.finish() }
        let fault = failure ?? parser?.failure
        if fault == nil { maker.finish() }
        var reading = maker.result
        reading.encoding = source.encodingName
        reading.notes += parser?.notes ?? []
        if fault == nil, reading.records == 0, reading.errors.isEmpty {
            reading.note(ImportError(.noRecords(name), at: .start), limit: limits.errors)
        }
        if let fault {
            reading.isFatal = true
            reading.errors.append(fault)
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
