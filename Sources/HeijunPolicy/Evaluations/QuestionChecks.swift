import HeijunModel

extension EvaluationCheck {
    /// Whether forms are filled in: every question answered, by a listed choice, with a reason where one is asked for.
    static let questions: [EvaluationCheck] = [
        EvaluationCheck(
            "answer-missing", .warning, fix: Words(ja: "すべての設問に回答してください。", en: "Answer every question.")
        ) { each($0) { $0.answer == nil ? Words(ja: "回答がありません。", en: "has no answer.") : nil } },
        EvaluationCheck(
            "answer-unknown", .error,
            fix: Words(ja: "設問の選択肢から選んでください。", en: "Choose one of the question's choices.")
        ) {
            each($0) { item in
                guard let answer = item.answer, item.choice == nil else { return nil }
                return Words(
                    ja: "回答「\(answer.choice.text)」は選択肢にありません。",
                    en: "has the unlisted answer “\(answer.choice.text)”.")
            }
        },
        EvaluationCheck(
            "answer-without-reason", .error, fix: Words(ja: "理由を記載してください。", en: "Give a reason.")
        ) {
            each($0) { item in
                guard item.question.needsReason, let answer = item.answer, answer.reason == nil else {
                    return nil
                }
                return Words(ja: "回答に理由がありません。", en: "is answered without a reason.")
            }
        },
    ]

    private static func each(
        _ input: EvaluationInput, _ check: (SheetRow.AnsweredQuestion) -> Words?
    ) -> [Breach] {
        input.sheets.flatMap { row in
            row.answers.compactMap { item in
                check(item).map { words in
                    Breach(
                        kind: "programme", key: row.programme.id.text, field: "answer",
                        value: item.question.id.text,
                        ja:
                            "\(row.programme.id.text) \(row.programme.name): 設問「\(item.question.text)」の\(words.ja)",
                        en:
                            "\(row.programme.id.text) \(row.programme.name): “\(item.question.text)” \(words.en)"
                    )
                }
            }
        }
    }
}
