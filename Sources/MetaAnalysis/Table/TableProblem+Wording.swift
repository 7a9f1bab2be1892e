extension TableProblem {
    /// A stable kebab-case name for the kind of problem.
    public var identifier: String {
        switch kind {
        case .empty: "empty-table"
        case .noRows: "no-rows"
        case .tooManyRows: "too-many-rows"
        case .tooManyProblems: "too-many-problems"
        case .unclosedQuote: "unclosed-quote"
        case .textAfterQuote: "text-after-quote"
        case .quoteInsideField: "quote-inside-field"
        case .fieldTooLong: "field-too-long"
        case .tooManyFields: "too-many-fields"
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
        case .effect(let error): error.identifier
        }
    }

    /// One plain sentence without a full stop.
    public var summary: String {
        switch kind {
        case .empty: "the table is empty"
        case .noRows: "the table has a header and no studies"
        case .tooManyRows: "the table has more than \(PoolTable.maximumRowCount) rows"
        case .tooManyProblems: "there are more than \(PoolTable.maximumProblemCount) problems, and the rest are not listed"
        case .unclosedQuote: "a quoted field is not closed"
        case .textAfterQuote: "a closing quote is followed by something other than a comma"
        case .quoteInsideField: "a quote is inside a field that does not begin with one"
        case .fieldTooLong: "a field is longer than \(CSVReader.maximumFieldLength) bytes"
        case .tooManyFields: "a row has more than \(CSVReader.maximumFieldCount) fields"
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
        case .effect(let error): error.summary
        }
    }

    /// What to do, if we know it.
    public var help: String? {
        switch kind {
        case .empty, .missingColumn(name: "study"): "the first line names the columns, and one of them is 'study'"
        case .noEffectColumns(let nearest):
            "add \(nearest.map { "'\($0)'" }.joined(separator: ", ")); an effect is one of yi,sei · yi,vi · "
                + "estimate,low,high · estimate,p · e1,n1,e0,n0 · m1,sd1,n1,m0,sd0,n0"
        case .quoteInsideField, .textAfterQuote: "quote the whole field and double the quotes inside it"
        case .notANumber(_, let text) where text.contains(","): "write a decimal point, not a comma"
        case .inexactPValue: "give the interval instead, or the exact p-value"
        case .effect(.limitsOutOfOrder): "check whether the limits are swapped"
        case .effect(.notPositive(.ratio, _)): "ratios are given on their natural scale; for logs use the columns yi and sei"
        default: nil
        }
    }
}
