import MetaAnalysis
import Text

extension TableProblem {
    /// A stable kebab-case name for the kind of problem.
    package var identifier: String {
        switch kind {
        case .empty: "empty-table"
        case .noRows: "no-rows"
        case .tooManyRows: "too-many-rows"
        case .tooManyProblems: "too-many-problems"
        case .format(.unclosedQuote): "unclosed-quote"
        case .format(.textAfterQuote): "text-after-quote"
        case .format(.quoteInsideField): "quote-inside-field"
        case .format(.fieldTooLong): "field-too-long"
        case .format(.tooManyFields): "too-many-fields"
        case .repeatedColumn: "repeated-column"
        case .missingColumn: "missing-column"
        case .noEffectColumns: "no-effect-columns"
        case .fieldCount: "field-count"
        case .emptyField: "empty-field"
        case .notANumber: "not-a-number"
        case .notFinite: "not-finite"
        case .notWhole: "not-whole"
        case .inexactPValue: "inexact-p-value"
        case .estimateOutsideInterval: "estimate-outside-interval"
        case .roundedToZero: "rounded-to-zero"
        case .roundedAlike: "rounded-alike"
        case .effect(let error): error.identifier
        }
    }

    /// One plain sentence without a full stop.
    package var summary: String {
        switch kind {
        case .empty: "the table is empty"
        case .noRows: "the table has a header and no studies"
        case .tooManyRows: "the table has more than \(PoolTable.maximumRowCount) rows"
        case .tooManyProblems:
            "there are more than \(PoolTable.maximumProblemCount) problems, and the rest are not listed"
        case .format(.unclosedQuote): "a quoted field is not closed"
        case .format(.textAfterQuote): "a closing quote is followed by something other than a separator"
        case .format(.quoteInsideField): "a quote is inside a field that does not begin with one"
        case .format(.fieldTooLong): "a field is longer than \(CSVReader.maximumFieldLength) bytes"
        case .format(.tooManyFields): "a row has more than \(CSVReader.maximumFieldCount) fields"
        case .repeatedColumn(let name): "the column '\(name)' occurs twice"
        case .missingColumn(let name): "there is no column called '\(name)'"
        case .noEffectColumns: "the columns do not make an effect"
        case .fieldCount(let expected, let found): "the row has \(found) fields where the header has \(expected)"
        case .emptyField(let column): "'\(column)' is empty"
        case .notANumber(let column, let text): "'\(text)' in the column '\(column)' is not a number"
        case .notFinite(let column, let text): "'\(text)' in the column '\(column)' is not a finite number"
        case .notWhole(let column, let text): "'\(text)' in the column '\(column)' is not a whole number"
        case .inexactPValue(let text): "the p-value '\(text)' is a bound and gives no standard error"
        case .estimateOutsideInterval(let estimate, let low, let high):
            "the estimate \(estimate) is not between its limits \(low) and \(high)"
        case .roundedToZero(let column, let text): "the ratio '\(text)' in the column '\(column)' is rounded to zero"
        case .roundedAlike(let text): "the estimate and its limits are all rounded to \(text)"
        case .effect(let error): error.summary
        }
    }

    /// What to do, if we know it.
    package var help: String? {
        switch kind {
        case .empty, .missingColumn(name: "study"): "the first line names the columns, and one of them is 'study'"
        case .noEffectColumns(let nearest):
            "add \(nearest.map { "'\($0)'" }.joined(separator: ", ")); an effect is one of yi,sei · yi,vi · "
                + "estimate,low,high · estimate,p · e1,n1,e0,n0 · m1,sd1,n1,m0,sd0,n0"
        case .format(.quoteInsideField), .format(.textAfterQuote):
            "quote the whole field and double the quotes inside it"
        case .notANumber(_, let text) where text.contains(","): "write a decimal point, not a comma"
        case .emptyField(let column) where TableColumns.sets.joined().contains(column.lowercased()):
            "write NE where nothing could be estimated; such a row is shown and not pooled"
        case .roundedToZero:
            "give it with more digits, or give the estimate with an exact p-value and leave the limits empty"
        case .roundedAlike:
            "give them with more digits, or give the estimate with an exact p-value and leave the limits empty"
        case .inexactPValue: "give the interval instead, or the exact p-value"
        case .effect(.varianceOutOfRange):
            "the column 'vi' holds variances, which are squared standard errors and above zero"
        case .effect(.limitsOutOfOrder): "check whether the limits are swapped"
        case .effect(.notPositive(.ratio, _)):
            "ratios are given on their natural scale; for logs use the columns yi and sei"
        default: nil
        }
    }
}
