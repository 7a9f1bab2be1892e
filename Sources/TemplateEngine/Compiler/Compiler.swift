import Diagnostics
import Text

/// Makes one program of a template and everything it extends, includes and imports.
///
/// Parents, blocks and included templates are compiled into the place where they are used, so
/// that names become slots, fields become positions, and the context of every value is known.
final class Compiler {
    let library: Library
    let view: RecordType?
    var diagnostics: [Diagnostic] = []

    // The program.
    var nodes: [Node] = []
    var operations: [Operation] = []
    var places: [OperationPlace] = []
    var operands: [Int32] = []
    var constants: [Value] = []
    var names: [String] = []
    var nameIndex: [String: Int32] = [:]
    var nameLists: [[String]] = []
    var text: [UInt8] = []
    var loops: [LoopInfo] = []
    var functions: [Function] = []
    var types: [RecordType] = []
    var origins: [Origin] = []
    var dependencies: Set<String> = []
    /// The templates that others extend: they are read whenever the program runs.
    var ancestors: Set<String> = []

    // Where the compiler is.
    var template: ParsedTemplate
    var origin: Int32 = 0
    var markup = MarkupState.plain
    /// The function whose frame is being filled; -1 is the template itself.
    var function = -1
    var slotCount: Int32 = 0
    var blocks = BlockTable()
    var currentBlock: (name: String, level: Int)?
    var contextScope = Scope(parent: nil)
    var captured: Int32?
    var branchDepth = 0
    var isMuted = false
    var openTemplates: [String] = []
    var pendingMacros: [PendingMacro] = []
    /// Set when the program has grown too large; nothing more is compiled then.
    var sizeProblem: Diagnostic?

    struct BlockTable {
        /// The definitions of each block, from the template that is rendered up to the last parent.
        var chains: [String: [(block: Block, template: ParsedTemplate, origin: Int32)]] = [:]
        var open: [String] = []
    }

    struct PendingMacro {
        let index: Int
        let macro: Macro
        let scope: Scope
        let template: ParsedTemplate
        let origin: Int32
        let context: Scope
    }

    init(_ library: Library, template: ParsedTemplate, view: RecordType?) {
        self.library = library
        self.template = template
        self.view = view
    }

    func compile() -> Program {
        let start = template
        contextScope = Scope(parent: nil)
        markup = MarkupState(start.format)
        origin = newOrigin(start, .none, Span(start: 0, end: 0))
        let body = compileTemplate(start, in: contextScope)
        expectStartState(
            of: start, "this template", Span(start: start.source.text.utf8.count, end: start.source.text.utf8.count))
        let mainSlots = slotCountAfterMacros()
        if let sizeProblem { diagnostics = [sizeProblem] }
        return Program(self, name: start.name, main: body, slots: mainSlots)
    }

    private func slotCountAfterMacros() -> Int32 {
        while let pending = pendingMacros.popLast() { compileMacro(pending) }
        return slotCount
    }

    // MARK: Templates

    /// Compiles a template with its parents; the names it sets go into `context`.
    func compileTemplate(_ start: ParsedTemplate, in context: Scope) -> Body {
        guard !openTemplates.contains(start.name), openTemplates.count < 50 else {
            let chain = (openTemplates.drop { $0 != start.name } + [start.name]).map { "'\($0)'" }
            report(
                "template-cycle", "these templates include each other without end: \(chain.joined(separator: " → "))",
                lastLinkSpan, in: template, help: "use a macro that calls itself for nested data")
            return .empty
        }
        let saved = (template, origin, blocks, currentBlock, contextScope)
        defer { (template, origin, blocks, currentBlock, contextScope) = saved }
        openTemplates.append(start.name)
        defer { openTemplates.removeLast() }
        contextScope = context
        currentBlock = nil
        blocks = BlockTable()

        var chain = [(template: start, origin: origin)]
        dependencies.insert(start.name)
        while let link = chain[chain.count - 1].template.parent {
            template = chain[chain.count - 1].template
            origin = chain[chain.count - 1].origin
            guard let next = resolve(link.name, link.span) else { break }
            guard !chain.contains(where: { $0.template === next }) else {
                report(
                    "template-cycle",
                    template === next
                        ? "'\(next.name)' extends itself"
                        : "the templates '\(template.name)' and '\(next.name)' extend each other", link.span)
                break
            }
            dependencies.insert(next.name)
            ancestors.insert(next.name)
            chain.append((next, newOrigin(next, .extends, link.span)))
        }
        for (template, origin) in chain {
            for (name, block) in template.blocks {
                blocks.chains[name, default: []].append((block, template, origin))
            }
        }
        var nodes: [Node] = []
        for (level, link) in chain.enumerated() {
            (template, origin) = link
            let isRoot = level == chain.count - 1
            if !isRoot {
                checkChild(link.template, parents: chain[(level + 1)...].map(\.template))
            }
            let wasMuted = isMuted
            isMuted = isMuted || !isRoot
            if isRoot, link.template.parent != nil { isMuted = true }
            predeclare(link.template.statements, in: context, into: &nodes)
            compile(link.template.statements, in: context, into: &nodes)
            isMuted = wasMuted
        }
        return seal(nodes)
    }

    /// Reports what a template that extends another says in vain.
    private func checkChild(_ child: ParsedTemplate, parents: [ParsedTemplate]) {
        for statement in child.statements {
            switch statement.kind {
            case .block(let block) where !parents.contains(where: { $0.blocks[block.name] != nil }):
                let known = Set(parents.flatMap(\.blocks.keys))
                report(
                    "unknown-block", "no template that this one extends has a block '\(block.name)'", block.nameSpan,
                    help: suggestion(for: block.name, among: known)
                        ?? "its blocks are \(Suggestion.list(known))")
            case .text(let bytes) where bytes.contains(where: { !Lexer.isSpace($0) }):
                let lead = bytes.prefix { Lexer.isSpace($0) }.count
                let start = statement.span.start + lead
                report(
                    "text-outside-block",
                    "text outside of the blocks of a template that extends another is never shown",
                    Span(start: start, end: start + bytes.count - lead))
            case .output:
                report(
                    "text-outside-block",
                    "a value outside of the blocks of a template that extends another is never shown", statement.span)
            default: break
            }
        }
    }

    /// The template of a name, relative to the root of the templates.
    func resolve(_ name: String, _ span: Span) -> ParsedTemplate? {
        if let found = library.templates[name] { return found }
        let isOutside = name.hasPrefix("/") || name.split(separator: "/").contains("..")
        report(
            "unknown-template", "no template is called '\(name)'", nameSpan(name, in: span),
            help: isOutside
                ? "names of templates are relative to the root of the templates, without '..' or a first '/'"
                : suggestion(for: name, among: library.templates.keys))
        return nil
    }

    /// The span of a quoted name within a tag.
    private func nameSpan(_ name: String, in tag: Span) -> Span {
        let bytes = Array(template.source.text.utf8)
        let needle = Array(name.utf8)
        guard !needle.isEmpty, tag.end <= bytes.count else { return tag }
        var index = tag.start
        while index + needle.count <= tag.end {
            if bytes[index..<(index + needle.count)].elementsEqual(needle) {
                return Span(start: index, end: index + needle.count)
            }
            index += 1
        }
        return tag
    }

    // MARK: Contexts

    /// Reports if the markup has not come back to where a template or a captured body starts.
    func expectStartState(of template: ParsedTemplate, _ what: String, _ span: Span) {
        guard markup != MarkupState(template.format) else { return }
        if markup.mode == .tagOpen {
            markup = MarkupState(template.format)
            return
        }
        report("context-mismatch", "\(what) ends inside \(markup.phrase)", span)
        markup = MarkupState(template.format)
    }

    private var lastLinkSpan: Span { origins[Int(origin)].linkSpan }

    // MARK: Reports

    func report(
        _ identifier: String, _ summary: String, _ span: Span, in other: ParsedTemplate? = nil,
        notes: [Diagnostic.Note] = [], help: String? = nil
    ) {
        diagnostics.append(
            .error(
                identifier, summary, at: place(of: span, in: other), notes: notes + self.notes(of: origin), help: help))
    }

    func place(of span: Span, in other: ParsedTemplate? = nil) -> Place {
        (other ?? template).source.place(utf8Offset: span.start, length: span.end - span.start)
    }

    private func notes(of origin: Int32) -> [Diagnostic.Note] {
        originNotes(origins, origin, library.parsed)
    }

    func newOrigin(_ template: ParsedTemplate, _ link: Origin.Link, _ span: Span) -> Int32 {
        let parent: Int32 = link == .none ? -1 : origin
        origins.append(Origin(source: template.index, parent: parent, link: link, linkSpan: span))
        return Int32(origins.count - 1)
    }
}

/// How the template of an origin came to be used, the nearest tag first.
func originNotes(_ origins: [Origin], _ start: Int32, _ templates: [ParsedTemplate]) -> [Diagnostic.Note] {
    var notes: [Diagnostic.Note] = []
    var current = start
    while current >= 0 {
        let origin = origins[Int(current)]
        guard origin.parent >= 0 else { break }
        let user = templates[origins[Int(origin.parent)].source]
        let place = user.source.place(
            utf8Offset: origin.linkSpan.start, length: origin.linkSpan.end - origin.linkSpan.start)
        switch origin.link {
        case .none: break
        case .include: notes.append(Diagnostic.Note("included here", at: place))
        case .extends: notes.append(Diagnostic.Note("extended here", at: place))
        case .importing: notes.append(Diagnostic.Note("imported here", at: place))
        }
        current = origin.parent
    }
    return notes
}

extension MarkupState {
    /// The place in words.
    var phrase: String {
        switch mode {
        case .plain, .data: "text"
        case .tagOpen: "a tag without a name"
        case .closingTag: "a closing tag"
        case .tagName, .beforeAttribute, .attributeName, .afterAttributeName, .betweenAttributes:
            "the tag '<\(element)>'"
        case .beforeValue, .doubleQuoted, .singleQuoted, .unquoted: "the attribute '\(attribute)' of '<\(element)>'"
        case .declaration: "a declaration"
        case .comment: "a comment"
        case .section: "a CDATA section"
        case .instruction: "a processing instruction"
        case .raw, .escapableRaw: "the element '\(element)'"
        case .json: isInString ? "a JSON string" : "JSON"
        }
    }
}
