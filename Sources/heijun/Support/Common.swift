import ArgumentParser
import HeijunImport
import HeijunModel
import HeijunPlanning
import HeijunReports
import HeijunStore

#if canImport(Glibc)
    import Glibc
#else
    import Musl
#endif

/// What every command takes.
struct Common: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            say(
                "ポートフォリオのファイル。既定は HEIJUN_PORTFOLIO、なければ heijun.sqlite。読むだけの命令では - で標準入力の XML。",
                "The portfolio file; HEIJUN_PORTFOLIO or heijun.sqlite unless given. Reading commands take - for inventory XML on standard input."
            ), valueName: "file"))
    var portfolio: String?

    @Option(help: ArgumentHelp(say("表示の言語（ja / en）。", "Language of messages: ja or en."), valueName: "ja|en"))
    var lang: String?

    @Flag(help: ArgumentHelp(say("詳しい経過を標準エラーに出す。", "Say more on standard error.")))
    var verbose = false

    /// The portfolio file's path.
    var path: String {
        portfolio ?? getenv("HEIJUN_PORTFOLIO").map { String(cString: $0) } ?? "heijun.sqlite"
    }

    /// Opens the store for a command that changes it.
    func store() throws -> Store {
        guard path != "-" else {
            throw Failure(
                ja: "標準入力の目録は変更できません。ポートフォリオのファイルを指定してください。",
                en: "An inventory on standard input cannot be changed. Name a portfolio file.", .usage)
        }
        return try refusing { () throws(StoreError) in try Store.open(path) }
    }

    /// Opens the store for a command that reads what only a portfolio file has: history and plans.
    func readStore() throws -> Store {
        guard path != "-" else {
            throw Failure(
                ja: "標準入力の目録には履歴と計画がありません。ポートフォリオのファイルを指定してください。",
                en: "An inventory on standard input has no history and no plans. Name a portfolio file.",
                .usage)
        }
        return try refusing { () throws(StoreError) in try Store.open(path, readOnly: true) }
    }

    /// The entries of the portfolio, or of the inventory on standard input.
    func entries() throws -> [Entry] {
        guard path == "-" else {
            let store = try readStore()
            return try refusing { () throws(StoreError) in try store.entries() }
        }
        let file = try InventoryFile.read("-")
        guard file.reading.errors.isEmpty else { throw file.refusal }
        return file.reading.entries
    }

    /// The typed portfolio.
    func ledger() throws -> Portfolio { try typed(try entries()) }

    /// Says a line where `--verbose` asks for it.
    func trace(_ ja: String, _ en: String) {
        if verbose { Console.note(say(ja, en)) }
    }
}

/// The body among the entries; an empty one where none is recorded.
func organization(in entries: [Entry]) throws -> Organization {
    try typed(entries.filter { $0.kind == Organization.kind.name }).organization
}

/// The typed portfolio of entries that are all well-formed.
func typed(_ entries: [Entry]) throws -> Portfolio {
    do {
        return try Portfolio(entries)
    } catch let problem {
        throw Failure(
            Words(
                ja: "項目 \(problem.field): \(problem.problem.words.ja)",
                en: "Field \(problem.field): \(problem.problem.words.en)"), .unreadable)
    }
}

/// Turns a store's refusal into the command's.
func refusing<Value>(_ body: () throws(StoreError) -> Value) throws -> Value {
    do {
        return try body()
    } catch {
        throw Failure(error.words, Status(rawValue: error.exitStatus) ?? .internalFailure)
    }
}

/// Turns an exporter's refusal into the command's.
func exchanging<Value>(_ body: () throws(ExchangeProblem) -> Value) throws -> Value {
    do {
        return try body()
    } catch {
        throw Failure(error.words, .unreadable)
    }
}

/// Turns a scenario's fault into the command's refusal.
func varying<Value>(_ body: () throws(VariantProblem) -> Value) throws -> Value {
    do {
        return try body()
    } catch {
        throw Failure(error.words, error.isUsage ? .usage : .refused)
    }
}

extension StoredPlan {
    /// What the plan was made under beside the ledger, as people read it; nil where nothing differs.
    var variantTitle: String? {
        get throws { try varying { () throws(VariantProblem) in try PlanVariant(stored: scenario) }.title }
    }

    /// The ledger as the plan was made under: with its scenario's changes.
    func basis(of portfolio: Portfolio) throws -> Portfolio {
        try varying { () throws(VariantProblem) in
            try PlanVariant(stored: scenario).applied(to: portfolio)
        }
    }
}
