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
              heijun equipment --assign --dry-run
              heijun set equipment:K-001 system=SYS-0012
            """)

    @OptionGroup var common: Common
    @OptionGroup var listing: Listing

    @Flag(help: ArgumentHelp(say("情報システムに割り当てられていないものだけ。", "Only what no system is named for.")))
    var unassigned = false

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
        let all = entries.filter { $0.kind == Equipment.kind.name }
        let waiting = all.filter(isWaiting)
        let format = listing.format(of: try organization(in: entries))
        try listing.print(
            Table.records(unassigned ? waiting : all, of: Equipment.kind, columns: Self.columns, format),
            summary: say(
                "機器 \(all.count) 件 / 未割当 \(waiting.count) 件",
                "\(all.count) pieces of equipment / \(waiting.count) unassigned"))
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
        let changes = entries.filter { $0.kind == Equipment.kind.name && isWaiting($0) }.compactMap {
            change($0, rules)
        }
        for change in changes {
            for difference in change.differences {
                try Console.line("\(change.key) → \(difference.after ?? "")")
            }
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

    private func change(_ entry: Entry, _ rules: EquipmentAssignment) -> Change? {
        guard let system = rules.system(of: entry), let position = Equipment.kind.position["system"] else {
            return nil
        }
        var after = entry.values
        after[position] = system
        return Change(
            kind: entry.kind, key: Equipment.kind.key(of: entry.values), before: entry.values, after: after)
    }
}
