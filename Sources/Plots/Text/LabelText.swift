/// Text made safe to set on one line: no control or direction-changing characters, single spaces, no towers of accents, and
/// no longer than anybody reads.
enum LabelText {
    /// At most so many combining marks follow one another; more would climb into the line above.
    private static let longestTower = 2
    /// The most scalars; what is longer ends in an ellipsis.
    private static let longest = 500

    static func clean(_ text: String) -> String {
        needsCleaning(text) ? cleaned(text) : text
    }

    private static func needsCleaning(_ text: String) -> Bool {
        if text.utf8.count > longest { return true }
        var previous: UInt8 = 0x20
        for byte in text.utf8 {
            // 0xC2 may begin a C1 control or a soft hyphen, 0xCC and 0xCD a combining mark.
            if byte &- 0x20 < 0x5F {
                if byte == 0x20, previous == 0x20 { return true }
            } else if byte < 0x80 || byte == 0xC2 || byte == 0xCC || byte == 0xCD || byte >= 0xD0 {
                return true
            }
            previous = byte
        }
        return previous == 0x20 && !text.isEmpty
    }

    private static func cleaned(_ text: String) -> String {
        var result = String.UnicodeScalarView()
        var pendingSpace = false
        var tower = 0
        var count = 0
        for scalar in text.unicodeScalars {
            // Latin, Greek and most punctuation are known to be neither marks nor unassigned; looking up is slow.
            let isUsual =
                scalar.value < 0x300 || (0x370..<0x483).contains(scalar.value)
                || (0x2010..<0x2028).contains(scalar.value)
            let properties = isUsual ? nil : scalar.properties
            if isSpace(scalar.value) {
                pendingSpace = !result.isEmpty
                continue
            }
            if isDropped(scalar, properties) { continue }
            switch properties?.generalCategory {
            case .nonspacingMark, .enclosingMark:
                tower += 1
                if tower > longestTower { continue }
            default:
                tower = 0
            }
            if pendingSpace {
                result.append(" ")
                pendingSpace = false
            }
            result.append(scalar)
            count += 1
            if count > longest {
                result.append("\u{2026}")
                break
            }
        }
        return String(result)
    }

    private static func isSpace(_ value: UInt32) -> Bool {
        value == 0x20 || (0x09...0x0D).contains(value) || value == 0x85 || value == 0x2028 || value == 0x2029
    }

    /// Controls, soft hyphens, non-characters and everything that turns or isolates the direction of text.
    private static func isDropped(_ scalar: Unicode.Scalar, _ properties: Unicode.Scalar.Properties?) -> Bool {
        switch scalar.value {
        case 0..<0x20, 0x7F..<0xA0, 0xAD, 0x061C, 0x200B, 0x200E, 0x200F, 0x202A...0x202E, 0x2060...0x206F, 0xFEFF,
            0xFFF0...0xFFFF:
            true
        default:
            properties?.isNoncharacterCodePoint ?? false
        }
    }
}
