import Plots

extension PlotError {
    /// One plain sentence without a full stop.
    package var description: String {
        switch self {
        case .notFinite(let item): "'\(item)' has a number that is infinite or not a number"
        case .notPositive(let item): "'\(item)' has a ratio that is zero or negative"
        case .outOfRange(let item): "'\(item)' has a number too large or too small to draw"
        case .reversedInterval(let item): "the interval of '\(item)' has its lower limit above its upper"
        case .halfInterval(let item): "the interval of '\(item)' has only one limit"
        case .weight(let item): "the weight of '\(item)' is not a proportion from 0 to 1"
        case .tooManyCells(let item, let columns): "'\(item)' has more cells than the \(columns) text columns"
        case .cell(let item): "the cell '\(item)' has no row, no column or not one count for each kind"
        case .judgements(let item): "'\(item)' has not one judgement for each domain"
        case .arm(let item): "'\(item)' belongs to no arm, or comes twice at one level"
        case .level: "the level of the intervals is not between 0 and 1"
        case .axis: "the axis asked for is empty, or not positive on a logarithmic scale"
        case .width: "the width asked for is not between 280 and 4000 units"
        }
    }
}

extension PlotError {
    /// The label of the row or study concerned, if it is about one.
    package var item: String? {
        switch self {
        case .notFinite(let item), .notPositive(let item), .outOfRange(let item), .reversedInterval(let item),
            .halfInterval(let item), .weight(let item), .tooManyCells(let item, _), .cell(let item),
            .judgements(let item), .arm(let item):
            item
        case .level, .axis, .width: nil
        }
    }
}
