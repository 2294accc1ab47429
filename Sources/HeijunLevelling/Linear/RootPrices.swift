/// Finds prices for a whole problem, by way of samples of growing size.
struct RootPrices {
    let problem: LevellingProblem
    let forest: Forest
    let threads: Int
    /// Near ties to take up in a round.
    var columns = 4000

    /// The finished sifting of the whole problem.
    func find(limitRows: [Int]) async -> Sifting {
        var start = RowPrices(problem)
        for period in start.lambda.indices {
            start.lambda[period] = Double(problem.peakWeight) / Double(problem.periods)
        }
        let size = problem.activitySizes()
        let list = PriceList(problem, forest, threads: threads)
        if let whole = wholePrices(limitRows) {
            return await sifted(problem, limitRows, whole, rounds: 1, tolerance: 5e-7, list: list)
        }
        var count = 250
        while count * 2 < problem.activityCount {
            _ = await list.fill(start)
            let sample = Sample(of: problem, forest: forest, size: size, count: count, picks: list.best)
            guard let sample else { break }
            start = await sifted(sample.problem, limitRows, start, rounds: 12, tolerance: 1e-5).prices
            count *= 8
        }
        return await sifted(problem, limitRows, start, rounds: 24, tolerance: 5e-7, list: list)
    }

    /// Whether the relaxation of a short problem is empty, which sifting would only find out by ever higher prices.
    func isEmpty(_ limitRows: [Int]) -> Bool {
        problem.alternativeCount <= RootPrices.short && whole(limitRows).program.solveDual() == .infeasible
    }

    /// The prices of the whole relaxation, solved at once: the shorter way where many limits bind and the alternatives
    /// are few. nil elsewhere, and where the relaxation has no optimum.
    private func wholePrices(_ limitRows: [Int]) -> RowPrices? {
        guard limitRows.count >= RootPrices.manyLimits, problem.alternativeCount <= 60_000 else { return nil }
        let relaxation = whole(limitRows)
        return relaxation.program.solveDual() == .optimal ? relaxation.prices() : nil
    }

    private func whole(_ limitRows: [Int]) -> Relaxation {
        let activities = Array(0..<problem.activityCount)
        let domain = Domain(of: problem)
        return Relaxation(
            problem, activities: activities,
            open: activities.map { domain.open(problem.alternatives(of: $0)) },
            fixed: problem.base, limitRows: limitRows)
    }

    private static let manyLimits = 400
    /// Up to how many alternatives a problem is short.
    private static let short = 5_000

    private func sifted(
        _ problem: LevellingProblem, _ limitRows: [Int], _ start: RowPrices, rounds: Int, tolerance: Double,
        list: PriceList? = nil
    ) async -> Sifting {
        let list = list ?? PriceList(problem, Forest(of: problem), threads: threads)
        var sifting = Sifting(
            problem, list: list, limitRows: limitRows, size: problem.activitySizes(), start: start)
        await sifting.run(columns: columns, rounds: rounds, tolerance: tolerance)
        return sifting
    }
}
