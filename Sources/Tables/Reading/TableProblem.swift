import MetaAnalysis
import Text

/// Something wrong with a table, and where.
package struct TableProblem: Error, Sendable, Hashable {
    package let kind: Kind
    /// From 1.
    package let line: Int
    /// From 1, in Unicode scalars.
    package let column: Int

    init(_ kind: Kind, line: Int, column: Int) {
        self.kind = kind
        self.line = line
        self.column = column
    }

    init(_ problem: CSVProblem) {
        self.init(.format(problem.kind), line: problem.line, column: problem.column)
    }

    /// What is wrong.
    package enum Kind: Sendable, Hashable {
        // The file
        /// There is no header row.
        case empty
        /// There is a header and nothing below it.
        case noRows
        /// More rows than ``PoolTable/maximumRowCount``.
        case tooManyRows
        /// More problems than ``PoolTable/maximumProblemCount``; the rest are not listed.
        case tooManyProblems
        /// The text is no table of separated values.
        case format(CSVProblem.Kind)

        // The header
        /// A column occurs twice.
        case repeatedColumn(name: String)
        /// A column that the table needs, or that was asked for, is not there.
        case missingColumn(name: String)
        /// No set of columns that makes an effect is complete. `nearest` are the missing columns of the nearest one.
        case noEffectColumns(nearest: [String])

        // A row
        /// A row has another number of fields than the header.
        case fieldCount(expected: Int, found: Int)
        /// A field that must be filled is empty.
        case emptyField(column: String)
        /// Not a number in plain or scientific notation with a decimal point.
        case notANumber(column: String, text: String)
        /// NaN, infinite, or too large for a number.
        case notFinite(column: String, text: String)
        /// A whole number is needed.
        case notWhole(column: String, text: String)
        /// A p-value with `<` or `>` bounds the standard error but does not give it.
        case inexactPValue(text: String)
        /// The estimate is not between its limits.
        case estimateOutsideInterval(estimate: Double, low: Double, high: Double)
        /// A limit or estimate of a ratio is printed as zero: what was rounded to it is not known.
        case roundedToZero(column: String, text: String)
        /// Estimate and limits are printed alike: the interval is narrower than their digits tell.
        case roundedAlike(text: String)
        /// The figures of the row cannot make an effect.
        case effect(MetaAnalysisError)
    }
}

/// All problems of a table, in the order of lines.
package struct TableProblems: Error, Sendable, Hashable {
    package let problems: [TableProblem]
    /// What was found to stand between the fields.
    package let separator: CSVSeparator
}
