import CLibXML2
import HeijunModel

/// Hears a file's elements and keeps what a profile's paths ask for: bytes in an arena with their places.
final class Matcher: XMLEvents {
    private var states: States
    private let automaton: Automaton
    private var elements = NameClasses(), names = NameClasses()
    private var frames = Pile<Frame>()
    private var open = Pile<OpenText>()
    private var counts: [Count] = []
    private var waiting: [Waiting] = []
    private let limits: Limits
    let maker: RowMaker

    /// An open element.
    private struct Frame {
        let state: Int32
        /// What its end has to do.
        let end: End
    }

    /// What the end of an element has to do: nothing, close its text, or everything.
    private enum End: BitwiseCopyable {
        case nothing, text, all
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
    }

    func start(_ tag: StartTag) throws(ImportError) {
        let parent = frames.last?.state ?? States.start
        let nameClass = elements.find(tag.name, tag.namespace) { states.classify(tag.name, tag.namespace) }
        guard let state = states.child(of: parent, nameClass) else { throw ambiguous(tag) }
        switch states.briefs[Int(state)] {
        case .idle: frames.push(Frame(state: state, end: .nothing))
        case .text(let capture):
            frames.push(Frame(state: state, end: .text))
            openText(capture, tag.cursor.place)
            try maker.checkSize(at: tag.cursor)
        case .guarded:
            guard let state = states.resolve(state, holding: holdingGuards(of: state, tag)) else {
                throw ambiguous(tag)
            }
            try enter(state, tag)
        case .other: try enter(state, tag)
        }
    }

    private func enter(_ state: Int32, _ tag: StartTag) throws(ImportError) {
        let isIdle = states.actions[Int(state)].isIdle
        frames.push(Frame(state: state, end: isIdle ? .nothing : .all))
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

    private func openText(_ capture: Int32, _ place: Place) {
        open.push(
            OpenText(
                capture: capture, start: Int32(maker.arena.count), line: Int32(clamping: place.line),
                column: Int32(clamping: place.column), depth: Int32(frames.count)))
    }

    private func closeText(_ depth: Int) {
        let text = open.pop()
        maker.capture(
            RowMaker.Capture(
                id: text.capture, offset: text.start, count: Int32(maker.arena.count) - text.start,
                line: text.line, column: text.column),
            owner: depth - 1)
    }

    func end(_ cursor: Cursor) throws(ImportError) {
        let depth = frames.count
        let frame = frames.pop()
        while let last = counts.last, last.depth > depth { counts.removeLast() }
        switch frame.end {
        case .nothing: break
        case .text:
            closeText(depth)
            maker.forget(isTextOpen: !open.isEmpty)
        case .all: try finish(depth, cursor)
        }
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
        for capture in actions.texts { openText(capture, tag.cursor.place) }
        try maker.checkSize(at: tag.cursor)
    }

    private func takeAttributes(
        _ wanted: [(test: Int, capture: Int32)], _ tag: StartTag, _ place: Place, _ depth: Int
    ) {
        for index in 0..<tag.attributeCount {
            guard let attribute = tag.attribute(index) else { continue }
            let nameClass = names.find(attribute.name, attribute.namespace) {
                states.classify(attribute.name, attribute.namespace)
            }
            for (test, capture) in wanted where states.passes(nameClass, test) {
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
            return isWanted == has(test, tag) { text in value.map { text.elementsEqual($0) } ?? true }
        case .word(let test, let value):
            return has(test, tag) { text in
                text.split(whereSeparator: { $0 <= 0x20 }).contains { $0.elementsEqual(value) }
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

    /// Whether the tag has an attribute of that name whose value is as wanted.
    private func has(_ test: Int, _ tag: StartTag, _ isWanted: (UnsafeBufferPointer<UInt8>) -> Bool) -> Bool {
        (0..<tag.attributeCount).contains { index in
            guard let attribute = tag.attribute(index) else { return false }
            let nameClass = names.find(attribute.name, attribute.namespace) {
                states.classify(attribute.name, attribute.namespace)
            }
            return states.passes(nameClass, test) && isWanted(attribute.value)
        }
    }

    private func finish(_ depth: Int, _ cursor: Cursor) throws(ImportError) {
        while let last = open.last, last.depth == depth { closeText(depth) }
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
