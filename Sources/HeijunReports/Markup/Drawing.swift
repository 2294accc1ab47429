/// An SVG drawing: shapes are added one after another, in units that are pixels on a screen.
struct Drawing {
    let width: Double
    let height: Double
    /// What the drawing shows, for those who hear it.
    let label: String
    private var shapes: [Markup] = []

    init(width: Double, height: Double, label: String) {
        self.width = width
        self.height = height
        self.label = label
    }

    /// The drawing as an element, to stand inside a page.
    var markup: Markup {
        .tag(
            "svg",
            [
                "xmlns": "http://www.w3.org/2000/svg", "viewBox": "0 0 \(number(width)) \(number(height))",
                "width": number(width), "height": number(height), "role": "img", "aria-label": label,
                "font-family": "Noto Sans CJK JP, Hiragino Sans, Yu Gothic, Meiryo, sans-serif",
            ], [.text("\n")] + shapes.map(\.onItsLine))
    }

    /// The drawing as a file, on white.
    var file: String {
        var onPaper = self
        onPaper.shapes.removeAll()
        onPaper.rectangle(x: 0, y: 0, width: width, height: height, .paper)
        onPaper.shapes += shapes
        return onPaper.markup.source + "\n"
    }

    mutating func rectangle(
        x: Double, y: Double, width: Double, height: Double, _ fill: Ink, stroke: Ink? = nil,
        round: Double = 0
    ) {
        guard width > 0, height > 0 else { return }
        shapes.append(
            .leaf(
                "rect",
                [
                    "x": number(x), "y": number(y), "width": number(width), "height": number(height),
                    "rx": round > 0 ? number(round) : "", "class": classes(fill, stroke), "fill": fill.hex,
                    "stroke": stroke?.hex ?? "", "stroke-width": stroke == nil ? "" : "1.2",
                ]))
    }

    mutating func line(
        _ x1: Double, _ y1: Double, _ x2: Double, _ y2: Double, _ stroke: Ink, width: Double = 1,
        dash: String = ""
    ) {
        shapes.append(
            .leaf(
                "line",
                [
                    "x1": number(x1), "y1": number(y1), "x2": number(x2), "y2": number(y2),
                    "class": classes(nil, stroke), "stroke": stroke.hex, "stroke-width": number(width),
                    "stroke-dasharray": dash,
                ]))
    }

    /// A line through several points.
    mutating func polyline(_ points: [(Double, Double)], _ stroke: Ink, width: Double = 1) {
        let list = points.map { number($0) + "," + number($1) }.joined(separator: " ")
        shapes.append(
            .leaf(
                "polyline",
                [
                    "points": list, "class": classes(nil, stroke), "fill": "none", "stroke": stroke.hex,
                    "stroke-width": number(width),
                ]))
    }

    mutating func circle(x: Double, y: Double, radius: Double, _ fill: Ink, stroke: Ink? = nil) {
        shapes.append(
            .leaf(
                "circle",
                [
                    "cx": number(x), "cy": number(y), "r": number(radius), "class": classes(fill, stroke),
                    "fill": fill.hex, "stroke": stroke?.hex ?? "", "stroke-width": stroke == nil ? "" : "1.4",
                ]))
    }

    /// A closed shape through the points.
    mutating func polygon(_ points: [(Double, Double)], _ fill: Ink, stroke: Ink? = nil) {
        let list = points.map { number($0) + "," + number($1) }.joined(separator: " ")
        shapes.append(
            .leaf(
                "polygon",
                [
                    "points": list, "class": classes(fill, stroke), "fill": fill.hex,
                    "stroke": stroke?.hex ?? "", "stroke-width": stroke == nil ? "" : "0.8",
                ]))
    }

    /// A text whose baseline is at `y`; `tooltip` tells what was cut, and a halo keeps it legible over lines.
    mutating func text(
        _ text: String, x: Double, y: Double, size: Double, _ fill: Ink, anchor: Anchor = .start,
        isBold: Bool = false, tooltip: String? = nil, hasHalo: Bool = false
    ) {
        let attributes: KeyValuePairs<String, String> = [
            "x": number(x), "y": number(y), "font-size": number(size),
            "text-anchor": anchor == .start ? "" : anchor.rawValue, "font-weight": isBold ? "600" : "",
            "class": classes(fill, hasHalo ? .paper : nil), "fill": fill.hex,
            "stroke": hasHalo ? Ink.paper.hex : "", "stroke-width": hasHalo ? "3" : "",
            "stroke-linejoin": hasHalo ? "round" : "", "paint-order": hasHalo ? "stroke" : "",
        ]
        let title = tooltip.map { [Markup.tag("title", $0)] } ?? []
        shapes.append(.tag("text", attributes, title + [Markup.text(text)]))
    }

    /// Where a text stands against its x.
    enum Anchor: String { case start, middle, end }

    private func classes(_ fill: Ink?, _ stroke: Ink?) -> String {
        [fill.map { "f-\($0.rawValue)" }, stroke.map { "s-\($0.rawValue)" }].compactMap { $0 }
            .joined(separator: " ")
    }
}

/// A coordinate to a tenth, without needless zeros.
func number(_ value: Double) -> String {
    let tenths = Int((value * 10).rounded())
    let whole = tenths.magnitude / 10
    let rest = tenths.magnitude % 10
    return (tenths < 0 ? "-" : "") + "\(whole)" + (rest == 0 ? "" : ".\(rest)")
}
