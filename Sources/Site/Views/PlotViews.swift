import Plots
import TemplateEngine

/// The views of a plot: what `Plots` laid out, as templates see it.
enum PlotViews {
    static let figure = View<Figure>(
        "Figure",
        [
            .text("anchor", "Its identifier on the page") { $0.anchor },
            .text("title", "The title") { $0.title },
            .text("note", "What to know when reading it; may be empty") { $0.note },
            .part("wide", plot, "The plot for wide screens and paper") { $0.wide },
            .part("narrow", plot, "The plot for phones") { $0.narrow },
            .part("table", table, "The same as a table") { $0.wide.table },
            .text("tableLabel", "What a screen reader calls that table") { $0.tableLabel },
            .text("file", "The plot as a file of its own, from the root of the site") { $0.file },
        ])

    static let plot = View<Scene>(
        "Plot",
        [
            .text("id", "Safe as part of an identifier") { $0.id },
            .text("kind", "forest") { $0.kind.rawValue },
            .text("variant", "wide or narrow") { $0.variant.name },
            .text("title", "The title") { $0.title },
            .text("description", "What the plot shows, in words") { $0.description },
            .coordinate("width", "The width") { $0.width },
            .coordinate("height", "The height") { $0.height },
            .flag("standalone", "Whether the plot is a file of its own, with its own style") { $0.isStandalone },
            .parts("groups", group, "The marks, by row") { $0.groups },
        ])

    static let group = View<SceneGroup>(
        "PlotGroup",
        [
            .text("class", "What follows plot- in the class") { $0.kind.rawValue },
            .text("sentence", "What a screen reader says; empty for furniture") { $0.sentence ?? "" },
            .text("href", "Where the group links to; may be empty") { $0.href ?? "" },
            .parts("rects", rect, "Rectangles") { $0.rects },
            .parts("lines", line, "Lines") { $0.lines },
            .parts("paths", path, "Paths") { $0.paths },
            .parts("circles", circle, "Circles") { $0.circles },
            .parts("texts", text, "Texts") { $0.texts },
        ])

    // MARK: Marks

    static let rect = View<RectMark>(
        "Rect",
        [
            .coordinate("x", "The left edge") { $0.x },
            .coordinate("y", "The upper edge") { $0.y },
            .coordinate("width", "The width") { $0.width },
            .coordinate("height", "The height") { $0.height },
            .text("class", "What follows plot- in the class") { $0.style.rawValue },
        ])

    static let line = View<LineMark>(
        "Line",
        [
            .coordinate("x1", "The start") { $0.x1 },
            .coordinate("y1", "The start") { $0.y1 },
            .coordinate("x2", "The end") { $0.x2 },
            .coordinate("y2", "The end") { $0.y2 },
            .text("class", "What follows plot- in the class") { $0.style.rawValue },
        ])

    static let path = View<PathMark>(
        "Path",
        [
            .text("d", "The path in SVG's notation") { $0.commands },
            .text("class", "What follows plot- in the class") { $0.style.rawValue },
        ])

    static let circle = View<CircleMark>(
        "Circle",
        [
            .coordinate("x", "The centre") { $0.x },
            .coordinate("y", "The centre") { $0.y },
            .coordinate("radius", "The radius") { $0.radius },
            .text("class", "What follows plot- in the class") { $0.style.rawValue },
        ])

    static let text = View<TextMark>(
        "Text",
        [
            .coordinate("x", "The anchor") { $0.x },
            .coordinate("y", "The baseline") { $0.y },
            .text("anchor", "middle or end; empty for start") { $0.anchor == .start ? "" : $0.anchor.rawValue },
            .coordinate("size", "The size of the type; 0 for the usual one, 13") {
                $0.size == TextMark.usualSize ? 0 : $0.size
            },
            .flag("bold", "Whether it is bold") { $0.face == .bold },
            .text("class", "What follows plot- in the class") { $0.style.rawValue },
            .text("string", "The text") { $0.string },
            .text("full", "The whole of a shortened text; may be empty") { $0.full ?? "" },
        ])

    // MARK: Table

    static let table = View<TableTwin>(
        "TableTwin",
        [
            .parts("columns", column, "The columns") { $0.columns },
            .parts("rows", row, "The rows") { $0.rows },
        ])

    static let column = View<TableTwin.Column>(
        "TableColumn",
        [
            .text("header", "The header") { $0.header },
            .flag("numeric", "Whether its cells are numbers") { $0.isNumeric },
        ])

    static let row = View<TableTwin.Row>(
        "TableRow",
        [
            .text("class", "The kind of row") { $0.kind.rawValue },
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
