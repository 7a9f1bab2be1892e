/// The one printer of every number that a person reads.
///
///     let numbers = Language.english.numbers
///     numbers.estimate(0.92, 0.81, 1.034, scale: .ratio, null: 1)   // 0.92, 0.81 and 1.03
///     numbers.estimate(0.999, 0.9985, 0.9995, scale: .ratio, null: 1)   // 0.9990, 0.9985 and 0.9995
///
/// The same values give the same text wherever they stand: how many digits a number has follows from its own row and from
/// nothing beside it. What needs words, such as "0.81 to 1.03" or "p < 0.001", is made of these texts by `Language`.
package struct NumberStyle: Sendable, Hashable {
    /// Between the whole part and the decimals: a point, or a comma.
    package var decimalMark: Unicode.Scalar
    /// Between the thousands of numbers of five digits and more; nil for nothing.
    package var thousandsMark: Unicode.Scalar?
    /// Before a negative number.
    package var minus: Unicode.Scalar

    package init(
        decimalMark: Unicode.Scalar = ".", thousandsMark: Unicode.Scalar? = "\u{202F}",
        minus: Unicode.Scalar = "\u{2212}"
    ) {
        self.decimalMark = decimalMark
        self.thousandsMark = thousandsMark
        self.minus = minus
    }

    /// Numbers as programs read them: a point, a hyphen for minus and nothing between thousands.
    package static let program = NumberStyle(decimalMark: ".", thousandsMark: nil, minus: "-")

    /// What stands for a number that there is not.
    package static let missing = "\u{2013}"
    /// A narrow no-break space, which keeps a number and its unit together.
    package static let thin = "\u{202F}"

    // MARK: Plain numbers

    /// A number with so many decimals (0 to 12), halves rounded away from zero as one does with the printed decimal: 1.005
    /// gives 1.01.
    package func fixed(_ value: Double, decimals: Int) -> String {
        fixed(value, decimals: decimals, least: decimals)
    }

    /// A number with at most so many decimals, without zeros at the end.
    package func trimmed(_ value: Double, decimals: Int) -> String {
        fixed(value, decimals: decimals, least: 0)
    }

    /// - Parameter least: With more decimals than these, zeros at the end are left out.
    private func fixed(_ value: Double, decimals: Int, least: Int) -> String {
        guard value.isFinite else { return notFinite(value) }
        var decimals = min(max(decimals, 0), Self.mostDecimals)
        var scaled = value.magnitude * Self.powersOfTen[decimals]
        while scaled >= 1e15 {
            guard decimals > 0 else { return scientific(value) }
            decimals -= 1
            scaled = value.magnitude * Self.powersOfTen[decimals]
        }
        // What was meant as a half is rarely one in binary.
        var digits = UInt64((scaled + min(scaled * 4e-15, 1e-3) + 0.5).rounded(.down))
        while decimals > least, digits.isMultiple(of: 10) {
            digits /= 10
            decimals -= 1
        }
        return written(digits, decimals: decimals, isNegative: value < 0 && digits != 0)
    }

    /// A whole number: 12 345.
    package func count(_ value: Int) -> String {
        written(UInt64(value.magnitude), decimals: 0, isNegative: value < 0)
    }

    /// A number of a table, which may not be whole, with the digits that it has.
    package func plain(_ value: Double) -> String { trimmed(value, decimals: 6) }

    /// A number with so many significant digits (1 to 12): a standard error, a contribution.
    package func significant(_ value: Double, digits: Int) -> String {
        guard value.isFinite, value != 0 else { return fixed(value, decimals: 0) }
        let exponent = Self.exponent(of: value, decimals: digits - 1)
        guard exponent < Self.firstLargeExponent, exponent > -6 else { return scientific(value, decimals: digits - 1) }
        return fixed(value, decimals: digits - 1 - exponent)
    }

    // MARK: Large and small

    /// Digits and a power of ten: 1.23×10⁶.
    package func scientific(_ value: Double, decimals: Int = 2, isTrimmed: Bool = false) -> String {
        guard value.isFinite, value != 0 else { return value == 0 ? "0" : notFinite(value) }
        let exponent = Self.exponent(of: value, decimals: decimals)
        let mantissa = Self.shifted(value, by: -exponent)
        return (isTrimmed ? trimmed(mantissa, decimals: decimals) : fixed(mantissa, decimals: decimals))
            + "\u{D7}" + Self.powerOfTen(exponent)
    }

    /// 10⁶
    package static func powerOfTen(_ exponent: Int) -> String {
        var text = exponent < 0 ? "10\u{207B}" : "10"
        for digit in String(exponent.magnitude).utf8 { text.unicodeScalars.append(superscripts[Int(digit - 0x30)]) }
        return text
    }

    private static let superscripts: [Unicode.Scalar] = ["⁰", "¹", "²", "³", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹"]
}
