/// Advance widths of scalars in one face, in thousandths of an em.
struct AdvanceTable {
    private let widths: [UInt16]

    init(_ face: FontFace) {
        widths = face == .bold ? LiberationSans.bold : LiberationSans.regular
    }

    /// The advances of a text's scalars together.
    func advance(of text: some StringProtocol) -> Int {
        var sum = 0
        for scalar in text.unicodeScalars { sum += advance(of: scalar.value) }
        return sum
    }

    /// The advances of a text's scalars together.
    func advance(of text: String) -> Int {
        var sum = 0
        let isPlain: Bool? = text.utf8.withContiguousStorageIfAvailable { bytes in
            widths.withUnsafeBufferPointer { widths in
                for byte in bytes {
                    guard byte >= 0x20, byte < 0x80 else { return false }
                    sum += Int(widths[Int(byte) - 0x20])
                }
                return true
            }
        }
        if isPlain == true { return sum }
        sum = 0
        for scalar in text.unicodeScalars { sum += advance(of: scalar.value) }
        return sum
    }

    /// The advances of a text's scalars together, and of those before the end of its first run of digits, which is where
    /// its decimal point stands; nil without a digit.
    func advances(of text: String) -> (whole: Int, number: Int?) {
        var text = text
        return text.withUTF8 { bytes in
            widths.withUnsafeBufferPointer { widths in
                var sum = 0
                var number: Int?
                var hasDigit = false
                for (index, byte) in bytes.enumerated() {
                    let isDigit = Self.isDigit(byte) || hasDigit && Self.groups(at: index, in: bytes)
                    if hasDigit, !isDigit, number == nil { number = sum }
                    hasDigit = hasDigit || isDigit
                    if byte < 0x80 {
                        sum += byte < 0x20 ? 0 : Int(widths[Int(byte) - 0x20])
                    } else if byte >= 0xC0 {
                        sum += advance(of: Self.scalar(at: index, in: bytes))
                    }
                }
                return (sum, hasDigit ? number ?? sum : nil)
            }
        }
    }

    private static func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }

    /// Whether a byte is of the narrow space between the thousands of a number: E2 80 AF before a digit.
    private static func groups(at index: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        guard bytes[index] >= 0x80 else { return false }
        let start = bytes[index] == 0xE2 ? index : bytes[index] == 0x80 ? index - 1 : index - 2
        guard start >= 0, start + 3 < bytes.count else { return false }
        return bytes[start] == 0xE2 && bytes[start + 1] == 0x80 && bytes[start + 2] == 0xAF && isDigit(bytes[start + 3])
    }

    /// The scalar that begins at a byte from 0xC0 up.
    private static func scalar(at index: Int, in bytes: UnsafeBufferPointer<UInt8>) -> UInt32 {
        let lead = bytes[index]
        let length = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
        var value = UInt32(lead) & (0x7F >> UInt32(length))
        for next in index + 1..<min(index + length, bytes.count) { value = value << 6 | UInt32(bytes[next] & 0x3F) }
        return value
    }

    /// The advance of a scalar; for one that the font lacks, as wide as any usual font draws it.
    func advance(of scalar: UInt32) -> Int {
        if scalar < 0x250 {
            return scalar < 0x20 ? 0 : Int(widths[Int(scalar) - 0x20])
        }
        if scalar == Self.narrowSpace.value { return Self.narrowSpaceAdvance }
        for block in LiberationSans.blocks where scalar <= block.last {
            guard scalar >= block.first else { break }
            return Int(widths[block.offset + Int(scalar - block.first)])
        }
        return Self.fallback(scalar)
    }

    /// Between a number and its unit. The fonts lack it, and it is drawn no wider than a usual space.
    private static let narrowSpace: Unicode.Scalar = "\u{202F}"
    private static let narrowSpaceAdvance = 278

    private static func fallback(_ scalar: UInt32) -> Int {
        switch scalar {
        case 0x0300...0x036F, 0x0483...0x0489, 0x0591...0x05BD, 0x0610...0x061A, 0x064B...0x065F, 0x06D6...0x06DC,
            0x1AB0...0x1AFF, 0x1DC0...0x1DFF, 0x20D0...0x20FF, 0xFE00...0xFE0F, 0xFE20...0xFE2F, 0xFEFF,
            0xE0000...0xE0FFF:
            0  // combining marks, variation selectors, tags
        case 0x0250...0x02FF, 0x0460...0x0590, 0x05BE...0x060F, 0x061B...0x064A, 0x0660...0x06D5: 800
        case 0x2E3A: 2000
        case 0x2E3B: 3000
        case 0x2300...0x23FF, 0x2600...0x27BF, 0x2B00...0x2BFF, 0x1F000...0x1FAFF: 1400  // symbols, emoji
        case 0xA980...0xAAFF: 3000  // Javanese and its neighbours
        case 0xFDFA...0xFDFD, 0x12000...0x1254F: 12000  // ligatures of whole phrases, cuneiform
        case 0x2E80...0xA4CF, 0xAC00...0xD7FF, 0xF900...0xFAFF, 0xFF00...0xFFEF, 0x20000...0x3FFFF: 1000
        default: 1500
        }
    }
}
