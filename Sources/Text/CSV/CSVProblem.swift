/// Something that makes a text no table of RFC 4180, and where.
package struct CSVProblem: Error, Sendable, Hashable {
    package enum Kind: Sendable, Hashable {
        /// A quoted field is not closed.
        case unclosedQuote
        /// Something other than a separator follows a closing quote.
        case textAfterQuote
        /// A quote in a field that does not begin with one.
        case quoteInsideField
        /// A field of more than ``CSVReader/maximumFieldLength`` bytes.
        case fieldTooLong
        /// A record of more than ``CSVReader/maximumFieldCount`` fields.
        case tooManyFields
    }

    package let kind: Kind
    /// From 1.
    package let line: Int
    /// From 1, in Unicode scalars.
    package let column: Int
}
