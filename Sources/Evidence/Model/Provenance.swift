import MetaAnalysis

/// Where a value is printed, and what is printed there.
package struct Provenance: Sendable, Hashable {
    /// The identifier of the document.
    package var source: String
    /// The place in it: section, table and row, figure.
    package var at: String
    /// The figures exactly as they stand there.
    package let printed: [String]
    /// The same as a reader saw them on the page.
    package let readable: [String]
    package var mark: Mark

    package init(source: String, at: String, printed: [String], mark: Mark) {
        self.source = source
        self.at = at
        self.printed = printed
        readable = printed.map(Self.withoutMarkup)
        self.mark = mark
    }
}

/// A length of time.
package struct Duration: Sendable, Hashable {
    package enum Unit: String, Sendable, CaseIterable {
        case days, weeks, months, years

        /// How many months a unit is, taking 365.25 days for a year.
        package var months: Double {
            switch self {
            case .days: 12 / 365.25
            case .weeks: 84 / 365.25
            case .months: 1
            case .years: 12
            }
        }
    }

    package var value: PrintedNumber
    package var unit: Unit

    package var months: Double { value.value * unit.months }
}
