import Text

/// The work of laying out a forest plot, from top to bottom.
struct ForestPlotBuilder: PlotBuilder {
    let data: ForestPlotData
    let options: PlotOptions
    let language: Language
    let rows: [ForestPlotRow]
    /// The heaviest study's weight, for the size of the squares.
    let largestWeight: Double

    var groups: [SceneGroup] = []
    var width: Double
    var y: Double
    /// Stretches of the plotting area that vertical lines must leave out for text.
    var gaps: [(from: Double, to: Double)] = []
    /// Where the last stretch with a line ended.
    var clearedTo = 0.0
    /// Where the overall diamond points to.
    var pooledPoint: (x: Double, y: Double)?

    init(_ data: ForestPlotData, _ options: PlotOptions, _ language: Language) {
        self.data = data
        self.options = options
        self.language = language
        rows = data.read(language)
        width = options.width
        y = options.margin
        var largest = 0.0
        for row in rows where row.kind == .study || row.kind == .shown { largest = max(largest, row.weight ?? 0) }
        largestWeight = largest
    }

    mutating func build() -> Scene {
        groups.reserveCapacity(rows.count + 4)
        if options.variant == .narrow { buildNarrow() } else { buildWide() }
        return scene(
            id: data.id, kind: .forest, title: LabelText.clean(data.title),
            description: LabelText.clean(data.description),
            table: options.isStandalone ? TableTwin() : data.table(of: rows, language))
    }

    /// Leaves vertical lines out between the last interval and a height.
    mutating func clear(to height: Double) {
        if height > clearedTo { gaps.append((clearedTo, height)) }
        clearedTo = height
    }

    /// A vertical line between two heights, left out where text crosses it.
    func vertical(_ x: Double, from top: Double, to bottom: Double, _ style: MarkStyle, in group: inout SceneGroup) {
        var start = top
        for gap in gaps where gap.to > start && gap.from < bottom {
            if gap.from > start { group.line(x, start, x, gap.from, style) }
            start = gap.to
        }
        if start < bottom { group.line(x, start, x, bottom, style) }
    }
}
