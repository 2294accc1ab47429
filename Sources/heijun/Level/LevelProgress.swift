import HeijunLevelling
import Synchronization

#if canImport(Glibc)
    import Glibc
#else
    import Musl
#endif

/// Seconds since the command began; only output and the time limit look at it.
struct Stopwatch: Sendable {
    private let start = Self.now

    /// Seconds gone by, to the millisecond.
    var seconds: Double { ((Self.now - start) * 1000).rounded() / 1000 }

    /// Seconds with two decimals.
    var text: String {
        let hundredths = Int((seconds * 100).rounded())
        return "\(hundredths / 100).\(hundredths % 100 < 10 ? "0" : "")\(hundredths % 100)"
    }

    private static var now: Double {
        var time = timespec()
        clock_gettime(CLOCK_MONOTONIC, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }
}

/// One line on the terminal that shows how far the search is; nothing where standard error is a file.
final class LevelProgress: Sendable {
    private let clock: Stopwatch
    private let timeLimit: Double?
    private let isShown = Console.showsProgress
    private let drawn = Mutex(-1.0)

    init(clock: Stopwatch, timeLimit: Double?) {
        self.clock = clock
        self.timeLimit = timeLimit
    }

    /// Whether the search must end: an interrupt, or the time is up.
    var isOver: Bool { Interruption.isAsked || timeLimit.map { clock.seconds >= $0 } ?? false }

    private var isDue: Bool {
        drawn.withLock { last in
            guard clock.seconds - last > 0.1 else { return false }
            last = clock.seconds
            return true
        }
    }

    /// Draws the line, at most ten times a second.
    func draw(_ progress: LevellingProgress) {
        guard isShown, isDue else { return }
        let objective = progress.objective.map(LevelText.grouped) ?? "–"
        let bound = progress.bound.map(LevelText.grouped) ?? "–"
        let gap = LevelText.percent(progress.gapPercent)
        Self.write(
            "\r\u{1B}[K"
                + say(
                    "目的値 \(objective)  下界 \(bound)  差 \(gap)  \(clock.text) 秒",
                    "objective \(objective)  bound \(bound)  gap \(gap)  \(clock.text) s"))
    }

    /// Takes the line away.
    func end() {
        if isShown, drawn.withLock({ $0 }) >= 0 { Self.write("\r\u{1B}[K") }
    }

    private static func write(_ text: String) {
        var text = text
        text.withUTF8 { _ = Glibc.write(STDERR_FILENO, $0.baseAddress, $0.count) }
    }
}
