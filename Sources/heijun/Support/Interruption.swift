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

    /// Ends what is being done where the user asked to stop.
    ///
    /// - Throws: `interrupted`.
    static func check() throws {
        guard isAsked else { return }
        throw Failure(
            ja: "中断しました。何も保存していません。同じ命令でやり直せます。",
            en: "Interrupted: nothing is stored. The same command starts again.", .interrupted)
    }

    /// From here on an interrupt or a termination sets the flag.
    static func catchSignals() {
        // Whoever started us may have blocked them for us too.
        var numbers = sigset_t()
        sigemptyset(&numbers)
        for number in [SIGINT, SIGTERM] { sigaddset(&numbers, number) }
        pthread_sigmask(SIG_UNBLOCK, &numbers, nil)
        for number in [SIGINT, SIGTERM] {
            signal(number) { number in
                Interruption.flag.store(true, ordering: .relaxed)
                signal(number, SIG_DFL)
            }
        }
    }
}
