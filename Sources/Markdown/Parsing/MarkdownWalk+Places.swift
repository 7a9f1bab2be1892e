import CCmarkGFM

/// Where the nodes of the library stand.
extension MarkdownWalk {
    /// The bytes of a node. What does not know its place begins where the last node ended.
    func range(of node: Node) -> Range<Int> {
        let line = Int(cmark_node_get_start_line(node))
        let total = lines.text.utf8.count
        guard line > 0 else { return min(position, total)..<min(position, total) }
        let start = lines.offset(line: line, column: Int(cmark_node_get_start_column(node)))
        let endLine = max(line, Int(cmark_node_get_end_line(node)))
        var end = max(start, lines.offset(line: endLine, column: Int(cmark_node_get_end_column(node)) + 1))
        // The library forgets where text ends that it has put together again.
        if cmark_node_get_type(node) == CMARK_NODE_TEXT { end = max(end, start + literal(node).utf8.count) }
        let shift = shift(of: node, at: start)
        return (start + shift)..<max(start + shift, min(end + shift, total))
    }

    /// How far a node is from where the library says: it counts a prefix of the first line of a paragraph on every line,
    /// and forgets the backslashes of a table's cells.
    private func shift(of node: Node, at start: Int) -> Int {
        let signs: [UInt8]
        switch cmark_node_get_type(node) {
        case CMARK_NODE_LINK: signs = [UInt8(ascii: "["), UInt8(ascii: "<")]
        case CMARK_NODE_IMAGE: signs = [UInt8(ascii: "!")]
        case CMARK_NODE_TEXT:
            // A text may begin with an escape or a reference.
            guard let first = cmark_node_get_literal(node).map({ UInt8(bitPattern: $0.pointee) }), first != 0 else {
                return 0
            }
            signs = [first, UInt8(ascii: "\\"), UInt8(ascii: "&")]
        default: return 0
        }
        guard let byte = lines.byte(at: start), !signs.contains(byte) else { return 0 }
        let line = lines.range(ofLine: lines.line(at: start))
        let first = max(line.lowerBound, position, start - 40)
        func isThere(_ offset: Int) -> Bool { lines.byte(at: offset).map(signs.contains) ?? false }
        if first < start, let before = (first..<start).last(where: isThere) { return before - start }
        let last = min(line.upperBound, start + 16)
        if start < last, let after = (start..<last).first(where: isThere) { return after - start }
        return 0
    }
}
