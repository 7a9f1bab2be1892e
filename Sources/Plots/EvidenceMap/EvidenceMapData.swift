/// How much evidence there is where: conditions by settings, with a bubble for each kind of study.
public struct EvidenceMapData: Sendable, Hashable {
    /// A row or column, such as a condition or a setting.
    public struct Heading: Sendable, Hashable {
        public var id: String
        public var label: String
        public var href: String?
        /// Whether an empty cell of the column is a gap; it is none where the column is of what is not known.
        public var hasGaps: Bool
        /// How many rows above it it belongs to, for rows that are kinds of others.
        public var depth: Int

        public init(id: String, label: String, href: String? = nil, hasGaps: Bool = true, depth: Int = 0) {
            self.depth = min(max(depth, 0), 6)
            self.id = id
            self.label = label
            self.href = href
            self.hasGaps = hasGaps
        }
    }

    public struct Cell: Sendable, Hashable {
        public var row: String
        public var column: String
        /// Studies of each kind, in the order of `kinds`.
        public var counts: [Int]
        /// The list behind the cell.
        public var href: String?

        public init(row: String, column: String, counts: [Int], href: String? = nil) {
            self.row = row
            self.column = column
            self.counts = counts
            self.href = href
        }
    }

    public var id: String
    public var title: String
    public var description: String
    /// The header above the rows: "Condition".
    public var rowHeader: String
    public var rows: [Heading]
    public var columns: [Heading]
    /// At most four: "Randomised, completed", "Running". The first is a disc, the second a ring, the others squares.
    public var kinds: [String]
    public var cells: [Cell]

    public init(
        id: String, title: String, description: String = "", rowHeader: String, rows: [Heading], columns: [Heading],
        kinds: [String], cells: [Cell]
    ) {
        self.id = id
        self.title = title
        self.description = description
        self.rowHeader = rowHeader
        self.rows = rows
        self.columns = columns
        self.kinds = kinds
        self.cells = cells
    }
}
