import HeijunReports

/// The last line of commands that change the ledger.
struct Tally {
    var added = 0
    var changed = 0
    var missing = 0
    var unchanged = 0
    var rejected = 0

    /// `追加 3 / 変更 2 / 欠落 0 / 不変 115`.
    var line: String {
        say(
            "追加 \(added) / 変更 \(changed) / 欠落 \(missing) / 不変 \(unchanged)",
            "added \(added) / changed \(changed) / missing \(missing) / unchanged \(unchanged)")
            + (rejected > 0 ? say(" / 不採用 \(rejected)", " / rejected \(rejected)") : "")
    }

    /// Adds another file's counts.
    mutating func add(_ other: Tally) {
        added += other.added
        changed += other.changed
        missing += other.missing
        unchanged += other.unchanged
        rejected += other.rejected
    }

    /// The counts under their stable keys.
    var json: [(String, JSONValue)] {
        [
            ("added", .int(added)), ("changed", .int(changed)), ("unchanged", .int(unchanged)),
            ("missing", .int(missing)), ("rejected", .int(rejected)),
        ]
    }
}
