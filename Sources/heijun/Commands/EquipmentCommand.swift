import ArgumentParser
import HeijunModel
import HeijunPolicy
import HeijunReports
import HeijunStore

/// `equipment`: the equipment that was found, what waits for a system, and the rules that tie it.
struct EquipmentCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "equipment",
        abstract: say("機器を一覧し、規則で情報システムに割り当てます。", "Lists equipment and ties it to systems by rules."),
        discussion: say("例:", "Examples:") + """

              heijun equipment
              heijun equipment --unassigned
              heijun set equipment_rule:R10 subject=host "pattern=jumin-*" system=SYS-0001
              heijun set equipment_rule:R20 subject=location "pattern=*税務課*" system=SYS-0002
              heijun equipment --rules
              heijun equipment --assign --dry-run
              heijun set equipment:K-001 system=SYS-0012
            """)

    @OptionGroup var common: Common
    @OptionGroup var listing: Listing

    @Flag(help: ArgumentHelp(say("情報システムに割り当てられていないものだけ。", "Only what no system is named for.")))
    var unassigned = false

    @Flag(
        help: ArgumentHelp(
            say(
                "割当規則を、試す順（規則IDの順）に、当てはまる機器の数とともに示す。",
                "List the rules in the order in which they are tried, with the equipment that each fits.")))
    var rules = false

    @Flag(
        help: ArgumentHelp(
            say("規則（equipment_rule）に従って未割当の機器を割り当てる。", "Assign by the rules (equipment_rule) what waits.")))
    var assign = false

    @Flag(help: ArgumentHelp(say("保存せず、割当の結果だけを示す。", "Show what would be assigned and store nothing.")))
    var dryRun = false

    @Option(help: ArgumentHelp(say("割当の理由。履歴に残ります。", "Why; kept in the history.")))
    var reason: String?

    private static let columns = [
        "id", "name", "equipment_kind", "vendor", "model", "host", "address", "location", "system",
    ]

    func run() throws {
        if assign { return try assignByRules() }
        let entries = try common.entries()
        if rules { return try listRules(entries) }
        let all = entries.filter { $0.kind == Equipment.kind.name }
        let waiting = all.filter(isWaiting)
        let format = listing.format(of: try organization(in: entries))
        try listing.print(
            Table.records(unassigned ? waiting : all, of: Equipment.kind, columns: Self.columns, format),
            summary: say(
                "機器 \(all.count) 件 / 未割当 \(waiting.count) 件",
                "\(all.count) pieces of equipment / \(waiting.count) unassigned"))
        if unassigned, !waiting.isEmpty, !listing.json, !listing.csv {
            Console.note(
                say(
                    "規則で割り当てるには: heijun set equipment_rule:R10 subject=host \"pattern=jumin-*\" system=システムID "
                        + "の後、heijun equipment --assign（1件ずつなら heijun set equipment:機器ID system=システムID）",
                    "To assign by a rule: heijun set equipment_rule:R10 subject=host \"pattern=jumin-*\" system=KEY, "
                        + "then heijun equipment --assign (one by one: heijun set equipment:KEY system=KEY)"))
        }
    }

    /// Lists the rules with what each would tie first.
    private func listRules(_ entries: [Entry]) throws {
        let assignment = EquipmentAssignment(entries)
        var fitting: [String: Int] = [:]
        for entry in entries where entry.kind == Equipment.kind.name {
            if let rule = assignment.rule(of: entry) { fitting[rule.key, default: 0] += 1 }
        }
        let found = entries.compactMap { try? EquipmentRule($0) }.sorted { $0.id < $1.id }
        let rows = found.map { rule in
            let count = fitting[rule.id.text] ?? 0
            return [
                Cell(rule.id.text), Cell(rule.subject.title[spoken], .string(rule.subject.rawValue)),
                Cell(rule.pattern), Cell(rule.system.text), Cell(String(count), .int(count)), Cell(rule.note),
            ]
        }
        let table = Table(
            key: "equipment-rules", title: Words(ja: "機器の割当規則", en: "Equipment rules"),
            columns: [
                .init("id", ja: "規則ID", en: "Rule"), .init("subject", ja: "対象項目", en: "Field"),
                .init("pattern", ja: "パターン", en: "Pattern"), .init("system", ja: "情報システム", en: "System"),
                .init("fitting", ja: "該当機器", en: "Fitting", .trailing), .init("note", ja: "備考", en: "Note"),
            ], rows: rows)
        let subjects = EquipmentRule.Subject.allCases.map { "\($0.rawValue)（\($0.title[spoken])）" }
        try listing.print(
            table,
            summary: say("規則 \(found.count) 件 ・ 対象項目: ", "\(found.count) rules · fields: ")
                + subjects.joined(separator: " "))
    }

    private func isWaiting(_ entry: Entry) -> Bool {
        Equipment.kind.position["system"].map { entry.values[$0] == nil } ?? false
    }

    private func assignByRules() throws {
        let store = try common.store()
        let entries = try refusing { () throws(StoreError) in try store.entries() }
        let rules = EquipmentAssignment(entries)
        guard !rules.isEmpty else {
            throw Failure(
                ja:
                    "割当規則がありません。heijun set equipment_rule:R10 subject=host \"pattern=jumin-*\" system=SYS-0001 のように加えてください。",
                en:
                    "There is no rule. Add one: heijun set equipment_rule:R10 subject=host \"pattern=jumin-*\" system=SYS-0001",
                .refused)
        }
        let names = names(ofSystems: entries)
        var changes: [Change] = []
        for entry in entries where entry.kind == Equipment.kind.name && isWaiting(entry) {
            guard let rule = rules.rule(of: entry), let change = change(entry, to: rule.system) else {
                continue
            }
            changes.append(change)
            let name = names[rule.system].map { " " + $0 } ?? ""
            try Console.line(
                "\(change.key) → \(rule.system)\(name)" + say("（規則 \(rule.key)）", " (rule \(rule.key))"))
        }
        let waiting = entries.count { $0.kind == Equipment.kind.name && isWaiting($0) }
        let summary = say(
            "割当 \(changes.count) 件 / 未割当 \(waiting - changes.count) 件",
            "\(changes.count) assigned / \(waiting - changes.count) unassigned")
        guard !changes.isEmpty, !dryRun else {
            return try Console.line(
                (dryRun ? say("試行（保存していません）・ ", "Dry run, nothing stored · ") : "") + summary)
        }
        let header = BatchHeader(
            author: Clock.author, time: Clock.now, command: "equipment --assign", reason: reason)
        let batch = try refusing { () throws(StoreError) in try store.apply(changes, header) }
        try Console.line(say("取込バッチ \(batch) ・ ", "Batch \(batch) · ") + summary)
    }

    private func names(ofSystems entries: [Entry]) -> [String: String] {
        guard let name = ITSystem.kind.position["name"] else { return [:] }
        let systems = entries.filter { $0.kind == ITSystem.kind.name }
        return Dictionary(systems.map { (ITSystem.kind.key(of: $0.values), $0.values[name] ?? "") }) {
            first, _ in first
        }
    }

    private func change(_ entry: Entry, to system: String) -> Change? {
        guard let position = Equipment.kind.position["system"] else { return nil }
        var after = entry.values
        after[position] = system
        return Change(
            kind: entry.kind, key: Equipment.kind.key(of: entry.values), before: entry.values, after: after)
    }
}
