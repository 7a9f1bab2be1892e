/// The text of one input file, able to name places in itself.
public struct SourceText: Sendable {
    /// The file as the user named it.
    public let file: String
    public let text: String

    public init(file: String, text: String) {
        self.file = file
        self.text = text
    }

    /// The place at a line and column (both from 1, the column in characters), with its line as excerpt.
    public func place(line: Int, column: Int = 1, length: Int = 1) -> Place {
        Place(file: file, line: line, column: column, length: length, excerpt: self.line(line))
    }

    /// The place of a range of UTF-8 offsets; a range over several lines is cut at the end of its first.
    public func place(utf8Offset offset: Int, length: Int = 1) -> Place {
        var line = 1
        var lineStart = 0
        let bytes = text.utf8
        var position = 0
        var lineEnd: Int?
        for byte in bytes {
            if byte == 0x0A {
                if position >= offset {
                    lineEnd = position
                    break
                }
                line += 1
                lineStart = position + 1
            }
            position += 1
        }
        let end = lineEnd ?? bytes.count
        let start = min(max(offset, lineStart), end)
        let stop = min(start + max(length, 1), end)
        let column = characters(from: lineStart, to: start) + 1
        return place(line: line, column: column, length: max(1, characters(from: start, to: stop)))
    }

    /// The place of the first occurrence of a string on or after a line, if there is one.
    public func place(of needle: some StringProtocol, fromLine first: Int = 1) -> Place? {
        guard !needle.isEmpty else { return nil }
        var number = 1
        var start = text.utf8.startIndex
        while true {
            let end = text.utf8[start...].firstIndex(of: 0x0A) ?? text.utf8.endIndex
            if number >= first {
                let line = text[start..<end]
                if let range = line.firstRange(of: needle) {
                    let column = line.distance(from: line.startIndex, to: range.lowerBound) + 1
                    return Place(
                        file: file, line: number, column: column, length: needle.count, excerpt: Self.clean(line))
                }
            }
            guard end < text.utf8.endIndex else { return nil }
            start = text.utf8.index(after: end)
            number += 1
        }
    }

    /// The text of a line (from 1), without its line break.
    public func line(_ number: Int) -> String? {
        guard number > 0 else { return nil }
        var current = 1
        var start = text.utf8.startIndex
        var index = start
        let bytes = text.utf8
        while index < bytes.endIndex {
            if bytes[index] == 0x0A {
                if current == number { return Self.clean(text[start..<index]) }
                current += 1
                start = bytes.index(after: index)
            }
            index = bytes.index(after: index)
        }
        return current == number ? Self.clean(text[start...]) : nil
    }

    private func characters(from start: Int, to end: Int) -> Int {
        let bytes = text.utf8
        guard start < end else { return 0 }
        let slice = bytes[bytes.index(bytes.startIndex, offsetBy: start)..<bytes.index(bytes.startIndex, offsetBy: end)]
        return String(decoding: slice, as: UTF8.self).count
    }

    private static func clean(_ line: Substring) -> String {
        line.hasSuffix("\r") ? String(line.dropLast()) : String(line)
    }
}
