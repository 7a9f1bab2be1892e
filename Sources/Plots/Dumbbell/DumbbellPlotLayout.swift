/// A dumbbell plot laid out: a filled circle for the experimental arm, a hollow one for the control, a line between
/// them, a square for a study of one group; indirect studies in outline. What is not reached stands in a lane right of the
/// axis, with a dashed line from the bound that it is over, if one is known.
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
        let end = lowest + (highest > lowest ? highest - lowest : 1) * 1.05
        let entries = data.entries
        let texts = DumbbellPlotText(data, entries)
        var builder = RowPlotBuilder(texts.plot, options)
        let lane = builder.laneCentre
        var scene = builder.build(
            axis: { Axis(scale: .linear, low: lowest, high: end, start: $0, end: $1) }, reference: nil
        ) { index, axis, centre, group in
            guard case .row(let row) = entries[index] else { return }
            DumbbellMarks(axis: axis, lane: lane, row: row).draw(at: centre, in: &group)
        }
        scene.table = texts.table
        self.scene = scene
    }
}
