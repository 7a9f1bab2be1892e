import Plots
import TemplateEngine

/// The views of a plot: what `Plots` laid out, as templates see it.
enum PlotViews {
    static let rect = RecordType(
        "Rect",
        [
            .init("x", .number, "The left edge"), .init("y", .number, "The upper edge"),
            .init("width", .number, "The width"), .init("height", .number, "The height"),
            .init("class", .text, "What follows plot- in the class"),
        ])
    static let line = RecordType(
        "Line",
        [
            .init("x1", .number, "The start"), .init("y1", .number, "The start"),
            .init("x2", .number, "The end"), .init("y2", .number, "The end"),
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
            .init("x", .number, "The centre"), .init("y", .number, "The centre"), .init("radius", .number, "The radius"),
            .init("class", .text, "What follows plot- in the class"),
        ])
    static let text = RecordType(
        "Text",
        [
            .init("x", .number, "The anchor"), .init("y", .number, "The baseline"),
            .init("anchor", .text, "middle or end; empty for start"),
            .init("size", .number, "The size of the type; 0 for the usual one, 13"),
            .init("bold", .bool, "Whether it is bold"), .init("class", .text, "What follows plot- in the class"),
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
            .init("description", .text, "What the plot shows, in words"), .init("width", .number, "The width"),
            .init("height", .number, "The height"),
            .init("standalone", .bool, "Whether the plot is a file of its own, with its own style"),
            .init("groups", .list(.record(group)), "The marks, by row"),
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
            .init("file", .text, "The plot as a file of its own, from the root of the site"),
        ])
}
