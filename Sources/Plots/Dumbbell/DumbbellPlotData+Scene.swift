import Text

extension DumbbellPlotData: PlotData {
    /// A filled circle for the experimental arm, a hollow one for the control, a line between them, a square for a study of
    /// one group; indirect studies in outline. What is not reached stands in a lane right of the axis, with a dashed line from
    /// the bound that it is over, if one is known.
    package func scene(_ options: PlotOptions, _ language: Language) throws(PlotError) -> Scene {
        try options.validate()
        var highest = 0.0
        var lowest = 0.0
        for row in rows {
            for value in row.values {
                guard let number = value.number else { continue }
                guard number.isFinite else { throw .notFinite(item: row.label) }
                guard number.magnitude <= 1e12 else { throw .outOfRange(item: row.label) }
                highest = max(highest, number)
                lowest = min(lowest, number)
            }
        }
        let (low, end) = (lowest, lowest + (highest > lowest ? highest - lowest : 1) * 1.05)
        let entries = entries
        let texts = DumbbellPlotText(self, entries, language)
        var builder = RowPlotBuilder(texts.plot, options, language)
        let lane = builder.laneCentre
        var scene = builder.build(
            axis: { Axis(scale: .linear, low: low, high: end, start: $0, end: $1) }, reference: nil
        ) { index, axis, centre, group in
            guard case .row(let row) = entries[index] else { return }
            DumbbellMarks(axis: axis, lane: lane, row: row).draw(at: centre, in: &group)
        }
        scene.table = texts.table
        return scene
    }
}
