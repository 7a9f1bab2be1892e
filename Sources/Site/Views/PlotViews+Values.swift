import Plots
import TemplateEngine

/// Plots as values for templates. The values stand in the order of the fields of their types.
extension PlotViews {
    static func value(of scene: Scene) -> Value {
        .record(
            plot,
            [
                .string(scene.id), .string(scene.kind.rawValue), .string(scene.variant.name), .string(scene.title),
                .string(scene.description), number(scene.width), number(scene.height), .bool(scene.isStandalone),
                .list(of: group, flat(scene.groups, fields: 8, append)),
            ])
    }

    static func value(of twin: TableTwin) -> Value {
        .record(
            table,
            [
                .list(of: column, twin.columns.flatMap { [.string($0.header), .bool($0.isNumeric)] }),
                .list(
                    of: row,
                    twin.rows.flatMap {
                        [
                            .string($0.kind.rawValue), .string($0.href ?? ""), .string($0.cells.first ?? ""),
                            .list($0.cells.dropFirst().map { .string($0) }),
                        ]
                    }),
            ])
    }

    /// The values of all items, one item after the other.
    private static func flat<Item>(_ items: [Item], fields: Int, _ append: (Item, inout [Value]) -> Void) -> [Value] {
        guard !items.isEmpty else { return [] }
        var values: [Value] = []
        values.reserveCapacity(items.count * fields)
        for item in items { append(item, &values) }
        return values
    }

    /// A coordinate, rounded to two decimals.
    private static func number(_ value: Double) -> Value {
        let hundredths = Int((value * 100).rounded())
        return hundredths.isMultiple(of: 100) ? .int(hundredths / 100) : .double(Double(hundredths) / 100)
    }

    // MARK: Marks

    private static func append(_ item: SceneGroup, to values: inout [Value]) {
        values.append(.string(item.kind.rawValue))
        values.append(.string(item.sentence ?? ""))
        values.append(.string(item.href ?? ""))
        values.append(.list(of: rect, flat(item.rects, fields: 5, append)))
        values.append(.list(of: line, flat(item.lines, fields: 5, append)))
        values.append(.list(of: path, flat(item.paths, fields: 2, append)))
        values.append(.list(of: circle, flat(item.circles, fields: 4, append)))
        values.append(.list(of: text, flat(item.texts, fields: 8, append)))
    }

    private static func append(_ mark: RectMark, to values: inout [Value]) {
        values.append(number(mark.x))
        values.append(number(mark.y))
        values.append(number(mark.width))
        values.append(number(mark.height))
        values.append(.string(mark.style.rawValue))
    }

    private static func append(_ mark: LineMark, to values: inout [Value]) {
        values.append(number(mark.x1))
        values.append(number(mark.y1))
        values.append(number(mark.x2))
        values.append(number(mark.y2))
        values.append(.string(mark.style.rawValue))
    }

    private static func append(_ mark: PathMark, to values: inout [Value]) {
        values.append(.string(mark.commands))
        values.append(.string(mark.style.rawValue))
    }

    private static func append(_ mark: CircleMark, to values: inout [Value]) {
        values.append(number(mark.x))
        values.append(number(mark.y))
        values.append(number(mark.radius))
        values.append(.string(mark.style.rawValue))
    }

    private static func append(_ mark: TextMark, to values: inout [Value]) {
        values.append(number(mark.x))
        values.append(number(mark.y))
        values.append(.string(mark.anchor == .start ? "" : mark.anchor.rawValue))
        values.append(mark.size == TextMark.usualSize ? .int(0) : number(mark.size))
        values.append(.bool(mark.face == .bold))
        values.append(.string(mark.style.rawValue))
        values.append(.string(mark.string))
        values.append(.string(mark.full ?? ""))
    }
}
