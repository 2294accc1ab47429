import Synchronization

#if canImport(Glibc)
    import Glibc
#else
    import Musl
#endif

/// Ctrl-C as a flag: the first one asks for the best so far, the second ends at once.
enum Interruption {
    private static let flag = Atomic(false)

    /// Whether the user asked to stop.
    static var isAsked: Bool { flag.load(ordering: .relaxed) }

    /// From here on an interrupt or a termination sets the flag.
    static func catchSignals() {
        for number in [SIGINT, SIGTERM] {
            signal(number) { number in
                Interruption.flag.store(true, ordering: .relaxed)
                signal(number, SIG_DFL)
            }
        }
    }
}
