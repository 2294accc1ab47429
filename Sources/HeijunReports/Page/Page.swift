import HeijunModel

/// The report as one self-contained HTML file: no script, nothing from outside, fit for screen and paper.
struct Page {
    let input: ReportInput
    var format: Format { input.format }
    var headlines: Headlines { Headlines(format: input.format) }

    init(_ input: ReportInput) { self.input = input }

    /// The plan, where one was found.
    var plan: Plan? { input.plan.flatMap { $0.outcome == .feasible ? $0 : nil } }

    var html: String {
        "<!doctype html>\n"
            + Markup.tag("html", ["lang": input.format.language.rawValue], [.text("\n"), head, body]).source
            + "\n"
    }

    private var title: String { format(input.plan == nil ? PageWords.stateTitle : PageWords.planTitle) }

    private var head: Markup {
        Markup.tag(
            "head",
            [
                .leaf("meta", ["charset": "utf-8"]),
                .leaf(
                    "meta",
                    [
                        "http-equiv": "Content-Security-Policy",
                        "content":
                            "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'",
                    ]),
                .leaf("meta", ["name": "viewport", "content": "width=device-width, initial-scale=1"]),
                .leaf("meta", ["name": "color-scheme", "content": "light dark"]),
                .tag("title", "\(input.portfolio.organization.name) \(title)"),
                .style(pageStyle),
            ]
        ).onItsLine
    }

    private var body: Markup {
        .tag(
            "body",
            [
                .text("\n"),
                .tag("main", [header, tiles] + planSections + listSections + stateSections + [footer]),
                .text("\n"),
            ])
    }

    private var header: Markup {
        let body = input.portfolio.organization
        let mark = body.isFictional ? (format.language == .ja ? "（架空）" : " (fictional)") : ""
        let owner = [body.name + mark, body.planningSection].compactMap { $0 }.joined(separator: " ")
        let id = input.plan.map(\.id).flatMap { $0.isEmpty ? nil : format(PageWords.plan($0)) }
        let unit = input.portfolio.systems.isEmpty ? nil : format(PageWords.unit)
        let scenario = input.scenario.map { format(PageWords.scenario($0)) }
        let facts = [format(PageWords.asOf(format.day(input.asOf))), unit, id, scenario]
        return Markup.tag(
            "header",
            [
                .tag("h1", title),
                .tag(
                    "div", ["class": "meta"],
                    [
                        .text(owner), .leaf("br"),
                        .text(facts.compactMap { $0 }.joined(separator: " ・ ")),
                    ]),
            ]
        ).onItsLine
    }

    private var tiles: Markup {
        let tiles =
            plan.map {
                PlanTiles(
                    plan: $0, portfolio: input.portfolio, figures: PlanFigures($0), format: format
                ).tiles
            } ?? StateTiles(input: input).tiles
        return Markup.tag("div", ["class": "tiles"], tiles.map(\.markup)).onItsLine
    }

    private var footer: Markup {
        let hash = input.inputHash.isEmpty ? nil : format(PageWords.input(String(input.inputHash.prefix(16))))
        let facts = [
            "Heijun \(input.version)", hash, plan.map { format(PageWords.seed($0.seed)) },
            plan.map { _ in format(PageWords.verify) },
            input.portfolio.organization.isFictional ? format(PageWords.fictional) : nil,
        ]
        return .tag("footer", facts.compactMap { $0 }.joined(separator: " ・ "))
    }
}

extension Page {
    /// A section: its title says the finding, the line under it what is shown.
    func section(_ title: String, lead: String? = nil, _ content: [Markup], kind: String = "") -> Markup {
        let heading = Markup.tag("h2", title)
        let line = lead.map { [Markup.tag("p", ["class": "lead"], $0)] } ?? []
        return Markup.tag("section", ["class": kind], [heading] + line + [.text("\n")] + content).onItsLine
    }

    /// The sources of a section's facts, each named once; nothing where none is given.
    func sources(_ texts: [String?]) -> [Markup] {
        let named = texts.compactMap { $0 }.reduce(into: [String]()) { list, text in
            if !list.contains(text) { list.append(text) }
        }
        guard !named.isEmpty else { return [] }
        let label = format(PageWords.sources) + (format.language == .ja ? "：" : ": ")
        return [
            .tag(
                "p", ["class": "source"], label + named.joined(separator: format.language == .ja ? "／" : "; ")
            )
        ]
    }
}
