/// `'%s of %d' % (a, b)`: the formatting that the filter `format` and the operator `%` share.
enum PercentFormat {
    private struct Directive {
        var key: String?
        var flags: Set<UInt8> = []
        var width = 0
        var precision: Int?
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
            let directive = try parse(bytes, &index)
            if directive.kind == UInt8(ascii: "%") {
                out.append(UInt8(ascii: "%"))
                continue
            }
            var value: Value
            if let key = directive.key {
                usesKeys = true
                guard arguments.count == 1, case .map(let map) = arguments[0], let found = map[key] else {
                    throw Problem("wrong-arguments", "the format needs a value '\(key)'")
                }
                value = found
            } else {
                guard next < arguments.count else {
                    throw Problem("wrong-arguments", "the format needs more than \(arguments.count) values")
                }
                value = arguments[next]
                next += 1
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
        directive.width = try number(bytes, &index) ?? 0
        if index < bytes.count, bytes[index] == UInt8(ascii: ".") {
            index += 1
            directive.precision = try number(bytes, &index) ?? 0
        }
        guard index < bytes.count else { throw Problem("wrong-arguments", "the format ends after '%'") }
        directive.kind = bytes[index]
        index += 1
        return directive
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
        case UInt8(ascii: "s"), UInt8(ascii: "r"):
            var text = try directive.kind == UInt8(ascii: "s") ? value.written(limit: limit) : value.repr(limit: limit)
            if let precision = directive.precision {
                text = String(String.UnicodeScalarView(text.unicodeScalars.prefix(precision)))
            }
            return pad(text, "", directive, zeros: false)
        case UInt8(ascii: "d"), UInt8(ascii: "i"), UInt8(ascii: "x"), UInt8(ascii: "X"), UInt8(ascii: "o"):
            let isDecimal = directive.kind == UInt8(ascii: "d") || directive.kind == UInt8(ascii: "i")
            let whole: Int
            switch value.number {
            case .int(let number)?: whole = number
            case .double(let number)? where isDecimal:
                guard let number = Int(exactly: number.rounded(.towardZero)) else {
                    throw Problem("number-limit", "the number does not fit into 64 bits")
                }
                whole = number
            default: throw Problem("type-mismatch", "the format needs a number, not \(value.typeName)")
            }
            let radix = isDecimal ? 10 : directive.kind == UInt8(ascii: "o") ? 8 : 16
            var digits = String(whole.magnitude, radix: radix, uppercase: directive.kind == UInt8(ascii: "X"))
            if let precision = directive.precision, digits.utf8.count < precision {
                digits = String(repeating: "0", count: precision - digits.utf8.count) + digits
            }
            return pad(digits, sign(isNegative: whole < 0, directive), directive, zeros: true)
        case UInt8(ascii: "f"), UInt8(ascii: "F"), UInt8(ascii: "e"), UInt8(ascii: "E"), UInt8(ascii: "g"),
            UInt8(ascii: "G"):
            guard let number = value.number?.asDouble else {
                throw Problem("type-mismatch", "the format needs a number, not \(value.typeName)")
            }
            guard directive.kind == UInt8(ascii: "f") || directive.kind == UInt8(ascii: "F") else {
                throw Problem(
                    "unsupported-construct", "the format '%\(UnicodeScalar(directive.kind))' is not supported")
            }
            let digits = PythonNumber.fixed(number.magnitude, places: directive.precision ?? 6)
            return pad(
                digits, sign(isNegative: number.sign == .minus && !number.isNaN, directive), directive,
                zeros: number.isFinite)
        default:
            throw Problem("unsupported-construct", "the format '%\(UnicodeScalar(directive.kind))' is not supported")
        }
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
