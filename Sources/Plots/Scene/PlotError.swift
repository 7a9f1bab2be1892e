/// Why a plot cannot be laid out. `item` is the label of the row or study concerned.
package enum PlotError: Error, Sendable, Hashable {
    /// A number is infinite or not a number.
    case notFinite(item: String)
    /// A ratio is zero or negative.
    case notPositive(item: String)
    /// A number is beyond what can be drawn and read: more than 10¹² away from zero, or a ratio below 10⁻¹².
    case outOfRange(item: String)
    /// The lower limit is above the upper.
    case reversedInterval(item: String)
    /// One limit is given without the other.
    case halfInterval(item: String)
    /// A weight is not a proportion from 0 to 1.
    case weight(item: String)
    /// There are more cells than text columns.
    case tooManyCells(item: String, columns: Int)
    /// A cell belongs to no row or column, comes twice, or has not one count for each kind.
    case cell(item: String)
    /// A row has not one judgement for each domain.
    case judgements(item: String)
    /// A number belongs to no arm, or comes twice at one level.
    case arm(item: String)
    /// The level of intervals is not between 0 and 1.
    case level
    /// The requested axis is empty or, on a logarithmic scale, not positive.
    case axis
    /// The requested width is not between 280 and 4000 units.
    case width
}
