import Text

/// The scale of the horizontal axis: logarithmic for ratios, linear for differences, proportions and times.
package enum PlotScale: String, Sendable, Hashable {
    case logarithmic
    case linear

    var ofNumbers: NumberStyle.Scale { self == .logarithmic ? .ratio : .difference }
}
