/// Text as Python handles it: by code point.
enum Text {
    static func appendEscaped(_ text: String, to out: inout String) {
        guard text.utf8.contains(where: { $0 == 0x26 || $0 == 0x3C || $0 == 0x3E || $0 == 0x22 || $0 == 0x27 }) else {
            out += text
            return
        }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(text.utf8.count + 32)
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "&"): bytes += "&amp;".utf8
            case UInt8(ascii: "<"): bytes += "&lt;".utf8
            case UInt8(ascii: ">"): bytes += "&gt;".utf8
            case UInt8(ascii: "\""): bytes += "&#34;".utf8
            case UInt8(ascii: "'"): bytes += "&#39;".utf8
            default: bytes.append(byte)
            }
        }
        out += String(decoding: bytes, as: UTF8.self)
    }

    static func escaped(_ text: String) -> String {
        var out = ""
        appendEscaped(text, to: &out)
        return out
    }

    /// The first position of `needle` in `bytes` at or after `start`.
    static func position(of needle: [UInt8], in bytes: [UInt8], from start: Int) -> Int? {
        guard !needle.isEmpty else { return start <= bytes.count ? start : nil }
        guard bytes.count >= needle.count else { return nil }
        var index = start
        while index + needle.count <= bytes.count {
            if bytes[index] == needle[0], bytes[index..<(index + needle.count)].elementsEqual(needle) { return index }
            index += 1
        }
        return nil
    }

    /// Python's `replace`: at most `count` times, all if negative.
    static func replace(_ text: String, _ old: String, _ new: String, count: Int, limit: Int) throws(Problem) -> String
    {
        if count == 0 { return text }
        let (bytes, needle) = (Array(text.utf8), Array(old.utf8))
        var out: [UInt8] = []
        var done = 0
        if needle.isEmpty {
            var result = ""
            for scalar in text.unicodeScalars {
                if count < 0 || done < count {
                    result += new
                    done += 1
                }
                result.unicodeScalars.append(scalar)
                if result.utf8.count > limit { throw .textTooLong(limit) }
            }
            return count < 0 || done < count ? result + new : result
        }
        var index = 0
        while count < 0 || done < count, let found = position(of: needle, in: bytes, from: index) {
            out += bytes[index..<found]
            out += new.utf8
            index = found + needle.count
            done += 1
            if out.count > limit { throw .textTooLong(limit) }
        }
        out += bytes[index...]
        return String(decoding: out, as: UTF8.self)
    }

    static func isSpace(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x09...0x0D, 0x1C...0x20, 0x85, 0xA0, 0x1680, 0x2000...0x200A, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000: true
        default: false
        }
    }

    static func trim(
        _ text: String, _ characters: String? = nil, left: Bool = true, right: Bool = true
    ) -> String {
        let set = characters.map { Set($0.unicodeScalars) }
        func isTrimmed(_ scalar: Unicode.Scalar) -> Bool { set.map { $0.contains(scalar) } ?? isSpace(scalar) }
        var part = text.unicodeScalars[...]
        if left { while let first = part.first, isTrimmed(first) { part.removeFirst() } }
        if right { while let last = part.last, isTrimmed(last) { part.removeLast() } }
        return String(String.UnicodeScalarView(part))
    }

    static func words(_ text: String) -> [String] {
        text.unicodeScalars.split(whereSeparator: isSpace).map { String(String.UnicodeScalarView($0)) }
    }

    static func capitalized(_ text: String) -> String {
        guard let first = text.unicodeScalars.first else { return text }
        let rest = String(String.UnicodeScalarView(text.unicodeScalars.dropFirst()))
        return first.properties.titlecaseMapping + rest.lowercased()
    }

    /// The filter `title` of Jinja: words begin after blanks and `- ( { [ <`.
    static func title(_ text: String) -> String {
        var out = ""
        var isStart = true
        for scalar in text.unicodeScalars {
            if isSpace(scalar) || "-({[<".unicodeScalars.contains(scalar) {
                out.unicodeScalars.append(scalar)
                isStart = true
            } else {
                out += isStart ? scalar.properties.uppercaseMapping : scalar.properties.lowercaseMapping
                isStart = false
            }
        }
        return out
    }

    static func isCased(_ text: String, lower: Bool) -> Bool {
        var hasCase = false
        for scalar in text.unicodeScalars {
            if scalar.properties.isUppercase || scalar.properties.generalCategory == .titlecaseLetter {
                if lower { return false }
                hasCase = true
            } else if scalar.properties.isLowercase {
                if !lower { return false }
                hasCase = true
            }
        }
        return hasCase
    }

    /// Lines without their ends, as Python's `splitlines`.
    static func lines(_ text: String) -> [String] {
        var lines: [String] = []
        var line = String.UnicodeScalarView()
        var isAfterReturn = false
        var isOpen = false
        for scalar in text.unicodeScalars {
            switch scalar.value {
            case 0x0A where isAfterReturn:
                isAfterReturn = false
                continue
            case 0x0A...0x0D, 0x1C...0x1E, 0x85, 0x2028, 0x2029:
                lines.append(String(line))
                line = String.UnicodeScalarView()
                isOpen = false
            default:
                line.append(scalar)
                isOpen = true
            }
            isAfterReturn = scalar.value == 0x0D
        }
        if isOpen { lines.append(String(line)) }
        return lines
    }

    /// Text of HTML without tags, comments and character references, its blanks collapsed.
    static func stripTags(_ text: String) -> String {
        var out = String.UnicodeScalarView()
        let scalars = Array(text.unicodeScalars)
        var index = 0
        var source: [Unicode.Scalar] = []
        while index < scalars.count {
            if scalars[index] == "<", scalars.dropFirst(index).starts(with: "<!--".unicodeScalars) {
                var end = index + 4
                while end < scalars.count, !scalars[end...].starts(with: "-->".unicodeScalars) { end += 1 }
                if end < scalars.count {
                    index = end + 3
                    continue
                }
            }
            source.append(scalars[index])
            index += 1
        }
        index = 0
        while index < source.count {
            if source[index] == "<", let end = source[index...].firstIndex(of: ">") {
                index = end + 1
                continue
            }
            out.append(source[index])
            index += 1
        }
        return unescape(words(String(out)).joined(separator: " "))
    }

    /// The names of U+00A0 to U+00FF in HTML.
    private static let latin = """
        nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn sup2 sup3 acute micro \
        para middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest Agrave Aacute Acirc Atilde Auml Aring AElig Ccedil \
        Egrave Eacute Ecirc Euml Igrave Iacute Icirc Iuml ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave \
        Uacute Ucirc Uuml Yacute THORN szlig agrave aacute acirc atilde auml aring aelig ccedil egrave eacute ecirc euml \
        igrave iacute icirc iuml eth ntilde ograve oacute ocirc otilde ouml divide oslash ugrave uacute ucirc uuml yacute \
        thorn yuml
        """

    private static let references: [String: String] = {
        var table = [
            "amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'", "ndash": "–", "mdash": "—", "hellip": "…",
            "le": "≤", "ge": "≥", "minus": "−", "thinsp": "\u{2009}", "lsquo": "‘", "rsquo": "’", "ldquo": "“",
            "rdquo": "”", "bull": "•", "euro": "€", "trade": "™", "rarr": "→", "larr": "←", "asymp": "≈", "ne": "≠",
        ]
        for (offset, name) in latin.split(separator: " ").enumerated() {
            if let scalar = Unicode.Scalar(UInt32(0xA0 + offset)) { table[String(name)] = String(Character(scalar)) }
        }
        return table
    }()

    static func unescape(_ text: String) -> String {
        guard text.utf8.contains(UInt8(ascii: "&")) else { return text }
        var out = ""
        var rest = text[...]
        while let start = rest.firstIndex(of: "&") {
            out += rest[..<start]
            rest = rest[start...]
            if let end = rest.prefix(32).firstIndex(of: ";") {
                let name = rest[rest.index(after: start)..<end]
                var found = references[String(name)]
                if name.hasPrefix("#") {
                    let digits = name.dropFirst()
                    let code =
                        digits.hasPrefix("x") || digits.hasPrefix("X")
                        ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits)
                    found = code.flatMap(Unicode.Scalar.init).map { String(Character($0)) }
                }
                if let found {
                    out += found
                    rest = rest[rest.index(after: end)...]
                    continue
                }
            }
            out += "&"
            rest = rest.dropFirst()
        }
        return out + rest
    }

    /// Percent-encodes everything but unreserved characters and `/`.
    static func percentEncoded(_ text: String, keepsSlash: Bool, plusForSpace: Bool = false) -> String {
        var out: [UInt8] = []
        let digits = Array("0123456789ABCDEF".utf8)
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "."), UInt8(ascii: "-"),
                UInt8(ascii: "~"):
                out.append(byte)
            case UInt8(ascii: "/") where keepsSlash: out.append(byte)
            case 0x20 where plusForSpace: out.append(UInt8(ascii: "+"))
            default: out += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
            }
        }
        return String(decoding: out, as: UTF8.self)
    }
}
