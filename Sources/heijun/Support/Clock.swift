import HeijunModel

#if canImport(Glibc)
    import Glibc
#else
    import Musl
#endif

/// The only clock: the time that a batch is stamped with. No plan, table or report reads it.
///
/// Neither time zones nor accounts are looked up: the C library would open files and a socket for them.
enum Clock {
    /// Now in UTC, as `2026-11-21T10:30:00Z`.
    static var now: String {
        let seconds = Int(time(nil))
        let day = Day(year: 1970, month: 1, day: 1).adding(days: seconds / 86_400)
        let parts = [seconds / 3600 % 24, seconds / 60 % 60, seconds % 60]
        return day.fieldText + "T" + parts.map { $0 < 10 ? "0\($0)" : "\($0)" }.joined(separator: ":") + "Z"
    }

    /// The name of the account that runs the command; its number where the environment does not tell the name.
    static var author: String {
        for name in ["HEIJUN_AUTHOR", "USER", "LOGNAME"] {
            if let value = getenv(name), value.pointee != 0 { return String(cString: value) }
        }
        return getuid() == 0 ? "root" : "uid \(getuid())"
    }
}
