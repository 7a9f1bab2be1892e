/// What a forest plot shows.
///
///     var data = ForestPlotData(id: "os", title: "Overall survival", measure: "Hazard ratio", shortMeasure: "HR")
///     data.rows = [
///         .study(.init(label: "STAMPEDE", effect: .init(0.92, 0.80, 1.06), weight: 0.75)),
///         .study(.init(label: "HORRAD", effect: .init(0.90, 0.70, 1.14), weight: 0.25)),
///         .pooled(.init(label: "All studies", effect: .init(0.91, 0.81, 1.03))),
///     ]
///     let scene = try data.scene(PlotOptions(), .english)
///
/// All numbers are on the natural scale: a hazard ratio is a hazard ratio, not its logarithm.
package struct ForestPlotData: Sendable, Hashable {
    /// Distinguishes the plot's elements from those of other plots on a page.
    package var id: String
    package var title: String
    /// What the plot shows, in a sentence or two, for readers who do not see it.
    package var description: String
    /// The measure in full: "Hazard ratio".
    package var measure: String
    /// The measure as a column header has it: "HR".
    package var shortMeasure: String
    package var scale: PlotScale
    /// The value of no effect; nil where there is none, as for proportions.
    package var nullValue: Double?
    /// The level of all intervals, as a proportion.
    package var level: Double
    /// The header above the labels, unless they are studies.
    package var labelHeader: String?
    /// Columns left of the plotting area, after the labels.
    package var leftColumns: [Column]
    /// Columns right of the plotting area.
    package var rightColumns: [Column]
    package var rows: [Row]
    package var favours: Favours?
    /// Lines below the plot; explanations of the marks used are added by the layout.
    package var footnotes: [String]

    package init(
        id: String, title: String, description: String = "", measure: String, shortMeasure: String,
        scale: PlotScale = .logarithmic, nullValue: Double? = 1, level: Double = 0.95,
        labelHeader: String? = nil, leftColumns: [Column] = [], rightColumns: [Column] = [.effect, .weight],
        rows: [Row] = [], favours: Favours? = nil, footnotes: [String] = []
    ) {
        self.id = id
        self.title = title
        self.description = description
        self.measure = measure
        self.shortMeasure = shortMeasure
        self.scale = scale
        self.nullValue = nullValue
        self.level = level
        self.labelHeader = labelHeader
        self.leftColumns = leftColumns
        self.rightColumns = rightColumns
        self.rows = rows
        self.favours = favours
        self.footnotes = footnotes
    }
}
