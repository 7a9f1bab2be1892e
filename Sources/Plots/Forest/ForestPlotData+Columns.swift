extension ForestPlotData {
    /// A column of text beside the plotting area.
    public struct Column: Sendable, Hashable {
        /// Where a column's text comes from.
        public enum Content: Sendable, Hashable {
            /// The rows' `cells`, one after the other.
            case cells
            /// The estimate with its interval, written by the layout from the values drawn.
            case effect
            /// The weight in percent, written by the layout.
            case weight
        }

        public enum Alignment: Sendable, Hashable {
            case leading, trailing, centre
            /// Decimal points below one another.
            case decimal
        }

        /// Empty for `effect` and `weight`, which have their own.
        public var header: String
        public var alignment: Alignment
        public var content: Content
        /// Whether the column is kept in the narrow variant, in the line below the label.
        public var isEssential: Bool

        public init(
            header: String, alignment: Alignment = .leading, content: Content = .cells, isEssential: Bool = false
        ) {
            self.header = header
            self.alignment = alignment
            self.content = content
            self.isEssential = isEssential
        }

        public static let effect = Column(header: "", alignment: .decimal, content: .effect)
        public static let weight = Column(header: "", alignment: .decimal, content: .weight)
    }

    /// What lies at either side of the null value: "Favours radiotherapy", "Favours control".
    public struct Favours: Sendable, Hashable {
        public var left: String
        public var right: String

        public init(left: String, right: String) {
            self.left = left
            self.right = right
        }
    }
}
