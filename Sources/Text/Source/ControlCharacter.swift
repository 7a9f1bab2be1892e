/// Characters that steer a terminal, a browser or the direction of text instead of being read.
///
/// They are the control characters of Unicode (but for tab, line feed and return), the two separators of lines and
/// paragraphs, the embeddings, overrides and isolates of direction, and what is no character at all.
package enum ControlCharacter {
    package static func contains(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x09, 0x0A, 0x0D: false
        case 0x00...0x1F, 0x7F...0x9F, 0x2028...0x202E, 0x2066...0x2069, 0xFEFF, 0xFFFE, 0xFFFF: true
        default: false
        }
    }

    /// The first one in a text with its offset in UTF-8.
    package static func first(in text: String) -> (scalar: Unicode.Scalar, utf8Offset: Int)? {
        guard text.utf8.contains(where: mayBegin) else { return nil }
        var offset = 0
        for scalar in text.unicodeScalars {
            if contains(scalar) { return (scalar, offset) }
            offset += UTF8.width(scalar)
        }
        return nil
    }

    /// Whether a byte is a control character or may be the first of one.
    @inline(__always)
    private static func mayBegin(_ byte: UInt8) -> Bool {
        if byte < 0x20 { return byte != 0x09 && byte != 0x0A && byte != 0x0D }
        return byte == 0x7F || byte == 0xC2 || byte == 0xE2 || byte == 0xEF
    }

    /// A text on one line for a terminal: every control character as a visible mark, tabs and line breaks too.
    package static func shown(_ text: String) -> String {
        guard text.utf8.contains(where: { mayBegin($0) || $0 < 0x20 }) else { return text }
        var out = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            out.append(contains(scalar) || scalar.value < 0x20 ? mark(of: scalar) : scalar)
        }
        return String(out)
    }

    /// The picture of a control character: `␛` for ESC.
    private static func mark(of scalar: Unicode.Scalar) -> Unicode.Scalar {
        let picture: UInt32 =
            switch scalar.value {
            case 0..<0x20: 0x2400 + scalar.value
            case 0x7F: 0x2421
            default: 0xFFFD
            }
        return Unicode.Scalar(picture) ?? "\u{FFFD}"
    }

    /// The number of a character for a message: `U+001B`.
    package static func name(of scalar: Unicode.Scalar) -> String {
        let digits = String(scalar.value, radix: 16, uppercase: true)
        return "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
    }
}
