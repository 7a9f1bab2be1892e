/// How much evidence there is where: conditions by settings, with a bubble for each kind of study.
package struct EvidenceMapData: Sendable, Hashable {
    /// A row or column, such as a condition or a setting.
    package struct Heading: Sendable, Hashable {
        package var id: String
        package var label: String
        package var href: String?
        /// Whether an empty cell of the column is a gap; it is none where the column is of what is not known.
        package var hasGaps: Bool
        /// How many rows above it it belongs to, for rows that are kinds of others.
        package var depth: Int

        package init(id: String, label: String, href: String? = nil, hasGaps: Bool = true, depth: Int = 0) {
            self.depth = min(max(depth, 0), 6)
            self.id = id
            self.label = label
            self.href = href
            self.hasGaps = hasGaps
        }
    }

    package struct Cell: Sendable, Hashable {
        package var row: String
        package var column: String
        /// Studies of each kind, in the order of `kinds`.
        package var counts: [Int]
        /// The list behind the cell.
        package var href: String?

        package init(row: String, column: String, counts: [Int], href: String? = nil) {
            self.row = row
            self.column = column
            self.counts = counts
            self.href = href
        }
    }

    package var id: String
    package var title: String
    package var description: String
    /// The header above the rows: "Condition".
    package var rowHeader: String
    package var rows: [Heading]
    package var columns: [Heading]
    /// At most four: "Randomised, completed", "Running". The first is a disc, the second a ring, the others squares.
    package var kinds: [String]
    package var cells: [Cell]

    package init(
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
