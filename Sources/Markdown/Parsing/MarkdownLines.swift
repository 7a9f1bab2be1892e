import Diagnostics
import Text

/// The lines of a Markdown text and where they are in their file.
struct MarkdownLines: Sendable {
    let text: String
    let source: SourceText
    let firstLine: Int
    /// The UTF-8 offset at which each line begins.
    let starts: [Int]
    /// The offset of the text in its file, if it is a part of it as it stands.
    private let base: Int?

    init(_ text: String, in source: SourceText, firstLine: Int) {
        self.text = text
        self.source = source
        self.firstLine = firstLine
        starts = Self.starts(of: text)
        let before = source.text.utf8.count - text.utf8.count
        let isEnd =
            before >= 0 && source.text.utf8.dropFirst(before).elementsEqual(text.utf8)
            && Self.starts(of: String(decoding: source.text.bytes(0..<before), as: UTF8.self)).count == firstLine
        base = isEnd ? before : nil
    }

    /// Where lines begin; they end in LF, CR, or both, as for the library.
    private static func starts(of text: String) -> [Int] {
        var starts = [0]
        var text = text
        text.withUTF8 { bytes in
            for index in bytes.indices {
                let isEnd =
                    bytes[index] == 0x0A
                    || (bytes[index] == 0x0D && (index + 1 == bytes.count || bytes[index + 1] != 0x0A))
                if isEnd { starts.append(index + 1) }
            }
        }
        return starts
    }

    var count: Int { starts.count }

    /// The bytes of a line (from 0), without its line break.
    func range(ofLine line: Int) -> Range<Int> {
        guard line + 1 < starts.count else { return starts[line]..<text.utf8.count }
        let end = starts[line + 1] - 1
        return starts[line]..<(end > starts[line] && byte(at: end - 1) == 0x0D ? end - 1 : end)
    }

    func byte(at offset: Int) -> UInt8? {
        guard offset >= 0, offset < text.utf8.count else { return nil }
        return text.utf8[text.utf8.index(text.utf8.startIndex, offsetBy: offset)]
    }

    /// The offset of a line and column (both from 1, the column in bytes), kept within the line.
    func offset(line: Int, column: Int) -> Int {
        let range = range(ofLine: min(max(line, 1), count) - 1)
        return min(range.lowerBound + max(column, 1) - 1, range.upperBound)
    }

    /// The line (from 0) that an offset is in.
    func line(at offset: Int) -> Int {
        var (low, high) = (0, starts.count)
        while high - low > 1 {
            let middle = (low + high) / 2
            if starts[middle] <= offset { low = middle } else { high = middle }
        }
        return low
    }

    // MARK: Places

    /// How far a string is looked for beyond its element, in bytes.
    private static let searched = 16_384

    func place(of located: MarkdownDocument.Located, needle: String?) -> Place {
        guard let needle, !needle.isEmpty else {
            return place(at: located.start, length: max(1, located.end - located.start))
        }
        let wanted = Array(needle.utf8)
        if let found = find(wanted, in: located.start..<located.end, isLast: located.isReference) {
            return place(at: found, length: wanted.count)
        }
        // Text that the file writes in another way, such as one that is folded.
        let line = firstLine + line(at: located.start)
        if base == nil, let found = source.place(of: needle, fromLine: line) { return found }
        let end = min(text.utf8.count, located.start + Self.searched + wanted.count)
        if let found = find(wanted, in: located.start..<max(located.start, end), isLast: false) {
            return place(at: found, length: wanted.count)
        }
        return place(at: located.start, length: 1)
    }

    /// The place of a range of the text in its file.
    func place(at offset: Int, length: Int) -> Place {
        let offset = min(offset, text.utf8.count)
        if let base { return source.place(utf8Offset: base + offset, length: length) }
        // A text in YAML loses its indentation; its line is looked for near where it begins.
        let line = line(at: offset)
        let bytes = range(ofLine: line)
        let content = text.bytes(bytes).drop { $0 == 0x20 || $0 == 0x09 }
        let indent = bytes.count - content.count
        for candidate in (firstLine + line)...(firstLine + line + 3) where offset - bytes.lowerBound >= indent {
            guard let other = source.line(candidate), let found = other.utf8.firstRange(of: content) else { continue }
            let before = other.utf8.distance(from: other.startIndex, to: found.lowerBound)
            let column = before + offset - bytes.lowerBound - indent
            let characters = String(decoding: other.utf8.prefix(column), as: UTF8.self).count
            return source.place(line: candidate, column: characters + 1, length: max(1, characterCount(offset, length)))
        }
        return source.place(line: firstLine + line)
    }

    private func characterCount(_ offset: Int, _ length: Int) -> Int {
        String(decoding: text.bytes(offset..<min(offset + length, text.utf8.count)), as: UTF8.self).count
    }

    /// The first or last occurrence of a string in a range of the text.
    func find(_ wanted: [UInt8], in range: Range<Int>, isLast: Bool) -> Int? {
        let range = range.clamped(to: 0..<text.utf8.count)
        guard !wanted.isEmpty, range.count >= wanted.count else { return nil }
        var copy = text
        return copy.withUTF8 { bytes in
            func isThere(_ start: Int) -> Bool {
                bytes[start] == wanted[0] && bytes[start..<(start + wanted.count)].elementsEqual(wanted)
            }
            let starts = range.lowerBound...(range.upperBound - wanted.count)
            return isLast ? starts.last(where: isThere) : starts.first(where: isThere)
        }
    }
}

extension MarkdownDocument.Located {
    /// Whether the event opens a link or an image, whose destination stands at its end.
    var isReference: Bool {
        switch event {
        case .enter(.link), .enter(.image): true
        default: false
        }
    }
}

extension String {
    /// The bytes between two UTF-8 offsets that are within the text.
    func bytes(_ range: Range<Int>) -> Substring.UTF8View {
        let start = utf8.index(utf8.startIndex, offsetBy: range.lowerBound)
        return self[start..<utf8.index(start, offsetBy: range.count)].utf8
    }
}
