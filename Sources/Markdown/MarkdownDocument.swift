import Diagnostics
import Text

/// A parsed Markdown text: a flat list of events in document order.
///
/// The text is CommonMark with GitHub's tables, footnotes, strikethrough, autolinks and task lists, and citations of
/// the form `[@source, place]`. The document keeps nothing of the C library; it can be walked from any thread.
public struct MarkdownDocument: Sendable {
    /// What stands at one point of the document.
    public enum Event: Sendable, Equatable {
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
    public enum Element: Sendable, Equatable {
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

    public enum TaskState: Sendable, Equatable {
        case none
        case open
        case done
    }

    public enum Alignment: Sendable, Equatable {
        case none
        case left
        case center
        case right
    }

    /// One source named in a citation, with the place in it.
    public struct Citation: Sendable, Equatable, Hashable {
        public var source: String
        public var place: String
    }

    /// An event and where it stands in the text, counted in lines and columns from 1.
    public struct Located: Sendable {
        public var event: Event
        public var line: Int
        public var column: Int
    }

    public let events: [Located]
    public let source: SourceText
    /// The line of the file with more than ``maximumColumns`` columns, if there is one; tables are then not read.
    public let tooWideLine: Int?

    /// Whether there is nothing to show.
    public var isEmpty: Bool { events.isEmpty }

    /// The place of an event; `needle` narrows it to the first occurrence of a string from there on.
    public func place(of located: Located, needle: String? = nil) -> Place {
        if let needle, let found = source.place(of: needle, fromLine: located.line) { return found }
        return source.place(line: located.line, column: located.column)
    }

    /// The text without any markup; blocks are separated by a space.
    public func plainText() -> String {
        var out = ""
        for located in events {
            switch located.event {
            case .text(let text), .code(let text), .codeBlock(_, let text): out += text
            case .softBreak, .lineBreak, .thematicBreak: out += " "
            case .exit(.paragraph), .exit(.heading), .exit(.tableCell): out += " "
            default: break
            }
        }
        return out
    }
}

