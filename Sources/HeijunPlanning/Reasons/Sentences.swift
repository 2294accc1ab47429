import HeijunLevelling
import HeijunModel

/// The sentences of the planner, in both languages: reasons. Amounts are in 千円.
enum Sentences {
    /// Several sentences as one text.
    static func joined(_ parts: [Words]) -> Words {
        Words(ja: parts.map(\.ja).joined(), en: parts.map(\.en).joined(separator: " "))
    }

    /// A year as the body writes it: R10, and FY2028.
    static func label(_ year: FiscalYear, _ basis: PlanningBasis) -> Words {
        let style = basis.portfolio.organization.yearStyle ?? .era
        return Words(ja: year.short(style), en: "FY\(year.startYear)")
    }

    /// An amount in 百万円 from ten million yen on, else in 千円.
    static func money(_ thousands: Int) -> Words {
        guard abs(thousands) >= 10_000 else {
            return Words(ja: "\(grouped(thousands)) 千円", en: "\(grouped(thousands)) thousand yen")
        }
        let millions = grouped((thousands + (thousands < 0 ? -500 : 500)) / 1000)
        return Words(ja: "\(millions) 百万円", en: "\(millions) million yen")
    }

    /// Digits in groups of three.
    static func grouped(_ number: Int) -> String {
        let digits = String(number.magnitude)
        var result = ""
        for (index, digit) in digits.enumerated() {
            if index > 0, (digits.count - index).isMultiple(of: 3) { result.append(",") }
            result.append(digit)
        }
        return number < 0 ? "-" + result : result
    }

    static func account(_ resource: Resource, _ basis: PlanningBasis) -> Words {
        switch resource {
        case .account(let key): return Words(ja: key.text, en: key.text)
        case .funding(let funding, let account):
            let name = account.map { ($0.text + "の", " of " + $0.text) } ?? ("", "")
            return Words(ja: name.0 + funding.title.ja, en: funding.title.en.lowercased() + name.1)
        case .whole: return Words(ja: "総事業費", en: "the whole cost")
        case .scope, .staff, .vendor, .large, .units, .power, .weight, .platform:
            return Words(ja: basis.scope, en: basis.scope == "一般会計" ? "the general account" : basis.scope)
        }
    }

    private static func together(_ company: [String]) -> Words {
        guard !company.isEmpty else { return Words(ja: "", en: "") }
        return Words(
            ja: "\(company.joined(separator: "・"))と重なり、",
            en: " it would coincide with \(company.joined(separator: " and ")) and")
    }

    static func overCeiling(_ year: Words, _ company: [String], _ account: Words, _ excess: Int) -> Words {
        let (with, amount) = (together(company), money(excess))
        return Words(
            ja: "\(year.ja) は\(with.ja)\(account.ja)の上限を \(amount.ja)超える。",
            en:
                "In \(year.en)\(with.en.isEmpty ? " it would" : with.en) exceed the ceiling of \(account.en) by \(amount.en)."
        )
    }

    static func higherPeak(_ year: Words, _ company: [String], by excess: Int) -> Words {
        let (with, amount) = (together(company), money(excess))
        return Words(
            ja: "元の年度のままでは、\(year.ja) に\(with.ja)経費のピークが \(amount.ja)高くなる。",
            en:
                "In its natural year\(with.en.isEmpty ? " it would" : with.en) raise the peak (\(year.en)) by \(amount.en)."
        )
    }

    /// A chosen hosting, form or ending, with what it changes of the total and the peak.
    static func chosen(_ decision: Decision, total: Int, peak: Int) -> Words {
        let titles = [decision.hosting?.title, decision.form?.title, decision.ending?.title].compactMap { $0 }
        let ja = titles.map { "「\($0.ja)」" }.joined(),
            en = titles.map { "“\($0.en)”" }.joined(separator: ", ")
        let (sum, top) = (money(abs(total)), money(abs(peak)))
        let cost =
            total == 0
            ? Words(ja: "総費用は変わらず", en: "the total cost stays")
            : total < 0
                ? Words(ja: "総費用が \(sum.ja)減り", en: "the total cost falls by \(sum.en)")
                : Words(ja: "総費用が \(sum.ja)増え", en: "the total cost rises by \(sum.en)")
        let most =
            peak == 0
            ? Words(ja: "ピークは変わらない", en: "the peak stays")
            : peak < 0
                ? Words(ja: "ピークが \(top.ja)下がる", en: "the peak falls by \(top.en)")
                : Words(ja: "ピークが \(top.ja)上がる", en: "the peak rises by \(top.en)")
        return Words(
            ja: "\(ja)を選ぶと、\(cost.ja)、\(most.ja)。", en: "With \(en) \(cost.en) and \(most.en).")
    }

    static func rougher(by amount: Int) -> Words {
        let amount = money(amount)
        return Words(
            ja: "元の年度のままでは、年度間の増減の合計が \(amount.ja)大きくなる。",
            en: "In its natural year the changes from year to year would add up to \(amount.en) more.")
    }

    static func cheaper(by amount: Int) -> Words {
        let amount = money(amount)
        return Words(
            ja: "元の年度のままより総費用（重みを含む）が \(amount.ja)小さい。",
            en: "The total cost, weights included, is \(amount.en) lower than in its natural year.")
    }

    static let asGood = Words(
        ja: "他のシステムの年度との組合せで選んだもので、元の年度でも計画の評価はほぼ同じである。",
        en: "Chosen together with the years of other systems; the natural year would do about as well.")

    static func pinned(_ year: Words) -> Words {
        Words(ja: "\(year.ja) に固定されている。", en: "Pinned to \(year.en).")
    }

    static func extensionPrice(_ year: Words, _ amount: Int) -> Words {
        let amount = money(amount)
        return Words(
            ja: "\(year.ja) への変更に伴う延伸費用（再リース・延長保守）は \(amount.ja)。",
            en: "Extension for the change to \(year.en) (re-lease, extended upkeep) costs \(amount.en).")
    }

    static func noExtension(_ year: Words) -> Words {
        Words(ja: "\(year.ja) への変更に延伸費用は生じない。", en: "The change to \(year.en) costs no extension.")
    }

    static func mustComeBefore(_ other: String) -> Words {
        Words(ja: "\(other)より後にはできない（順序）。", en: "It may not come after \(other) (order).")
    }

    static func mustComeAfter(_ other: String) -> Words {
        Words(ja: "\(other)より前にはできない（順序）。", en: "It may not come before \(other) (order).")
    }

    static func mustShareYear(_ other: String) -> Words {
        Words(ja: "\(other)と同じ年度にする（一体決定）。", en: "It shares its year with \(other) (decided together).")
    }

    static func mustNotShareYear(_ other: String) -> Words {
        Words(ja: "\(other)と同じ年度にはできない。", en: "It may not share its year with \(other).")
    }

    static func mustMoveWith(_ other: String) -> Words {
        Words(ja: "\(other)と同じ年度に移設する。", en: "It moves in the same year as \(other).")
    }

    static let heldPlatform = Words(
        ja: "利用の有無を選べるシステムの負担をこの基盤の計画年度で計算したため、年度はこの計画では選べない。",
        en:
            "Its years are held in this plan: what systems that may join or leave it pay was reckoned with them."
    )

    static let yearDecided = Words(ja: "年度は決定済み。", en: "The year is decided.")

    static func yearClosed(_ through: Words) -> Words {
        Words(
            ja: "\(through.ja) までの予算は締め切られている（補正予算か繰越を要する）。",
            en: "Budgets through \(through.en) are closed (it takes a supplementary budget or a carry-over).")
    }

    static func outsideWindow(_ from: Words, _ to: Words) -> Words {
        Words(
            ja: "前倒し・先送りできる範囲（\(from.ja)〜\(to.ja)）の外。",
            en: "It lies outside the years open to choice (\(from.en)–\(to.en)).")
    }

    /// A limit other than a ceiling that would be broken.
    static func overLimit(
        _ year: Words, _ resource: Resource, limit: Int, excess: Int, _ basis: PlanningBasis
    ) -> Words {
        let name = basis.title(resource)
        let limitText = quantity(limit, resource), excessText = quantity(excess, resource)
        switch resource {
        case .staff, .units, .power, .weight, .scope, .whole, .funding, .account, .platform:
            return Words(
                ja: "\(year.ja) は\(name.ja)（上限 \(limitText.ja)）が \(excessText.ja)不足する。",
                en: "In \(year.en) \(name.en) (limit \(limitText.en)) would be short by \(excessText.en).")
        case .vendor, .large:
            return Words(
                ja: "\(year.ja) は\(name.ja)が上限 \(limitText.ja)を \(excessText.ja)超える。",
                en: "In \(year.en) \(name.en) would exceed the limit of \(limitText.en) by \(excessText.en).")
        }
    }

    /// A quantity with its unit.
    static func quantity(_ value: Int, _ resource: Resource) -> Words {
        switch resource {
        case .scope, .whole, .funding, .account:
            return Words(ja: "\(grouped(value)) 千円", en: "\(grouped(value)) thousand yen")
        case .staff:
            let text = decimalText(value, places: 1)
            return Words(ja: "\(text) 人月", en: "\(text) person-months")
        case .vendor, .large:
            return Words(ja: "\(value) 件", en: value == 1 ? "1 rebuild" : "\(value) rebuilds")
        case .units:
            let text = decimalText(value * 5, places: 1)
            return Words(ja: "\(text)U", en: "\(text)U")
        case .power: return Words(ja: "\(grouped(value)) W", en: "\(grouped(value)) W")
        case .weight: return Words(ja: "\(grouped(value)) kg", en: "\(grouped(value)) kg")
        case .platform: return Words(ja: "\(grouped(value)) 単位", en: "\(grouped(value)) units")
        }
    }
}

extension PlanningBasis {
    /// The name of a room with its building.
    func roomName(_ key: Key) -> String {
        guard let room = rooms[key] else { return key.text }
        let facility = portfolio.facilities.first { $0.id == room.room.facility }?.name ?? ""
        return room.room.name.hasPrefix(facility) ? room.room.name : facility + room.room.name
    }

    private func inRoom(_ key: Key, _ quarter: Int, _ what: Words) -> Words {
        let name = roomName(key)
        let ja = quarter == 0 ? "" : "（第\(quarter)四半期）"
        let en = quarter == 0 ? "" : " (quarter \(quarter))"
        return Words(ja: "\(name)の\(what.ja)\(ja)", en: "\(what.en) in \(name)\(en)")
    }

    /// What a resource is called in a sentence.
    func title(_ resource: Resource) -> Words {
        switch resource {
        case .scope, .whole, .funding, .account: return Sentences.account(resource, self)
        case .staff(let key):
            let name = portfolio.sections.first { $0.id == key }?.name ?? key.text
            return Words(ja: "\(name)の要員", en: "the staff of \(name)")
        case .vendor(let key):
            let name = portfolio.vendors.first { $0.id == key }?.name ?? key.text
            return Words(ja: "\(name)の同時再構築", en: "parallel rebuilds at \(name)")
        case .large: return Words(ja: "大規模再構築の稼働", en: "large rebuilds going live")
        case .units(let key, let quarter):
            return inRoom(key, quarter, Words(ja: "ラック", en: "rack space"))
        case .power(let key, let quarter): return inRoom(key, quarter, Words(ja: "電力", en: "power"))
        case .weight(let key, let quarter):
            return inRoom(key, quarter, Words(ja: "床荷重", en: "floor load"))
        case .platform(let key):
            return Words(ja: "\(name(key))の収容量", en: "the capacity of \(name(key))")
        }
    }
}
