import Diagnostics
import Text

/// A parsed Markdown text: a flat list of events in document order.
///
/// The text is CommonMark with GitHub's tables, footnotes, strikethrough, autolinks and task lists, and citations of
/// the form `[@source, place]`. The document keeps nothing of the C library; it can be walked from any thread.
package struct MarkdownDocument: Sendable {
    /// What stands at one point of the document.
    package enum Event: Sendable, Equatable {
        case enter(Element)
        case exit(Element)
        case text(String)
        case code(String)
        case codeBlock(info: String, text: String)
        /// Raw HTML; it is only ever shown as text.
        case rawHTML(String, isBlock: Bool)
        case softBreak
        case lineBreak
        case thematicBreak
        /// A reference to the footnote of a number (from 1); the reference is the `occurrence`-th to it (from 1).
        case footnoteReference(number: Int, occurrence: Int)
        case citation([Citation])
    }

    /// A part of the document that has content.
    package enum Element: Sendable, Equatable {
        case paragraph(isTight: Bool)
        case heading(level: Int)
        case blockQuote
        case list(isOrdered: Bool, start: Int)
        case item(task: TaskState)
        case emphasis
        case strong
        case strikethrough
        case link(destination: String, title: String)
        case image(destination: String, title: String)
        case table([Alignment])
        case tableHead
        case tableRow
        case tableCell(Alignment, isHead: Bool)
        case footnote(number: Int)
    }

    package enum TaskState: Sendable, Equatable {
        case none
        case open
        case done
    }

    package enum Alignment: Sendable, Equatable {
        case none
        case left
        case center
        case right
    }

    /// One source named in a citation, with the place in it.
    package struct Citation: Sendable, Equatable, Hashable {
        package var source: String
        package var place: String
    }

    /// An event and the part of the text that it stands for, as a range of UTF-8 offsets.
    package struct Located: Sendable {
        package var event: Event
        /// Where the event begins; that of a break is where it was met.
        package var start: Int
        package var end: Int
    }

    package let events: [Located]
    package let source: SourceText
    /// The document as it was written, which all else follows from.
    package let text: String
    /// What is wrong with the text itself: a paragraph that is too long, a note that nobody refers to.
    package let problems: [Diagnostic]
    /// The headings in document order.
    package let headings: [Heading]
    let lines: MarkdownLines
    /// How many references lead to each note, by its number less 1.
    let noteReferences: [Int]

    /// Parses Markdown text.
    ///
    /// - Parameters:
    ///   - text: the Markdown.
    ///   - source: the file that it stands in, for diagnostics; the text itself if it is a whole file.
    ///   - firstLine: the line of `source` on which `text` begins (a page's body begins after its front matter).
    package init(_ text: String, in source: SourceText, firstLine: Int = 1) {
        self.text = text
        self.source = source
        lines = MarkdownLines(text, in: source, firstLine: firstLine)
        var problems = MarkdownLimits.problems(of: lines)
        guard problems.isEmpty else {
            (events, headings, noteReferences, self.problems) = ([], [], [], problems)
            return
        }
        let walk = MarkdownParsing.walk(text, lines)
        events = walk.events
        noteReferences = walk.noteReferences
        headings = Heading.all(in: walk.events)
        problems += walk.problems
        self.problems = problems
    }

    /// Parses a text that is not in a file, such as one in a test.
    package init(_ text: String) {
        self.init(text, in: SourceText(file: "text.md", text: text))
    }

    /// Whether there is nothing to show.
    package var isEmpty: Bool { events.isEmpty }

    /// The place of an event; `needle` narrows it to a string in it: of a link to the last occurrence, which is its
    /// destination, of anything else to the first.
    package func place(of located: Located, needle: String? = nil) -> Place {
        lines.place(of: located, needle: needle)
    }

    /// The text without any markup; blocks are separated by a space.
    ///
    /// - Parameter text: What a link without content of its own says, by its destination.
    package func plainText(ofLinks text: (String) -> String? = { _ in nil }) -> String {
        var out = ""
        for (index, located) in events.enumerated() {
            switch located.event {
            case .text(let text), .code(let text), .codeBlock(_, let text): out += text
            case .softBreak, .lineBreak, .thematicBreak: out += " "
            case .exit(.paragraph), .exit(.heading), .exit(.tableCell): out += " "
            case .enter(.link(let destination, _)):
                if index + 1 < events.count, case .exit(.link) = events[index + 1].event {
                    out += text(destination) ?? ""
                }
            default: break
            }
        }
        while out.hasSuffix(" ") { out.removeLast() }
        return out
    }

    /// The index of the event that closes the element opened at an index.
    func endOfElement(from start: Int) -> Int { events.endOfElement(from: start) }
}

extension [MarkdownDocument.Located] {
    /// The index of the event that closes the element opened at an index.
    func endOfElement(from start: Int) -> Int {
        var depth = 0
        for index in start..<endIndex {
            switch self[index].event {
            case .enter: depth += 1
            case .exit:
                depth -= 1
                if depth == 0 { return index }
            default: break
            }
        }
        return endIndex - 1
    }

    /// The text between two events without its markup; raw HTML, which is shown as text, only if asked for.
    func text(_ range: Range<Int>, withHTML: Bool = false) -> String {
        var text = ""
        for located in self[range] {
            switch located.event {
            case .text(let part), .code(let part): text += part
            case .rawHTML(let part, _) where withHTML: text += part
            case .softBreak, .lineBreak: text += " "
            default: break
            }
        }
        return text
    }
}

extension MarkdownDocument: Fingerprinted {
    package func feed(to fingerprinter: inout Fingerprinter) { fingerprinter.feed(text) }
}
