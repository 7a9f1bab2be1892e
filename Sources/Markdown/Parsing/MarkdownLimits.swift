import Diagnostics
import Text

/// What is refused before the library sees it, because its time or memory would grow with the square of the text.
///
/// Measured with libcmark-gfm 0.29.0.gfm.6: a paragraph of links and emphasis takes 2.2 times as long when it is twice as
/// long up to 16 KiB, and 4 times beyond; each short row of a table is filled up to the columns of the first; each
/// reference copies the address of its definition.
enum MarkdownLimits {
    /// Bytes of one paragraph, item, heading or row; a page of a book has some 3 000.
    static let paragraph = 16_384
    /// Bytes of lines without an empty one between them.
    static let block = 262_144
    /// Columns of a table.
    static let columns = 100
    /// Cells of a table, those that the library adds among them.
    static let cells = 100_000
    /// Bytes that the references to definitions such as `[a]: address` may copy.
    static let copies = 16_777_216

    /// The first problem of each kind.
    static func problems(of lines: MarkdownLines) -> [Diagnostic] {
        var scan = MarkdownLimitScan(lines)
        scan.run()
        return scan.problems
    }
}

/// One pass over the lines, which follows the paragraphs as CommonMark does.
private struct MarkdownLimitScan {
    let lines: MarkdownLines
    var problems: [Diagnostic] = []

    /// Where the contents of the open list items begin, in columns.
    private var items: [Int] = []
    private var quotes = 0
    private var paragraph = Run()
    private var block = Run()
    private var columns = 0
    /// Whether the header has as many cells as the row of hyphens.
    private var isTable = false
    private var rows = 0
    private var cellsOfLastLine = 0
    private var definition = Run()
    private var longestDefinition = Run()
    /// Quotes and brackets of a definition's title that are still open.
    private var openSigns = (double: false, single: false, brackets: 0)
    private var closingBrackets = 0

    /// Lines that belong together.
    private struct Run {
        var start = 0
        var size = 0
        var isReported = false
    }

    init(_ lines: MarkdownLines) {
        self.lines = lines
    }

    mutating func run() {
        var text = lines.text
        text.withUTF8 { bytes in
            for line in 0..<lines.count { read(bytes, lines.range(ofLine: line)) }
        }
        let copied = longestDefinition.size.multipliedReportingOverflow(by: closingBrackets)
        if copied.overflow || copied.partialValue > MarkdownLimits.copies {
            report(
                "definition-too-long", "the definition is too long for a text with so many links",
                longestDefinition.start,
                "give the address in the link itself, '[text](address)'")
        }
    }

    private mutating func read(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) {
        var content = range
        while let last = bytes[content].last, last == 0x20 || last == 0x09 || last == 0x0D {
            content = content.lowerBound..<(content.upperBound - 1)
        }
        var indent = 0
        let depth = skipQuotes(bytes, &content, &indent)
        guard !content.isEmpty else {
            endParagraph()
            block = Run(start: range.upperBound)
            return
        }
        if depth > quotes { endParagraph() }
        if depth > 0 || block.size == 0 { quotes = depth }
        while readMarker(bytes, &content, &indent) {}
        if content.isEmpty || isHeading(bytes, content) || isDefinition(bytes, content) { endParagraph() }
        if paragraph.size == 0 { paragraph = Run(start: content.lowerBound) }
        if block.size == 0 { block = Run(start: range.lowerBound) }
        readRow(bytes, content)
        let size = range.count + 1
        paragraph.size += size
        block.size += size
        readDefinition(bytes, content, size)
        closingBrackets += bytes[content].count { $0 == UInt8(ascii: "]") }
        check()
    }

    private mutating func check() {
        if paragraph.size > MarkdownLimits.paragraph, !paragraph.isReported {
            paragraph.isReported = true
            report(
                "paragraph-too-long", "the paragraph has more than \(MarkdownLimits.paragraph / 1024) KiB",
                paragraph.start, "part it with an empty line")
        }
        if block.size > MarkdownLimits.block, !block.isReported {
            block.isReported = true
            report(
                "paragraph-too-long", "there is no empty line in more than \(MarkdownLimits.block / 1024) KiB",
                block.start,
                "part the text with an empty line")
        }
    }

    private mutating func report(_ identifier: String, _ summary: String, _ offset: Int, _ help: String) {
        guard problems.count < 100 else { return }
        problems.append(.error(identifier, summary, at: lines.place(at: offset, length: 1), help: help))
    }

    private mutating func endParagraph() {
        paragraph = Run()
        (columns, isTable, rows, cellsOfLastLine) = (0, false, 0, 0)
        definition = Run()
    }

    // MARK: Containers

    /// Skips white space and the signs of quotes.
    private func skipQuotes(
        _ bytes: UnsafeBufferPointer<UInt8>, _ content: inout Range<Int>, _ indent: inout Int
    ) -> Int {
        var depth = 0
        while let first = bytes[content].first {
            switch first {
            case 0x20: indent += 1
            case 0x09: indent += 4 - indent % 4
            case UInt8(ascii: ">") where indent - (depth == 0 ? items.last ?? 0 : 0) < 4:
                depth += 1
                indent = 0
            default: return depth
            }
            content = (content.lowerBound + 1)..<content.upperBound
        }
        return depth
    }

    /// Skips the marker of a list item, which begins a paragraph, if there is one.
    private mutating func readMarker(
        _ bytes: UnsafeBufferPointer<UInt8>, _ content: inout Range<Int>, _ indent: inout Int
    ) -> Bool {
        guard let width = markerWidth(bytes[content]) else { return false }
        var open = items
        while let last = open.last, last > indent { open.removeLast() }
        // Further in it is code, or it goes on with the paragraph.
        guard indent - (open.last ?? 0) < 4 else { return false }
        endParagraph()
        var (next, space) = (content.lowerBound + width, 0)
        while next < content.upperBound, bytes[next] == 0x20 || bytes[next] == 0x09 {
            space += 1
            next += 1
        }
        // More space than four begins code within the item.
        indent += width + (space > 4 || space == 0 ? 1 : space)
        items = open + [indent]
        content = next..<content.upperBound
        return !content.isEmpty && space <= 4
    }

    private func markerWidth(_ content: Slice<UnsafeBufferPointer<UInt8>>) -> Int? {
        let width: Int
        switch content.first {
        case UInt8(ascii: "-"), UInt8(ascii: "+"), UInt8(ascii: "*"): width = 1
        default:
            let digits = content.prefix { (0x30...0x39).contains($0) }
            guard (1...9).contains(digits.count), let sign = content.dropFirst(digits.count).first,
                sign == UInt8(ascii: ".") || sign == UInt8(ascii: ")")
            else { return nil }
            // Within a paragraph only a list that begins with 1 may begin.
            guard paragraph.size == 0 || !items.isEmpty || digits.elementsEqual([0x31]) else { return nil }
            width = digits.count + 1
        }
        guard let next = content.dropFirst(width).first else { return width }
        return next == 0x20 || next == 0x09 ? width : nil
    }

    private func isHeading(_ bytes: UnsafeBufferPointer<UInt8>, _ content: Range<Int>) -> Bool {
        let signs = bytes[content].prefix { $0 == UInt8(ascii: "#") }.count
        guard (1...6).contains(signs) else { return false }
        let next = bytes[content].dropFirst(signs).first
        return next == nil || next == 0x20 || next == 0x09
    }

    /// Whether a line is a note, or an address among addresses: `[^a]: note`, `[a]: address`.
    private func isDefinition(_ bytes: UnsafeBufferPointer<UInt8>, _ content: Range<Int>) -> Bool {
        let line = bytes[content]
        guard line.first == UInt8(ascii: "["), mayDefine(line), line.contains(UInt8(ascii: "]")) else { return false }
        return line.dropFirst().first == UInt8(ascii: "^") || (definition.size > 0 && !isTitleOpen)
    }

    // MARK: Tables and definitions

    /// Every row of a table is read by itself.
    private mutating func readRow(_ bytes: UnsafeBufferPointer<UInt8>, _ content: Range<Int>) {
        let cells = cellCount(bytes[content])
        if columns == 0, cellsOfLastLine > 0, isDelimiterRow(bytes[content]) {
            columns = cells
            isTable = cells == cellsOfLastLine
            if columns > MarkdownLimits.columns {
                report(
                    "table-too-wide", "the table has more than \(MarkdownLimits.columns) columns", content.lowerBound,
                    "split the table")
            }
        }
        cellsOfLastLine = cells
        guard columns > 0 else { return }
        rows += 1
        if isTable { paragraph = Run(start: content.lowerBound) }
        if rows == MarkdownLimits.cells / columns + 1 {
            report(
                "table-too-long", "the table has more than \(MarkdownLimits.cells) cells", content.lowerBound,
                "split the table")
        }
    }

    private func isDelimiterRow(_ content: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
        content.contains(UInt8(ascii: "|")) && content.contains(UInt8(ascii: "-"))
            && content.allSatisfy { "|:- \t".utf8.contains($0) }
    }

    private func cellCount(_ content: Slice<UnsafeBufferPointer<UInt8>>) -> Int {
        var cells = 0
        var isEscaped = false
        for byte in content {
            if byte == UInt8(ascii: "|"), !isEscaped { cells += 1 }
            isEscaped = byte == UInt8(ascii: "\\") && !isEscaped
        }
        if content.first != UInt8(ascii: "|") { cells += 1 }
        return content.last == UInt8(ascii: "|") && cells > 1 ? cells - 1 : cells
    }

    /// Follows definitions such as `[a]: address "title"`, whose title may go over several lines.
    private mutating func readDefinition(_ bytes: UnsafeBufferPointer<UInt8>, _ content: Range<Int>, _ size: Int) {
        let isOpen = definition.size > 0 && isTitleOpen
        if bytes[content].first == UInt8(ascii: "["), !isOpen, mayDefine(bytes[content]) {
            definition = Run(start: content.lowerBound)
            openSigns = (false, false, 0)
        } else if definition.size == 0 {
            return
        }
        definition.size += size
        for byte in bytes[content] {
            switch byte {
            case UInt8(ascii: "\""): openSigns.double.toggle()
            case UInt8(ascii: "'"): openSigns.single.toggle()
            case UInt8(ascii: "("): openSigns.brackets += 1
            case UInt8(ascii: ")"): openSigns.brackets -= 1
            default: break
            }
        }
        if definition.size > longestDefinition.size { longestDefinition = definition }
    }

    private var isTitleOpen: Bool { openSigns.double || openSigns.single || openSigns.brackets > 0 }

    /// Whether a line has the `]:` of a definition, or no `]` yet.
    private func mayDefine(_ content: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
        var previous: UInt8 = 0
        var hasBracket = false
        for byte in content {
            if byte == UInt8(ascii: ":"), previous == UInt8(ascii: "]") { return true }
            hasBracket = hasBracket || byte == UInt8(ascii: "]")
            previous = byte
        }
        return !hasBracket
    }
}
