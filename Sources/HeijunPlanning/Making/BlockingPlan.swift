import Dispatch
public import HeijunModel

/// Makes a plan and blocks the calling thread until it is there: for commands. Inside a task the other `makePlan` is
/// taken by itself.
@available(*, noasync)
public func makePlan(
    for portfolio: Portfolio, options: PlanOptions = PlanOptions(), inputHash: String = "",
    progress: @escaping (PlanProgress) -> Void = { _ in },
    isCancelled: @escaping @Sendable () -> Bool = { false }
) -> Plan {
    let run = BlockedRun(progress: progress)
    Task.detached {
        run.result = await makePlan(
            for: portfolio, options: options, inputHash: inputHash, progress: { run.progress($0) },
            isCancelled: isCancelled)
        run.done.signal()
    }
    run.done.wait()
    return run.result ?? Plan(asOf: portfolio.referenceDay, scope: "", outcome: .undecided)
}

/// What the task and the waiting thread share. The thread waits from start to end, so only the task touches it.
private final class BlockedRun: @unchecked Sendable {
    let progress: (PlanProgress) -> Void
    let done = DispatchSemaphore(value: 0)
    var result: Plan?

    init(progress: @escaping (PlanProgress) -> Void) { self.progress = progress }
}
