public import HeijunModel

/// One difference from the ledger under which a plan is made, as people write it: `R11=-15%`, `会計/R11=9500000千円`,
/// `plan.large-per-year=3`, `SYS-0002=R11` (a pin; empty opens it), `SYS-0002.build_cost=80000千円`.
public struct VariantChange: Hashable, Sendable {
    /// What changes, in the form that is kept.
    public let target: String
    /// The value under the variant.
    public let value: String
    private let kind: Kind
    private let written: String

    private enum Kind: Hashable {
        case ceiling(account: Key?, FiscalYear)
        case setting(Setting)
        case pin(Key)
        case field(Key, String)
    }

    /// Reads a change.
    ///
    /// - Throws: Where the text is not `target=value`, or a setting does not take the value.
    public init(_ text: String) throws(VariantProblem) {
        guard let equals = text.firstIndex(of: "="), equals > text.startIndex else { throw .malformed(text) }
        let name = String(text[..<equals])
        let given = String(text[text.index(after: equals)...].filter { !$0.isWhitespace })
        written = "\(name)=\(given)"
        (target, kind) = try VariantChange.read(name)
        if case .setting(let setting) = kind {
            value = setting.value(of: given).map(String.init) ?? given
        } else {
            value = given
        }
        try check(text)
    }

    /// The change in the form that is kept.
    public var text: String { "\(target)=\(value)" }

    private static func read(_ name: String) throws(VariantProblem) -> (String, Kind) {
        let parts = name.split(separator: "/").map(String.init)
        // Ceilings lie in 令和 or near it: S1 is a system, not 昭和元年度.
        if let last = parts.last, parts.count <= 2, let year = try? FiscalYear(fieldText: last),
            year >= FiscalYear(2019)
        {
            let account = parts.count > 1 ? Key(parts[0]) : nil
            return (
                (account.map { $0.text + "/" } ?? "") + "\(year.startYear)", .ceiling(account: account, year)
            )
        }
        if let setting = Setting.named(name) { return (setting.key.text, .setting(setting)) }
        guard !Setting.all.contains(where: { name.hasPrefix($0.area) }) else {
            throw .unknownTarget(name, closest: closest(to: name, among: Setting.all.map(\.key.text)))
        }
        guard let dot = name.lastIndex(of: ".") else { return (name, .pin(Key(name))) }
        let field = String(name[name.index(after: dot)...])
        guard ITSystem.kind.position[field] != nil else {
            throw .unknownField(field, closest: closest(to: field, among: ITSystem.kind.fields.map(\.key)))
        }
        return (name, .field(Key(String(name[..<dot])), field))
    }

    private func check(_ text: String) throws(VariantProblem) {
        switch kind {
        case .ceiling:
            if value.hasSuffix("%") {
                guard let percent, percent > -100 else { throw .malformed(text) }
            } else if (try? Yen(fieldText: value)) == nil {
                throw .malformed(text)
            }
        case .setting(let setting):
            if let problem = setting.refusal(of: value) { throw .badValue(value, target: target, problem) }
        case .pin: _ = try pinnedYear
        case .field(_, let field): _ = try canonical(field)
        }
    }

    private var percent: Int? { Int(halfWidth(String(value.dropLast())).replacing("+", with: "")) }

    private var pinnedYear: FiscalYear? {
        get throws(VariantProblem) {
            guard !value.isEmpty else { return nil }
            do {
                return try FiscalYear(fieldText: value)
            } catch {
                throw .badValue(value, target: target, error.words)
            }
        }
    }

    private func canonical(_ field: String) throws(VariantProblem) -> String? {
        guard let position = ITSystem.kind.position[field], !value.isEmpty else { return nil }
        do {
            return try ITSystem.kind.fields[position].canonical(value)
        } catch {
            throw .badValue(value, target: target, error.words)
        }
    }
}

extension VariantChange {
    /// Makes the change in a portfolio.
    ///
    /// - Throws: Where the portfolio does not have what changes.
    public func apply(to portfolio: inout Portfolio) throws(VariantProblem) {
        switch kind {
        case .ceiling(let account, let year): try setCeiling(account, year, &portfolio)
        case .setting(let setting):
            portfolio.settingValues.removeAll { $0.id == setting.key }
            var entry = SettingValue()
            (entry.id, entry.value) = (setting.key, value)
            portfolio.settingValues.append(entry)
        case .pin(let key): portfolio.systems[try index(of: key, in: portfolio)].pinnedYear = try pinnedYear
        case .field(let key, let field): try setField(key, field, &portfolio)
        }
    }

    private func index(of key: Key, in portfolio: Portfolio) throws(VariantProblem) -> Int {
        if let index = portfolio.systems.firstIndex(where: { $0.id == key }) { return index }
        let names = portfolio.systems.map(\.id.text) + Setting.all.map(\.key.text)
        throw .unknownTarget(key.text, closest: closest(to: key.text, among: names))
    }

    private func setField(_ key: Key, _ field: String, _ portfolio: inout Portfolio) throws(VariantProblem) {
        let index = try index(of: key, in: portfolio)
        guard let position = ITSystem.kind.position[field], field != "id" else {
            throw .unknownField(field, closest: closest(to: field, among: ITSystem.kind.fields.map(\.key)))
        }
        var entry = portfolio.systems[index].entry
        entry.values[position] = try canonical(field)
        do {
            portfolio.systems[index] = try ITSystem(entry)
        } catch {
            throw .badValue(value, target: target, error.problem.words)
        }
    }

    private func setCeiling(
        _ account: Key?, _ year: FiscalYear, _ portfolio: inout Portfolio
    ) throws(VariantProblem) {
        if let account, !portfolio.accounts.contains(where: { $0.id == account }) {
            throw .unknownAccount(account, known: portfolio.accounts.map(\.id))
        }
        let account = account ?? portfolio.accounts.first { $0.category == .general }?.id ?? "一般会計"
        var index = portfolio.ceilings.firstIndex { $0.account == account && $0.year == year }
        if value.hasSuffix("%") {
            guard let index, let percent else { throw .noCeiling(account: account, year: year) }
            let amount = portfolio.ceilings[index].amount.amount
            portfolio.ceilings[index].amount = Yen(amount / 100 * (100 + percent))
        } else if let amount = try? Yen(fieldText: value) {
            var ceiling = Ceiling()
            (ceiling.account, ceiling.year, ceiling.amount) = (account, year, amount)
            if let index {
                portfolio.ceilings[index].amount = amount
            } else {
                portfolio.ceilings.append(ceiling)
                index = portfolio.ceilings.count - 1
            }
        }
        guard let index else { return }
        let setter = portfolio.ceilings[index].setBy.map { "\($0)、" } ?? ""
        portfolio.ceilings[index].setBy = "\(setter)試算 \(written)"
    }
}

extension Setting {
    /// The setting of that key; its `plan.` may be left out.
    public static func named(_ name: String) -> Setting? {
        all.first { $0.key.text == name } ?? all.first { $0.key.text == "plan." + name }
    }

    /// What its key begins with, the dot included: `plan.`.
    var area: String { (key.text.split(separator: ".").first.map(String.init) ?? key.text) + "." }

    /// Why the setting does not take a text; nil where it does.
    public func refusal(of text: String) -> Words? {
        if value(of: text) != nil { return nil }
        let (low, high) = (range.lowerBound, range.upperBound)
        switch form {
        case .monthDay:
            return Words(
                ja: "月日を \(self.text(standard)) のように書きます。",
                en: "takes a month and day such as \(self.text(standard)).")
        case .quarters:
            return Words(
                ja: "四半期の番号を \(self.text(standard)) のように書きます。",
                en: "takes quarters such as \(self.text(standard)).")
        case .number: break
        }
        let unit = Words(
            ja: unit.ja.isEmpty ? "" : "（\(unit.ja)）", en: unit.en.isEmpty ? "" : " (\(unit.en))")
        return Words(
            ja: "\(low)〜\(high)\(unit.ja)の整数です。", en: "takes whole numbers from \(low) to \(high)\(unit.en).")
    }
}

extension VariantChange {
    /// What the ledger itself has where the variant has its value; nil where it has nothing.
    public func ledgerValue(in portfolio: Portfolio) -> String? {
        switch kind {
        case .ceiling(let account, let year):
            let account = account ?? portfolio.accounts.first { $0.category == .general }?.id ?? "一般会計"
            return portfolio.ceilings.first { $0.account == account && $0.year == year }
                .map { "\(Sentences.grouped($0.amount.thousands))千円" }
        case .setting(let setting): return setting.text(portfolio.value(of: setting))
        case .pin(let key):
            return portfolio.systems.first { $0.id == key }?.pinnedYear.map { "\($0.startYear)" }
        case .field(let key, let field):
            guard let position = ITSystem.kind.position[field] else { return nil }
            return portfolio.systems.first { $0.id == key }?.entry.values[position]
        }
    }
}
