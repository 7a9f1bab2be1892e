/// Text as it stands within a string of JSON (RFC 8259).
package enum JSONString {
    /// What is escaped beyond what JSON asks for.
    package struct Escaping: OptionSet, Sendable {
        package let rawValue: UInt8

        package init(rawValue: UInt8) {
            self.rawValue = rawValue
        }

        /// `<`, `>`, `&` and `'`, so that the text can stand within HTML.
        package static let markup = Escaping(rawValue: 1)
        /// All that is not ASCII, as units of UTF-16, and nothing else that is ASCII and no control character of C0: as
        /// `json.dumps` of Python and `tojson` of Jinja.
        package static let beyondASCII = Escaping(rawValue: 2)
    }

    /// A whole string, with its quotes.
    package static func quoted(_ text: String, escaping: Escaping = []) -> String {
        var out = ""
        append(quoted: text, to: &out, escaping: escaping)
        return out
    }

    package static func append(quoted text: String, to out: inout String, escaping: Escaping = []) {
        out += "\""
        append(text, to: &out, escaping: escaping)
        out += "\""
    }

    /// Appends the inside of a string.
    package static func append(_ text: String, to out: inout String, escaping: Escaping = []) {
        if text.utf8.allSatisfy(isPlain) {
            out += text
            return
        }
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": out += "\\\""
            case "\\": out += "\\\\"
            case "\n": out += "\\n"
            case "\r": out += "\\r"
            case "\t": out += "\\t"
            case "\u{08}": out += "\\b"
            case "\u{0C}": out += "\\f"
            // Both separators end a line of JavaScript; DEL and its kind are invisible.
            case "\u{7F}" where escaping.contains(.beyondASCII): out.unicodeScalars.append(scalar)
            case "\u{0}"..."\u{1F}", "\u{7F}"..."\u{9F}", "\u{2028}", "\u{2029}":
                append(unit: UInt16(scalar.value), to: &out)
            case "<", ">", "&", "'":
                if escaping.contains(.markup) {
                    append(unit: UInt16(scalar.value), to: &out)
                } else {
                    out.unicodeScalars.append(scalar)
                }
            default:
                if scalar.value > 0x7F, escaping.contains(.beyondASCII) {
                    for unit in String(scalar).utf16 { append(unit: unit, to: &out) }
                } else {
                    out.unicodeScalars.append(scalar)
                }
            }
        }
    }

    /// Whether a byte needs no escape in any style.
    private static func isPlain(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "&"),
            UInt8(ascii: "'"):
            false
        default: byte >= 0x20 && byte < 0x7F
        }
    }

    private static func append(unit: UInt16, to out: inout String) {
        let digits = String(unit, radix: 16)
        out += "\\u" + String(repeating: "0", count: 4 - digits.utf8.count) + digits
    }
}
