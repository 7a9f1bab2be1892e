/// The table that says the same as a plot, made from the same values.
public struct TableTwin: Sendable, Hashable {
    public struct Column: Sendable, Hashable {
        public var header: String
        /// Whether its cells are numbers, to be set in tabular figures at the right.
        public var isNumeric: Bool
    }

    public struct Row: Sendable, Hashable {
        public var kind: SceneGroup.Kind
        public var href: String?
        /// One cell for each column; the first is the row's header.
        public var cells: [String]
    }

    public var columns: [Column] = []
    public var rows: [Row] = []
}
