/// What a reading of a vendor's file came to; the records themselves went to the sink.
public struct ProfileReading: Sendable {
    /// Record elements that were read.
    public internal(set) var records = 0
    /// Records that an error keeps out.
    public internal(set) var rejected = 0
    /// Everything wrong with the file, by place.
    public internal(set) var errors: [ImportError] = []
    /// How many more errors there are than `errors` holds.
    public internal(set) var furtherErrors = 0
    /// What the file holds that is not taken in, and is no error.
    public internal(set) var notes: [ImportError] = []
    /// The encoding that the file was read in.
    public internal(set) var encoding = "UTF-8"
    /// Whether the file as a whole is unusable.
    public internal(set) var isFatal = false

    /// An empty reading.
    public init() {}

    mutating func note(_ note: ImportError, limit: Int) {
        if notes.count < limit { notes.append(note) }
    }

    mutating func add(_ error: ImportError, limit: Int) {
        if errors.count < limit { errors.append(error) } else { furtherErrors += 1 }
    }
}
