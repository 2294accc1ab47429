import ArgumentParser
import HeijunModel

/// The day that a reading command takes as today.
struct AsOf: ParsableArguments {
    @Option(
        help: ArgumentHelp(say("基準日。既定は台帳の基準日。", "As-of date; the ledger's unless given."), valueName: "date")
    )
    var asOf: String?

    /// The day as asked, else the ledger's.
    func day(in portfolio: Portfolio) throws -> Day {
        if let asOf {
            do {
                return try Day(fieldText: asOf)
            } catch {
                throw Failure(ja: "--as-of: \(error.words.ja)", en: "--as-of: \(error.words.en)", .usage)
            }
        }
        guard let day = portfolio.organization.asOf else {
            throw Failure(
                ja: "台帳に基準日（as_of）がありません。--as-of 2026-11-21 のように指定するか、"
                    + "heijun set organization:団体名 as_of=2026-11-21 で登録してください。",
                en:
                    "The ledger has no as-of date. Give --as-of 2026-11-21, or heijun set organization:NAME as_of=2026-11-21.",
                .usage)
        }
        return day
    }
}

/// A fiscal year as an argument.
func fiscalYear(_ text: String, _ name: String) throws -> FiscalYear {
    do {
        return try FiscalYear(fieldText: text)
    } catch {
        throw Failure(ja: "\(name): \(error.words.ja)", en: "\(name): \(error.words.en)", .usage)
    }
}
