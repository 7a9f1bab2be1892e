/// A forest plot with every mark and text in its place.
///
/// No text box touches another or leaves the frame, whatever the data: columns are as wide as their widest text in the
/// widest usual font, rows as high as their lines, and what would still not fit is wrapped or shortened with the full
/// text kept beside it.
public struct ForestPlotLayout: Sendable {
    public let scene: Scene

    /// - Throws: `PlotError` for numbers that cannot be drawn.
    public init(_ data: ForestPlotData, options: PlotOptions = PlotOptions()) throws(PlotError) {
        guard options.width >= 280, options.width <= 4000 else { throw .width }
        try data.validate()
        var builder = ForestPlotBuilder(data, options)
        scene = builder.build()
    }
}
