/// The words, literals and signs inside a tag.
extension Lexer {
    mutating func nextToken() throws(SyntaxProblem) -> Token {
        let start = position
        let byte = bytes[start]
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "_"), 0x80...:
            while position < end, Self.isWord(bytes[position]) { position += 1 }
            let name = String(decoding: bytes[start..<position], as: UTF8.self)
            return Token(kind: .name(name), span: Span(start: start, end: position))
        case UInt8(ascii: "0")...UInt8(ascii: "9"): return try numberToken()
        case UInt8(ascii: "\""), UInt8(ascii: "'"): return try stringToken(quote: byte)
        default: break
        }
        if position + 1 < end,
            let symbol = Symbol(rawValue: String(decoding: bytes[start...(start + 1)], as: UTF8.self))
        {
            position += 2
            return Token(kind: .symbol(symbol), span: Span(start: start, end: position))
        }
        position += 1
        guard let symbol = Symbol(rawValue: String(UnicodeScalar(byte))) else {
            throw SyntaxProblem(
                "template-syntax", "'\(UnicodeScalar(byte))' has no meaning here", Span(start: start, end: position))
        }
        return Token(kind: .symbol(symbol), span: Span(start: start, end: position))
    }

    static func isWord(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "_"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), 0x80...:
            true
        default: false
        }
    }

    private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

    /// A number as Jinja reads it: `1_000`, `0x1F`, `2.5`, `1e3`. A whole number does not begin with 0, digits are parted by
    /// single underscores, and after a dot there is no fraction, so that `rows.0.1` is two steps.
    private mutating func numberToken() throws(SyntaxProblem) -> Token {
        let start = position
        if start == 0 || bytes[start - 1] != UInt8(ascii: "."), let stop = endOfFloat(from: start) {
            position = stop
        } else {
            position = endOfInteger(from: start)
            try expectEndOfNumber(from: start)
            return try integerToken(Span(start: start, end: position))
        }
        try expectEndOfNumber(from: start)
        let span = Span(start: start, end: position)
        guard let value = Double(digits(of: span)) else {
            throw SyntaxProblem("template-syntax", "'\(source(of: span))' is not a number", span)
        }
        return Token(kind: .float(value), span: span)
    }

    private func integerToken(_ span: Span) throws(SyntaxProblem) -> Token {
        let text = digits(of: span)
        let radix: Int? =
            switch text.utf8.dropFirst().first {
            case UInt8(ascii: "x")?, UInt8(ascii: "X")?: 16
            case UInt8(ascii: "o")?, UInt8(ascii: "O")?: 8
            case UInt8(ascii: "b")?, UInt8(ascii: "B")?: 2
            default: nil
            }
        guard let value = radix.map({ Int(text.dropFirst(2), radix: $0) }) ?? Int(text) else {
            throw SyntaxProblem("number-limit", "'\(source(of: span))' does not fit into 64 bits", span)
        }
        return Token(kind: .integer(value), span: span)
    }

    private func source(of span: Span) -> String { String(decoding: bytes[span.start..<span.end], as: UTF8.self) }

    private func digits(of span: Span) -> String {
        String(decoding: bytes[span.start..<span.end].filter { $0 != UInt8(ascii: "_") }, as: UTF8.self)
    }

    /// What may follow a number without a space between them.
    private static let operators: Set<String> = ["if", "else", "or", "and", "in", "is", "not"]

    private func expectEndOfNumber(from start: Int) throws(SyntaxProblem) {
        var stop = position
        while stop < end, Self.isWord(bytes[stop]) { stop += 1 }
        guard stop > position, !Self.operators.contains(source(of: Span(start: position, end: stop))) else { return }
        let span = Span(start: start, end: stop)
        throw SyntaxProblem(
            "template-syntax", "'\(source(of: span))' is not a number", span,
            help: bytes[start] == UInt8(ascii: "0") && Self.isDigit(bytes[position])
                ? "a whole number does not begin with 0" : nil)
    }

    /// The end of digits with single underscores between them, or nil if there is no digit.
    private func endOfDigits(from start: Int, radix: Int = 10) -> Int? {
        func isDigit(_ index: Int) -> Bool {
            index < end && Character(UnicodeScalar(bytes[index])).hexDigitValue.map { $0 < radix } ?? false
        }
        guard isDigit(start) else { return nil }
        var index = start + 1
        while true {
            if isDigit(index) {
                index += 1
            } else if index < end, bytes[index] == UInt8(ascii: "_"), isDigit(index + 1) {
                index += 2
            } else {
                return index
            }
        }
    }

    private func endOfInteger(from start: Int) -> Int {
        guard bytes[start] == UInt8(ascii: "0") else { return endOfDigits(from: start) ?? start + 1 }
        if start + 1 < end {
            let radix = ["x": 16, "o": 8, "b": 2][Character(UnicodeScalar(bytes[start + 1])).lowercased()]
            // An underscore may follow the prefix.
            let first = start + 2 < end && bytes[start + 2] == UInt8(ascii: "_") ? start + 3 : start + 2
            if let radix, let stop = endOfDigits(from: first, radix: radix) { return stop }
        }
        return endOfDigits(from: start, radix: 1) ?? start + 1
    }

    private func endOfFloat(from start: Int) -> Int? {
        guard let whole = endOfDigits(from: start) else { return nil }
        var fraction: Int?
        if whole < end, bytes[whole] == UInt8(ascii: ".") { fraction = endOfDigits(from: whole + 1) }
        let stop = fraction ?? whole
        if stop < end, bytes[stop] == UInt8(ascii: "e") || bytes[stop] == UInt8(ascii: "E") {
            var digits = stop + 1
            if digits < end, bytes[digits] == UInt8(ascii: "+") || bytes[digits] == UInt8(ascii: "-") { digits += 1 }
            if let exponent = endOfDigits(from: digits) { return exponent }
        }
        return fraction
    }

    private mutating func stringToken(quote: UInt8) throws(SyntaxProblem) -> Token {
        let start = position
        position += 1
        var out: [UInt8] = []
        while position < end, bytes[position] != quote {
            if bytes[position] == UInt8(ascii: "\\"), position + 1 < end {
                position += 1
                try appendEscape(to: &out)
            } else {
                out.append(bytes[position])
                position += 1
            }
        }
        guard position < end else {
            position = start + 1
            throw SyntaxProblem("template-syntax", "this text has no closing quote", Span(start: start, end: start + 1))
        }
        position += 1
        return Token(
            kind: .string(String(decoding: out, as: UTF8.self)), span: Span(start: start, end: position))
    }

    private mutating func appendEscape(to out: inout [UInt8]) throws(SyntaxProblem) {
        let start = position - 1
        let byte = bytes[position]
        position += 1
        switch byte {
        case UInt8(ascii: "n"): out.append(0x0A)
        case UInt8(ascii: "t"): out.append(0x09)
        case UInt8(ascii: "r"): out.append(0x0D)
        case UInt8(ascii: "a"): out.append(0x07)
        case UInt8(ascii: "b"): out.append(0x08)
        case UInt8(ascii: "f"): out.append(0x0C)
        case UInt8(ascii: "v"): out.append(0x0B)
        case UInt8(ascii: "\\"), UInt8(ascii: "'"), UInt8(ascii: "\""): out.append(byte)
        case 0x0A: break
        case UInt8(ascii: "0")...UInt8(ascii: "7"):
            var value = UInt32(byte - 0x30)
            for _ in 0..<2 where position < end && (0x30...0x37).contains(bytes[position]) {
                value = value * 8 + UInt32(bytes[position] - 0x30)
                position += 1
            }
            if let scalar = Unicode.Scalar(value) { out.append(contentsOf: String(Character(scalar)).utf8) }
        case UInt8(ascii: "x"), UInt8(ascii: "u"), UInt8(ascii: "U"):
            let width = byte == UInt8(ascii: "x") ? 2 : byte == UInt8(ascii: "u") ? 4 : 8
            let digits = bytes[position..<min(position + width, end)]
            guard digits.count == width, digits.allSatisfy(Self.isHexDigit),
                let value = UInt32(String(decoding: digits, as: UTF8.self), radix: 16),
                let scalar = Unicode.Scalar(value)
            else {
                throw SyntaxProblem(
                    "template-syntax",
                    "this is no character: after '\\\(UnicodeScalar(byte))' come the \(width) digits of a character in base 16",
                    Span(start: start, end: position))
            }
            out.append(contentsOf: String(Character(scalar)).utf8)
            position += width
        case UInt8(ascii: "N"):
            throw SyntaxProblem(
                "unsupported-construct", "characters by name are not supported", Span(start: start, end: position),
                help: "write the character itself, or '\\u' and its number")
        default:
            out.append(UInt8(ascii: "\\"))
            out.append(byte)
        }
    }

    private static func isHexDigit(_ byte: UInt8) -> Bool { UnicodeScalar(byte).properties.isASCIIHexDigit }
}
