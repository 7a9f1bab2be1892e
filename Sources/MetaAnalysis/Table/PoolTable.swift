/// A table of studies, as `atlas pool` and `atlas plot` take it.
///
/// A header row names the columns, in any order and case: `study`, and one of
///
/// - `yi,sei` or `yi,vi`: an effect on the analysis scale (logs for ratios) with its standard error or variance;
/// - `estimate,low,high` and perhaps `level`: as printed, with a two-sided interval;
/// - `estimate,p`: as printed, with a two-sided p-value;
/// - `e1,n1,e0,n0`: events and totals of treatment and control;
/// - `m1,sd1,n1,m0,sd0,n0`: means, standard deviations and numbers;
///
/// and perhaps `group` (or another column asked for), `moderator` (or others) and `year`. Where several sets are there, the first
/// complete one in this order is used, row by row. `level` is a proportion or a percentage.
public struct PoolTable: Sendable, Hashable {
    /// One study of a table.
    public struct Row: Sendable, Hashable {
        /// From 1.
        public let line: Int
        public let effect: StudyEffect
        public let source: Source
        /// The limits as the table gives them, on the printed scale; nil where it gives none.
        public let printedInterval: ConfidenceInterval?
        public let group: String?
        public let year: Double?
        /// In the order of ``PoolTable/moderatorNames``.
        public let moderators: [Double]
        /// The texts of the columns that were asked to be shown, in their order.
        public let shown: [String]
        /// What does not fit among the printed figures of the row.
        public let findings: [ConsistencyFinding]
    }

    /// What a row's effect was computed from.
    public enum Source: Sendable, Hashable {
        case analysisScale
        case interval(level: Double)
        case pValue
        /// `addedToCells` is the continuity correction; 0 for none.
        case counts(TwoByTwoTable, addedToCells: Double)
        case continuous(ContinuousArms)
    }

    public let measure: EffectMeasure
    public let rows: [Row]
    public let hasGroups: Bool
    public let hasYears: Bool
    public let moderatorNames: [String]
    /// The names of the columns that were asked to be shown, as the table writes them.
    public let shownNames: [String]
    /// Columns that mean nothing to us; a misspelt one is among them.
    public let unusedColumns: [Header]

    /// The name of a column and where it stands, both from 1; columns count Unicode scalars.
    public struct Header: Sendable, Hashable {
        public let name: String
        public let line: Int
        public let column: Int
    }

    /// The effects, in the order of the rows.
    public var studies: [StudyEffect] { rows.map(\.effect) }

    /// The counts of every row, or nil unless all rows have them.
    public var tables: [TwoByTwoTable]? {
        var tables: [TwoByTwoTable] = []
        for row in rows {
            guard case .counts(let table, _) = row.source else { return nil }
            tables.append(table)
        }
        return tables
    }

    /// The names of columns that mean something.
    public static let knownColumns =
        ["study", "group", "moderator", "year", "level"] + TableColumns.sets.flatMap { $0 }
    public static let maximumRowCount = 1_000_000
    public static let maximumProblemCount = 1000

    /// Reads the text of a CSV file (RFC 4180; UTF-8 with or without a byte-order mark; any line ends).
    ///
    /// - Parameters:
    ///   - csv: the text.
    ///   - measure: what the effects measure, hence their scale.
    ///   - correction: for tables of counts with a zero cell; nil for the customary one.
    ///   - moderators: the columns to use as moderators; nil for `moderator`, if it is there.
    ///   - group: the column that names each study's subgroup; nil for `group`, if it is there. A column that is empty
    ///     in every row makes no groups.
    ///   - shown: columns whose texts are wanted as they are.
    /// - Throws: every problem of the file, in the order of lines (at most 1 000).
    public init(
        csv: String, measure: EffectMeasure, correction: ContinuityCorrection? = nil, moderators: [String]? = nil,
        group: String? = nil, shown: [String] = []
    ) throws(TableProblems) {
        var csv = csv
        let result: Result<PoolTable, TableProblems> = csv.withUTF8 { bytes in
            var reading = TableReading(bytes, measure: measure, correction: correction, moderators: moderators, group: group, shown: shown)
            return reading.read()
        }
        self = try result.get()
    }

    init(measure: EffectMeasure, rows: [Row], columns: TableColumns) {
        self.measure = measure
        self.rows = rows
        hasGroups = rows.contains { $0.group != nil }
        hasYears = columns.year != nil
        moderatorNames = columns.moderators.map(\.name)
        shownNames = columns.shown.map(\.name)
        unusedColumns = columns.unused
    }
}
