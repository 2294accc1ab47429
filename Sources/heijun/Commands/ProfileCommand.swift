import ArgumentParser
import HeijunImport
import HeijunModel
import HeijunReports

/// `profile`: the import profiles, and drafts of new ones.
struct ProfileCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "profile",
        abstract: say("取込プロファイルを一覧し、新しい形式の下書きを作ります。", "Lists import profiles and drafts new ones."),
        discussion: say("例:", "Examples:") + """

              heijun profile list
              heijun profile show nmap
              heijun profile new assets.xml --output my-assets.json
              heijun import assets.xml --profile my-assets.json --dry-run
            """,
        subcommands: [List.self, Show.self, New.self], defaultSubcommand: List.self)

    /// `profile list`.
    struct List: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "list", abstract: say("読める形式を一覧します。", "Lists the formats that are read."))
        @OptionGroup var listing: Listing

        func run() throws {
            let own = [
                Cell("heijun-inventory"), Cell("1", .int(1)),
                Cell(say("Heijun の台帳 XML", "Heijun's own inventory XML")),
            ]
            let rows = Profile.builtIn.map { profile in
                [
                    Cell(profile.id), Cell("\(profile.version)", .int(profile.version)),
                    Cell(profile.title[spoken]),
                ]
            }
            let table = Table(
                key: "profiles", title: Words(ja: "取込プロファイル", en: "Import profiles"),
                columns: [
                    .init("id", ja: "名前", en: "Name"), .init("version", ja: "版", en: "Version", .trailing),
                    .init("title", ja: "形式", en: "Format"),
                ], rows: [own] + rows)
            try listing.print(table)
        }
    }

    /// `profile show NAME`.
    struct Show: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "show",
            abstract: say("プロファイルの読み方、または JSON を示します。", "Shows how a profile reads, or its JSON."))
        @Argument(help: ArgumentHelp(say("名前か JSON ファイル。", "Its name or JSON file."), valueName: "name|file"))
        var profile: String
        @Flag(help: ArgumentHelp(say("JSON をそのまま出力する。", "Print its JSON as it is.")))
        var json = false

        func run() throws {
            let chosen = try ProfileChoice.named(profile)
            if json, let text = Profile.builtInTexts.first(where: { $0.id == chosen.id })?.json {
                return try Console.write(text + "\n")
            }
            try Console.write(ProfileExplanation.text(of: chosen))
        }
    }

    /// `profile new FILE`.
    struct New: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "new",
            abstract: say(
                "未知の XML を調べ、記録の要素と項目を提案します。", "Looks at an unknown XML file and proposes record and fields.")
        )
        @Argument(help: ArgumentHelp(say("調べる XML ファイル。", "The XML file."), valueName: "file"))
        var file: String
        @Option(
            help: ArgumentHelp(
                say("下書きの書き出し先。既定は標準出力。", "Where to write the draft; standard output unless given."),
                valueName: "file"))
        var output: String?
        @Option(
            help: ArgumentHelp(
                say(
                    "取り込む種別（equipment、system など）。既定は項目名から。", "Kind of the records; by the names unless given."
                ), valueName: "kind"))
        var kind: String?

        func run() throws {
            let survey = FileSurvey()
            try readPieces(of: file) { if !survey.isDone { survey.feed($0) } }
            if let error = survey.finish() {
                throw Failure(
                    Words(
                        ja: "\(file):\(error.line):\(error.column): \(error.words.ja)",
                        en: "\(file):\(error.line):\(error.column): \(error.words.en)"), .unreadable)
            }
            let asked = try kind.map { try RecordEdit.target($0 + ":").0 }
            guard let draft = survey.draft(kind: asked) else {
                throw Failure(
                    ja: "\(file): 値のある要素がなく、記録の要素を提案できません。",
                    en:
                        "\(file): no element holds values, so that none can be proposed as the record.",
                    .refused)
            }
            tell(draft)
            guard let output else { return try Console.write(draft.json) }
            try writeFile(Array(draft.json.utf8), to: output)
            Console.note(say("\(output) に下書きを書きました。", "The draft is in \(output)."))
        }

        private func tell(_ draft: ProfileDraft) {
            for list in draft.lists { tell(list) }
        }

        private func tell(_ list: ProfileDraft.List) {
            Console.note(
                say("記録の要素: ", "Record element: ")
                    + "\(list.record)（\(list.count)） → \(list.kind.title[spoken])")
            for field in list.fields {
                let goal = field.field.map { "\($0.key)（\($0.title[spoken])）" } ?? say("（対応なし）", "(no field)")
                Console.note(
                    "  \(field.path) → \(goal)  \(say("例", "e.g.")): \(field.examples.joined(separator: " / "))"
                )
            }
        }
    }
}
