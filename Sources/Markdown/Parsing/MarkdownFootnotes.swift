import CCmarkGFM
import Diagnostics

/// Which notes a text has and which it refers to; the library drops those that nobody refers to without a word.
struct MarkdownFootnotes {
    private let lines: MarkdownLines
    /// How many references lead to each note, by its number less 1.
    private(set) var referenceCounts: [Int] = []
    private var defined = 0
    /// The lines (from 0) on which the notes begin that the library has kept.
    private var kept: Set<Int> = []
    /// Lines of code and of raw HTML, in which nothing is a note.
    private var skipped: [ClosedRange<Int>] = []
    private var missing: [(label: String, offset: Int)] = []

    init(_ lines: MarkdownLines) {
        self.lines = lines
    }

    /// Counts a reference.
    /// - Returns: How many have led to the note by now.
    mutating func refer(to number: Int) -> Int {
        // The numbers come from the library; there are no more of them than bytes.
        guard number > 0, number <= lines.text.utf8.count else { return 1 }
        while referenceCounts.count < number { referenceCounts.append(0) }
        referenceCounts[number - 1] += 1
        return referenceCounts[number - 1]
    }

    /// The number of the definition that is entered or left.
    mutating func define(_ node: OpaquePointer, entering: Bool) -> Int {
        if entering {
            defined += 1
            kept.insert(Int(cmark_node_get_start_line(node)) - 1)
        }
        return defined
    }

    mutating func skip(_ node: OpaquePointer) {
        let first = Int(cmark_node_get_start_line(node)) - 1
        skipped.append(first...max(first, Int(cmark_node_get_end_line(node)) - 1))
    }

    /// Remembers the references of a text that lead to no note; those that do are no text.
    mutating func lookForMissing(in text: String, _ range: Range<Int>) {
        guard text.utf8.contains(UInt8(ascii: "^")) else { return }
        var rest = text[...]
        var start = range.lowerBound
        while let open = rest.firstRange(of: "[^") {
            rest = rest[open.upperBound...]
            let label = rest.prefix { $0 != "]" && $0 != "[" && !$0.isWhitespace }
            guard !label.isEmpty, label.endIndex < rest.endIndex, rest[label.endIndex] == "]" else { continue }
            let needle = Array("[^\(label)]".utf8)
            let end = min(lines.text.utf8.count, range.upperBound + needle.count)
            guard let found = lines.find(needle, in: min(start, end)..<end, isLast: false) else { continue }
            start = found + needle.count
            if lines.byte(at: found - 1) != UInt8(ascii: "\\") { missing.append((String(label), found)) }
        }
    }

    // MARK: Problems

    /// What is wrong with the notes, in the order of the text.
    func problems() -> [Diagnostic] {
        let definitions = definitions()
        var found: [(offset: Int, problem: Diagnostic)] = []
        let labels = Array(definitions.map(\.label).prefix(100))
        for (label, offset) in missing {
            let place = lines.place(at: offset, length: label.utf8.count + 3)
            let help = Suggestion.didYouMean(label, among: labels) ?? "write it on a line of its own: '[^\(label)]: …'"
            found.append(
                (offset, .warning("missing-footnote", "the text has no note '\(label)'", at: place, help: help)))
        }
        var seen: Set<String> = []
        for (label, line, offset) in definitions {
            let place = lines.place(at: offset, length: label.utf8.count + 3)
            let isFirst = seen.insert(label.lowercased()).inserted
            if !isFirst {
                found.append(
                    (
                        offset,
                        .warning(
                            "repeated-footnote", "there are two notes called '\(label)'; the first is shown", at: place,
                            help: "give each note a name of its own")
                    ))
            } else if !kept.contains(line) {
                found.append(
                    (
                        offset,
                        .warning(
                            "unused-footnote", "nothing refers to the note '\(label)', so that it is not shown",
                            at: place,
                            help: "put '[^\(label)]' where it belongs, or take the note away")
                    ))
            }
        }
        return found.sorted { $0.offset < $1.offset }.map(\.problem)
    }

    /// The lines that define notes.
    private func definitions() -> [(label: String, line: Int, offset: Int)] {
        guard lines.text.utf8.contains(UInt8(ascii: "^")) else { return [] }
        var found: [(label: String, line: Int, offset: Int)] = []
        var blocks = skipped.sorted { $0.lowerBound < $1.lowerBound }[...]
        for line in 0..<lines.count {
            while let block = blocks.first, block.upperBound < line { blocks.removeFirst() }
            if let block = blocks.first, block.contains(line) { continue }
            let range = lines.range(ofLine: line)
            let bytes = lines.text.bytes(range)
            let indent = bytes.prefix { $0 == 0x20 || $0 == UInt8(ascii: ">") }
            let rest = bytes.dropFirst(indent.count)
            // Four spaces make code, or go on with what stands above.
            guard rest.starts(with: "[^".utf8), indent.suffix(4).count(where: { $0 == 0x20 }) < 4 else { continue }
            let label = rest.dropFirst(2).prefix { $0 != UInt8(ascii: "]") && $0 != UInt8(ascii: "[") && $0 > 0x20 }
            guard !label.isEmpty, rest.dropFirst(2 + label.count).starts(with: "]:".utf8) else { continue }
            found.append((String(decoding: label, as: UTF8.self), line, range.lowerBound + indent.count))
        }
        return found
    }
}
