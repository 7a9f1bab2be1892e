/// Where a value is printed, and what is printed there.
public struct Provenance: Sendable, Hashable {
    /// The identifier of the document.
    public var source: String
    /// The place in it: section, table and row, figure.
    public var at: String
    /// The figures exactly as they stand there.
    public var printed: [String]
    public var mark: Mark
}

/// A number as it is printed, with the value that the digits mean.
public struct PrintedNumber: Sendable, Hashable {
    public var text: String
    public var value: Double

    public init(text: String, value: Double) {
        self.text = text
        self.value = value
    }

    /// How many digits stand after the decimal point.
    public var decimals: Int {
        guard let point = text.firstIndex(of: ".") else { return 0 }
        return text[text.index(after: point)...].prefix { $0.isNumber }.count
    }

    /// Half a unit of the last printed digit: how far rounding can have moved the number.
    public var rounding: Double {
        var unit = 0.5
        for _ in 0..<decimals { unit /= 10 }
        return unit
    }
}

/// A p-value as it is printed: exact, or only bounded.
public struct PrintedPValue: Sendable, Hashable {
    public enum Relation: String, Sendable {
        case equal = "="
        case below = "<"
        case above = ">"
    }

    public var text: String
    public var relation: Relation
    public var value: Double
    /// Half a unit of the last printed digit.
    public var rounding: Double
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
