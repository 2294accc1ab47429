import HeijunModel

/// A document that is made to be printed: A4, black on white, no script, nothing from outside.
struct PrintedPage {
    let title: String
    let input: ReportInput
    /// Whether the sheet lies across.
    let isWide: Bool
    let content: [Markup]

    var html: String {
        let body = Markup.tag(
            "body", [.text("\n"), .tag("main", [header] + content + [footer]), .text("\n")])
        return "<!doctype html>\n"
            + Markup.tag("html", ["lang": input.format.language.rawValue], [.text("\n"), head, body]).source
            + "\n"
    }

    private var head: Markup {
        .tag(
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
                .tag("title", "\(input.portfolio.organization.name) \(title)"), .style(printedStyle),
                isWide ? .style("@page { size:A4 landscape }\n") : .style(upright),
            ]
        ).onItsLine
    }

    private var header: Markup {
        let body = input.portfolio.organization
        let mark = body.isFictional ? (input.format.language == .ja ? "（架空）" : " (fictional)") : ""
        let asOf = input.format(PageWords.asOf(input.format.day(input.asOf)))
        return Markup.tag(
            "header", [.tag("h1", title), .tag("p", ["class": "meta"], "\(body.name)\(mark)　\(asOf)")]
        ).onItsLine
    }

    private var footer: Markup {
        let hash =
            input.inputHash.isEmpty
            ? "" : " ・ " + input.format(PageWords.input(String(input.inputHash.prefix(16))))
        return .tag("footer", "Heijun \(input.version)\(hash)")
    }
}

/// What an upright sheet changes: a form that fits one page.
private let upright: StaticString = """
    @page { size:A4 }
    :root { font-size:9.6px; line-height:1.42 } th, td, dt, dd { padding:1px 5px }

    """

/// The style of printed documents.
let printedStyle: StaticString = """
    :root { font:10.5px/1.5 "Noto Sans CJK JP","Hiragino Sans","Yu Gothic",Meiryo,sans-serif; color:#18212f;
      font-variant-numeric:tabular-nums; line-break:strict }
    @page { margin:12mm }
    body { margin:0; background:#fff } main { max-width:1080px; margin:0 auto; padding:8px }
    header { display:flex; justify-content:space-between; align-items:end; border-bottom:2px solid #18212f;
      margin-bottom:10px }
    h1 { font-size:18px; margin:0 0 4px } h2 { font-size:13px; margin:14px 0 4px } h3 { font-size:11px; margin:8px 0 2px }
    .meta, .lead, .source, footer { color:#5d6b7e; margin:2px 0 } .meta { text-align:right }
    table { border-collapse:collapse; width:100% } thead { display:table-header-group } tr { break-inside:avoid }
    th, td { border:0.6px solid #8b97a6; padding:2px 5px; text-align:left; vertical-align:top }
    th { font-weight:600; background:#eef1f4 } th.r, td.r { text-align:right } th.c, td.c { text-align:center }
    .s { white-space:nowrap } td.area { background:#fff; font-weight:600; width:16% }
    td.none { color:#5d6b7e } .sum td { font-weight:600; border-top:1.6px solid #18212f }
    .pill { font-weight:600 } .pill.bad, td.bad { color:#a4243b } .pill.good { color:#2c6235 }
    .pill.muted { color:#5d6b7e; font-weight:400 }
    dl { display:grid; grid-template-columns:96px 1fr; margin:4px 0; border-top:0.6px solid #8b97a6 }
    dt, dd { margin:0; padding:2px 5px; border-bottom:0.6px solid #8b97a6 } dt { font-weight:600; background:#eef1f4 }
    .sheet { break-after:page } .sheet:last-of-type { break-after:auto } .sheet h2 { border-bottom:1px solid #18212f }
    .judged { font-size:12px } svg { display:block; width:100%; height:auto; margin:6px 0 }
    sup { font-size:8px } ol { margin:4px 0; padding-left:18px } footer { margin-top:10px; font-size:9px }
    @media print { th, td.area, dt { -webkit-print-color-adjust:exact; print-color-adjust:exact } main { padding:0 } }

    """
