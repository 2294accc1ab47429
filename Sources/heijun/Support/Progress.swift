import HeijunModel
import HeijunPlanning

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
