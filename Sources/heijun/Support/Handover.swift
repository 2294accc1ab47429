import Dispatch
import Synchronization

/// Hands values from one thread to another, in order.
final class Handover<Value: Sendable>: Sendable {
    private let values = Mutex<[Value]>([])
    private let count = DispatchSemaphore(value: 0)

    /// Gives a value; never waits.
    func put(_ value: Value) {
        values.withLock { $0.append(value) }
        count.signal()
    }

    /// Takes the next value; waits until there is one.
    func take() -> Value {
        count.wait()
        return values.withLock { $0.removeFirst() }
    }
}
