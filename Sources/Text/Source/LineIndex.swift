/// Where the lines of a text begin and end, and for long lines where their characters are.
///
/// Lines end in LF, CR, or both. Making the index costs one pass over the text; each question costs the logarithm of its
/// length and at most ``stride`` bytes.
struct LineIndex: Sendable {
    /// A point in a line: how many characters precede it.
    struct Checkpoint: Sendable {
        var offset: Int
        var character: Int
    }

    /// The distance between two checkpoints of a long line, in bytes.
    private static let stride = 512

    /// The offset at which each line begins.
    private var starts: [Int] = [0]
    /// The offset at which each line ends, before its line break.
    private var ends: [Int] = []
    /// The checkpoints of each line that is longer than ``stride``, by its number.
    private var checkpoints: [Int: [Checkpoint]] = [:]

    init(_ text: String) {
        var text = text
        text.withUTF8 { bytes in
            var position = 0
            while position < bytes.count {
                let byte = bytes[position]
                position += 1
                guard byte == 0x0A || byte == 0x0D else { continue }
                ends.append(position - 1)
                if byte == 0x0D, position < bytes.count, bytes[position] == 0x0A { position += 1 }
                starts.append(position)
            }
            ends.append(bytes.count)
        }
        for line in 1...starts.count where bytes(ofLine: line).count > Self.stride {
            checkpoints[line] = Self.checkpoints(in: text.utf8Slice(bytes(ofLine: line)), from: starts[line - 1])
        }
    }

    private static func checkpoints(in line: Substring, from start: Int) -> [Checkpoint] {
        var found = [Checkpoint(offset: start, character: 0)]
        var (offset, character, next) = (start, 0, start + stride)
        for each in line {
            if offset >= next {
                found.append(Checkpoint(offset: offset, character: character))
                next = offset + stride
            }
            offset += each.utf8.count
            character += 1
        }
        return found
    }

    /// How many lines there are, at least 1.
    var count: Int { starts.count }

    /// The offsets of a line (from 1) without its line break.
    func bytes(ofLine line: Int) -> Range<Int> { starts[line - 1]..<ends[line - 1] }

    /// The line (from 1) that an offset is in; what is beyond the text is in its last line.
    func line(at offset: Int) -> Int {
        max(1, starts.partitioningIndex { $0 > offset })
    }

    /// How many characters of a line precede an offset in it.
    func characters(inLine line: Int, before offset: Int, of text: String) -> Int {
        let known = checkpoint(inLine: line) { $0.offset > offset }
        guard known.offset < offset else { return known.character }
        return known.character + text.utf8Slice(known.offset..<offset).count
    }

    /// Where the character of a number (from 0) of a line begins; the end of the line if it has fewer.
    func offset(inLine line: Int, ofCharacter wanted: Int, of text: String) -> Checkpoint {
        var known = checkpoint(inLine: line) { $0.character > wanted }
        for each in text.utf8Slice(known.offset..<ends[line - 1]) {
            guard known.character < wanted else { break }
            known.offset += each.utf8.count
            known.character += 1
        }
        return known
    }

    /// The last checkpoint of a line that is not beyond what is looked for.
    private func checkpoint(inLine line: Int, isBeyond: (Checkpoint) -> Bool) -> Checkpoint {
        let first = Checkpoint(offset: starts[line - 1], character: 0)
        guard let all = checkpoints[line] else { return first }
        let next = all.partitioningIndex(where: isBeyond)
        return next > 0 ? all[next - 1] : first
    }
}

extension Array {
    /// The index of the first element that belongs to the second part, of an array whose first part does not.
    func partitioningIndex(where belongsToSecond: (Element) -> Bool) -> Int {
        var (low, high) = (0, count)
        while low < high {
            let middle = (low + high) / 2
            if belongsToSecond(self[middle]) { high = middle } else { low = middle + 1 }
        }
        return low
    }
}
