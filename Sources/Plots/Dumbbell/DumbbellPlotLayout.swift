/// A dumbbell plot laid out: a filled circle for the experimental arm, a hollow one for the control, a line between
/// them, a square for a study of one group; what is not reached leaves the axis as an open arrow.
public struct DumbbellPlotLayout: Sendable {
    public let scene: Scene

    /// - Throws: `PlotError` for numbers that cannot be drawn.
    public init(_ data: DumbbellPlotData, options: PlotOptions = PlotOptions()) throws(PlotError) {
        guard options.width >= 280, options.width <= 4000 else { throw .width }
        var highest = 0.0
        var lowest = 0.0
        for row in data.rows {
            for value in row.values {
                guard let number = value.number else { continue }
                guard number.isFinite else { throw .notFinite(item: row.label) }
                guard number.magnitude <= 1e12 else { throw .outOfRange(item: row.label) }
                highest = max(highest, number)
                lowest = min(lowest, number)
            }
        }
        let hasOpen = data.rows.contains { $0.values.contains(where: \.isOpen) }
        let span = highest > lowest ? highest - lowest : 1
        let end = lowest + span * (hasOpen ? 1.18 : 1.05)
        let texts = DumbbellPlotText(data)
        var builder = RowPlotBuilder(texts.plot, options)
        var scene = builder.build(
            axis: { Axis(scale: .linear, low: lowest, high: end, start: $0, end: $1) }, reference: nil
        ) { index, axis, centre, group in
            Self.draw(data.rows[index], axis, centre, in: &group)
        }
        scene.table = texts.table
        self.scene = scene
    }

    private static func draw(_ row: DumbbellPlotData.Row, _ axis: Axis, _ y: Double, in group: inout SceneGroup) {
        if case .stated(let a) = row.experimental, case .stated(let b) = row.control, a != b {
            group.line(axis.position(min(a, b)), y, axis.position(max(a, b)), y, .span)
        }
        // Two arms with the same value would hide one another.
        let isSame = row.experimental != nil && row.experimental == row.control
        let shift = isSame ? 5.0 : 0
        draw(row.control, axis, y + shift, .control, radius: 4.5, in: &group)
        draw(row.experimental, axis, y - shift, .experimental, radius: 5, in: &group)
        draw(row.single, axis, y, .square, radius: 4.5, in: &group)
    }

    private static func draw(
        _ value: DumbbellPlotData.Value?, _ axis: Axis, _ y: Double, _ style: MarkStyle, radius: Double,
        in group: inout SceneGroup
    ) {
        switch value {
        case nil:
            break
        case .stated(let number):
            let x = axis.position(number)
            if style == .square {
                group.rect(x - radius, y - radius, 2 * radius, 2 * radius, style)
            } else {
                group.circle(x, y, radius: radius, style)
            }
        case .notReached(let beyond):
            let from = beyond.map { axis.clamped($0) } ?? axis.end - 26
            // Arms that are both open run beside one another.
            let level = style == .control ? y + 4.5 : y - 4.5
            let isPlain = style != .experimental
            group.line(min(from, axis.end - 12), level, axis.end, level, isPlain ? .openControl : .spanOpen)
            group.polyline(
                [(axis.end - 4, level - 3), (axis.end + 3, level), (axis.end - 4, level + 3)],
                isPlain ? .openHeadControl : .openHead)
        }
    }
}

extension DumbbellPlotData.Value {
    var number: Double? {
        switch self {
        case .stated(let value): value
        case .notReached(let beyond): beyond
        }
    }

    var isOpen: Bool {
        if case .notReached = self { true } else { false }
    }
}
