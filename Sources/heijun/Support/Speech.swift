import HeijunModel

#if canImport(Glibc)
    import Glibc
#else
    import Musl
#endif

/// The language of messages and help: `--lang`, else `HEIJUN_LANG`, else the locale; `ja…` is Japanese, anything
/// else English. It is all that the environment decides.
let spoken: Language = language(arguments: CommandLine.arguments) { name in
    getenv(name).map { String(cString: $0) }
}

/// The language that arguments and environment ask for.
func language(arguments: [String], environment: (String) -> String?) -> Language {
    let asked = zip(arguments, arguments.dropFirst()).first { $0.0 == "--lang" }?.1
    let inline = arguments.first { $0.hasPrefix("--lang=") }.map { String($0.dropFirst(7)) }
    let names = ["HEIJUN_LANG", "LC_ALL", "LC_MESSAGES", "LANG"]
    let found = asked ?? inline ?? names.lazy.compactMap(environment).first { !$0.isEmpty } ?? ""
    return found.hasPrefix("ja") ? .ja : .en
}

/// The text in the spoken language.
func say(_ ja: String, _ en: String) -> String { Words(ja: ja, en: en)[spoken] }
