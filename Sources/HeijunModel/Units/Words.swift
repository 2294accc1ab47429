/// A language that Heijun speaks.
public enum Language: String, CaseIterable, Codable, Sendable {
    case ja, en
}

/// One sentence or title in both languages.
public struct Words: Hashable, Codable, Sendable {
    /// 日本語
    public let ja: String
    /// English
    public let en: String

    /// Makes the pair.
    public init(ja: String, en: String) {
        self.ja = ja
        self.en = en
    }

    /// The text in `language`.
    public subscript(language: Language) -> String {
        switch language {
        case .ja: ja
        case .en: en
        }
    }
}
