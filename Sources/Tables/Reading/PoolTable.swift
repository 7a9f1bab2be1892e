import MetaAnalysis
import Text

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
package struct PoolTable: Sendable, Hashable {
    /// One study of a table.
    package struct Row: Sendable, Hashable {
        /// From 1.
        package let line: Int
        package let study: String
        /// Nil where nothing can be estimated: the row is shown and not pooled.
        package let effect: StudyEffect?
        package let source: Source
        /// The estimate and its limits as the table gives them; nil where it gives none.
        package let printed: Printed?
        package let group: String?
        package let year: Double?
        /// In the order of ``PoolTable/moderatorNames``.
        package let moderators: [Double]
        /// The texts of the columns that were asked to be shown, in their order.
        package let shown: [String]
        /// What does not fit among the printed figures of the row.
        package let findings: [ConsistencyFinding]
    }

    /// An estimate and its interval as a table gives them, on the printed scale.
    package struct Printed: Sendable, Hashable {
        package let value: String
        package let low: String
        package let high: String
        package let interval: ConfidenceInterval
    }

    /// What a row's effect was computed from.
    package enum Source: Sendable, Hashable {
        case analysisScale
        case interval(level: Double)
        case pValue
        /// The row says that its effect, or a limit of it, could not be estimated (`NE`, `NR`), or gives nothing at all.
        case notEstimable
        /// `addedToCells` is the continuity correction; 0 for none. A risk difference of nobody, or of everybody, in both
        /// arms has counts and no effect: it has no variance.
        case counts(TwoByTwoTable, addedToCells: Double)
        case continuous(ContinuousArms)
    }

    package let measure: EffectMeasure
    /// What stands between the fields.
    package let separator: CSVSeparator
    package let rows: [Row]
    package let hasGroups: Bool
    package let hasYears: Bool
    package let moderatorNames: [String]
    /// The names of the columns that were asked to be shown, as the table writes them.
    package let shownNames: [String]
    /// Columns that mean nothing to us; a misspelt one is among them.
    package let unusedColumns: [Header]

    /// The name of a column and where it stands, both from 1; columns count Unicode scalars.
    package struct Header: Sendable, Hashable {
        package let name: String
        package let line: Int
        package let column: Int
    }

    /// The effects of the rows that have one, in their order.
    package var studies: [StudyEffect] { rows.compactMap(\.effect) }

    /// The counts of the rows that can be estimated, in their order; nil unless all of those have them.
    package var tables: [TwoByTwoTable]? {
        var tables: [TwoByTwoTable] = []
        for row in rows {
            switch row.source {
            case .counts(let table, _): tables.append(table)
            case .notEstimable: continue
            case .analysisScale, .interval, .pValue, .continuous: return nil
            }
        }
        return tables
    }

    /// The names of columns that mean something.
    package static let knownColumns =
        ["study", "group", "moderator", "year", "level"] + TableColumns.sets.flatMap { $0 }
    package static let maximumRowCount = 1_000_000
    package static let maximumProblemCount = 1000

    /// Reads a table of separated values (RFC 4180; UTF-8 with or without a byte-order mark; any line ends).
    ///
    /// Where fields are separated by semicolons or tabs, numbers may have a decimal comma.
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
    package init(
        csv: String, measure: EffectMeasure, correction: ContinuityCorrection? = nil, moderators: [String]? = nil,
        group: String? = nil, shown: [String] = []
    ) throws(TableProblems) {
        var reading = TableReading(
            Array(csv.utf8), measure: measure, correction: correction, moderators: moderators, group: group,
            shown: shown)
        self = try reading.read()
    }

    init(measure: EffectMeasure, separator: CSVSeparator, rows: [Row], columns: TableColumns) {
        self.measure = measure
        self.separator = separator
        self.rows = rows
        hasGroups = rows.contains { $0.group != nil }
        hasYears = columns.year != nil
        moderatorNames = columns.moderators.map(\.name)
        shownNames = columns.shown.map(\.name)
        unusedColumns = columns.unused
    }
}
