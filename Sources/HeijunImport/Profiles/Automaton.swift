import HeijunModel

/// All paths of a profile as one graph: a node for every step, an edge for every way down.
struct Automaton {
    private(set) var nodes: [Node] = [Node()]
    /// Names that edges and attributes compare with, each once.
    private(set) var tests: [NameTest] = []
    private(set) var scopes: [Scope] = []
    /// For each capture: whether it belongs to the elements around records.
    private(set) var isContext: [Bool] = []
    private static let nodeLimit = 5000

    /// A place in the paths.
    struct Node {
        var edges: [Edge] = []
        /// Whether it stays active at any depth below.
        var isDeep = false
        /// A node that is active whenever this one is.
        var beside: [Int] = []
        /// Captures of the element's text.
        var texts: [Int] = []
        var attributes: [(test: Int, capture: Int)] = []
        /// Scopes that begin here.
        var scopes: [Int] = []
        /// Conditions that are known only when the element ends.
        var conditions: [Condition] = []
    }

    /// A way down to `target` for elements whose name fits and whose guards hold.
    struct Edge {
        let test: Int, target: Int
        let guards: [Guard]
    }

    /// What a start tag alone decides.
    enum Guard: Hashable {
        case attribute(test: Int, value: [UInt8]?, isWanted: Bool)
        /// One of the words of an attribute.
        case word(test: Int, value: [UInt8])
        case position(Int)
    }

    /// A text that must have been captured since the element began.
    struct Condition {
        let capture: Int
        let value: [UInt8]?
        /// Whether it must be there; else it must not.
        let isWanted: Bool
    }

    /// An element whose captures belong together.
    struct Scope {
        let role: Role
        /// The node that it begins at.
        let node: Int
        /// Position of the scope around it.
        let parent: Int?
    }

    /// What becomes of a scope's captures.
    enum Role {
        case row(RowPlan)
        case pair(name: Int, value: Int)
        case entry(table: String, key: Int, value: Int)
    }

    /// Builds the graph of a profile.
    init(_ profile: Profile) throws(ProfileError) {
        for table in profile.tables {
            try addTable(table)
        }
        for rule in profile.records { try add(rule, under: 0, parent: nil) }
    }

    /// Holds paths and captures to their bound while they are laid out: a profile can name more than would fit.
    private func checkSize() throws(ProfileError) {
        guard nodes.count <= Automaton.nodeLimit, isContext.count <= Automaton.nodeLimit else {
            throw ProfileError(.tooMuch("steps", limit: Automaton.nodeLimit), at: .start)
        }
    }

    private mutating func addTable(_ table: Profile.LookupTable) throws(ProfileError) {
        let end = try walk(table.path.steps, from: 0)
        let key = try capture(table.key, from: end), value = try capture(table.value, from: end)
        scopes.append(
            Scope(role: .entry(table: table.name, key: key, value: value), node: end, parent: nil))
        nodes[end].scopes.append(scopes.count - 1)
    }

    private mutating func add(
        _ rule: Profile.RecordRule, under start: Int, parent: Int?
    ) throws(ProfileError) {
        for path in rule.paths {
            let inner = path.steps.dropLast().contains { step in
                step.predicates.contains { if case .child = $0 { true } else { false } }
            }
            guard !path.steps.isEmpty, path.attribute == nil, !inner else {
                throw ProfileError(.badPath(path.text, path.text), at: .start)
            }
            let node = try walk(path.steps, from: path.isAbsolute ? 0 : start)
            let scope = scopes.count
            scopes.append(Scope(role: .pair(name: 0, value: 0), node: node, parent: parent))
            let plan = try RowPlan(rule, scope) { (path) throws(ProfileError) in
                try capture(path, from: node)
            }
            scopes[scope] = Scope(role: .row(plan), node: node, parent: parent)
            nodes[node].scopes.append(scope)
            if let pairs = rule.pairs { try add(pairs, under: node, parent: scope) }
            for child in rule.children { try add(child, under: node, parent: scope) }
        }
    }

    private mutating func add(
        _ pairs: Profile.PairRule, under start: Int, parent: Int
    ) throws(ProfileError) {
        for path in pairs.paths {
            let node = try walk(path.steps, from: start)
            for name in pairs.names {
                for value in pairs.values {
                    let name = try capture(name, from: node), value = try capture(value, from: node)
                    scopes.append(Scope(role: .pair(name: name, value: value), node: node, parent: parent))
                    nodes[node].scopes.append(scopes.count - 1)
                }
            }
        }
    }
}

extension Automaton {
    /// The capture at the end of a path.
    private mutating func capture(_ path: RecordPath, from start: Int) throws(ProfileError) -> Int {
        let end = try walk(path.steps, from: path.isAbsolute ? 0 : start)
        try checkSize()
        return add(path.attribute, at: end, isContext: path.isAbsolute)
    }

    private mutating func add(_ attribute: NameTest?, at node: Int, isContext: Bool) -> Int {
        let capture = self.isContext.count
        self.isContext.append(isContext)
        if let attribute {
            nodes[node].attributes.append((test(attribute), capture))
        } else {
            nodes[node].texts.append(capture)
        }
        return capture
    }

    /// Follows steps, making nodes; each path has its own, so that its predicates are its own.
    private mutating func walk(_ steps: [RecordPath.Step], from start: Int) throws(ProfileError) -> Int {
        var node = start
        for step in steps {
            if step.isDeep { node = deepNode(beside: node) }
            node = try walk(step, from: node)
        }
        return node
    }

    private mutating func deepNode(beside node: Int) -> Int {
        if let known = nodes[node].beside.first(where: { nodes[$0].isDeep }) { return known }
        nodes.append(Node(isDeep: true))
        nodes[node].beside.append(nodes.count - 1)
        return nodes.count - 1
    }

    private mutating func walk(_ step: RecordPath.Step, from node: Int) throws(ProfileError) -> Int {
        try checkSize()
        let guards = step.predicates.compactMap { predicate -> Guard? in
            switch predicate {
            case .attribute(let name, let value, let isWanted):
                .attribute(test: test(name), value: value.map { Array($0.utf8) }, isWanted: isWanted)
            case .word(let name, let value): .word(test: test(name), value: Array(value.utf8))
            case .position(let number): .position(number)
            case .child: nil
            }
        }
        let name = test(step.test)
        let isPlain = step.predicates.isEmpty
        let known = nodes[node].edges.first {
            isPlain && $0.test == name && $0.guards.isEmpty && nodes[$0.target].conditions.isEmpty
        }
        if let known { return known.target }
        nodes.append(Node())
        let target = nodes.count - 1
        nodes[node].edges.append(Edge(test: name, target: target, guards: guards))
        for case .child(let path, let value, let isWanted) in step.predicates {
            let capture = try capture(path, from: target)
            nodes[target].conditions.append(
                Condition(capture: capture, value: value.map { Array($0.utf8) }, isWanted: isWanted))
        }
        return target
    }

    private mutating func test(_ name: NameTest) -> Int {
        if let known = tests.firstIndex(of: name) { return known }
        tests.append(name)
        return tests.count - 1
    }

    /// The captures at and below a node.
    func captures(below node: Int) -> Set<Int> {
        var found: Set<Int> = [], seen: Set<Int> = [node], waiting = [node]
        while let node = waiting.popLast() {
            found.formUnion(nodes[node].texts)
            found.formUnion(nodes[node].attributes.map(\.capture))
            for next in nodes[node].edges.map(\.target) + nodes[node].beside where seen.insert(next).inserted
            {
                waiting.append(next)
            }
        }
        return found
    }
}
