extension Scene {
    /// The plot as its template sees it, under the name `plot`.
    ///
    ///     plot: id, kind, variant, title, description, width, height, standalone,
    ///           groups: [{class, sentence?, href?,
    ///                     rects:   [{x, y, width, height, class}],
    ///                     lines:   [{x1, y1, x2, y2, class}],
    ///                     paths:   [{d, class}],
    ///                     circles: [{x, y, radius, class}],
    ///                     texts:   [{x, y, anchor, size, weight, class, string, full?}]}],
    ///           table: {columns: [{header, numeric}], rows: [{class, href?, header, cells: [text]}]}
    ///
    /// A class is what follows `plot-`. What is marked `?` is empty when it does not apply.
    public func view(isStandalone: Bool = false) -> PlotView {
        .fields([
            "id": .text(id),
            "kind": .text(kind),
            "variant": .text(variant.name),
            "title": .text(title),
            "description": .text(description),
            "width": .number(width),
            "height": .number(height),
            "standalone": .flag(isStandalone),
            "groups": .list(groups.map(\.view)),
            "table": table.view,
        ])
    }
}

extension SceneGroup {
    var view: PlotView {
        .fields([
            "class": .text(kind.rawValue),
            "sentence": .optional(sentence),
            "href": .optional(href),
            "rects": .list(rects.map(\.view)),
            "lines": .list(lines.map(\.view)),
            "paths": .list(paths.map(\.view)),
            "circles": .list(circles.map(\.view)),
            "texts": .list(texts.map(\.view)),
        ])
    }
}

extension RectMark {
    var view: PlotView {
        .fields([
            "x": .number(x), "y": .number(y), "width": .number(width), "height": .number(height),
            "class": .text(style.rawValue),
        ])
    }
}

extension LineMark {
    var view: PlotView {
        .fields([
            "x1": .number(x1), "y1": .number(y1), "x2": .number(x2), "y2": .number(y2),
            "class": .text(style.rawValue),
        ])
    }
}

extension PathMark {
    var view: PlotView {
        .fields(["d": .text(commands), "class": .text(style.rawValue)])
    }

    /// The path in SVG's notation.
    public var commands: String {
        var text = ""
        for (index, point) in points.enumerated() {
            text += index == 0 ? "M" : "L"
            text += NumberText.coordinate(point.x)
            text += " "
            text += NumberText.coordinate(point.y)
        }
        return isClosed ? text + "Z" : text
    }
}

extension CircleMark {
    var view: PlotView {
        .fields(["x": .number(x), "y": .number(y), "radius": .number(radius), "class": .text(style.rawValue)])
    }
}

extension TextMark {
    var view: PlotView {
        .fields([
            "x": .number(x), "y": .number(y), "anchor": .text(anchor.rawValue), "size": .number(size),
            "weight": .text(face == .bold ? "bold" : "normal"), "class": .text(style.rawValue),
            "string": .text(string), "full": .optional(full),
        ])
    }
}

extension TableTwin {
    var view: PlotView {
        .fields([
            "columns": .list(
                columns.map { .fields(["header": .text($0.header), "numeric": .flag($0.isNumeric)]) }),
            "rows": .list(
                rows.map { row in
                    .fields([
                        "class": .text(row.kind.rawValue),
                        "href": .optional(row.href),
                        "header": .text(row.cells.first ?? ""),
                        "cells": .list(row.cells.dropFirst().map(PlotView.text)),
                    ])
                }),
        ])
    }
}
