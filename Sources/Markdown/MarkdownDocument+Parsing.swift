import CCmarkGFM
import Diagnostics
import Synchronization
import Text

extension MarkdownDocument {
    /// Parses Markdown text.
    ///
    /// - Parameters:
    ///   - text: the Markdown.
    ///   - source: the file that it stands in, for diagnostics; the text itself if it is a whole file.
    ///   - firstLine: the line of `source` on which `text` begins (a page's body begins after its front matter).
    public init(_ text: String, in source: SourceText, firstLine: Int = 1) {
        self.source = source
        let wide = Self.widestRow(of: text)
        tooWideLine = wide.columns > Self.maximumColumns ? wide.line + firstLine - 1 : nil
        events = Parsing.events(of: text, lineOffset: firstLine - 1, withTables: wide.columns <= Self.maximumColumns)
    }

    /// A table with more columns than this is not read as one: the library fills short rows up to the first, so that a
    /// few lines of text could exhaust the machine.
    public static let maximumColumns = 100

    private static func widestRow(of text: String) -> (columns: Int, line: Int) {
        var widest = (columns: 0, line: 1)
        var (columns, line) = (0, 1)
        for byte in text.utf8 {
            if byte == UInt8(ascii: "|") {
                columns += 1
                if columns > widest.columns { widest = (columns, line) }
            } else if byte == UInt8(ascii: "\n") {
                columns = 0
                line += 1
            }
        }
        return widest
    }

    /// Parses a text that is not in a file, such as one in a test.
    public init(_ text: String) {
        self.init(text, in: SourceText(file: "text.md", text: text))
    }
}

private enum Parsing {
    /// libcmark-gfm registers the special characters of its extensions in a global table while it parses, so that only
    /// one text can be parsed at a time.
    static let exclusive = Mutex(())

    static let registered: Void = cmark_gfm_core_extensions_ensure_registered()

    static let options = CMARK_OPT_FOOTNOTES | CMARK_OPT_VALIDATE_UTF8 | CMARK_OPT_STRIKETHROUGH_DOUBLE_TILDE

    static func events(of text: String, lineOffset: Int, withTables: Bool) -> [MarkdownDocument.Located] {
        guard let root = exclusive.withLock({ _ in tree(of: text, withTables: withTables) }) else { return [] }
        defer { cmark_node_free(root) }
        cmark_consolidate_text_nodes(root)
        var walk = Walk(lineOffset: lineOffset)
        walk.run(root)
        return walk.events
    }

    private static func tree(of text: String, withTables: Bool) -> OpaquePointer? {
        _ = registered
        guard let parser = cmark_parser_new(options) else { return nil }
        defer { cmark_parser_free(parser) }
        for name in (withTables ? ["table"] : []) + ["strikethrough", "autolink", "tasklist"] {
            if let syntax = cmark_find_syntax_extension(name) { cmark_parser_attach_syntax_extension(parser, syntax) }
        }
        var text = text
        text.withUTF8 { bytes in
            bytes.withMemoryRebound(to: CChar.self) { cmark_parser_feed(parser, $0.baseAddress, $0.count) }
        }
        return cmark_parser_finish(parser)
    }
}

/// One pass over the library's tree, without recursion, so that depth cannot exhaust the stack.
private struct Walk {
    typealias Node = OpaquePointer
    typealias Document = MarkdownDocument

    let lineOffset: Int
    var events: [Document.Located] = []
    private var alignments: [Document.Alignment] = []
    private var column = 0
    private var inHead = false
    private var footnoteReferences: [Int: Int] = [:]
    private var footnotes = 0
    /// Text that ends within a citation, which a line break may continue.
    private var pending: (text: String, node: Node)?

    init(lineOffset: Int) {
        self.lineOffset = lineOffset
    }

    mutating func run(_ root: Node) {
        guard let iterator = cmark_iter_new(root) else { return }
        defer { cmark_iter_free(iterator) }
        while true {
            let type = cmark_iter_next(iterator)
            if type == CMARK_EVENT_DONE { return }
            guard let node = cmark_iter_get_node(iterator), node != root else { continue }
            visit(node, entering: type == CMARK_EVENT_ENTER)
        }
    }

    private mutating func emit(_ event: Document.Event, _ node: Node) {
        let line = Int(cmark_node_get_start_line(node))
        events.append(
            .init(event: event, line: max(1, line) + lineOffset, column: max(1, Int(cmark_node_get_start_column(node)))))
    }

    private mutating func visit(_ node: Node, entering: Bool) {
        if let (text, first) = pending {
            switch cmark_node_get_type(node) {
            case CMARK_NODE_SOFTBREAK:
                pending = (text + " ", first)
                return
            case CMARK_NODE_TEXT:
                pending = nil
                hold(text + literal(node), first)
                return
            default:
                pending = nil
                emitText(text, first)
            }
        }
        if let element = element(of: node, entering: entering) {
            emit(entering ? .enter(element) : .exit(element), node)
            return
        }
        guard entering else { return }
        switch cmark_node_get_type(node) {
        case CMARK_NODE_TEXT:
            hold(literal(node), node)
        case CMARK_NODE_SOFTBREAK: emit(.softBreak, node)
        case CMARK_NODE_LINEBREAK: emit(.lineBreak, node)
        case CMARK_NODE_CODE: emit(.code(literal(node)), node)
        case CMARK_NODE_CODE_BLOCK:
            emit(.codeBlock(info: string(cmark_node_get_fence_info(node)), text: literal(node)), node)
        case CMARK_NODE_HTML_BLOCK: emit(.rawHTML(literal(node), isBlock: true), node)
        case CMARK_NODE_HTML_INLINE: emit(.rawHTML(literal(node), isBlock: false), node)
        case CMARK_NODE_THEMATIC_BREAK: emit(.thematicBreak, node)
        case CMARK_NODE_FOOTNOTE_REFERENCE:
            // The library gives the number of the definition as the literal.
            guard let number = Int(literal(node)) else { return }
            footnoteReferences[number, default: 0] += 1
            emit(.footnoteReference(number: number, occurrence: footnoteReferences[number] ?? 1), node)
        default: break
        }
    }

    private mutating func element(of node: Node, entering: Bool) -> Document.Element? {
        switch cmark_node_get_type(node) {
        case CMARK_NODE_PARAGRAPH:
            let item = cmark_node_parent(node)
            let list = item.flatMap { cmark_node_parent($0) }
            let isTight = list.map { cmark_node_get_type($0) == CMARK_NODE_LIST && cmark_node_get_list_tight($0) != 0 }
            return .paragraph(isTight: isTight ?? false)
        case CMARK_NODE_HEADING: return .heading(level: Int(cmark_node_get_heading_level(node)))
        case CMARK_NODE_BLOCK_QUOTE: return .blockQuote
        case CMARK_NODE_LIST:
            let isOrdered = cmark_node_get_list_type(node) == CMARK_ORDERED_LIST
            return .list(isOrdered: isOrdered, start: isOrdered ? Int(cmark_node_get_list_start(node)) : 1)
        case CMARK_NODE_ITEM: return .item(task: task(node))
        case CMARK_NODE_EMPH: return .emphasis
        case CMARK_NODE_STRONG: return .strong
        case CMARK_NODE_LINK:
            return .link(destination: string(cmark_node_get_url(node)), title: string(cmark_node_get_title(node)))
        case CMARK_NODE_IMAGE:
            return .image(destination: string(cmark_node_get_url(node)), title: string(cmark_node_get_title(node)))
        case CMARK_NODE_FOOTNOTE_DEFINITION:
            if entering { footnotes += 1 }
            return .footnote(number: footnotes)
        default: return extensionElement(of: node, entering: entering)
        }
    }

    private mutating func extensionElement(of node: Node, entering: Bool) -> Document.Element? {
        switch string(cmark_node_get_type_string(node)) {
        case "strikethrough": return .strikethrough
        case "tasklist": return .item(task: task(node))
        case "table":
            if entering {
                let count = Int(cmark_gfm_extensions_get_table_columns(node))
                let raw = cmark_gfm_extensions_get_table_alignments(node)
                alignments = (0..<count).map { index in
                    switch raw?[index] {
                    case UInt8(ascii: "l"): .left
                    case UInt8(ascii: "c"): .center
                    case UInt8(ascii: "r"): .right
                    default: .none
                    }
                }
            }
            return .table(alignments)
        case "table_header":
            column = 0
            inHead = true
            return .tableHead
        case "table_row":
            column = 0
            inHead = false
            return .tableRow
        case "table_cell":
            let alignment = column < alignments.count ? alignments[column] : .none
            if !entering { column += 1 }
            return .tableCell(alignment, isHead: inHead)
        default: return nil
        }
    }

    private func task(_ node: Node) -> Document.TaskState {
        guard string(cmark_node_get_type_string(node)) == "tasklist" else { return .none }
        return cmark_gfm_extensions_get_tasklist_item_checked(node) ? .done : .open
    }

    private func literal(_ node: Node) -> String { string(cmark_node_get_literal(node)) }

    private func string(_ pointer: UnsafePointer<CChar>?) -> String {
        pointer.map { String(cString: $0) } ?? ""
    }

    /// How much text may stand in a citation, in bytes; more is no citation.
    private static let longestCitation = 1000

    /// Writes text, unless a citation in it is still open.
    private mutating func hold(_ text: String, _ node: Node) {
        // Few texts have citations, and bytes are looked through faster than characters.
        guard text.utf8.contains(UInt8(ascii: "@")) else {
            if !text.isEmpty { emit(.text(text), node) }
            return
        }
        if let open = text.ranges(of: "[@").last, !text[open.upperBound...].contains("]") {
            pending = text.utf8.count <= Self.longestCitation ? (text, node) : nil
            if pending == nil { emitText(text, node) }
        } else {
            emitText(text, node)
        }
    }

    /// Splits text at the citations in it.
    private mutating func emitText(_ text: String, _ node: Node) {
        var rest = text[...]
        while let open = rest.firstRange(of: "[@") {
            guard let close = rest[open.upperBound...].firstIndex(of: "]") else { break }
            let citations = Self.citations(in: rest[rest.index(after: open.lowerBound)..<close])
            guard !citations.isEmpty else { break }
            if open.lowerBound > rest.startIndex { emit(.text(String(rest[..<open.lowerBound])), node) }
            emit(.citation(citations), node)
            rest = rest[rest.index(after: close)...]
        }
        if !rest.isEmpty { emit(.text(String(rest)), node) }
    }

    /// The citations of `@source, place; @source, place`, or none if it is not such a list.
    private static func citations(in text: Substring) -> [Document.Citation] {
        var found: [Document.Citation] = []
        for part in text.split(separator: ";", omittingEmptySubsequences: false) {
            let part = part.drop { $0 == " " }
            guard part.first == "@" else {
                // A semicolon inside a place belongs to it.
                guard var last = found.popLast() else { return [] }
                last.place += "; " + part
                found.append(last)
                continue
            }
            let body = part.dropFirst()
            let source = body.prefix { $0 != "," }
            let place = body.dropFirst(source.count + 1).drop { $0 == " " }
            guard !source.isEmpty, source.allSatisfy({ $0.isLetter || $0.isNumber || $0 == "-" }) else { return [] }
            found.append(.init(source: String(source), place: String(place)))
        }
        return found
    }
}
