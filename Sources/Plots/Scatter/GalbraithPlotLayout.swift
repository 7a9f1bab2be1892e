/// A Galbraith (radial) plot laid out: each study's z-value against its precision. The slope of the line through the
/// origin is the pooled estimate; studies beyond the thin lines differ from it by more than 1.96 standard errors
/// (Galbraith 1988).
public struct GalbraithPlotLayout: Sendable {
    public let scene: Scene

    /// - Throws: `PlotError` for numbers that cannot be drawn.
    public init(_ data: FunnelPlotData, options: PlotOptions = PlotOptions()) throws(PlotError) {
        guard options.width >= 280, options.width <= 4000 else { throw .width }
        try data.validate()
        let null = Axis.transform(data.nullValue, data.scale)
        let slope = data.pooled.map { Axis.transform($0, data.scale) - null }
        let items = data.studies.map { study in
            ScatterPlot.Item(
                label: LabelText.clean(study.label), href: study.href, sentence: data.sentence(study),
                x: 1 / study.standardError,
                y: (Axis.transform(study.estimate, data.scale) - null) / study.standardError,
                style: study.isFilledIn ? .circleHollow : .circle)
        }
        let widest = (items.map(\.x).max() ?? 1) * 1.06
        var heights = items.map(\.y) + [-2.2, 2.2]
        if let slope { heights += [slope * widest - 1.96, slope * widest + 1.96] }
        let low = (heights.min() ?? -2.2)
        let high = (heights.max() ?? 2.2)
        let margin = (high - low) * 0.04
        var lines: [ScatterPlot.Line] = [.init(from: (0, 0), to: (widest, 0), style: .grid)]
        if let slope {
            lines.append(.init(from: (0, 0), to: (widest, slope * widest), style: .pooledLine))
            for shift in [-1.96, 1.96] {
                lines.append(.init(from: (0, shift), to: (widest, slope * widest + shift), style: .grid))
            }
        }
        let plot = ScatterPlot(
            id: data.id, kind: .galbraith, title: LabelText.clean(data.title),
            description: LabelText.clean(data.description), xHeader: "Precision (1 / standard error)",
            yHeader: "z-value (distance from no effect in standard errors)", xScale: .linear, x: (0, widest),
            y: (low - margin, high + margin), null: nil, items: items, lines: lines,
            footnotes: [
                slope == nil
                    ? ""
                    : "Dashed line: pooled estimate; studies beyond the thin lines differ from it by more than 1.96 "
                        + "of their standard errors.",
                data.studies.contains(where: \.isFilledIn) ? "Hollow circle: added by trim-and-fill." : "",
            ] + data.footnotes.map(LabelText.clean))
        var builder = ScatterPlotBuilder(plot, options)
        var scene = builder.build()
        scene.table = data.table()
        self.scene = scene
    }
}
