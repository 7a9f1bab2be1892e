extension ForestPlotData {
    /// A column of text beside the plotting area.
    package struct Column: Sendable, Hashable {
        /// Where a column's text comes from.
        package enum Content: Sendable, Hashable {
            /// The rows' `cells`, one after the other.
            case cells
            /// The estimate with its interval, written by the layout from the values drawn.
            case effect
            /// The weight in percent, written by the layout.
            case weight
        }

        package enum Alignment: Sendable, Hashable {
            case leading, trailing, centre
            /// Decimal points below one another.
            case decimal
        }

        /// Empty for `effect` and `weight`, which have their own.
        package var header: String
        package var alignment: Alignment
        package var content: Content
        /// Whether the column is kept in the narrow variant, in the line below the label.
        package var isEssential: Bool

        package init(
            header: String, alignment: Alignment = .leading, content: Content = .cells, isEssential: Bool = false
        ) {
            self.header = header
            self.alignment = alignment
            self.content = content
            self.isEssential = isEssential
        }

        package static let effect = Column(header: "", alignment: .decimal, content: .effect)
        package static let weight = Column(header: "", alignment: .decimal, content: .weight)
    }

    /// What lies at either side of the null value: "Favours radiotherapy", "Favours control".
    package struct Favours: Sendable, Hashable {
        package var left: String
        package var right: String

        package init(left: String, right: String) {
            self.left = left
            self.right = right
        }
    }
}
