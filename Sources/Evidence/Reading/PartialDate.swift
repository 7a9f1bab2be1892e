/// A date of the Gregorian calendar as far as it is known: a year, a year and month, or a whole date (ISO 8601).
package struct PartialDate: Sendable, Hashable {
    package let year: Int
    /// From 1.
    package let month: Int?
    /// From 1.
    package let day: Int?

    /// Reads `2020`, `2020-09` or `2020-09-30`.
    ///
    /// - Returns: nil for anything else, for a day that its month does not have, and for years before 1000.
    package init?(_ text: String) {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        guard (1...3).contains(parts.count) else { return nil }
        var numbers: [Int] = []
        for (part, length) in zip(parts, [4, 2, 2]) {
            guard part.utf8.count == length, part.utf8.allSatisfy({ (0x30...0x39).contains($0) }),
                let number = Int(part)
            else {
                return nil
            }
            numbers.append(number)
        }
        year = numbers[0]
        month = numbers.count > 1 ? numbers[1] : nil
        day = numbers.count > 2 ? numbers[2] : nil
        guard year >= 1000, month.map({ (1...12).contains($0) }) ?? true else { return nil }
        if let month, let day, !(1...Self.days(inMonth: month, of: year)).contains(day) { return nil }
    }

    private static func days(inMonth month: Int, of year: Int) -> Int {
        switch month {
        case 2: year.isMultiple(of: 4) && !year.isMultiple(of: 100) || year.isMultiple(of: 400) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }
}
