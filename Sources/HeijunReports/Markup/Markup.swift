/// A piece of HTML or SVG. Texts and attributes are escaped when a piece is made, so that no name of the
/// ledger can become a tag.
struct Markup {
    let source: String

    private init(source: String) { self.source = source }

    /// A text.
    static func text(_ text: String) -> Markup { Markup(source: escaped(text)) }

    /// Several pieces, one after another.
    static func all(_ pieces: [Markup]) -> Markup { Markup(source: pieces.map(\.source).joined()) }

    /// An element with its content.
    static func tag(_ name: String, _ content: [Markup]) -> Markup { tag(name, [:], content) }

    /// An element with a text.
    static func tag(_ name: String, _ content: String) -> Markup { tag(name, [:], [Markup.text(content)]) }

    /// An element with attributes and a text.
    static func tag(_ name: String, _ attributes: KeyValuePairs<String, String>, _ content: String) -> Markup
    {
        tag(name, attributes, [Markup.text(content)])
    }

    /// An element with attributes and content; an attribute without a value is left out.
    static func tag(_ name: String, _ attributes: KeyValuePairs<String, String>, _ content: [Markup])
        -> Markup
    {
        Markup(source: open(name, attributes) + ">" + content.map(\.source).joined() + "</\(name)>")
    }

    /// An element that never has content; closed as XML asks, which HTML allows.
    static func leaf(_ name: String, _ attributes: KeyValuePairs<String, String> = [:]) -> Markup {
        Markup(source: open(name, attributes) + "/>")
    }

    /// A style sheet, which is no text: ours alone, never the ledger's.
    static func style(_ sheet: StaticString) -> Markup { Markup(source: "<style>\n\(sheet)</style>") }

    /// The piece with a line feed after it.
    var onItsLine: Markup { Markup(source: source + "\n") }

    private static func open(_ name: String, _ attributes: KeyValuePairs<String, String>) -> String {
        "<" + name + attributes.map { $1.isEmpty ? "" : " \($0)=\"\(escaped($1))\"" }.joined()
    }
}

/// The text with the letters escaped that have a meaning in HTML and XML; control letters, which XML 1.0
/// forbids, are left out.
func escaped(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
        switch scalar {
        case "&": result.append(contentsOf: "&amp;".unicodeScalars)
        case "<": result.append(contentsOf: "&lt;".unicodeScalars)
        case ">": result.append(contentsOf: "&gt;".unicodeScalars)
        case "\"": result.append(contentsOf: "&quot;".unicodeScalars)
        case "'": result.append(contentsOf: "&#39;".unicodeScalars)
        case "\t", "\n", "\r": result.append(scalar)
        case "\0"..<" ", "\u{FFFE}", "\u{FFFF}": continue
        default: result.append(scalar)
        }
    }
    return String(result)
}
