/// Something wrong with a table, and where.
public struct TableProblem: Error, Sendable, Hashable {
    public let kind: Kind
    /// From 1.
    public let line: Int
    /// From 1, in Unicode scalars.
    public let column: Int

    init(_ kind: Kind, line: Int, column: Int) {
        self.kind = kind
        self.line = line
        self.column = column
    }

    /// What is wrong.
    public enum Kind: Sendable, Hashable {
        // The file
        /// There is no header row.
        case empty
        /// There is a header and nothing below it.
        case noRows
        /// More rows than ``PoolTable/maximumRowCount``.
        case tooManyRows
        /// More problems than ``PoolTable/maximumProblemCount``; the rest are not listed.
        case tooManyProblems
        /// A quoted field is not closed.
        case unclosedQuote
        /// Something other than a comma follows a closing quote.
        case textAfterQuote
        /// A quote in a field that does not begin with one.
        case quoteInsideField
        /// A field of more than 65 536 bytes.
        case fieldTooLong
        /// A record of more than 4 096 fields.
        case tooManyFields

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
        /// The figures of the row cannot make an effect.
        case effect(MetaAnalysisError)
    }
}

/// All problems of a table, in the order of lines.
public struct TableProblems: Error, Sendable, Hashable {
    public let problems: [TableProblem]
}
