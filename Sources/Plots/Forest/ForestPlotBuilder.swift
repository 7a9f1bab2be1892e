/// The work of laying out a forest plot, from top to bottom.
struct ForestPlotBuilder {
    let data: ForestPlotData
    let options: PlotOptions
    let rows: [ForestPlotRow]
    let margin: Double
    /// The heaviest study's weight, for the size of the squares.
    let largestWeight: Double

    var groups: [SceneGroup] = []
    var width: Double
    /// How far down the plot has grown.
    var y: Double
    /// Stretches of the plotting area that vertical lines must leave out for text.
    var gaps: [(from: Double, to: Double)] = []
    /// Where the last stretch with a line ended.
    var clearedTo = 0.0
    /// Where the overall diamond points to.
    var pooledPoint: (x: Double, y: Double)?

    init(_ data: ForestPlotData, _ options: PlotOptions) {
        self.data = data
        self.options = options
        rows = data.read()
        margin = options.isStandalone ? 20 : 2
        width = options.width
        y = margin
        var largest = 0.0
        for row in rows where row.kind == .study || row.kind == .shown { largest = max(largest, row.weight ?? 0) }
        largestWeight = largest
    }

    mutating func build() -> Scene {
        groups.reserveCapacity(rows.count + 4)
        if options.variant == .narrow { buildNarrow() } else { buildWide() }
        return Scene(
            id: Scene.identifier(data.id), kind: "forest", variant: options.variant,
            title: LabelText.clean(data.title), description: LabelText.clean(data.description), width: width,
            height: y + margin, groups: groups, table: data.table(of: rows))
    }

    /// The title across the top, if the plot stands alone.
    mutating func addTitle() {
        let title = LabelText.clean(data.title)
        guard options.isStandalone, !title.isEmpty else { return }
        var group = SceneGroup(.header)
        let fitted = Typography.title.fit(title, width: width - 2 * margin, lineLimit: 3)
        group.text(fitted, full: title, x: margin, y: y + 15, .title, .title)
        y += Double(fitted.lines.count) * Typography.title.leading + 10
        groups.append(group)
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
