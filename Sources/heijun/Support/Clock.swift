#if canImport(Glibc)
    import Glibc
#else
    import Musl
#endif

/// The only clock: the time that a batch is stamped with. No plan, table or report reads it.
enum Clock {
    /// Now in UTC, as `2026-11-21T10:30:00Z`.
    static var now: String {
        var seconds = time(nil)
        var parts = tm()
        gmtime_r(&seconds, &parts)
        var text = [CChar](repeating: 0, count: 32)
        strftime(&text, text.count, "%Y-%m-%dT%H:%M:%SZ", &parts)
        return text.withUnsafeBufferPointer { String(cString: $0.baseAddress!) }
    }

    /// The name of the account that runs the command.
    static var author: String {
        for name in ["HEIJUN_AUTHOR", "USER", "LOGNAME"] {
            if let value = getenv(name), value.pointee != 0 { return String(cString: value) }
        }
        return getpwuid(getuid()).map { String(cString: $0.pointee.pw_name) } ?? "unknown"
    }
}
