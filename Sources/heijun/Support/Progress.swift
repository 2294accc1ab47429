import HeijunModel
import HeijunPlanning
import HeijunReports
import Synchronization

/// A line on standard error that says what is being done; nothing where that is no terminal.
final class ProgressLine: Sendable {
    private let isShown = Console.showsProgress
    private let isDirty = Atomic(false)

    /// Says what the planner does.
    func show(_ progress: PlanProgress) {
        switch progress {
        case .modelled(let systems, let courses):
            show(
                say("\(systems) システム・\(courses) 通りの進め方から選んでいます…", "Choosing among \(courses) courses of \(systems) systems…"))
        case .searching(let objective, let bound):
            let figures = [objective, bound].map { $0.map(grouped) ?? "…" }
            show(say("目的関数 \(figures[0])、下限 \(figures[1])", "Objective \(figures[0]), bound \(figures[1])"))
        case .loosening:
            show(say("計画がないため、両立しない制約を探しています…", "There is no plan; looking for the limits that collide…"))
        }
    }

    /// Replaces the line.
    func show(_ text: String) {
        guard isShown else { return }
        Console.draw("\r\u{1B}[K\(text)")
        isDirty.store(true, ordering: .relaxed)
    }

    /// Clears the line.
    func end() {
        if isDirty.exchange(false, ordering: .relaxed) { Console.draw("\r\u{1B}[K") }
    }
}
