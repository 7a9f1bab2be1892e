/// `'%s of %d' % (a, b)`: the formatting that the filter `format` and the operator `%` share.
enum PercentFormat {
    private struct Directive {
        var key: String?
        var flags: Set<UInt8> = []
        var width = 0
        var precision: Int?
        /// Whether width and precision are values of their own, as in `%*.*f`.
        var takesWidth = false
        var takesPrecision = false
        var kind: UInt8 = 0
    }

    static func format(
        _ format: String, _ arguments: [Value], escapes: Bool, limit: Int
    ) throws(Problem) -> String {
        let bytes = Array(format.utf8)
        var out: [UInt8] = []
        var index = 0
        var next = 0
        var usesKeys = false
        while index < bytes.count {
            guard bytes[index] == UInt8(ascii: "%") else {
                out.append(bytes[index])
                index += 1
                continue
            }
            index += 1
            var directive = try parse(bytes, &index)
            if directive.kind == UInt8(ascii: "%") {
                out.append(UInt8(ascii: "%"))
                continue
            }
            func nextValue() throws(Problem) -> Value {
                guard next < arguments.count else {
                    throw Problem("wrong-arguments", "the format needs more than \(arguments.count) values")
                }
                next += 1
                return arguments[next - 1]
            }
            if directive.takesWidth {
                directive.width = try size(try nextValue())
                if directive.width < 0 { directive.flags.insert(UInt8(ascii: "-")) }
                directive.width = Int(directive.width.magnitude)
            }
            if directive.takesPrecision { directive.precision = max(0, try size(try nextValue())) }
            var value: Value
            if let key = directive.key {
                usesKeys = true
                guard arguments.count == 1, case .map(let map) = arguments[0], let found = map[key] else {
                    throw Problem("wrong-arguments", "the format needs a value '\(key)'")
                }
                value = found
            } else {
                // A mapping that keys were looked up in is no value of its own.
                if usesKeys { next = max(next, 1) }
                value = try nextValue()
            }
            if escapes, case .string(let text) = value { value = .safe(Text.escaped(text)) }
            out += try write(value, directive, limit: limit).utf8
            if out.count > limit { throw .textTooLong(limit) }
        }
        if !usesKeys, next < arguments.count {
            // Python takes a mapping or a list as something to look keys up in, which need not be used.
            if arguments.count == 1, next == 0 {
                switch arguments[0] {
                case .map, .list: return String(decoding: out, as: UTF8.self)
                default: break
                }
            }
            throw Problem("wrong-arguments", "the format uses \(next) of \(arguments.count) values")
        }
        return String(decoding: out, as: UTF8.self)
    }

    private static func parse(_ bytes: [UInt8], _ index: inout Int) throws(Problem) -> Directive {
        var directive = Directive()
        if index < bytes.count, bytes[index] == UInt8(ascii: "("),
            let end = bytes[index...].firstIndex(of: UInt8(ascii: ")"))
        {
            directive.key = String(decoding: bytes[(index + 1)..<end], as: UTF8.self)
            index = end + 1
        }
        while index < bytes.count, "-+ 0#".utf8.contains(bytes[index]) {
            directive.flags.insert(bytes[index])
            index += 1
        }
        directive.takesWidth = take("*", bytes, &index)
        if !directive.takesWidth { directive.width = try number(bytes, &index) ?? 0 }
        if take(".", bytes, &index) {
            directive.takesPrecision = take("*", bytes, &index)
            if !directive.takesPrecision { directive.precision = try number(bytes, &index) ?? 0 }
        }
        // A length of C, which Python reads and forgets.
        _ = take("h", bytes, &index) || take("l", bytes, &index) || take("L", bytes, &index)
        guard index < bytes.count else { throw Problem("wrong-arguments", "the format ends after '%'") }
        directive.kind = bytes[index]
        index += 1
        return directive
    }

    private static func take(_ sign: Unicode.Scalar, _ bytes: [UInt8], _ index: inout Int) -> Bool {
        guard index < bytes.count, bytes[index] == UInt8(ascii: sign) else { return false }
        index += 1
        return true
    }

    private static func size(_ value: Value) throws(Problem) -> Int {
        guard case .int(let size)? = value.number else {
            throw Problem("type-mismatch", "the width is a whole number, not \(value.typeName)")
        }
        guard size.magnitude <= 1000 else {
            throw Problem("wrong-arguments", "a width of more than 1000 is not supported")
        }
        return size
    }

    private static func number(_ bytes: [UInt8], _ index: inout Int) throws(Problem) -> Int? {
        var value: Int?
        while index < bytes.count, (0x30...0x39).contains(bytes[index]) {
            value = (value ?? 0) * 10 + Int(bytes[index] - 0x30)
            index += 1
            if let value, value > 1000 {
                throw Problem("wrong-arguments", "a width of more than 1000 is not supported")
            }
        }
        return value
    }

    private static func write(_ value: Value, _ directive: Directive, limit: Int) throws(Problem) -> String {
        switch directive.kind {
        case UInt8(ascii: "s"), UInt8(ascii: "r"), UInt8(ascii: "a"):
            var text = try directive.kind == UInt8(ascii: "s") ? value.written(limit: limit) : value.repr(limit: limit)
            if directive.kind == UInt8(ascii: "a") { text = ascii(text) }
            if let precision = directive.precision {
                text = String(String.UnicodeScalarView(text.unicodeScalars.prefix(precision)))
            }
            return pad(text, "", directive, zeros: false)
        case UInt8(ascii: "c"): return pad(try character(value), "", directive, zeros: false)
        case UInt8(ascii: "d"), UInt8(ascii: "i"), UInt8(ascii: "u"), UInt8(ascii: "x"), UInt8(ascii: "X"),
            UInt8(ascii: "o"):
            return try writeWhole(value, directive)
        case UInt8(ascii: "f"), UInt8(ascii: "F"), UInt8(ascii: "e"), UInt8(ascii: "E"), UInt8(ascii: "g"),
            UInt8(ascii: "G"):
            return try writeNumber(value, directive)
        default:
            throw Problem("wrong-arguments", "no format is called '%\(UnicodeScalar(directive.kind))'")
        }
    }

    private static func character(_ value: Value) throws(Problem) -> String {
        if let text = value.text, text.unicodeScalars.count == 1 { return text }
        if case .int(let number)? = value.number, let code = UInt32(exactly: number),
            let scalar = Unicode.Scalar(code)
        {
            return String(Character(scalar))
        }
        throw Problem("type-mismatch", "the format needs one character or its number")
    }

    /// The text with what is not ASCII as escapes.
    private static func ascii(_ text: String) -> String {
        text.unicodeScalars.map { scalar in
            guard !scalar.isASCII else { return String(Character(scalar)) }
            let digits = String(scalar.value, radix: 16)
            let (sign, width) = scalar.value < 0x100 ? ("x", 2) : scalar.value < 0x10000 ? ("u", 4) : ("U", 8)
            return "\\" + sign + String(repeating: "0", count: width - digits.utf8.count) + digits
        }.joined()
    }

    private static func writeWhole(_ value: Value, _ directive: Directive) throws(Problem) -> String {
        let radix: Int
        var prefix = ""
        switch directive.kind {
        case UInt8(ascii: "x"), UInt8(ascii: "X"): (radix, prefix) = (16, "0" + String(UnicodeScalar(directive.kind)))
        case UInt8(ascii: "o"): (radix, prefix) = (8, "0o")
        default: radix = 10
        }
        let whole: Int
        switch value.number {
        case .int(let number)?: whole = number
        case .double(let number)? where radix == 10:
            guard let number = Int(exactly: number.rounded(.towardZero)) else {
                throw Problem("number-limit", "the number does not fit into 64 bits")
            }
            whole = number
        default: throw Problem("type-mismatch", "the format needs a number, not \(value.typeName)")
        }
        var digits = String(whole.magnitude, radix: radix, uppercase: directive.kind == UInt8(ascii: "X"))
        if let precision = directive.precision, digits.utf8.count < precision {
            digits = String(repeating: "0", count: precision - digits.utf8.count) + digits
        }
        if !directive.flags.contains(UInt8(ascii: "#")) { prefix = "" }
        return pad(digits, sign(isNegative: whole < 0, directive) + prefix, directive, zeros: true)
    }

    private static func writeNumber(_ value: Value, _ directive: Directive) throws(Problem) -> String {
        guard let number = value.number?.asDouble else {
            throw Problem("type-mismatch", "the format needs a number, not \(value.typeName)")
        }
        let keepsPoint = directive.flags.contains(UInt8(ascii: "#"))
        let places = directive.precision ?? 6
        var digits: String
        if directive.kind == UInt8(ascii: "f") || directive.kind == UInt8(ascii: "F") {
            digits = PythonNumber.fixed(number.magnitude, places: places)
            if keepsPoint, places == 0, number.isFinite { digits += "." }
        } else {
            digits = PythonNumber.formatted(number.magnitude, directive.kind, places: places, keepsZeros: keepsPoint)
        }
        if !number.isFinite {
            let isUpper = (0x41...0x5A).contains(directive.kind)
            digits = isUpper ? digits.uppercased() : digits
        }
        return pad(
            digits, sign(isNegative: number.sign == .minus && !number.isNaN, directive), directive,
            zeros: number.isFinite)
    }

    private static func sign(isNegative: Bool, _ directive: Directive) -> String {
        if isNegative { return "-" }
        if directive.flags.contains(UInt8(ascii: "+")) { return "+" }
        return directive.flags.contains(UInt8(ascii: " ")) ? " " : ""
    }

    private static func pad(_ body: String, _ sign: String, _ directive: Directive, zeros: Bool) -> String {
        let missing = directive.width - body.unicodeScalars.count - sign.utf8.count
        guard missing > 0 else { return sign + body }
        if directive.flags.contains(UInt8(ascii: "-")) { return sign + body + String(repeating: " ", count: missing) }
        if zeros, directive.flags.contains(UInt8(ascii: "0")) {
            return sign + String(repeating: "0", count: missing) + body
        }
        return String(repeating: " ", count: missing) + sign + body
    }
}
