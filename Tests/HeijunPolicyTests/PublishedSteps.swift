import HeijunModel

/// Full step sheets of three prefectures, January 2026.
///
/// Source: 総務省「業務別ステップ別進捗一覧」(令和8年1月). One letter a step in the sheet's order: n 未, w 作業中,
/// d 完了済み, x 対象外; the rate as published, in ten-thousandths.
enum PublishedSteps {
    static let sheets: [(prefecture: String, business: String, rate: Int, steps: String)] = [
        ("北海道", "生活保護", 7500, "ddddddddddddddddddddddddddddwdwnnnnnwwdn"),
        ("北海道", "児童扶養手当", 7500, "dddddddddddddddddddddddddddddwwnnnnnwwdn"),
        ("神奈川県", "生活保護", 1500, "dddwwwwdwwdwwwwxnnnnnnnnnnnnnnnnnnnnnnnn"),
        ("神奈川県", "児童扶養手当", 6500, "ddddddddddddddddddddddxxxnnnnnnnnnnnnndn"),
        ("東京都", "生活保護", 9750, "ddddxddddddddddddddddddddddddxddddddddwd"),
        ("東京都", "児童扶養手当", 7500, "dddddddddddddddddddddddddddddwwwwwwwwwxw"),
    ]

    static func state(of letter: Character) -> Step.State? {
        ["n": .notStarted, "w": .working, "d": .done, "x": .notApplicable][letter]
    }
}
