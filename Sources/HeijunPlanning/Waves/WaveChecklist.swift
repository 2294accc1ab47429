import HeijunModel

/// What must be in order before a wave of moves.
struct WaveChecklist {
    let maker: WaveMaker
    let period: WaveMaker.Period
    let choices: [Plan.Choice]
    private var basis: PlanningBasis { maker.basis }

    /// Every line. A new one is one entry here.
    var items: [MoveWave.Item] {
        [link, dependencies, reserve, frozen, holidays, room].compactMap { $0 } + conversions
    }

    private var firstDay: Day {
        period.quarter.map { Quarter(year: period.year, number: $0 - 1).firstDay } ?? period.year.firstDay
    }

    private var pairs: Set<[Key]> {
        Set(
            choices.compactMap { choice in
                choice.moveFrom.flatMap { from in choice.moveTo.map { [from, $0].sorted() } }
            })
    }

    /// M04: the line between the rooms is in use before the wave.
    private var link: MoveWave.Item? {
        guard !pairs.isEmpty else { return nil }
        let open = pairs.filter { pair in
            basis.portfolio.roomLinks.contains {
                [$0.room, $0.to].sorted() == pair && ($0.opens.map { $0 <= firstDay } ?? true)
                    && ($0.closes.map { $0 >= firstDay } ?? true)
            }
        }
        let known = pairs.contains { pair in
            basis.portfolio.roomLinks.contains { [$0.room, $0.to].sorted() == pair }
        }
        let title = Words(ja: "室間回線（方針 L1408）", en: "Link between the rooms (policy L1408)")
        if open.count == pairs.count {
            return item(title, Words(ja: "利用できる", en: "In use"), true)
        }
        if period.quarter == nil, let day = opening, FiscalYear(of: day) == period.year {
            let text = day.fieldText
            return item(
                title, Words(ja: "\(text) から利用できる（移設はその後に）", en: "In use from \(text) on (move after that)"),
                nil)
        }
        return known
            ? item(title, Words(ja: "波の開始に間に合わない", en: "Not in use when the wave begins"), false)
            : item(title, Words(ja: "台帳に登録がない", en: "Not in the ledger"), nil)
    }

    /// The last day on which a line between two of the wave's rooms comes into use; nil where a pair has none to come.
    private var opening: Day? {
        let days = pairs.map { pair in
            basis.portfolio.roomLinks.filter { [$0.room, $0.to].sorted() == pair }
                .map { $0.opens ?? firstDay }.min()
        }
        return days.contains { $0 == nil } ? nil : days.compactMap { $0 }.max()
    }

    /// Systems outside the wave that the moved ones exchange data with.
    private var dependencies: MoveWave.Item {
        let inside = Set(choices.map(\.system))
        let partners = basis.portfolio.links.compactMap { link -> Key? in
            if inside.contains(link.system), !inside.contains(link.to) { return link.to }
            return inside.contains(link.to) && !inside.contains(link.system) ? link.system : nil
        }
        let names = Set(partners).sorted().map(basis.name)
        let shown = names.prefix(5).joined(separator: "、") + (names.count > 5 ? "ほか" : "")
        let shownEn = names.prefix(5).joined(separator: ", ") + (names.count > 5 ? " and others" : "")
        return item(
            Words(ja: "連携先との接続試験", en: "Tests with linked systems"),
            names.isEmpty
                ? Words(ja: "波の外に連携先はない", en: "None outside the wave")
                : Words(ja: "\(names.count) システム: \(shown)", en: "\(names.count) systems: \(shownEn)"),
            names.isEmpty ? true : nil)
    }

    /// The old room stays usable in the period, so that a system can go back.
    private var reserve: MoveWave.Item? {
        let left = Set(choices.compactMap(\.moveFrom)).sorted()
        let closing = left.filter { room in
            (basis.rooms[room]?.lastYear).map { $0 <= period.year } ?? false
        }
        let title = Words(ja: "切戻し用の場所", en: "Room to go back to")
        guard let room = closing.first else {
            return item(title, Words(ja: "移設元は翌年度も使える", en: "The old room stays in use"), true)
        }
        let name = basis.roomName(room)
        return item(
            title, Words(ja: "\(name)はこの年度で明け渡す", en: "\(name) is given up in this year"), nil)
    }

    /// Freezes that fall into the period.
    private var frozen: MoveWave.Item? {
        let moved = Set(choices.map(\.system))
        let systems = basis.portfolio.systems.filter { moved.contains($0.id) }
        let names = basis.portfolio.freezes.filter { freeze in systems.contains(where: freeze.stops) }
            .map(\.name)
        guard !names.isEmpty else { return nil }
        return item(
            Words(ja: "凍結期間を避ける", en: "Outside the freezes"),
            Words(ja: names.joined(separator: "、"), en: names.joined(separator: ", ")), nil)
    }

    /// Systems that change over in a run of holidays alone.
    private var holidays: MoveWave.Item? {
        let names = choices.map(\.system).filter { basis.terms[$0]?.isHolidayCutover ?? false }.map(
            basis.name)
        guard !names.isEmpty else { return nil }
        return item(
            Words(ja: "切替は連休・年末年始", en: "Changes over on holidays"),
            Words(ja: names.joined(separator: "、"), en: names.joined(separator: ", ")), nil)
    }

    /// Rack space of the rooms entered, in the period.
    private var room: MoveWave.Item? {
        let entered = Set(choices.compactMap(\.moveTo)).sorted()
        let uses = maker.plan.uses.filter {
            $0.kind == .roomUnits && entered.contains($0.key) && $0.year == period.year
                && $0.quarter == period.quarter
        }
        guard !uses.isEmpty else { return nil }
        let text = uses.map { use in
            "\(basis.roomName(use.key)) \(decimalText(use.after * 5, places: 1))/"
                + "\(decimalText(use.limit * 5, places: 1))U"
        }
        return item(
            Words(ja: "移設先のラック", en: "Racks of the new room"),
            Words(ja: text.joined(separator: "、"), en: text.joined(separator: ", ")),
            uses.allSatisfy { $0.after <= $0.limit })
    }

    /// M03: the room is converted after its last system has left.
    private var conversions: [MoveWave.Item] {
        let left = Set(choices.compactMap(\.moveFrom))
        return basis.portfolio.roomConversions.filter { left.contains($0.room) }
            .sorted { ($0.year, $0.room) < ($1.year, $1.room) }.map(conversion)
    }

    private func conversion(_ plan: RoomConversion) -> MoveWave.Item {
        let year = Sentences.label(plan.year, basis), name = basis.roomName(plan.room)
        return item(
            Words(ja: "転用（方針 L1473）", en: "Conversion (policy L1473)"),
            Words(ja: "\(name)は \(year.ja) から転用", en: "\(name) is converted from \(year.en)"),
            period.year < plan.year)
    }

    private func item(_ title: Words, _ finding: Words, _ isMet: Bool?) -> MoveWave.Item {
        MoveWave.Item(title: title, finding: finding, isMet: isMet)
    }
}
