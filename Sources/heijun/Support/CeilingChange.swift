import HeijunModel

/// A ceiling changed for one plan, as `--ceiling` writes it.
struct CeilingChange {
    let account: Key?
    let year: FiscalYear
    let change: String
    private let text: String

    init(_ text: String) throws {
        self.text = text
        let parts = text.split(separator: "=", maxSplits: 1).map(String.init)
        guard parts.count == 2 else { throw CeilingChange.malformed(text) }
        let name = parts[0].split(separator: "/").map(String.init)
        guard let last = name.last, let year = try? FiscalYear(fieldText: last) else {
            throw CeilingChange.malformed(text)
        }
        account = name.count > 1 ? Key(name[0]) : nil
        self.year = year
        change = parts[1]
    }

    /// Changes the ceiling in a portfolio.
    ///
    /// - Throws: `refused` where that account has no ceiling in that year and a percentage is asked.
    func apply(to portfolio: inout Portfolio) throws {
        let account = account ?? portfolio.accounts.first { $0.category == .general }?.id ?? "一般会計"
        let index = portfolio.ceilings.firstIndex { $0.account == account && $0.year == year }
        if change.hasSuffix("%") {
            guard let index, let percent = Int(halfWidth(String(change.dropLast())).replacing("+", with: "")),
                percent > -100
            else {
                throw index == nil ? missing(account) : CeilingChange.malformed(text)
            }
            let amount = portfolio.ceilings[index].amount.amount
            portfolio.ceilings[index].amount = Yen(amount / 100 * (100 + percent))
        } else {
            guard let amount = try? Yen(fieldText: change) else { throw CeilingChange.malformed(text) }
            var ceiling = Ceiling()
            (ceiling.account, ceiling.year, ceiling.amount) = (account, year, amount)
            if let index {
                portfolio.ceilings[index].amount = amount
            } else {
                portfolio.ceilings.append(ceiling)
            }
        }
        let changed = index ?? portfolio.ceilings.count - 1
        let setter = portfolio.ceilings[changed].setBy.map { "\($0)、" } ?? ""
        portfolio.ceilings[changed].setBy = "\(setter)試算 \(text)"
    }

    private func missing(_ account: Key) -> Failure {
        Failure(
            ja: "\(account.text) の \(year.short(.era)) に予算上限の登録がないため、割合では変えられません。金額で指定してください。",
            en:
                "\(account.text) has no ceiling in \(year.startYear), so no percentage of it can be taken. Give an amount.",
            .refused)
    }

    private static func malformed(_ text: String) -> Failure {
        Failure(
            ja: "「\(text)」は R11=-15% や R11=9500000千円 のように書いてください。",
            en: "Write “\(text)” as in R11=-15% or 2029=9500000千円.", .usage)
    }
}
