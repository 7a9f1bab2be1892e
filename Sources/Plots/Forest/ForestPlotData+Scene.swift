import Text

extension ForestPlotData: PlotData {
    /// The plot with every mark and text in its place.
    ///
    /// No text box touches another or leaves the frame, whatever the data: columns are as wide as their widest text in the
    /// widest usual font, rows as high as their lines, and what would still not fit is wrapped or shortened with the full
    /// text kept beside it.
    package func scene(_ options: PlotOptions, _ language: Language) throws(PlotError) -> Scene {
        try options.validate()
        try validate()
        var builder = ForestPlotBuilder(self, options, language)
        return builder.build()
    }
}
