/// A weight of the font that plots are set in.
///
/// Plots ask for the family `"Liberation Sans", Arial, Helvetica, sans-serif`. The first three have the same
/// advance widths, which are known here; what else a browser may choose is covered by `safety`.
package enum FontFace: Sendable, Hashable {
    case regular
    case bold

    /// How much wider than measured a text may be drawn without touching its neighbour: another font than the three
    /// of the family may be used, and viewers round advances.
    ///
    /// DejaVu Sans is the widest usual one: nine in ten texts of plots are at most 1.155 times as wide in it, bold numbers
    /// 1.27 times.
    package var safety: Double { self == .bold ? 1.27 : 1.16 }
}
