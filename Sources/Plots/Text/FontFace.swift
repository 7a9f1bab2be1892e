/// A weight of the font that plots are set in.
///
/// Plots ask for the family `"Liberation Sans", Arial, Helvetica, sans-serif`. The first three have the same
/// advance widths, which are known here; what else a browser may choose is covered by `TextMeasure.safety`.
public enum FontFace: Sendable, Hashable {
    case regular
    case bold
}
