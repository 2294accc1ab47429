/// A node that has a single choice left: what it comes to, in whole numbers, whatever the relaxation made of it.
struct LastChoice: Sendable {
    let problem: LevellingProblem
    let forest: Forest

    /// What closes the node: duals whose value is the choice's objective, or what shows that it breaks something.
    ///
    /// - Parameter picks: The only open alternative of each activity, as positions; nil where none is open.
    func step(_ picks: [Int?]) -> NodeStep {
        let chosen = picks.compactMap { $0 }
        guard chosen.count == picks.count else { return closed(.emptyRay) }
        for constraint in problem.constraints where !problem.holds(constraint, with: chosen) {
            guard forest.relaxed.contains(constraint) else { return closed(.emptyRay) }
            return NodeStep(duals: nil, bound: Int.max, result: .refuted(constraint))
        }
        let state = LoadState(problem, picks: chosen, excessWeight: LoadState.excessWeights(of: problem))
        if let row = state.loads.indices.first(where: { state.loads[$0] > problem.limits[$0] }) {
            let price = RowPrice(row: row, price: 1)
            return closed(Duals(isRay: true, scale: 1, lambda: [], rho: [], pi: [price]))
        }
        var step = NodeStep(duals: tight(state), bound: state.objective, result: .closed)
        step.found = (chosen, state.objective)
        return step
    }

    private func closed(_ duals: Duals) -> NodeStep {
        NodeStep(duals: duals, bound: Int.max, result: .closed)
    }

    /// The peak's whole weight on its period, and each change's in its direction.
    private func tight(_ state: LoadState) -> Duals {
        let loads = Array(problem.levelledLoads(in: state.loads))
        let top = loads.firstIndex(of: state.peak)
        return Duals(
            isRay: false, scale: 1, lambda: loads.indices.map { $0 == top ? problem.peakWeight : 0 },
            rho: zip(loads, loads.dropFirst()).map { ($1 - $0).signum() * problem.roughnessWeight }, pi: [])
    }
}
