import Plots
import TemplateEngine

/// The views of a plot: what `Plots` laid out, as templates see it.
enum PlotViews {
    static let figure = View<Figure>("Figure", [
        .text("anchor", "Its identifier on the page", \.anchor),
        .text("title", "The title", \.title),
        .text("note", "What to know when reading it; may be empty", \.note),
        .part("wide", plot, "The plot for wide screens and paper", \.wide),
        .part("narrow", plot, "The plot for phones", \.narrow),
        .part("table", table, "The same as a table", \.wide.table),
        .text("tableLabel", "What a screen reader calls that table", \.tableLabel),
        .text("file", "The plot as a file of its own, from the root of the site", \.file),
    ])

    static let plot = View<Scene>("Plot", [
        .text("id", "Safe as part of an identifier", \.id),
        .text("kind", "forest", \.kind.rawValue),
        .text("variant", "wide or narrow", \.variant.name),
        .text("title", "The title", \.title),
        .text("description", "What the plot shows, in words", \.description),
        .coordinate("width", "The width", \.width),
        .coordinate("height", "The height", \.height),
        .flag("standalone", "Whether the plot is a file of its own, with its own style", \.isStandalone),
        .parts("groups", group, "The marks, by row", \.groups),
    ])

    static let group = View<SceneGroup>("PlotGroup", [
        .text("class", "What follows plot- in the class", \.kind.rawValue),
        .text("sentence", "What a screen reader says; empty for furniture") { $0.sentence ?? "" },
        .text("href", "Where the group links to; may be empty") { $0.href ?? "" },
        .parts("rects", rect, "Rectangles", \.rects),
        .parts("lines", line, "Lines", \.lines),
        .parts("paths", path, "Paths", \.paths),
        .parts("circles", circle, "Circles", \.circles),
        .parts("texts", text, "Texts", \.texts),
    ])

    // MARK: Marks

    static let rect = View<RectMark>("Rect", [
        .coordinate("x", "The left edge", \.x),
        .coordinate("y", "The upper edge", \.y),
        .coordinate("width", "The width", \.width),
        .coordinate("height", "The height", \.height),
        .text("class", "What follows plot- in the class", \.style.rawValue),
    ])

    static let line = View<LineMark>("Line", [
        .coordinate("x1", "The start", \.x1),
        .coordinate("y1", "The start", \.y1),
        .coordinate("x2", "The end", \.x2),
        .coordinate("y2", "The end", \.y2),
        .text("class", "What follows plot- in the class", \.style.rawValue),
    ])

    static let path = View<PathMark>("Path", [
        .text("d", "The path in SVG's notation", \.commands),
        .text("class", "What follows plot- in the class", \.style.rawValue),
    ])

    static let circle = View<CircleMark>("Circle", [
        .coordinate("x", "The centre", \.x),
        .coordinate("y", "The centre", \.y),
        .coordinate("radius", "The radius", \.radius),
        .text("class", "What follows plot- in the class", \.style.rawValue),
    ])

    static let text = View<TextMark>("Text", [
        .coordinate("x", "The anchor", \.x),
        .coordinate("y", "The baseline", \.y),
        .text("anchor", "middle or end; empty for start") { $0.anchor == .start ? "" : $0.anchor.rawValue },
        .coordinate("size", "The size of the type; 0 for the usual one, 13") { $0.size == TextMark.usualSize ? 0 : $0.size },
        .flag("bold", "Whether it is bold") { $0.face == .bold },
        .text("class", "What follows plot- in the class", \.style.rawValue),
        .text("string", "The text", \.string),
        .text("full", "The whole of a shortened text; may be empty") { $0.full ?? "" },
    ])

    // MARK: Table

    static let table = View<TableTwin>("TableTwin", [
        .parts("columns", column, "The columns", \.columns),
        .parts("rows", row, "The rows", \.rows),
    ])

    static let column = View<TableTwin.Column>("TableColumn", [
        .text("header", "The header", \.header),
        .flag("numeric", "Whether its cells are numbers", \.isNumeric),
    ])

    static let row = View<TableTwin.Row>("TableRow", [
        .text("class", "The kind of row", \.kind.rawValue),
        .text("href", "Where the row links to; may be empty") { $0.href ?? "" },
        .text("header", "The first cell") { $0.cells.first ?? "" },
        .texts("cells", "The other cells") { Array($0.cells.dropFirst()) },
    ])
}

extension View.Field {
    /// A place or a length in user units, rounded to two decimals.
    fileprivate static func coordinate(
        _ name: String, _ documentation: String, _ value: @escaping @Sendable (Subject) -> Double
    ) -> Self {
        Self(name, .number, documentation) {
            let hundredths = Int((value($0) * 100).rounded())
            return hundredths.isMultiple(of: 100) ? .int(hundredths / 100) : .double(Double(hundredths) / 100)
        }
    }
}
