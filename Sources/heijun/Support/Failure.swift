import HeijunModel

/// Why a command ends early: a sentence for the user and the exit status.
struct Failure: Error {
    let words: Words
    let status: Status

    init(_ words: Words, _ status: Status) {
        self.words = words
        self.status = status
    }

    init(ja: String, en: String, _ status: Status) { self.init(Words(ja: ja, en: en), status) }
}

/// The documented exit statuses.
enum Status: Int32 {
    case done = 0
    /// Infeasible or undecided, refused, records rejected, or findings with `--strict`.
    case refused = 1
    case usage = 64
    /// The input cannot be understood.
    case unreadable = 65
    /// Our failure or the machine's.
    case internalFailure = 70
    case cannotWrite = 73
    case cannotRead = 74
    /// Another process holds the portfolio.
    case busy = 75
    case interrupted = 130
}
