/// A contour-enhanced funnel plot laid out: estimates against their standard errors, over regions of statistical
/// significance around no effect (Peters et al. 2008), with the 95% limits around the pooled estimate.
public struct FunnelPlotLayout: Sendable {
    public let scene: Scene

    /// - Throws: `PlotError` for numbers that cannot be drawn.
    public init(_ data: FunnelPlotData, options: PlotOptions = PlotOptions()) throws(PlotError) {
        guard options.width >= 280, options.width <= 4000 else { throw .width }
        try data.validate()
        let largest = (data.studies.map(\.standardError).max() ?? 0.5) * 1.08
        let centre = Axis.transform(data.pooled ?? data.nullValue, data.scale)
        let null = Axis.transform(data.nullValue, data.scale)
        let points = data.studies.map { Axis.transform($0.estimate, data.scale) } + [null, centre]
        let low = min((points.min() ?? null), centre - 1.96 * largest)
        let high = max((points.max() ?? null), centre + 1.96 * largest)
        let margin = (high - low) * 0.04
        let (from, to) = (low - margin, high + margin)
        func natural(_ x: Double) -> Double { Axis.restore(x, data.scale) }
        /// The triangle between ± z standard errors of no effect, within the plot.
        func region(_ z: Double, _ style: MarkStyle) -> ScatterPlot.Region {
            var polygon: [(x: Double, y: Double)] = [(data.nullValue, 0)]
            for (edge, direction) in [(to, 1.0), (from, -1.0)] {
                let reach = (edge - null) * direction
                let corner: [(x: Double, y: Double)] =
                    reach >= z * largest
                    ? [(natural(null + direction * z * largest), largest)]
                    : [(natural(edge), max(reach, 0) / z), (natural(edge), largest)]
                polygon += direction > 0 ? corner : corner.reversed()
            }
            return .init(points: polygon, style: style)
        }
        var lines: [ScatterPlot.Line] = []
        if data.pooled != nil {
            let end = largest
            lines = [
                .init(from: (natural(centre), 0), to: (natural(centre), end), style: .pooledLine),
                .init(from: (natural(centre), 0), to: (natural(centre - 1.96 * end), end), style: .grid),
                .init(from: (natural(centre), 0), to: (natural(centre + 1.96 * end), end), style: .grid),
            ]
        }
        let plot = ScatterPlot(
            id: data.id, kind: .funnel, title: LabelText.clean(data.title),
            description: LabelText.clean(data.description),
            xHeader: LabelText.clean(data.measure) + (data.scale == .logarithmic ? " (log scale)" : ""),
            yHeader: data.scale == .logarithmic ? "Standard error of the logarithm" : "Standard error",
            xScale: data.scale, x: (natural(from), natural(to)), y: (0, largest), isUpsideDown: true,
            null: data.nullValue,
            items: data.studies.map {
                .init(
                    label: LabelText.clean($0.label), href: $0.href, sentence: data.sentence($0), x: $0.estimate,
                    y: $0.standardError, style: $0.isFilledIn ? .circleHollow : .circle)
            }, lines: lines,
            regions: [
                .init(
                    points: [(natural(from), 0), (natural(to), 0), (natural(to), largest), (natural(from), largest)],
                    style: .contourLast),
                region(2.576, .contourOuter), region(1.96, .contourMiddle), region(1.645, .contourInner),
            ],
            keys: [
                .init(style: .contourInner, label: "p > 0.10"), .init(style: .contourMiddle, label: "0.05 to 0.10"),
                .init(style: .contourOuter, label: "0.01 to 0.05"), .init(style: .contourLast, label: "p < 0.01"),
            ],
            footnotes: [
                data.studies.contains(where: \.isFilledIn) ? "Hollow circle: added by trim-and-fill." : "",
                data.pooled == nil ? "" : "Dashed line: pooled estimate; thin lines: its 95% limits by standard error.",
            ] + data.footnotes.map(LabelText.clean))
        var builder = ScatterPlotBuilder(plot, options)
        var scene = builder.build()
        scene.table = data.table()
        self.scene = scene
    }
}
