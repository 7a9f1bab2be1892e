import Plots
import TemplateEngine

/// The views of a plot: what `Plots` laid out, as templates see it.
enum PlotViews {
    static let rect = RecordType(
        "Rect",
        [
            .init("x", .text, "The left edge"), .init("y", .text, "The upper edge"),
            .init("width", .text, "The width"), .init("height", .text, "The height"),
            .init("class", .text, "What follows plot- in the class"),
        ])
    static let line = RecordType(
        "Line",
        [
            .init("x1", .text, "The start"), .init("y1", .text, "The start"),
            .init("x2", .text, "The end"), .init("y2", .text, "The end"),
            .init("class", .text, "What follows plot- in the class"),
        ])
    static let path = RecordType(
        "Path",
        [
            .init("d", .text, "The path in SVG's notation"),
            .init("class", .text, "What follows plot- in the class"),
        ])
    static let circle = RecordType(
        "Circle",
        [
            .init("x", .text, "The centre"), .init("y", .text, "The centre"), .init("radius", .text, "The radius"),
            .init("class", .text, "What follows plot- in the class"),
        ])
    static let text = RecordType(
        "Text",
        [
            .init("x", .text, "The anchor"), .init("y", .text, "The baseline"),
            .init("anchor", .text, "start, middle or end"), .init("size", .text, "The size of the type"),
            .init("weight", .text, "normal or bold"), .init("class", .text, "What follows plot- in the class"),
            .init("string", .text, "The text"), .init("full", .text, "The whole of a shortened text; may be empty"),
        ])
    static let group = RecordType(
        "PlotGroup",
        [
            .init("class", .text, "What follows plot- in the class"),
            .init("sentence", .text, "What a screen reader says; empty for furniture"),
            .init("href", .text, "Where the group links to; may be empty"),
            .init("rects", .list(.record(rect)), "Rectangles"), .init("lines", .list(.record(line)), "Lines"),
            .init("paths", .list(.record(path)), "Paths"), .init("circles", .list(.record(circle)), "Circles"),
            .init("texts", .list(.record(text)), "Texts"),
        ])
    static let column = RecordType(
        "TableColumn",
        [.init("header", .text, "The header"), .init("numeric", .bool, "Whether its cells are numbers")])
    static let row = RecordType(
        "TableRow",
        [
            .init("class", .text, "The kind of row"), .init("href", .text, "Where the row links to; may be empty"),
            .init("header", .text, "The first cell"), .init("cells", .list(.text), "The other cells"),
        ])
    static let table = RecordType(
        "TableTwin",
        [.init("columns", .list(.record(column)), "The columns"), .init("rows", .list(.record(row)), "The rows")])
    static let plot = RecordType(
        "Plot",
        [
            .init("id", .text, "Safe as part of an identifier"), .init("kind", .text, "forest"),
            .init("variant", .text, "wide or narrow"), .init("title", .text, "The title"),
            .init("description", .text, "What the plot shows, in words"), .init("width", .text, "The width"),
            .init("height", .text, "The height"),
            .init("standalone", .bool, "Whether the plot is a file of its own, with its own style"),
            .init("groups", .list(.record(group)), "The marks, by row"),
            .init("table", .record(table), "The same as a table"),
        ])

    static let figure = RecordType(
        "Figure",
        [
            .init("anchor", .text, "Its identifier on the page"),
            .init("title", .text, "The title"),
            .init("note", .text, "What to know when reading it; may be empty"),
            .init("wide", .record(plot), "The plot for wide screens and paper"),
            .init("narrow", .record(plot), "The plot for phones"),
            .init("table", .record(table), "The same as a table"),
        ])

    /// A plot in both variants with its table; nil if it holds a number that cannot be drawn.
    static func figure(
        _ anchor: String, _ title: String, note: String = "", width: Double? = nil,
        scene: (PlotOptions) throws(PlotError) -> Scene
    ) -> Value? {
        guard let wide = try? scene(.init(.wide, width: width)), let narrow = try? scene(.init(.narrow)) else { return nil }
        let view = value(of: wide)
        return .record(
            figure,
            [.string(anchor), .string(title), .string(note), view, value(of: narrow), tableTwin(of: view)])
    }

    /// A plot as a value for templates.
    static func value(of scene: Scene, isStandalone: Bool = false) -> Value {
        value(of: scene.view(isStandalone: isStandalone), as: .record(plot))
    }

    /// The table of a plot that is a value already.
    static func tableTwin(of plot: Value) -> Value {
        guard case .record(let record) = plot, let table = record["table"] else { return .none }
        return table
    }

    private static func value(of view: PlotView, as type: ViewType) -> Value {
        switch (view, type) {
        case (.text(let text), _): return .string(text)
        case (.flag(let flag), _): return .bool(flag)
        case (.list(let items), .list(let inner)): return .list(items.map { value(of: $0, as: inner) })
        case (.record(let fields), .record(let record)):
            // The fields come in the order of the type; a change of either is caught here in the first test.
            precondition(fields.map(\.name) == record.fields.map(\.name), "The view of \(record.name) has changed.")
            return .record(record, zip(fields, record.fields).map { value(of: $0.value, as: $1.type) })
        default: preconditionFailure("The view of a plot has changed.")
        }
    }
}
