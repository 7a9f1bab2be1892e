/// Numbers as plots and pages show them: a point for decimals, U+2212 for minus, "to" in intervals, no locale.
///
/// What is not a number is shown as an en dash.
public enum NumberText {
    public static let missing = "–"
    private static let infinity = "∞"

    /// A number with a fixed count of decimals (0 to 9), halves rounded away from zero as one does with the printed
    /// decimal: 1.005 gives 1.01.
    public static func fixed(_ value: Double, decimals: Int) -> String {
        guard value.isFinite else { return missing }
        return fixed(value, decimals: min(max(decimals, 0), 9), leastDecimals: 9)
    }

    /// A number with at most so many decimals, without trailing zeros.
    public static func trimmed(_ value: Double, decimals: Int) -> String {
        guard value.isFinite else { return missing }
        return fixed(value, decimals: min(max(decimals, 0), 9), leastDecimals: 0)
    }

    /// - Parameter leastDecimals: With more decimals than these, zeros at the end are left out.
    private static func fixed(_ value: Double, decimals: Int, leastDecimals: Int) -> String {
        let scaled = value.magnitude * powersOfTen[decimals]
        guard scaled < 1e15 else {
            return decimals > 0
                ? fixed(value, decimals: decimals - 1, leastDecimals: leastDecimals) : scientific(value)
        }
        var digits = UInt64((scaled * (1 + 4e-15) + 0.5).rounded(.down))
        var decimals = decimals
        while decimals > leastDecimals, digits.isMultiple(of: 10) {
            digits /= 10
            decimals -= 1
        }
        return plain(digits, decimals: decimals, isNegative: value < 0 && digits != 0)
    }

    /// Digits with a point before the last so many, after U+2212 if negative.
    private static func plain(_ digits: UInt64, decimals: Int, isNegative: Bool) -> String {
        // Longer than any number of below 10¹⁵ with nine decimals.
        withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 32) { buffer in
            var rest = digits
            var start = 32
            var written = 0
            repeat {
                if decimals > 0, written == decimals {
                    start -= 1
                    buffer[start] = 0x2E
                }
                start -= 1
                buffer[start] = 0x30 + UInt8(truncatingIfNeeded: rest % 10)
                rest /= 10
                written += 1
            } while rest > 0 || written <= decimals
            if isNegative {
                start -= 3
                (buffer[start], buffer[start + 1], buffer[start + 2]) = (0xE2, 0x88, 0x92)
            }
            return String(decoding: UnsafeBufferPointer(rebasing: buffer[start...]), as: UTF8.self)
        }
    }

    /// A whole number with thin spaces between its thousands: 12 345.
    public static func integer(_ value: Int) -> String {
        let digits = Array(String(value.magnitude))
        var text = value < 0 ? "−" : ""
        for (index, digit) in digits.enumerated() {
            if index > 0, digits.count > 4, (digits.count - index).isMultiple(of: 3) { text.append("\u{202F}") }
            text.append(digit)
        }
        return text
    }

    /// A proportion (0 to 1) as percent: 0.753 gives 75.3%, and 75% without decimals.
    public static func percent(_ proportion: Double, decimals: Int = 1) -> String {
        guard proportion.isFinite else { return missing }
        return fixed(proportion * 100, decimals: decimals) + "%"
    }

    /// A p-value: two decimals from 0.095 up, three below, `<0.001` at the end.
    public static func pValue(_ p: Double) -> String {
        guard p.isFinite else { return missing }
        if p < 0.001 { return "<0.001" }
        return fixed(p, decimals: p < 0.095 ? 3 : 2)
    }

    /// The name of an interval by its level (a proportion): 0.95 gives "95% CI".
    public static func intervalName(level: Double) -> String {
        trimmed(level * 100, decimals: 2) + "% CI"
    }

    /// A number on the natural scale of a plot. `decimals` is what a number near one gets; see `decimals(for:…)`.
    public static func value(_ value: Double, scale: PlotScale, decimals: Int = 2) -> String {
        guard value.isFinite else { return value.isNaN ? missing : (value < 0 ? "−" : "") + infinity }
        if value.magnitude >= 1e6 || scale == .logarithmic && value > 0 && value < 9.95e-5 { return scientific(value) }
        // Digits beyond those asked for are there to be significant: 0.06 and 0.004 need no zero after them.
        let least = scale == .logarithmic && value.magnitude < 0.0995 ? decimals : 9
        let most = Self.decimals(for: value, scale: scale, decimals: decimals)
        return fixed(value, decimals: min(max(most, 0), 9), leastDecimals: least)
    }

    /// An interval: "0.80 to 1.06".
    public static func interval(
        _ low: Double, _ high: Double, scale: PlotScale, decimals: Int = 2, nullValue: Double? = nil
    ) -> String {
        String(joining: [limit(low, scale, decimals, nullValue), " to ", limit(high, scale, decimals, nullValue)])
    }

    /// An estimate with its interval: "0.92 (0.80 to 1.06)".
    public static func estimate(
        _ estimate: Double, _ low: Double, _ high: Double, scale: PlotScale, decimals: Int = 2,
        nullValue: Double? = nil
    ) -> String {
        value(estimate, scale: scale, decimals: decimals) + " ("
            + interval(low, high, scale: scale, decimals: decimals, nullValue: nullValue) + ")"
    }

    /// A limit that is not the null value is not shown as if it were: with two decimals 0.998 stays 0.998, because
    /// "0.90 to 1.00" would hide that the interval excludes no effect.
    private static func limit(_ limit: Double, _ scale: PlotScale, _ decimals: Int, _ null: Double?) -> String {
        let text = value(limit, scale: scale, decimals: decimals)
        // Numbers further apart than a unit are never written the same.
        guard let null, limit != null, (limit - null).magnitude <= 1,
            text == value(null, scale: scale, decimals: decimals)
        else { return text }
        for more in decimals + 1..<decimals + 4 {
            let longer = fixed(limit, decimals: more)
            if longer != fixed(null, decimals: more) { return longer }
        }
        return text
    }

    /// The decimals that suit a number. Ratios: as asked from 0.1 to 10, one fewer above 10, none above 100, and enough
    /// for two significant digits below 0.1. Other numbers: as asked, fewer once there are more than five digits.
    public static func decimals(for value: Double, scale: PlotScale, decimals: Int) -> Int {
        let magnitude = value.magnitude
        guard magnitude.isFinite, scale == .logarithmic else {
            let digits = magnitude >= 1e5 ? 6 : magnitude >= 1e4 ? 5 : magnitude >= 1e3 ? 4 : 3
            return max(0, min(decimals, 6 - digits))
        }
        if magnitude >= 99.5 { return max(0, decimals - 2) }
        if magnitude >= 9.95 { return max(0, decimals - 1) }
        if magnitude >= 0.0995 { return decimals }
        if magnitude >= 0.00995 { return max(decimals, 3) }
        return max(decimals, magnitude >= 0.000995 ? 4 : 5)
    }

    /// A number as digits and a power of ten: 1.23×10⁶.
    static func scientific(_ value: Double, isTrimmed: Bool = false) -> String {
        guard value.isFinite, value != 0 else { return value == 0 ? "0" : missing }
        var mantissa = value.magnitude
        var exponent = 0
        while mantissa >= 9.995 {
            mantissa /= 10
            exponent += 1
        }
        while mantissa < 0.9995 {
            mantissa *= 10
            exponent -= 1
        }
        let digits = isTrimmed ? trimmed(mantissa, decimals: 2) : fixed(mantissa, decimals: 2)
        return (value < 0 ? "−" : "") + digits + "×" + powerOfTen(exponent)
    }

    static func powerOfTen(_ exponent: Int) -> String {
        var text = exponent < 0 ? "10⁻" : "10"
        for digit in String(exponent.magnitude).utf8 {
            text.append(superscripts[Int(digit - 0x30)])
        }
        return text
    }

    private static let superscripts: [Character] = ["⁰", "¹", "²", "³", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹"]
    private static let powersOfTen = [1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9]
}
