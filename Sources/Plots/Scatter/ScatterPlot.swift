/// Points in a plane, before they are laid out: what funnel, Galbraith and Baujat plots have in common.
struct ScatterPlot {
    struct Item {
        var label: String
        var href: String?
        var sentence: String
        var x: Double
        var y: Double
        var style: MarkStyle
    }

    /// A line between two points of the plane.
    struct Line {
        var from: (x: Double, y: Double)
        var to: (x: Double, y: Double)
        var style: MarkStyle
    }

    /// A filled polygon of the plane.
    struct Region {
        var points: [(x: Double, y: Double)]
        var style: MarkStyle
    }

    var id: String
    var kind: PlotKind
    var title: String
    var description: String
    var xHeader: String
    var yHeader: String
    var xScale: PlotScale
    var x: (low: Double, high: Double)
    var y: (low: Double, high: Double)
    /// Whether the smallest value of y is at the top.
    var isUpsideDown = false
    var null: Double?
    var items: [Item]
    var lines: [Line] = []
    var regions: [Region] = []
    /// Explanations of the regions.
    var keys: [RowPlot.Key] = []
    var footnotes: [String] = []
}
