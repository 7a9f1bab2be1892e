/// A date as precise as it is known.
package struct PlotDate: Sendable, Hashable {
    package var year: Int
    /// 1 to 12.
    package var month: Int?
    /// 1 to 31.
    package var day: Int?

    package init(year: Int, month: Int? = nil, day: Int? = nil) {
        self.year = year
        self.month = month
        self.day = day
    }

    /// The date as a number of years; the middle of what is not known.
    var decimalYear: Double {
        guard let month else { return Double(year) + 0.5 }
        return Double(year) + (Double(month - 1) + (day.map { Double($0) / 31 } ?? 0.5)) / 12
    }

    /// Whether the date is before another as far as both are known: 2025 is not before September 2025.
    func isBefore(_ other: PlotDate) -> Bool {
        if year != other.year { return year < other.year }
        guard let month, let otherMonth = other.month else { return false }
        if month != otherMonth { return month < otherMonth }
        guard let day, let otherDay = other.day else { return false }
        return day < otherDay
    }

    var isValid: Bool {
        (1900...2200).contains(year) && (month.map { (1...12).contains($0) } ?? (day == nil))
            && (day.map { (1...31).contains($0) } ?? true)
    }
}
