import HeijunModel
import HeijunPlanning
import Synchronization

#if canImport(Glibc)
    import Glibc
#else
    import Musl
#endif

/// A line on standard error that says what is being done; nothing where that is no terminal.
final class ProgressLine {
    private let isShown = Console.showsProgress
    private var isDirty = false

    /// Says what the planner does.
    func show(_ progress: PlanProgress) {
        switch progress {
        case .modelled(let systems, let courses):
            show(
                say("\(systems) システム・\(courses) 通りの進め方から選んでいます…", "Choosing among \(courses) courses of \(systems) systems…"))
        case .loosening:
            show(say("計画がないため、両立しない制約を探しています…", "There is no plan; looking for the limits that collide…"))
        }
    }

    /// Replaces the line.
    func show(_ text: String) {
        guard isShown else { return }
        Console.draw("\r\u{1B}[K\(text)")
        isDirty = true
    }

    /// Clears the line.
    func end() {
        if isDirty { Console.draw("\r\u{1B}[K") }
        isDirty = false
    }
}

/// Ctrl-C: noted, so that the best so far can be written before the command ends with 130.
enum Interruption {
    private static let flag = Atomic(false)

    /// Starts to listen: from then on Ctrl-C does not end the process.
    static func listen() {
        signal(SIGINT) { _ in Interruption.flag.store(true, ordering: .relaxed) }
    }

    /// Whether Ctrl-C was pressed since.
    static var happened: Bool { flag.load(ordering: .relaxed) }
}
