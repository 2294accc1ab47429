import ArgumentParser
import HeijunImport
import HeijunModel
import HeijunPolicy
import HeijunStore

/// `standardization set`: records how far steps are, or what stands with a business.
struct StandardizationSet: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "set",
        abstract: say("作業ステップの状態や業務の項目を記録します。", "Records states of steps, or fields of a business."),
        discussion: say("例:", "Examples:") + """

              heijun standardization set \(say("固定資産税", "fixedAssetTax")) 11-2=\(say("完了済み", "done")) --on 2026-11-20
              heijun standardization set \(say("固定資産税", "fixedAssetTax")) 1-1..7-2=\(say("完了済み", "done"))
              heijun standardization set \(say("就学", "schoolEnrollment")) 9-1..9-3=\(say("対象外", "notApplicable")) --reason \(say("RFPを行わないため", "no-RFP"))
              heijun standardization set \(say("介護保険", "longTermCareInsurance")) state=transitionSupport transition_reason=4 planned_day=2028-01-04
            """)

    @OptionGroup var common: Common

    @Argument(help: ArgumentHelp(say("業務名、別名またはキー。", "Name, alias or key."), valueName: "business"))
    var business: String

    @Argument(
        help: ArgumentHelp(
            say("ステップ=状態（1-1..7-2 で範囲）、または 項目=値。", "Step=state (1-1..7-2 is a range), or field=value."),
            valueName: "step=state"))
    var assignments: [String]

    @Option(help: ArgumentHelp(say("実績日（完了済みにするとき）。", "Day on which they were done."), valueName: "date"))
    var on: String?

    @Option(help: ArgumentHelp(say("予定日。", "Planned day."), valueName: "date"))
    var planned: String?

    @Option(help: ArgumentHelp(say("担当。", "Who sees to them."), valueName: "person"))
    var by: String?

    @Option(help: ArgumentHelp(say("理由。対象外では必須で、記録に残ります。", "Why; required where steps do not apply.")))
    var reason: String?

    @Flag(help: ArgumentHelp(say("保存せず、変更内容だけを示す。", "Show the change and store nothing.")))
    var dryRun = false

    func run() throws {
        let store = try common.store()
        let stored = try refusing { () throws(StoreError) in try store.entries() }
        let key = try StandardizationInput.key(business)
        let changes = try edits(of: key, stored)
        for change in changes {
            for difference in change.differences {
                let empty = say("（空）", "(empty)")
                try Console.line(
                    "\(change.key)  \(difference.field.title[spoken]): \(difference.before ?? empty) → \(difference.after ?? empty)"
                )
            }
        }
        guard !changes.isEmpty else { return try Console.line(Tally(unchanged: assignments.count).line) }
        guard !dryRun else { return try Console.line(say("試行のため保存していません。", "A dry run: nothing is stored.")) }
        let command = "standardization set \(business) \(assignments.joined(separator: " "))"
        let header = BatchHeader(author: Clock.author, time: Clock.now, command: command, reason: reason)
        let batch = try refusing { () throws(StoreError) in try store.apply(changes, header) }
        let tally = Tally(
            added: changes.count { $0.verb == .added }, changed: changes.count { $0.verb == .changed })
        try Console.line(say("取込バッチ \(batch) ・ ", "Batch \(batch) · ") + tally.line)
    }

    /// The changes of all assignments; a business that is not recorded yet is added.
    private func edits(of key: Key, _ stored: [Entry]) throws -> [Change] {
        var fields: [String] = []
        var steps: [(range: ClosedRange<Int>, state: String)] = []
        for assignment in assignments {
            let parts = assignment.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
                .map(String.init)
            if parts.count == 2, let range = StepRange.read(parts[0]) {
                steps.append((range, parts[1]))
            } else {
                fields.append(assignment)
            }
        }
        let isKnown = stored.contains { $0.kind == "business" && $0.values.first == key.text }
        if !isKnown && !fields.contains(where: { $0.hasPrefix("state=") }) { fields.append("state=working") }
        var changes =
            fields.isEmpty ? [] : [try RecordEdit("business:\(key.text)", fields, in: stored).change]
        for (range, state) in steps {
            for number in range {
                let edit = try RecordEdit(
                    "step:\(key.text)/\(number)", ["state=\(state)"] + (try stepFields(state)), in: stored)
                changes.append(edit.change)
            }
        }
        return changes.filter { !$0.differences.isEmpty || $0.before == nil }
    }

    private func stepFields(_ state: String) throws -> [String] {
        var fields: [String] = []
        if let on { fields.append("actual_day=\(on)") }
        if let planned { fields.append("planned_day=\(planned)") }
        if let by { fields.append("person=\(by)") }
        if (try? Step.State(fieldText: state)) == .notApplicable {
            guard let reason, !reason.isEmpty else {
                throw Failure(
                    ja: "対象外にする理由を --reason で記入してください。",
                    en: "Give the reason why it does not apply: --reason.",
                    .usage)
            }
            fields.append("reason=\(reason)")
        }
        return fields
    }
}

/// Steps as the command line names them: `11-2`, `⑪-2`, `29` or a range `1-1..7-2`.
enum StepRange {
    static func read(_ text: String) -> ClosedRange<Int>? {
        let ends = text.split(separator: ".", omittingEmptySubsequences: true).map { number(String($0)) }
        guard let first = ends.first ?? nil, let last = ends.last ?? nil, ends.count <= 2, first <= last
        else {
            return nil
        }
        return first...last
    }

    private static func number(_ text: String) -> Int? {
        if let number = StepName.number(text) { return number }
        return Int(halfWidth(text)).flatMap { (1...40).contains($0) ? $0 : nil }
    }
}
