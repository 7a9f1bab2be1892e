/// The table that says the same as a plot, made from the same values.
package struct TableTwin: Sendable, Hashable {
    package struct Column: Sendable, Hashable {
        package var header: String
        /// Whether its cells are numbers, to be set in tabular figures at the right.
        package var isNumeric: Bool
    }

    package struct Row: Sendable, Hashable {
        package var kind: SceneGroup.Kind
        package var href: String?
        /// One cell for each column; the first is the row's header.
        package var cells: [String]
    }

    package var columns: [Column] = []
    package var rows: [Row] = []
}
