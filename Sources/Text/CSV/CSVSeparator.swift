/// What stands between the fields of a table.
package enum CSVSeparator: UInt8, Sendable, CaseIterable {
    case comma = 0x2C
    case semicolon = 0x3B
    case tab = 0x09

    /// The name for a message: `comma`, `semicolon`, `tab`.
    package var name: String {
        switch self {
        case .comma: "comma"
        case .semicolon: "semicolon"
        case .tab: "tab"
        }
    }

    /// The separator that a table names or uses, from its first line that is not empty.
    ///
    /// - Parameter start: where the text begins in the bytes, after a byte-order mark.
    /// - Returns: the separator that the line names as spreadsheets do (`sep=;`), with the offset after that line; otherwise
    ///   the one that occurs most often outside of quotes, a comma if none does.
    static func found(in bytes: [UInt8], from start: Int) -> (separator: CSVSeparator, next: Int, lines: Int) {
        let named = Array("sep=".utf8)
        if bytes.count > start + named.count, bytes[start..<(start + named.count)].elementsEqual(named),
            let separator = CSVSeparator(rawValue: bytes[start + named.count])
        {
            var end = start + named.count + 1
            if end < bytes.count, bytes[end] == 0x0D { end += 1 }
            if end < bytes.count, bytes[end] == 0x0A { end += 1 }
            let isWholeLine = end == bytes.count || bytes[end - 1] == 0x0A || bytes[end - 1] == 0x0D
            if isWholeLine { return (separator, end, 1) }
        }
        var counts: [CSVSeparator: Int] = [:]
        var (isQuoted, isEmpty) = (false, true)
        for byte in bytes[start...] {
            if !isQuoted, byte == 0x0A || byte == 0x0D {
                if isEmpty { continue }
                break
            }
            isEmpty = false
            if byte == UInt8(ascii: "\"") { isQuoted.toggle() }
            if !isQuoted, let separator = CSVSeparator(rawValue: byte) { counts[separator, default: 0] += 1 }
        }
        var best = CSVSeparator.comma
        for separator in allCases where counts[separator, default: 0] > counts[best, default: 0] { best = separator }
        return (best, start, 0)
    }
}
