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

    private mutating func numberToken() throws(SyntaxProblem) -> Token {
        let start = position
        while position < end, Self.isWord(bytes[position]) { position += 1 }
        var isFloat = false
        if bytes[start] != 0x30 || position == start + 1 || Self.isDigit(bytes[start + 1]) {
            if position + 1 < end, bytes[position] == UInt8(ascii: "."), Self.isDigit(bytes[position + 1]) {
                isFloat = true
                position += 1
                while position < end, Self.isWord(bytes[position]) { position += 1 }
            }
            let last = bytes[position - 1]
            if last == UInt8(ascii: "e") || last == UInt8(ascii: "E"), position + 1 < end,
                bytes[position] == UInt8(ascii: "+") || bytes[position] == UInt8(ascii: "-"),
                Self.isDigit(bytes[position + 1])
            {
                position += 1
                while position < end, Self.isDigit(bytes[position]) { position += 1 }
            }
        }
        let span = Span(start: start, end: position)
        let text = String(decoding: bytes[start..<position].filter { $0 != UInt8(ascii: "_") }, as: UTF8.self)
        let lower = text.lowercased()
        if !isFloat {
            for (prefix, radix) in [("0x", 16), ("0o", 8), ("0b", 2)] where lower.hasPrefix(prefix) {
                if let value = Int(lower.dropFirst(2), radix: radix) { return Token(kind: .integer(value), span: span) }
                throw SyntaxProblem("number-limit", "'\(text)' is not a whole number of 64 bits", span)
            }
            if lower.utf8.allSatisfy(Self.isDigit) {
                if let value = Int(text) { return Token(kind: .integer(value), span: span) }
                throw SyntaxProblem("number-limit", "'\(text)' does not fit into 64 bits", span)
            }
        }
        guard lower.utf8.allSatisfy({ Self.isDigit($0) || ".e+-".utf8.contains($0) }), let value = Double(text),
            value.isFinite
        else {
            throw SyntaxProblem("template-syntax", "'\(text)' is not a number", span)
        }
        return Token(kind: .float(value), span: span)
    }

    private mutating func stringToken(quote: UInt8) throws(SyntaxProblem) -> Token {
        let start = position
        position += 1
        var out: [UInt8] = []
        while position < end, bytes[position] != quote {
            if bytes[position] == UInt8(ascii: "\\"), position + 1 < end {
                position += 1
                appendEscape(to: &out)
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

    private mutating func appendEscape(to out: inout [UInt8]) {
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
        case UInt8(ascii: "x"), UInt8(ascii: "u"), UInt8(ascii: "U"):
            let width = byte == UInt8(ascii: "x") ? 2 : byte == UInt8(ascii: "u") ? 4 : 8
            if position + width <= end,
                let value = UInt32(String(decoding: bytes[position..<(position + width)], as: UTF8.self), radix: 16),
                let scalar = Unicode.Scalar(value)
            {
                out.append(contentsOf: String(Character(scalar)).utf8)
                position += width
            } else {
                out.append(UInt8(ascii: "\\"))
                out.append(byte)
            }
        default:
            out.append(UInt8(ascii: "\\"))
            out.append(byte)
        }
    }
}
