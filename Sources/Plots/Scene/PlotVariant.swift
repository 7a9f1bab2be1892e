/// The shape of a plot.
package enum PlotVariant: Sendable, Hashable {
    /// Columns beside the plotting area, for wide screens and paper.
    case wide
    /// Each label above its interval, for phones: 328 units wide, what a page leaves of a screen of 360 pixels.
    case narrow

    package var name: String {
        switch self {
        case .wide: "wide"
        case .narrow: "narrow"
        }
    }
}

/// How a plot is to be laid out.
package struct PlotOptions: Sendable, Hashable {
    package var variant: PlotVariant
    /// The width to aim for, in user units (280 to 4000); a wide plot with many columns becomes wider.
    package var width: Double
    /// Whether the title is drawn and a margin kept, as a file that stands alone needs.
    package var isStandalone: Bool

    /// What is left free on every side.
    var margin: Double { isStandalone ? 20 : 2 }

    /// - Parameter width: 860 for a wide plot and 328 for a narrow one if not given.
    package init(_ variant: PlotVariant = .wide, width: Double? = nil, isStandalone: Bool = false) {
        self.variant = variant
        self.width = width ?? (variant == .wide ? 860 : 328)
        self.isStandalone = isStandalone
    }

    func validate() throws(PlotError) {
        guard width >= 280, width <= 4000 else { throw .width }
    }
}
