/// Text as it stands within HTML, SVG and XML, between tags and in quoted attributes.
///
///     MarkupText.escaped("a < b & \"c\"")   // a &lt; b &amp; &#34;c&#34;
package enum MarkupText {
    /// Text with `&`, `<`, `>` and both quotes written as character references.
    package static func escaped(_ text: String) -> String {
        guard text.utf8.contains(where: isSpecial) else { return text }
        var out: [UInt8] = []
        append(text, to: &out)
        return String(decoding: out, as: UTF8.self)
    }

    /// Appends the escaped text to a buffer.
    package static func append(_ text: String, to out: inout [UInt8]) {
        var text = text
        text.withUTF8 { bytes in
            guard let start = bytes.baseAddress, bytes.contains(where: isSpecial) else {
                out.append(contentsOf: bytes)
                return
            }
            let escaped = [UInt8](unsafeUninitializedCapacity: bytes.count * growth + margin) { buffer, count in
                count = buffer.baseAddress.map { write(start, bytes.count, to: $0, keepsReferences: false) } ?? 0
            }
            out.append(contentsOf: escaped)
        }
    }

    @inline(__always)
    private static func isSpecial(_ byte: UInt8) -> Bool {
        byte == 0x26 || byte == 0x22 || byte == 0x27 || byte == 0x3C || byte == 0x3E
    }
}

// MARK: Into memory

extension MarkupText {
    /// How many bytes one byte can become.
    package static let growth = 5
    /// How many bytes may be written beyond those of the result.
    package static let margin = 16

    /// Writes escaped text into memory, eight bytes at a time where none needs it: templates spend much of their time here.
    ///
    /// - Parameters:
    ///   - out: room for `length` times ``growth`` and ``margin`` bytes.
    ///   - keepsReferences: whether `&` is left, as in text that holds references already.
    /// - Returns: how many bytes were written.
    package static func write(
        _ source: UnsafePointer<UInt8>, _ length: Int, to out: UnsafeMutablePointer<UInt8>, keepsReferences: Bool
    ) -> Int {
        var next = out
        var index = 0
        let raw = UnsafeRawPointer(source)
        while index + 8 <= length {
            let word = (raw + index).loadUnaligned(as: UInt64.self)
            if mayNeedEscape(word) {
                for _ in 0..<8 {
                    next += write(source[index], to: next, keepsReferences)
                    index += 1
                }
            } else {
                UnsafeMutableRawPointer(next).storeBytes(of: word, as: UInt64.self)
                next += 8
                index += 8
            }
        }
        while index < length {
            next += write(source[index], to: next, keepsReferences)
            index += 1
        }
        return next - out
    }

    /// Whether one of eight bytes may need escaping: `"`, `&`, `'` (and `#`) become 0x27 under 5, `<` and `>` 0x3E under 2.
    @inline(__always)
    private static func mayNeedEscape(_ word: UInt64) -> Bool {
        let ones: UInt64 = 0x0101_0101_0101_0101
        let quotes = (word | ones &* 5) ^ (ones &* 0x27)
        let brackets = (word | ones &* 2) ^ (ones &* 0x3E)
        let found = ((quotes &- ones) & ~quotes) | ((brackets &- ones) & ~brackets)
        return found & (ones &* 0x80) != 0
    }

    @inline(__always)
    private static func write(_ byte: UInt8, to out: UnsafeMutablePointer<UInt8>, _ keepsReferences: Bool) -> Int {
        guard isSpecial(byte) else {
            out[0] = byte
            return 1
        }
        return writeReference(byte, to: out, keepsReferences)
    }

    @inline(never)
    private static func writeReference(
        _ byte: UInt8, to out: UnsafeMutablePointer<UInt8>, _ keepsReferences: Bool
    ) -> Int {
        let reference: StaticString
        switch byte {
        case UInt8(ascii: "&"):
            guard !keepsReferences else {
                out[0] = byte
                return 1
            }
            reference = "&amp;"
        case UInt8(ascii: "<"): reference = "&lt;"
        case UInt8(ascii: ">"): reference = "&gt;"
        case UInt8(ascii: "\""): reference = "&#34;"
        default: reference = "&#39;"
        }
        out.update(from: reference.utf8Start, count: reference.utf8CodeUnitCount)
        return reference.utf8CodeUnitCount
    }
}
