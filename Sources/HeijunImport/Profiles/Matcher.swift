import CLibXML2
import HeijunModel

/// Hears a file's elements and keeps what a profile's paths ask for: bytes in an arena with their places.
final class Matcher: XMLEvents {
    private var states: States
    private let automaton: Automaton
    private var elements = NameClasses(), names = NameClasses()
    private var frames: [Frame] = []
    private var open: [OpenText] = []
    private var counts: [Count] = []
    private var waiting: [Waiting] = []
    private let limits: Limits
    let maker: RowMaker

    /// An open element.
    private struct Frame {
        let state: Int32
        /// Whether its end has anything to do.
        let isIdle: Bool
    }

    /// A capture whose element has not ended.
    private struct OpenText {
        let capture: Int32, start: Int32, line: Int32, column: Int32, depth: Int32
    }

    /// How many children of an element have fitted a step with a position.
    private struct Count {
        let depth: Int, edge: Int
        var seen: Int
    }

    /// An element whose conditions are looked at when it ends.
    private struct Waiting {
        let depth: Int, node: Int, mark: Int
    }

    init(_ automaton: Automaton, _ maker: RowMaker, limits: Limits) {
        self.automaton = automaton
        self.maker = maker
        self.limits = limits
        states = States(automaton)
        frames.reserveCapacity(64)
    }

    func start(_ tag: StartTag) throws(ImportError) {
        let parent = frames.last?.state ?? States.start
        let nameClass = elements.find(tag.name, tag.namespace) { states.classify(tag.name, tag.namespace) }
        guard var state = states.child(of: parent, nameClass) else { throw ambiguous(tag) }
        if !states.actions[Int(state)].guarded.isEmpty {
            let holding = holdingGuards(of: state, tag)
            guard let resolved = states.resolve(state, holding: holding) else { throw ambiguous(tag) }
            state = resolved
        }
        let isIdle = states.actions[Int(state)].isIdle
        frames.append(Frame(state: state, isIdle: isIdle))
        if !isIdle { try begin(state, tag) }
    }

    private func ambiguous(_ tag: StartTag) -> ImportError {
        ImportError(.tooLarge(.ambiguity, limit: States.limit), at: tag.place)
    }

    func text(_ bytes: UnsafeBufferPointer<UInt8>, _ cursor: Cursor) throws(ImportError) {
        guard let innermost = open.last else { return }
        guard maker.arena.count - Int(innermost.start) + bytes.count <= limits.fieldBytes else {
            throw ImportError(.tooLarge(.field, limit: limits.fieldBytes), at: cursor.place)
        }
        maker.arena.append(contentsOf: bytes)
        try maker.checkSize(at: cursor)
    }

    func end(_ cursor: Cursor) throws(ImportError) {
        let depth = frames.count
        let frame = frames.removeLast()
        while let last = counts.last, last.depth > depth { counts.removeLast() }
        if !frame.isIdle { try finish(depth, cursor) }
        maker.leave(depth: depth)
    }
}

extension Matcher {
    private func begin(_ state: Int32, _ tag: StartTag) throws(ImportError) {
        let depth = frames.count
        let actions = states.actions[Int(state)]
        let place = actions.scopes.isEmpty && actions.attributes.isEmpty ? nil : tag.place
        for scope in actions.scopes {
            try maker.begin(scope, depth: depth, at: place ?? .start)
        }
        for node in actions.conditions {
            waiting.append(Waiting(depth: depth, node: node, mark: maker.captures.count))
        }
        if let place, !actions.attributes.isEmpty, tag.attributeCount > 0 {
            takeAttributes(actions.attributes, tag, place, depth)
        }
        let here = tag.cursor.place
        for capture in actions.texts {
            open.append(
                OpenText(
                    capture: capture, start: Int32(maker.arena.count), line: Int32(clamping: here.line),
                    column: Int32(clamping: here.column), depth: Int32(depth)))
        }
        try maker.checkSize(at: tag.cursor)
    }

    private func takeAttributes(
        _ wanted: [(test: Int, capture: Int32)], _ tag: StartTag, _ place: Place, _ depth: Int
    ) {
        for index in 0..<tag.attributeCount {
            guard let attribute = tag.attribute(index) else { continue }
            let nameClass = Int(
                names.find(attribute.name, attribute.namespace) {
                    states.classify(attribute.name, attribute.namespace)
                })
            for (test, capture) in wanted where states.classes[nameClass][test] {
                let start = maker.arena.count
                maker.arena.append(contentsOf: attribute.value)
                maker.capture(
                    RowMaker.Capture(
                        id: capture, offset: Int32(start), count: Int32(attribute.value.count),
                        line: Int32(clamping: place.line), column: Int32(clamping: place.column)),
                    owner: depth)
            }
        }
    }

    /// Which of a state's guarded edges the tag satisfies.
    private func holdingGuards(of state: Int32, _ tag: StartTag) -> [Bool] {
        states.actions[Int(state)].guarded.map { guarded in
            guarded.edge.guards.allSatisfy { holds($0, guarded.id, tag) }
        }
    }

    private func holds(_ condition: Automaton.Guard, _ edge: Int, _ tag: StartTag) -> Bool {
        switch condition {
        case .attribute(let test, let value, let isWanted):
            return isWanted
                == (0..<tag.attributeCount).contains { index in
                    guard let attribute = tag.attribute(index) else { return false }
                    let nameClass = Int(
                        names.find(attribute.name, attribute.namespace) {
                            states.classify(attribute.name, attribute.namespace)
                        })
                    return states.classes[nameClass][test]
                        && (value.map { attribute.value.elementsEqual($0) } ?? true)
                }
        case .position(let number):
            let depth = frames.count + 1
            if let known = counts.lastIndex(where: { $0.edge == edge && $0.depth == depth }) {
                counts[known].seen += 1
                return counts[known].seen == number
            }
            counts.append(Count(depth: depth, edge: edge, seen: 1))
            return number == 1
        }
    }

    private func finish(_ depth: Int, _ cursor: Cursor) throws(ImportError) {
        while let last = open.last, last.depth == depth {
            open.removeLast()
            maker.capture(
                RowMaker.Capture(
                    id: last.capture, offset: last.start, count: Int32(maker.arena.count) - last.start,
                    line: last.line, column: last.column),
                owner: depth - 1)
        }
        while let last = waiting.last, last.depth == depth {
            waiting.removeLast()
            for condition in automaton.nodes[last.node].conditions
            where !maker.holds(condition, since: last.mark) {
                maker.void(
                    automaton.captures(below: last.node), since: last.mark, depth: depth,
                    scopes: automaton.nodes[last.node].scopes)
                break
            }
        }
        try maker.end(depth: depth, isTextOpen: !open.isEmpty)
    }
}
