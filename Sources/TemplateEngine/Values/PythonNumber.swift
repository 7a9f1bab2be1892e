// Rounding needs the mathematical library of the system on some machines.
#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// Numbers written and rounded as Python does.
enum PythonNumber {
    /// The shortest text that reads back as the same number: `0.1`, `1e+16`, `1e-05`, `inf`.
    static func repr(_ value: Double) -> String {
        if value.isNaN { return "nan" }
        if value.isInfinite { return value < 0 ? "-inf" : "inf" }
        if value == 0 { return value.sign == .minus ? "-0.0" : "0.0" }
        let (digits, point) = shortestDigits(value.magnitude)
        let sign = value < 0 ? "-" : ""
        if point > 16 || point < -3 {
            let exponent = point - 1
            let tail = digits.count > 1 ? "." + text(digits[1...]) : ""
            let size = exponent.magnitude < 10 ? "0\(exponent.magnitude)" : "\(exponent.magnitude)"
            return sign + text(digits[..<1]) + tail + "e" + (exponent < 0 ? "-" : "+") + size
        }
        if point <= 0 { return sign + "0." + String(repeating: "0", count: -point) + text(digits[...]) }
        if point >= digits.count {
            return sign + text(digits[...]) + String(repeating: "0", count: point - digits.count) + ".0"
        }
        return sign + text(digits[..<point]) + "." + text(digits[point...])
    }

    /// The significant digits, and where the decimal point stands relative to the first.
    static func shortestDigits(_ value: Double) -> (digits: [UInt8], point: Int) {
        var digits: [UInt8] = []
        var point: Int?
        var exponent = 0
        var text = value.description.utf8[...]
        while let byte = text.popFirst() {
            if byte == UInt8(ascii: ".") {
                point = digits.count
            } else if byte == UInt8(ascii: "e") {
                exponent = Int(Substring(text)) ?? 0
                break
            } else {
                digits.append(byte)
            }
        }
        var position = (point ?? digits.count) + exponent
        let zeros = digits.prefix { $0 == UInt8(ascii: "0") }.count
        digits.removeFirst(zeros)
        position -= zeros
        while digits.last == UInt8(ascii: "0") { digits.removeLast() }
        return (digits, position)
    }

    private static func text(_ digits: ArraySlice<UInt8>) -> String { String(decoding: digits, as: UTF8.self) }

    /// `%.Nf`: the exact value, rounded half to even at `places` decimals (at most 300).
    static func fixed(_ value: Double, places: Int) -> String {
        if value.isNaN { return "nan" }
        if value.isInfinite { return value < 0 ? "-inf" : "inf" }
        let places = min(max(places, 0), 300)
        let sign = value.sign == .minus ? "-" : ""
        var digits =
            quickScaled(value.magnitude, places: places).map { Array(String($0).utf8) }
            ?? exactScaled(value.magnitude, places: places)
        if digits.count <= places {
            digits.insert(contentsOf: [UInt8](repeating: 0x30, count: places + 1 - digits.count), at: 0)
        }
        let point = digits.count - places
        return places == 0 ? sign + text(digits[...]) : sign + text(digits[..<point]) + "." + text(digits[point...])
    }

    private static let powers: [Double] = (0...15).map { power in (0..<power).reduce(1.0) { product, _ in product * 10 }
    }

    /// `value * 10^places` rounded half to even, when a fused multiplication can tell exactly.
    private static func quickScaled(_ value: Double, places: Int) -> Int? {
        guard places < powers.count else { return nil }
        let high = value * powers[places]
        guard high < 4_503_599_627_370_496 else { return nil }
        let low = (-high).addingProduct(value, powers[places])
        var whole = high.rounded(.down)
        let rest = (high - whole)
        // high - whole is exact; compare rest + low with one half.
        let distance = (rest - 0.5) + low
        if rest - 0.5 == 0 ? low > 0 : distance > 0 {
            whole += 1
        } else if rest == 0.5, low == 0, whole.truncatingRemainder(dividingBy: 2) != 0 {
            whole += 1
        } else if rest == 0, low < 0 {
            // The product lies just below a whole number; still nearest to it.
        }
        return Int(whole)
    }

    /// The same by exact integer arithmetic.
    private static func exactScaled(_ value: Double, places: Int) -> [UInt8] {
        if value == 0 { return [0x30] }
        var number = WideInteger(value.significandBitPattern | (value.isNormal ? 1 << 52 : 0))
        let exponent = value.isNormal ? Int(value.exponent) - 52 : -1074
        if exponent >= 0 {
            number.multiply(byPowerOfTwo: exponent)
            for _ in 0..<places { number.multiply(by: 10) }
            return number.decimalDigits
        }
        // value = m / 2^k = m * 5^k / 10^k
        for _ in 0..<(-exponent) { number.multiply(by: 5) }
        var digits = number.decimalDigits
        let drop = -exponent - places
        if drop <= 0 { return digits + [UInt8](repeating: 0x30, count: -drop) }
        if digits.count < drop { return [0x30] }
        let tail = digits[(digits.count - drop)...]
        let first = tail.first ?? 0x30
        let isHalf = first == 0x35 && tail.dropFirst().allSatisfy { $0 == 0x30 }
        digits.removeLast(drop)
        if digits.isEmpty { digits = [0x30] }
        let isOdd = (digits.last ?? 0x30) % 2 == 1
        if first > 0x35 || (first == 0x35 && (!isHalf || isOdd)) { increment(&digits) }
        return digits
    }

    private static func increment(_ digits: inout [UInt8]) {
        for index in digits.indices.reversed() {
            if digits[index] == 0x39 {
                digits[index] = 0x30
            } else {
                digits[index] += 1
                return
            }
        }
        digits.insert(0x31, at: 0)
    }

    /// Python's `round(value, places)`.
    static func round(_ value: Double, places: Int) -> Double {
        guard value.isFinite else { return value }
        if places >= 0 { return Double(fixed(value, places: places)) ?? value }
        guard places > -309 else { return 0 }
        var digits = Array(fixed(value.magnitude, places: 0).utf8)
        guard digits.count >= -places else { return 0 }
        let kept = digits.count + places
        let tail = digits[kept...]
        let first = tail.first ?? 0x30
        let isHalf =
            first == 0x35 && tail.dropFirst().allSatisfy { $0 == 0x30 }
            && value.magnitude == value.magnitude.rounded(.down)
        digits = kept == 0 ? [0x30] : Array(digits[..<kept])
        if first > 0x35 || (first == 0x35 && (!isHalf || (digits.last ?? 0x30) % 2 == 1)) { increment(&digits) }
        let rounded = Double(text(digits[...]) + String(repeating: "0", count: -places)) ?? value
        return value < 0 ? -rounded : rounded
    }
}

/// An unsigned integer of any size, just enough to write a double exactly.
struct WideInteger {
    private var limbs: [UInt32]

    init(_ value: UInt64) {
        limbs = [UInt32(truncatingIfNeeded: value), UInt32(truncatingIfNeeded: value >> 32)]
    }

    mutating func multiply(by factor: UInt32) {
        var carry: UInt64 = 0
        for index in limbs.indices {
            let product = UInt64(limbs[index]) * UInt64(factor) + carry
            limbs[index] = UInt32(truncatingIfNeeded: product)
            carry = product >> 32
        }
        if carry > 0 { limbs.append(UInt32(carry)) }
    }

    mutating func multiply(byPowerOfTwo power: Int) {
        for _ in 0..<(power / 16) { multiply(by: 1 << 16) }
        multiply(by: 1 << UInt32(power % 16))
    }

    var decimalDigits: [UInt8] {
        var rest = limbs
        var digits: [UInt8] = []
        while rest.contains(where: { $0 != 0 }) {
            var remainder: UInt64 = 0
            for index in rest.indices.reversed() {
                let value = remainder << 32 | UInt64(rest[index])
                rest[index] = UInt32(value / 1_000_000_000)
                remainder = value % 1_000_000_000
            }
            for _ in 0..<9 {
                digits.append(UInt8(remainder % 10) + 0x30)
                remainder /= 10
            }
        }
        while digits.last == 0x30 { digits.removeLast() }
        return digits.isEmpty ? [0x30] : digits.reversed()
    }
}
