import ArgumentParser
import HeijunModel
import HeijunPlanning
import HeijunReports
import HeijunStore

/// `plan set`: the settings, listed with their meaning or changed as one batch.
struct PlanSet: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "set",
        abstract: say("計画の設定を一覧し、変更します。", "Lists the settings of planning, or changes them."),
        discussion: say("例:", "Examples:") + """

              heijun plan set
              heijun plan set peak-weight=20 large-per-year=3 --reason \(say("庁内調整", "agreed"))
              heijun plan set stress.delay-most-large=3
              heijun plan set large-per-year=
            """)

    @OptionGroup var common: Common
    @OptionGroup var listing: Listing

    @Argument(
        help: ArgumentHelp(
            say(
                "設定=値。値が空なら既定に戻す。= がなければ、その名前で始まる設定を示す。",
                "KEY=VALUE; an empty value takes the default; without = shows it."),
            valueName: "key=value"))
    var assignments: [String] = []

    @Option(help: ArgumentHelp(say("変更の理由。履歴に残ります。", "Why; kept in the history.")))
    var reason: String?

    @Flag(help: ArgumentHelp(say("保存せず、変更内容だけを示す。", "Show the change and store nothing.")))
    var dryRun = false

    func run() throws {
        guard assignments.contains(where: { $0.contains("=") }) else { return try list() }
        let edits = try assignments.map(SettingEdit.init)
        let store = try common.store()
        let portfolio = try typed(try refusing { () throws(StoreError) in try store.entries() })
        var changes: [Change] = []
        for edit in edits {
            guard let change = edit.change(in: portfolio, reason) else { continue }
            changes.removeAll { $0.key == change.key }
            changes.append(change)
            let (before, after) = (portfolio.value(of: edit.setting), edit.value ?? edit.setting.standard)
            let unit = edit.setting.unit[spoken]
            let isWord = unit.first?.isASCII ?? false
            let (old, new) = (edit.setting.text(before), edit.setting.text(after))
            let named = edit.setting.form == .number ? (isWord ? " " : "") + unit : ""
            try Console.line("\(edit.setting.key.text): \(old) → \(new)\(named)")
        }
        try storeBatch(
            changes, in: store, command: "plan set \(assignments.joined(separator: " "))", reason,
            isDryRun: dryRun,
            unchanged: edits.count - changes.count)
    }

    private func list() throws {
        let portfolio = try common.ledger()
        let wanted = Setting.all.filter { setting in
            assignments.isEmpty
                || assignments.contains {
                    setting.key.text.hasPrefix($0) || setting.key.text.hasPrefix("plan." + $0)
                }
        }
        guard !wanted.isEmpty else { throw SettingEdit.unknown(assignments[0]) }
        let format = listing.format(of: portfolio.organization)
        let changed = wanted.count { portfolio.value(of: $0) != $0.standard }
        try listing.print(
            Table.settings(wanted, portfolio, format),
            summary: say("\(wanted.count) 設定、うち変更 \(changed)", "\(wanted.count) settings, \(changed) changed")
        )
    }
}

/// One `KEY=VALUE` of a setting.
private struct SettingEdit {
    let setting: Setting
    /// The new value; nil takes the default again.
    let value: Int?

    init(_ text: String) throws {
        guard let equals = text.firstIndex(of: "=") else {
            throw Failure(ja: "「\(text)」は 設定=値 の形で書いてください。", en: "Write “\(text)” as key=value.", .usage)
        }
        let name = String(text[..<equals]), written = String(text[text.index(after: equals)...])
        guard let setting = Setting.named(name) else { throw SettingEdit.unknown(name) }
        if !written.isEmpty, let words = setting.refusal(of: written) {
            throw Failure(
                ja: "\(setting.key.text): \(words.ja)「\(written)」",
                en: "\(setting.key.text) \(words.en) Not “\(written)”.",
                .usage)
        }
        self.setting = setting
        value = setting.value(of: written)
    }

    static func unknown(_ name: String) -> Failure {
        let near =
            closest(to: name, among: Setting.all.map(\.key.text))
            ?? closest(to: "plan." + name, among: Setting.all.map(\.key.text))
        let hint = near.map { say("「\($0)」ではありませんか。", "Did you mean “\($0)”? ") } ?? ""
        return Failure(
            ja: "「\(name)」という設定はありません。\(hint)heijun plan set で一覧を示します。",
            en: "There is no setting “\(name)”. \(hint)heijun plan set lists them.", .usage)
    }

    /// The change of the ledger; nil where nothing changes.
    func change(in portfolio: Portfolio, _ reason: String?) -> Change? {
        let old = portfolio.settingValues.first { $0.id == setting.key }
        var new = old ?? SettingValue()
        guard old?.value != value.map(String.init) else { return nil }
        new.id = setting.key
        new.value = value.map(String.init) ?? ""
        if let reason { new.reason = reason }
        return Change(
            kind: SettingValue.kind.name, key: setting.key.text, before: old?.entry.values,
            after: value == nil ? nil : new.entry.values)
    }
}

/// Stores changes as one batch and prints the last line of the commands that change the ledger.
func storeBatch(
    _ changes: [Change], in store: Store, command: String, _ reason: String?, isDryRun: Bool,
    unchanged: Int = 0
) throws {
    let tally = Tally(
        added: changes.count { $0.verb == .added }, changed: changes.count { $0.verb == .changed },
        unchanged: unchanged)
    let removed = changes.count { $0.verb == .removed }
    let line = tally.line + (removed > 0 ? say(" / 削除 \(removed)", " / removed \(removed)") : "")
    guard !changes.isEmpty else { return try Console.line(line) }
    guard !isDryRun else { return try Console.line(say("試行のため保存していません。", "A dry run: nothing is stored.")) }
    let header = BatchHeader(author: Clock.author, time: Clock.now, command: command, reason: reason)
    let batch = try refusing { () throws(StoreError) in try store.apply(changes, header) }
    try Console.line(say("取込バッチ \(batch) ・ ", "Batch \(batch) · ") + line)
}
