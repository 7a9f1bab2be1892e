import MetaAnalysis

/// Where a value is printed, and what is printed there.
public struct Provenance: Sendable, Hashable {
    /// The identifier of the document.
    public var source: String
    /// The place in it: section, table and row, figure.
    public var at: String
    /// The figures exactly as they stand there.
    public let printed: [String]
    /// The same as a reader saw them on the page.
    public let readable: [String]
    public var mark: Mark

    public init(source: String, at: String, printed: [String], mark: Mark) {
        self.source = source
        self.at = at
        self.printed = printed
        readable = printed.map(Self.withoutMarkup)
        self.mark = mark
    }
}

/// A length of time.
public struct Duration: Sendable, Hashable {
    public enum Unit: String, Sendable, CaseIterable {
        case days, weeks, months, years

        /// How many months a unit is, taking 365.25 days for a year.
        public var months: Double {
            switch self {
            case .days: 12 / 365.25
            case .weeks: 84 / 365.25
            case .months: 1
            case .years: 12
            }
        }
    }

    public var value: PrintedNumber
    public var unit: Unit

    public var months: Double { value.value * unit.months }
}
