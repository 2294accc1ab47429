/// Plain values that grow and shrink at their end, as an array that nobody else can hold: a push asks for nothing but
/// room. Every access is checked.
struct Pile<Element: BitwiseCopyable>: ~Copyable {
    private(set) var count = 0
    private var room: Int
    private var start: UnsafeMutablePointer<Element>

    init(room: Int = 64) {
        self.room = room
        start = .allocate(capacity: room)
    }

    /// `count` times the same value.
    init(_ element: Element, count: Int) {
        self.init(room: max(1, count))
        for _ in 0..<count { push(element) }
    }

    deinit { start.deallocate() }

    @inline(__always)
    subscript(index: Int) -> Element {
        get {
            precondition(index >= 0 && index < count)
            return start[index]
        }
        set {
            precondition(index >= 0 && index < count)
            start[index] = newValue
        }
    }

    var isEmpty: Bool { count == 0 }

    @inline(__always)
    var last: Element? { count == 0 ? nil : start[count - 1] }

    @inline(__always)
    mutating func push(_ element: Element) {
        if count == room { grow(by: 1) }
        start[count] = element
        count += 1
    }

    @inline(__always)
    mutating func append(contentsOf elements: UnsafeBufferPointer<Element>) {
        guard let base = elements.baseAddress else { return }
        if room - count < elements.count { grow(by: elements.count) }
        (start + count).update(from: base, count: elements.count)
        count += elements.count
    }

    @inline(__always)
    mutating func pop() -> Element {
        precondition(count > 0)
        count -= 1
        return start[count]
    }

    /// Keeps the first `count` values.
    @inline(__always)
    mutating func cut(to count: Int) {
        precondition(count >= 0 && count <= self.count)
        self.count = count
    }

    /// Values from `first`, `count` of them, which stay where they are until the next push.
    @inline(__always)
    func part(_ first: Int, _ count: Int) -> UnsafeBufferPointer<Element> {
        precondition(first >= 0 && count >= 0 && first + count <= self.count)
        return UnsafeBufferPointer(start: start + first, count: count)
    }

    /// All values from `first`, as `part(_:_:)` gives them; none where there are fewer.
    @inline(__always)
    func rest(_ first: Int) -> UnsafeBufferPointer<Element> { part(min(first, count), max(0, count - first)) }

    @inline(never)
    private mutating func grow(by more: Int) {
        let wider = max(room * 2, count + more)
        let moved = UnsafeMutablePointer<Element>.allocate(capacity: wider)
        moved.update(from: start, count: count)
        start.deallocate()
        (start, room) = (moved, wider)
    }
}
