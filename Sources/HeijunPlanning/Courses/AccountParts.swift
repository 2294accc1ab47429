import HeijunModel

extension PlanningBasis {
    /// Divides an amount in 千円 among the accounts that bear a system, by their shares; the parts add up to the
    /// shares' whole without loss: each is the difference of two rounded running sums.
    func parts(_ amount: Int, of system: ITSystem) -> [(account: Key, amount: Int)] {
        guard let shares = shares[system.id] else { return [(system.account ?? mainAccount, amount)] }
        var sum = 0
        var before = 0
        return shares.sorted { $0.account < $1.account }.map { share in
            sum += share.share.tenThousandths
            let upTo = (amount * sum + 5000) / 10_000
            defer { before = upTo }
            return (share.account, upTo - before)
        }
    }
}
