import Dispatch
import Synchronization

/// Hands values from one thread to another, in order. One who gives waits while as many values as there is room for
/// have not been taken yet.
final class Handover<Value: Sendable>: Sendable {
    private let state = Mutex(State())
    private let count = DispatchSemaphore(value: 0)
    private let room = DispatchSemaphore(value: 0)

    private struct State {
        var values: [Value] = []
        var isClosed = false
    }

    /// Makes a handover with room for `capacity` values.
    init(capacity: Int = 64) { for _ in 0..<capacity { room.signal() } }

    /// Gives a value.
    ///
    /// - Returns: Whether anybody still takes.
    @discardableResult
    func put(_ value: Value) -> Bool {
        guard !state.withLock(\.isClosed) else { return false }
        room.wait()
        state.withLock { $0.values.append(value) }
        count.signal()
        return true
    }

    /// Takes the next value; waits until there is one.
    func take() -> Value {
        count.wait()
        defer { room.signal() }
        return state.withLock { $0.values.removeFirst() }
    }

    /// Takes no more: who waits to give is let go.
    func close() {
        state.withLock { $0.isClosed = true }
        room.signal()
    }
}
