import CLibXML2

/// The automaton made deterministic while a file is read: a state is the set of nodes that are active in an element.
///
/// States are made when first needed, so that a name costs one look into a table. Their number is bounded, which
/// bounds what an ambiguous profile can cost.
struct States: ~Copyable {
    /// What an element in a state sets off.
    final class Actions {
        var nodes: [Int] = []
        var texts: [Int32] = []
        var attributes: [(test: Int, capture: Int32)] = []
        var scopes: [Int] = []
        var conditions: [Int] = []
        /// Edges that only a look at the tag decides, each with the parent's count of it.
        var guarded: [(edge: Automaton.Edge, id: Int)] = []
        var isIdle = true

        fileprivate var brief: Brief {
            if isIdle { return .idle }
            let isText = texts.count == 1 && attributes.isEmpty && scopes.isEmpty && conditions.isEmpty
            return isText ? .text(texts[0]) : .other
        }
    }

    private(set) var actions: [Actions] = []
    /// For each state, the same in short.
    private(set) var briefs = Pile<Brief>()
    private var next = Pile<Int32>(room: 1024)
    private var stride = 64
    private var numbers: [[Int]: Int32] = [:]
    private var resolved: [Resolution: Int32] = [:]
    /// For each class of names: the tests that it passes.
    private var passed = Pile<Bool>(room: 1024)
    private var classes: [[Bool]] = []
    private var classNumbers: [[Bool]: Int32] = [:]
    private let automaton: Automaton
    private let edgeIDs: [[Int]]
    static let limit = 8192

    /// What most elements set off.
    enum Brief: BitwiseCopyable {
        /// Nothing, or one text that is captured.
        case idle, text(Int32)
        /// A look at the tag decides, or there is more.
        case guarded, other
    }

    private struct Resolution: Hashable {
        let state: Int32
        let holding: [Bool]
    }

    init(_ automaton: Automaton) {
        self.automaton = automaton
        var id = 0
        edgeIDs = automaton.nodes.map { node in
            node.edges.map { _ in
                id += 1
                return id
            }
        }
        _ = classNumber(of: Array(repeating: false, count: automaton.tests.count))
        _ = number(of: [])
        _ = number(of: closed([0]))
    }

    /// The state of the document itself.
    static let start: Int32 = 1

    /// The class of an element or attribute.
    mutating func classify(_ name: Name, _ namespace: Name?) -> Int32 {
        let local = name.string, uri = namespace?.string
        return classNumber(
            of: automaton.tests.map { test in
                (test.local == nil || test.local == local) && (test.namespace == nil || test.namespace == uri)
            })
    }

    private mutating func classNumber(of passed: [Bool]) -> Int32 {
        if let known = classNumbers[passed] { return known }
        classes.append(passed)
        for passes in passed { self.passed.push(passes) }
        classNumbers[passed] = Int32(classes.count - 1)
        if classes.count > stride { widen() }
        return Int32(classes.count - 1)
    }

    /// Whether names of a class pass a test.
    @inline(__always)
    func passes(_ nameClass: Int32, _ test: Int) -> Bool {
        passed[Int(nameClass) * automaton.tests.count + test]
    }

    private mutating func widen() {
        var wider = Pile<Int32>(-1, count: next.count * 2)
        for state in actions.indices {
            for position in 0..<stride {
                wider[state * stride * 2 + position] = next[state * stride + position]
            }
        }
        next = wider
        stride *= 2
    }

    /// The state of a child of the class; nil where the states have become too many.
    @inline(__always)
    mutating func child(of state: Int32, _ nameClass: Int32) -> Int32? {
        let known = next[Int(state) * stride + Int(nameClass)]
        return known >= 0 ? known : make(state, nameClass)
    }

    private mutating func make(_ state: Int32, _ nameClass: Int32) -> Int32? {
        guard actions.count < States.limit, actions.count * stride < 1 << 23 else { return nil }
        let passed = classes[Int(nameClass)]
        var nodes: Set<Int> = []
        var guarded: [(edge: Automaton.Edge, id: Int)] = []
        for node in actions[Int(state)].nodes {
            if automaton.nodes[node].isDeep { nodes.insert(node) }
            for (edge, id) in zip(automaton.nodes[node].edges, edgeIDs[node]) where passed[edge.test] {
                if edge.guards.isEmpty { nodes.insert(edge.target) } else { guarded.append((edge, id)) }
            }
        }
        let made: Int32
        if guarded.isEmpty {
            made = number(of: closed(nodes))
        } else {
            made = append(closed(nodes))
            actions[Int(made)].guarded = guarded
            actions[Int(made)].isIdle = false
            briefs[Int(made)] = .guarded
        }
        next[Int(state) * stride + Int(nameClass)] = made
        return made
    }

    /// The state of an element whose guards have been looked at.
    mutating func resolve(_ state: Int32, holding: [Bool]) -> Int32? {
        let key = Resolution(state: state, holding: holding)
        if let known = resolved[key] { return known }
        guard actions.count < States.limit else { return nil }
        var nodes = Set(actions[Int(state)].nodes)
        for (guarded, holds) in zip(actions[Int(state)].guarded, holding) where holds {
            nodes.insert(guarded.edge.target)
        }
        let made = number(of: closed(nodes))
        resolved[key] = made
        return made
    }

    /// The nodes with all that are active beside them, in order.
    private func closed(_ nodes: Set<Int>) -> [Int] {
        var all = nodes
        var waiting = Array(nodes)
        while let node = waiting.popLast() {
            for beside in automaton.nodes[node].beside where all.insert(beside).inserted {
                waiting.append(beside)
            }
        }
        return all.sorted()
    }

    private mutating func number(of nodes: [Int]) -> Int32 {
        if let known = numbers[nodes] { return known }
        let made = append(nodes)
        numbers[nodes] = made
        return made
    }

    private mutating func append(_ nodes: [Int]) -> Int32 {
        let made = Actions()
        made.nodes = nodes
        for index in nodes {
            let node = automaton.nodes[index]
            made.texts += node.texts.map(Int32.init)
            made.attributes += node.attributes.map { ($0.test, Int32($0.capture)) }
            made.scopes += node.scopes
            if !node.conditions.isEmpty { made.conditions.append(index) }
        }
        // A scope begins before those that stand inside it.
        made.scopes.sort()
        made.isIdle =
            made.texts.isEmpty && made.attributes.isEmpty && made.scopes.isEmpty && made.conditions.isEmpty
        actions.append(made)
        briefs.push(made.brief)
        for _ in 0..<stride { next.push(-1) }
        return Int32(actions.count - 1)
    }
}

/// Classes of names by the pointers that the parser keeps them under: most names are found in one step.
struct NameClasses: ~Copyable {
    private var slots = Pile(Slot(), count: 1024)
    private var others: [Key: Int32] = [:]

    struct Slot {
        var name: Name?
        var namespace: Name?
        var number: Int32 = 0
    }

    private struct Key: Hashable {
        let name: Name, namespace: Name?
    }

    /// The class of a name, worked out by `classify` where it is new.
    @inline(__always)
    mutating func find(_ name: Name, _ namespace: Name?, _ classify: () -> Int32) -> Int32 {
        let bits = UInt(bitPattern: name)
        // The golden ratio spreads neighbours (Knuth, The Art of Computer Programming 3, 1998, 6.4).
        let index = Int(truncatingIfNeeded: (bits &* 0x9E37_79B9_7F4A_7C15) >> 54)
        let slot = slots[index]
        if slot.name == name && slot.namespace == namespace { return slot.number }
        let key = Key(name: name, namespace: namespace)
        let number = others[key] ?? classify()
        others[key] = number
        slots[index] = Slot(name: name, namespace: namespace, number: number)
        return number
    }
}
