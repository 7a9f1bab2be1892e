/// A plot of labelled rows over one axis, before it is laid out: what dumbbells and timelines have in common.
struct RowPlot {
    struct Item {
        var kind: SceneGroup.Kind = .mark
        var label: String
        var sublabel = ""
        /// What a narrow plot, which has no value columns, writes below the label; the sublabel if nil.
        var narrowSublabel: String?
        var href: String?
        var sentence: String
        /// What is written at the right, a text for each value column.
        var values: [String] = []
        /// What a narrow plot writes beside the label.
        var narrowValue = ""
    }

    /// A mark explained above the plot.
    struct Key {
        var style: MarkStyle
        var label: String
        var isRound = true
        /// A dot within a round mark.
        var dot: MarkStyle?

        /// Draws the mark right of and below a point.
        func draw(_ x: Double, _ y: Double, in group: inout SceneGroup) {
            if isRound {
                group.circle(x + 6, y + 8, radius: 5, style)
                if let dot { group.circle(x + 6, y + 8, radius: 2, dot) }
            } else if style == .square || style == .squareHollow {
                group.rect(x + 1.5, y + 3.5, 9, 9, style)
            } else {
                group.rect(x, y + 4, 12, 8, style)
            }
        }
    }

    var id: String
    var kind: PlotKind
    var title: String
    var description: String
    var labelHeader: String
    var panelHeader: String
    var valueHeaders: [String]
    /// The header above the narrow values.
    var narrowHeader: String
    var items: [Item]
    var keys: [Key]
    var footnotes: [String]
    /// What is written below a lane right of the axis, for what has no place on it; nil for no lane.
    var lane: String?
    /// What is said if there are no items.
    var empty: String
}
