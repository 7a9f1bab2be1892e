import Synchronization

/// The text of one input file, able to name places in itself.
///
///     let source = SourceText(file: "site.yaml", text: "name: Atlas\nlanguge: en\n")
///     source.place(line: 2, column: 1, length: 7)   // site.yaml:2:1
///
/// A copy shares the text. Where its lines begin is looked up once, when it is first asked for, so that a place costs no
/// reading of the text however many there are.
package struct SourceText: Sendable {
    /// What all copies share.
    private final class Storage: Sendable {
        let file: String
        let text: String
        let index = Mutex<LineIndex?>(nil)

        init(file: String, text: String) {
            self.file = file
            self.text = text
        }
    }

    private let storage: Storage

    package init(file: String, text: String) {
        storage = Storage(file: file, text: text)
    }

    /// The file as the user named it.
    package var file: String { storage.file }
    package var text: String { storage.text }

    /// Where the lines begin; made once.
    private var index: LineIndex {
        storage.index.withLock { index in
            if let index { return index }
            let made = LineIndex(storage.text)
            index = made
            return made
        }
    }

    /// The place at a line and column (both from 1, the column in characters).
    package func place(line: Int, column: Int = 1, length: Int = 1) -> Place {
        Place(in: self, line: line, column: column, length: length)
    }

    /// The place of a range of UTF-8 offsets; a range over several lines is cut at the end of its first.
    package func place(utf8Offset offset: Int, length: Int = 1) -> Place {
        let index = index
        let line = index.line(at: offset)
        let bytes = index.bytes(ofLine: line)
        let start = min(max(offset, bytes.lowerBound), bytes.upperBound)
        let stop = min(start + max(length, 1), bytes.upperBound)
        let column = index.characters(inLine: line, before: start, of: text) + 1
        let end = index.characters(inLine: line, before: stop, of: text) + 1
        return place(line: line, column: column, length: max(1, end - column))
    }

    /// How far a string is looked for, in bytes, so that many strings that are not there cost no more than the text.
    private static let searched = 16_384

    /// The place of the first occurrence of a string on or after a line, if it is on the next 16 KiB of text.
    package func place(of needle: some StringProtocol, fromLine first: Int = 1) -> Place? {
        let index = index
        guard first >= 1, first <= index.count, !needle.isEmpty else { return nil }
        let start = index.bytes(ofLine: first).lowerBound
        let wanted = Array(needle.utf8)
        let end = min(text.utf8.count, start + Self.searched + wanted.count)
        var copy = text
        let offset = copy.withUTF8 { Self.offset(of: wanted, in: $0, start..<end) }
        return offset.map { place(utf8Offset: $0, length: wanted.count) }
    }

    private static func offset(
        of wanted: [UInt8], in bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>
    ) -> Int? {
        guard range.count >= wanted.count else { return nil }
        for start in range.lowerBound...(range.upperBound - wanted.count) where bytes[start] == wanted[0] {
            if bytes[start..<(start + wanted.count)].elementsEqual(wanted) { return start }
        }
        return nil
    }

    /// The text of a line (from 1), without its line break.
    package func line(_ number: Int) -> String? {
        let index = index
        guard number >= 1, number <= index.count else { return nil }
        return String(text.utf8Slice(index.bytes(ofLine: number)))
    }

    /// How many characters of a line are shown at most.
    private static let shown = 160
    /// How many characters before the column are shown of a line that is cut.
    private static let before = 40

    /// The line of a place for a reader: at most 160 characters of it, around the column.
    package func excerpt(line: Int, column: Int) -> Excerpt? {
        let index = index
        guard line >= 1, line <= index.count else { return nil }
        let bytes = index.bytes(ofLine: line)
        // A line that is short in bytes is short in characters.
        if bytes.count <= Self.shown { return Excerpt(text: String(text.utf8Slice(bytes)), firstColumn: 1) }
        let start = index.offset(inLine: line, ofCharacter: max(0, column - 1 - Self.before), of: text)
        let rest = text.utf8Slice(start.offset..<bytes.upperBound)
        let part = rest.prefix(Self.shown)
        guard part.endIndex == rest.endIndex, start.character > 0 else {
            return Excerpt(text: String(part), firstColumn: start.character + 1)
        }
        // Near the end of the line the window is moved back, so that it is full.
        let missing = Self.shown - part.count
        let earlier = index.offset(inLine: line, ofCharacter: max(0, start.character - missing), of: text)
        return Excerpt(
            text: String(text.utf8Slice(earlier.offset..<bytes.upperBound)), firstColumn: earlier.character + 1)
    }
}

extension SourceText {
    /// The same text with every line ending in LF; the numbers of its lines stay the same.
    package func withLineFeeds() -> SourceText {
        guard text.hasByte(0x0D) else { return self }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(text.utf8.count)
        var isAfterReturn = false
        for byte in text.utf8 {
            if byte != 0x0A || !isAfterReturn { bytes.append(byte == 0x0D ? 0x0A : byte) }
            isAfterReturn = byte == 0x0D
        }
        return SourceText(file: file, text: String(decoding: bytes, as: UTF8.self))
    }
}

/// What is shown of a line.
package struct Excerpt: Sendable, Hashable {
    package let text: String
    /// The column in the line, from 1, at which the text begins.
    package let firstColumn: Int
}

extension String {
    /// The part between two UTF-8 offsets that are within the text.
    func utf8Slice(_ range: Range<Int>) -> Substring {
        let start = utf8.index(utf8.startIndex, offsetBy: range.lowerBound)
        return self[start..<utf8.index(start, offsetBy: range.count)]
    }
}
