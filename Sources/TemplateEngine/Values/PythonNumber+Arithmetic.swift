// Powers and exponents need the mathematical library of the system.
#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// Calculating with the precision of Python.
extension PythonNumber {
    /// `a / b`, rounded once, also where the whole numbers are too large for a double.
    static func quotient(_ a: Int, _ b: Int) -> Double {
        let limit: UInt = 1 << 53
        if a.magnitude <= limit, b.magnitude <= limit { return Double(a) / Double(b) }
        guard a != 0 else { return b < 0 ? -0.0 : 0 }
        // Shifted so that the quotient has more bits than a double; what is left over decides ties.
        let shift = a.magnitude.leadingZeroBitCount + 63
        let (whole, rest) = (UInt128(a.magnitude) << UInt128(shift)).quotientAndRemainder(
            dividingBy: UInt128(b.magnitude))
        let rounded = Double(rest == 0 ? whole : whole | 1)
        return Double(sign: (a < 0) == (b < 0) ? .plus : .minus, exponent: -shift, significand: rounded)
    }

    static func power(_ base: Double, _ exponent: Double) -> Double { pow(base, exponent) }

    /// Python's `round(value, places)` of a whole number: half to even; nil if the result needs more than 64 bits.
    static func round(_ value: Int, places: Int) -> Int? {
        guard places < 0 else { return value }
        // Beyond 10^19 everything is nearer to 0.
        guard places >= -19 else { return 0 }
        let unit = (0..<(-places)).reduce(UInt(1)) { product, _ in product * 10 }
        var (whole, rest) = value.magnitude.quotientAndRemainder(dividingBy: unit)
        if rest > unit - rest || (rest == unit - rest && whole % 2 == 1) { whole += 1 }
        let (size, overflow) = whole.multipliedReportingOverflow(by: unit)
        guard !overflow, let result = Int(exactly: size) else { return nil }
        return value < 0 ? -result : result
    }

    /// A number as the formats `e`, `E`, `g` and `G` of Python write it.
    /// - Parameter form: the letter of the format.
    static func formatted(_ value: Double, _ form: UInt8, places: Int, keepsZeros: Bool) -> String {
        let format = (keepsZeros ? "%#.*" : "%.*") + String(UnicodeScalar(form))
        var buffer = [CChar](repeating: 0, count: places + 400)
        let count = withVaList([Int32(clamping: places), value]) {
            vsnprintf(&buffer, buffer.count, format, $0)
        }
        return String(decoding: buffer.prefix(max(0, Int(count))).map(UInt8.init(bitPattern:)), as: UTF8.self)
    }
}
