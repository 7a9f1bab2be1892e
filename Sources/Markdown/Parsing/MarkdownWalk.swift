import CCmarkGFM
import Diagnostics

/// One pass over the library's tree, without recursion, so that depth cannot exhaust the stack.
struct MarkdownWalk {
    typealias Node = OpaquePointer
    typealias Document = MarkdownDocument

    let lines: MarkdownLines
    private(set) var events: [Document.Located] = []
    var problems: [Diagnostic] = []
    var footnotes: MarkdownFootnotes
    /// Text that ends within a citation, which a line break may continue.
    private var pending: (text: String, range: Range<Int>)?
    /// Where what was seen last ends: some nodes do not know where they are.
    var position = 0
    private var alignments: [Document.Alignment] = []
    private var column = 0
    private var inHead = false
    /// The ranges of the open links and images.
    private var references: [Range<Int>] = []
    /// An element whose content has been written already.
    private var skipped: Node?

    init(_ lines: MarkdownLines) {
        self.lines = lines
        footnotes = MarkdownFootnotes(lines)
    }

    /// How many references lead to each note.
    var noteReferences: [Int] { footnotes.referenceCounts }

    mutating func run(_ root: Node) {
        guard let iterator = cmark_iter_new(root) else { return }
        defer { cmark_iter_free(iterator) }
        while true {
            let type = cmark_iter_next(iterator)
            if type == CMARK_EVENT_DONE { break }
            guard let node = cmark_iter_get_node(iterator), node != root else { continue }
            if let skipped {
                if node == skipped { self.skipped = nil }
                continue
            }
            visit(node, entering: type == CMARK_EVENT_ENTER)
        }
        problems += footnotes.problems()
    }

    mutating func emit(_ event: Document.Event, _ range: Range<Int>) {
        // What the library writes in place of other bytes may be longer than they are.
        let range = range.clamped(to: 0..<lines.text.utf8.count)
        events.append(.init(event: event, start: range.lowerBound, end: range.upperBound))
    }

    private mutating func visit(_ node: Node, entering: Bool) {
        if let (text, range) = pending {
            switch cmark_node_get_type(node) {
            case CMARK_NODE_SOFTBREAK:
                pending = (text + " ", range)
                return
            case CMARK_NODE_TEXT:
                pending = nil
                let more = self.range(of: node)
                hold(text + literal(node), range.lowerBound..<max(range.upperBound, more.upperBound))
                return
            default:
                pending = nil
                emitText(text, range)
            }
        }
        let range = range(of: node)
        if entering, cmark_node_get_type(node) == CMARK_NODE_LINK, emitAutolink(node, range) {
            skipped = node
            return
        }
        if let element = element(of: node, entering: entering) {
            switch element {
            // The columns of these are not corrected.
            case .emphasis, .strong, .strikethrough: break
            case .link, .image:
                if entering { references.append(range) }
                let own = entering ? range : references.popLast() ?? range
                position = entering ? own.lowerBound : max(position, own.upperBound)
            default: position = entering ? range.lowerBound : max(position, range.upperBound)
            }
            emit(entering ? .enter(element) : .exit(element), range)
            return
        }
        guard entering else { return }
        position = max(position, range.lowerBound)
        switch cmark_node_get_type(node) {
        case CMARK_NODE_TEXT: hold(literal(node), range)
        case CMARK_NODE_SOFTBREAK: emit(.softBreak, range)
        case CMARK_NODE_LINEBREAK: emit(.lineBreak, range)
        case CMARK_NODE_CODE:
            emit(.code(literal(node)), range)
            position = max(position, range.upperBound)
        case CMARK_NODE_CODE_BLOCK:
            footnotes.skip(node)
            emit(.codeBlock(info: string(cmark_node_get_fence_info(node)), text: literal(node)), range)
        case CMARK_NODE_HTML_BLOCK:
            footnotes.skip(node)
            emit(.rawHTML(literal(node), isBlock: true), range)
        case CMARK_NODE_HTML_INLINE:
            emit(.rawHTML(literal(node), isBlock: false), range)
            position = max(position, range.upperBound)
        case CMARK_NODE_THEMATIC_BREAK: emit(.thematicBreak, range)
        case CMARK_NODE_FOOTNOTE_REFERENCE:
            // The library gives the number of the definition as the literal.
            guard let number = Int(literal(node)) else { return }
            emit(.footnoteReference(number: number, occurrence: footnotes.refer(to: number)), range)
            position = max(position, range.upperBound)
        default: break
        }
    }

    // MARK: Elements

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
        case CMARK_NODE_FOOTNOTE_DEFINITION: return .footnote(number: footnotes.define(node, entering: entering))
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

    func literal(_ node: Node) -> String { string(cmark_node_get_literal(node)) }

    func string(_ pointer: UnsafePointer<CChar>?) -> String {
        pointer.map { String(cString: $0) } ?? ""
    }

    // MARK: Text

    /// How much text may stand in a citation, in bytes; more is no citation.
    private static let longestCitation = 1000

    /// Writes text, unless a citation in it is still open.
    mutating func hold(_ text: String, _ range: Range<Int>) {
        // Few texts have citations, and bytes are looked through faster than characters.
        guard text.utf8.contains(UInt8(ascii: "@")), let open = text.ranges(of: "[@").last,
            !text[open.upperBound...].contains("]"), text.utf8.count <= Self.longestCitation
        else {
            emitText(text, range)
            return
        }
        pending = (text, range)
    }

    /// Splits text at the citations in it.
    mutating func emitText(_ text: String, _ range: Range<Int>) {
        guard !text.isEmpty else { return }
        footnotes.lookForMissing(in: text, range)
        position = max(position, min(range.upperBound, range.lowerBound + text.utf8.count))
        guard text.utf8.contains(UInt8(ascii: "@")) else {
            emit(.text(text), range)
            return
        }
        var rest = text[...]
        var written = text.startIndex
        /// Where in the file the next citation is looked for.
        var start = range.lowerBound
        while let open = rest.firstRange(of: "[@"), let close = rest[open.upperBound...].firstIndex(of: "]") {
            let citations = Self.citations(in: rest[rest.index(after: open.lowerBound)..<close])
            rest = rest[rest.index(after: close)...]
            guard let first = citations.first else { continue }
            if open.lowerBound > written { emit(.text(String(text[written..<open.lowerBound])), range) }
            let found = lines.find(Array("[@\(first.source)".utf8), in: start..<range.upperBound, isLast: false)
            start = found.map { $0 + 2 } ?? start
            emit(.citation(citations), (found ?? range.lowerBound)..<range.upperBound)
            written = rest.startIndex
        }
        if written < text.endIndex { emit(.text(String(text[written...])), range) }
    }

    /// The citations of `@source, place; @source, place`, or none if it is not such a list.
    ///
    /// Whatever follows `@` is a source, also what cannot be one, so that a slip of the finger is told and not shown.
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
            guard let first = source.first, first != " " else { return [] }
            found.append(.init(source: String(source), place: String(place)))
        }
        return found
    }
}
