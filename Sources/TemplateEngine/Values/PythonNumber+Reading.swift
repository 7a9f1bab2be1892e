/// Numbers in texts, as Python's `int()` and `float()` read them.
extension PythonNumber {
    enum Reading: Equatable {
        case number(Int)
        /// Digits that need more than 64 bits.
        case tooLarge
        case invalid
    }

    /// A whole number: white space around it, a sign, the prefix of its base, and single underscores between digits.
    /// - Parameter base: 2 to 36, or 0 for what the prefix says.
    static func integer(_ text: String, base: Int) -> Reading {
        guard base == 0 || (2...36).contains(base) else { return .invalid }
        var rest = plain(text)[...]
        let isNegative = rest.first == "-"
        if isNegative || rest.first == "+" { rest.removeFirst() }
        var radix = base == 0 ? 10 : base
        var hasPrefix = false
        if rest.first == "0", let letter = rest.dropFirst().first {
            let named = ["x": 16, "o": 8, "b": 2][letter.lowercased()]
            if let named, base == 0 || base == named {
                (radix, hasPrefix) = (named, true)
                rest.removeFirst(2)
                if rest.first == "_" { rest.removeFirst() }
            }
        }
        guard let digits = withoutUnderscores(rest), digits.allSatisfy({ isDigit($0, radix) }) else { return .invalid }
        // Without a base 010 is no number, since it once was 8.
        if base == 0, !hasPrefix, digits.first == "0", digits.contains(where: { $0 != "0" }) { return .invalid }
        return Int((isNegative ? "-" : "") + digits, radix: radix).map(Reading.number) ?? .tooLarge
    }

    /// A number with a fraction or an exponent, `inf` or `nan`; nil for anything else.
    static func double(_ text: String) -> Double? {
        var rest = plain(text)[...]
        var sign = 1.0
        if rest.first == "-" || rest.first == "+" {
            if rest.removeFirst() == "-" { sign = -1 }
        }
        switch rest.lowercased() {
        case "inf", "infinity": return sign * .infinity
        case "nan": return .nan
        default: break
        }
        guard let digits = withoutUnderscores(rest), digits.first != "-", digits.first != "+",
            digits.allSatisfy({ isDigit($0, 10) || ".eE+-".contains($0) })
        else { return nil }
        return Double(digits).map { sign * $0 }
    }

    /// The text without white space around it and with the digits of every script as ASCII.
    private static func plain(_ text: String) -> String {
        var out = String.UnicodeScalarView()
        for scalar in Text.trim(text).unicodeScalars {
            if !scalar.isASCII, scalar.properties.numericType == .decimal, let value = scalar.properties.numericValue {
                out.append(Unicode.Scalar(UInt8(ascii: "0") + UInt8(value)))
            } else {
                out.append(scalar)
            }
        }
        return String(out)
    }

    /// The text without the underscores between its digits; nil if it is empty or an underscore stands elsewhere.
    private static func withoutUnderscores(_ text: Substring) -> String? {
        var out = ""
        var previous: Character = "."
        var isBetween = false
        for character in text {
            if character == "_" {
                guard isDigit(previous, 36) else { return nil }
                isBetween = true
            } else {
                if isBetween, !isDigit(character, 36) { return nil }
                isBetween = false
                out.append(character)
            }
            previous = character
        }
        return out.isEmpty || isBetween ? nil : out
    }

    private static func isDigit(_ character: Character, _ radix: Int) -> Bool {
        guard let byte = character.asciiValue else { return false }
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): return Int(byte) - 0x30 < radix
        case UInt8(ascii: "a")...UInt8(ascii: "z"): return Int(byte) - 0x61 + 10 < radix
        case UInt8(ascii: "A")...UInt8(ascii: "Z"): return Int(byte) - 0x41 + 10 < radix
        default: return false
        }
    }
}
