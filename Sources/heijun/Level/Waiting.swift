import Dispatch
import Synchronization

/// Runs concurrent work and waits for its answer, on a thread that has nothing else to do.
func waiting<Answer: Sendable>(for work: @escaping @Sendable () async -> Answer) -> Answer {
    let done = DispatchSemaphore(value: 0)
    let box = AnswerBox<Answer>()
    Task {
        box.put(await work())
        done.signal()
    }
    while true {
        done.wait()
        if let answer = box.answer { return answer }
    }
}

/// Carries an answer from one thread to another.
private final class AnswerBox<Answer: Sendable>: Sendable {
    private let content = Mutex<Answer?>(nil)

    var answer: Answer? { content.withLock { $0 } }

    func put(_ answer: Answer) { content.withLock { $0 = answer } }
}
