/// A number as printed, which stands for every number that rounds to it.
package struct PrintedNumber: Sendable, Hashable {
    package let text: String
    package let value: Double
    /// Half a unit of the last printed digit.
    package let halfUnit: Double

    /// The numbers that the digits allow.
    package var range: ClosedRange<Double> { (value - halfUnit)...(value + halfUnit) }

    /// Reads plain decimal notation: an optional sign (`-` or U+2212), digits, and at most one decimal mark
    /// (`.`, `·` or `,`).
    ///
    /// - Returns: nil for anything else, and for more than 40 characters.
    package init?(_ text: String) {
        var digits = ""
        var decimals: Int?
        var negative = false
        guard text.utf8.count <= 40 else { return nil }
        for (index, character) in text.enumerated() {
            switch character {
            case "-", "\u{2212}":
                guard index == 0 else { return nil }
                negative = true
            case "+":
                guard index == 0 else { return nil }
            case "0"..."9" where character.isASCII:
                digits.append(character)
                if let count = decimals { decimals = count + 1 }
            case ".", "·", ",":
                guard decimals == nil else { return nil }
                decimals = 0
            default:
                return nil
            }
        }
        let places = decimals ?? 0
        guard !digits.isEmpty, let value = Double("\(negative ? "-" : "")\(digits)e-\(places)"),
            let unit = Double("1e-\(places)"), value.isFinite
        else { return nil }
        self.text = text
        self.value = value
        self.halfUnit = unit / 2
    }
}

extension PrintedNumber {
    /// The number times a power of ten, as in 3.4e-7.
    fileprivate init?(_ number: PrintedNumber, scaledByTenTo exponent: Int) {
        guard let factor = Double("1e\(exponent)") else { return nil }
        text = "\(number.text)e\(exponent)"
        value = number.value * factor
        halfUnit = number.halfUnit * factor
        guard value.isFinite, halfUnit.isFinite else { return nil }
    }
}

/// A p-value as printed: a number, or a bound such as `<0.001`.
package struct PrintedPValue: Sendable, Hashable {
    package let text: String
    /// The p-values that the print allows.
    package let range: ClosedRange<Double>

    /// Reads `0.03`, `=0.03`, `<0.001`, `≤0.05`, `>0.99`, with a decimal mark as in ``PrintedNumber``, and `3.4e-7`.
    ///
    /// - Returns: nil for anything else, and for numbers outside [0, 1].
    package init?(_ text: String) {
        var rest = Substring(text)
        while rest.first == " " { rest.removeFirst() }
        let relation = rest.first.flatMap { "=<>≤≥".contains($0) ? $0 : nil }
        if relation != nil { rest.removeFirst() }
        while rest.first == " " { rest.removeFirst() }
        let parts = rest.split(maxSplits: 1, omittingEmptySubsequences: false) { $0 == "e" || $0 == "E" }
        guard let mantissa = parts.first, let printed = PrintedNumber(String(mantissa)) else { return nil }
        var number = printed
        if parts.count == 2 {
            guard let exponent = Int(parts[1]), (-300...300).contains(exponent),
                let scaled = PrintedNumber(printed, scaledByTenTo: exponent)
            else { return nil }
            number = scaled
        }
        guard number.value >= 0, number.value <= 1 else { return nil }
        switch relation {
        case "<", "≤": range = 0...number.value
        case ">", "≥": range = number.value...1
        default: range = max(0, number.range.lowerBound)...min(1, number.range.upperBound)
        }
        self.text = text
    }
}
