/// Digits, signs and powers of ten.
extension NumberStyle {
    static let mostDecimals = 12
    static let powersOfTen = [1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12]
    /// The power of ten from which on numbers are written as digits and a power.
    static let firstLargeExponent = 6

    /// A number times a power of ten.
    static func shifted(_ value: Double, by exponent: Int) -> Double {
        var value = value
        var rest = exponent.magnitude
        while rest > 0 {
            let step = min(rest, UInt(mostDecimals))
            value = exponent > 0 ? value * powersOfTen[Int(step)] : value / powersOfTen[Int(step)]
            rest -= step
        }
        return value
    }

    /// The power of ten of the first digit of a finite number other than zero, rounded to so many decimals of that digit.
    static func exponent(of value: Double, decimals: Int) -> Int {
        var mantissa = value.magnitude
        var exponent = 0
        while mantissa >= 1e12 { (mantissa, exponent) = (mantissa / 1e12, exponent + 12) }
        while mantissa < 1e-12 { (mantissa, exponent) = (mantissa * 1e12, exponent - 12) }
        while mantissa >= 10 { (mantissa, exponent) = (mantissa / 10, exponent + 1) }
        while mantissa < 1 { (mantissa, exponent) = (mantissa * 10, exponent - 1) }
        let half = 0.5 / powersOfTen[min(max(decimals, 0), mostDecimals)]
        return mantissa * (1 + 4e-15) >= 10 - half ? exponent + 1 : exponent
    }

    func notFinite(_ value: Double) -> String {
        value.isNaN ? Self.missing : value < 0 ? String(Character(minus)) + "\u{221E}" : "\u{221E}"
    }

    /// Digits with the decimal mark before the last so many.
    func written(_ digits: UInt64, decimals: Int, isNegative: Bool) -> String {
        // Twenty digits, as many decimals as there may be, and at most nine marks of at most four bytes.
        withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 80) { buffer in
            var start = buffer.count
            func add(_ mark: Unicode.Scalar) {
                guard !mark.isASCII else {
                    start -= 1
                    return buffer[start] = UInt8(truncatingIfNeeded: mark.value)
                }
                for byte in mark.utf8.reversed() {
                    start -= 1
                    buffer[start] = byte
                }
            }
            // Nothing is set off in a number of four digits.
            let isLong = digits >= Self.tenThousand[decimals]
            var rest = digits
            var written = 0
            repeat {
                if written == decimals, decimals > 0 { add(decimalMark) }
                if isLong, written > decimals, (written - decimals).isMultiple(of: 3), let thousandsMark {
                    add(thousandsMark)
                }
                start -= 1
                buffer[start] = 0x30 + UInt8(truncatingIfNeeded: rest % 10)
                rest /= 10
                written += 1
            } while rest > 0 || written <= decimals
            if isNegative { add(minus) }
            return String(decoding: UnsafeBufferPointer(rebasing: buffer[start...]), as: UTF8.self)
        }
    }

    /// The digits from which on a number with so many decimals is at least 10 000.
    private static let tenThousand: [UInt64] = (0...mostDecimals).map { decimals in
        (0..<decimals).reduce(10_000) { power, _ in power * 10 }
    }
}
