import Diagnostics
import Text

/// Decides what the links, images and citations of a document become.
package protocol MarkdownReferences {
    /// What a link becomes; `text` is its content without markup.
    mutating func link(to destination: String, text: String, at place: () -> Place) -> MarkdownLink
    /// What an image becomes.
    mutating func image(of destination: String, text: String, at place: () -> Place) -> MarkdownImage
    /// The links of a citation, which are set in parentheses.
    mutating func citation(_ citations: [MarkdownDocument.Citation], at place: () -> Place) -> [MarkdownReference]
}

/// What a link is written as. Addresses and texts are escaped when they are written.
package enum MarkdownLink: Sendable, Equatable {
    /// A link with its own content to an address.
    case address(String)
    /// A link with another content, if it has none of its own or shows a value.
    case reference(MarkdownReference)
    /// Nothing but the content.
    case content
}

/// A link that is written with a text and perhaps a class.
package struct MarkdownReference: Sendable, Equatable {
    package var text: String
    package var address: String
    /// What a style sheet knows the link by.
    package var style: String?

    package init(_ text: String, to address: String, style: String? = nil) {
        self.text = text
        self.address = address
        self.style = style
    }
}

/// What an image is written as.
package enum MarkdownImage: Sendable, Equatable {
    /// A part that is not of the text: it stands between two pieces of HTML, in place of the paragraph of the image.
    case part
    /// Nothing.
    case nothing
}

/// A piece of a document: HTML, or the destination of an image that is a part of its own.
package enum MarkdownPiece: Sendable, Equatable {
    case html(String)
    case part(String)
}

extension MarkdownDocument {
    /// The document as pieces of HTML, and the parts that stand between them.
    ///
    /// Raw HTML is shown as text. Headings are at least of level 2, because a page's title is its only heading of
    /// level 1, and carry an `id` made of their text. An image alone in its paragraph may be a part; the piece before it may
    /// leave elements open that the piece after it closes.
    ///
    /// - Parameters:
    ///   - references: decides what links, images and citations become.
    ///   - idPrefix: what every `id` begins with.
    ///   - language: that of the words around notes.
    package func pieces(
        resolving references: inout some MarkdownReferences, idPrefix: String = "", language: Language
    ) -> [MarkdownPiece] {
        var rendering = HTMLRendering(document: self, idPrefix: idPrefix, language: language)
        rendering.run(&references)
        return rendering.pieces
    }

    /// The document as HTML, without parts.
    package func html(
        resolving references: inout some MarkdownReferences, idPrefix: String = "", language: Language
    ) -> String {
        pieces(resolving: &references, idPrefix: idPrefix, language: language).map { piece in
            if case .html(let html) = piece { html } else { "" }
        }.joined()
    }
}

private struct HTMLRendering {
    let document: MarkdownDocument
    let idPrefix: String
    let language: Language
    private(set) var pieces: [MarkdownPiece] = []
    private var out: [UInt8] = []
    private var nextHeading = 0
    private var openFootnotes = false

    init(document: MarkdownDocument, idPrefix: String, language: Language) {
        self.document = document
        self.idPrefix = idPrefix
        self.language = language
    }

    mutating func run(_ references: inout some MarkdownReferences) {
        let events = document.events
        var index = events.startIndex
        /// What closes each open link.
        var closings: [String] = []
        while index < events.endIndex {
            let located = events[index]
            switch located.event {
            case .enter(.paragraph) where isLoneImage(at: index):
                // The image may become a block, which a paragraph must not contain.
                guard case .enter(.image(let destination, _)) = events[index + 1].event else { break }
                let end = document.endOfElement(from: index + 1)
                let image = references.image(
                    of: destination, text: events.text((index + 2)..<end),
                    at: { document.place(of: located, needle: destination) })
                switch image {
                case .part:
                    endPiece()
                    pieces.append(.part(destination))
                case .nothing: write("<p></p>\n")
                }
                index = end + 1
            case .enter(.link(let destination, let title)):
                let end = document.endOfElement(from: index)
                let link = references.link(
                    to: destination, text: events.text((index + 1)..<end),
                    at: { document.place(of: located, needle: destination) })
                switch link {
                case .address(let address):
                    write("<a href=\"\(MarkupText.escaped(address))\"")
                    if !title.isEmpty { write(" title=\"\(MarkupText.escaped(title))\"") }
                    write(">")
                    closings.append("</a>")
                case .reference(let reference):
                    write(reference)
                    index = end
                case .content:
                    closings.append("")
                }
            case .exit(.link):
                write(closings.popLast() ?? "")
            case .enter(.image(let destination, _)):
                let end = document.endOfElement(from: index)
                _ = references.image(
                    of: destination, text: events.text((index + 1)..<end),
                    at: { document.place(of: located, needle: destination) })
                index = end
            case .citation(let citations):
                let links = references.citation(
                    citations, at: { document.place(of: located, needle: "[@\(citations.first?.source ?? "")") })
                write("(")
                for (number, link) in links.enumerated() {
                    if number > 0 { write("; ") }
                    write(link)
                }
                write(")")
            default:
                writeSimple(located.event, at: index)
            }
            index += 1
        }
        if openFootnotes { write("</ol>\n</section>\n") }
        endPiece()
    }

    private mutating func endPiece() {
        guard !out.isEmpty else { return }
        pieces.append(.html(String(decoding: out, as: UTF8.self)))
        out.removeAll(keepingCapacity: true)
    }

    private mutating func write(_ reference: MarkdownReference) {
        write("<a")
        if let style = reference.style { write(" class=\"\(MarkupText.escaped(style))\"") }
        write(" href=\"\(MarkupText.escaped(reference.address))\">")
        MarkupText.append(reference.text, to: &out)
        write("</a>")
    }

    private mutating func writeSimple(_ event: MarkdownDocument.Event, at index: Int) {
        switch event {
        case .enter(let element): open(element, at: index)
        case .exit(let element): close(element)
        case .text(let text): MarkupText.append(text, to: &out)
        case .code(let text):
            write("<code>")
            MarkupText.append(text, to: &out)
            write("</code>")
        case .codeBlock(_, let text):
            write("<pre><code>")
            MarkupText.append(text, to: &out)
            write("</code></pre>\n")
        case .rawHTML(let text, let isBlock):
            if isBlock { write("<p>") }
            MarkupText.append(text, to: &out)
            if isBlock { write("</p>\n") }
        case .softBreak: write("\n")
        case .lineBreak: write("<br>\n")
        case .thematicBreak: write("<hr>\n")
        case .footnoteReference(let number, let occurrence):
            let id = referenceID(number, occurrence)
            write("<sup class=\"footnote-ref\"><a href=\"#\(idPrefix)fn-\(number)\" id=\"\(id)\">\(number)</a></sup>")
        case .citation: break
        }
    }

    private mutating func open(_ element: MarkdownDocument.Element, at index: Int) {
        switch element {
        case .paragraph(let isTight): if !isTight { write("<p>") }
        case .heading(let level):
            write("<h\(max(2, level)) id=\"\(idPrefix)\(document.headings[nextHeading].anchor)\">")
            nextHeading += 1
        case .blockQuote: write("<blockquote>\n")
        case .list(let isOrdered, let start):
            if isOrdered { write(start == 1 ? "<ol>\n" : "<ol start=\"\(start)\">\n") } else { write("<ul>\n") }
        case .item(let task):
            switch task {
            case .none: write("<li>")
            case .open: write("<li class=\"task\"><span class=\"task-mark\">\u{2610}</span> ")
            case .done: write("<li class=\"task\"><span class=\"task-mark\">\u{2611}</span> ")
            }
        case .emphasis: write("<em>")
        case .strong: write("<strong>")
        case .strikethrough: write("<del>")
        case .table: write("<div class=\"table-scroll\" tabindex=\"0\"><table>\n")
        case .tableHead: write("<thead>\n<tr>")
        case .tableRow:
            // The body begins with the first row after the head.
            if index > 0, case .exit(.tableHead) = document.events[index - 1].event { write("<tbody>\n") }
            write("<tr>")
        case .tableCell(let alignment, let isHead):
            write(isHead ? "<th scope=\"col\"" : "<td")
            switch alignment {
            case .none: break
            case .left: write(" class=\"align-left\"")
            case .center: write(" class=\"align-center\"")
            case .right: write(" class=\"align-right\"")
            }
            write(">")
        case .footnote(let number):
            if !openFootnotes {
                write("<section class=\"footnotes\" aria-label=\"\(MarkupText.escaped(language.notes))\">\n<ol>\n")
                openFootnotes = true
            }
            write("<li id=\"\(idPrefix)fn-\(number)\">")
        case .link, .image: break
        }
    }

    private mutating func close(_ element: MarkdownDocument.Element) {
        switch element {
        case .paragraph(let isTight): write(isTight ? "" : "</p>\n")
        case .heading(let level): write("</h\(max(2, level))>\n")
        case .blockQuote: write("</blockquote>\n")
        case .list(let isOrdered, _): write(isOrdered ? "</ol>\n" : "</ul>\n")
        case .item: write("</li>\n")
        case .emphasis: write("</em>")
        case .strong: write("</strong>")
        case .strikethrough: write("</del>")
        case .table: write(bodyIsOpen ? "</tbody>\n</table></div>\n" : "</table></div>\n")
        case .tableHead: write("</tr>\n</thead>\n")
        case .tableRow: write("</tr>\n")
        case .tableCell(_, let isHead): write(isHead ? "</th>" : "</td>")
        case .footnote(let number):
            writeWaysBack(from: number)
            write("</li>\n")
        case .link, .image: break
        }
    }

    /// Whether a row has been written since the head of the table that is being closed.
    private var bodyIsOpen: Bool {
        out.suffix(6).elementsEqual("</tr>\n".utf8)
    }

    private mutating func write(_ text: String) {
        out.append(contentsOf: text.utf8)
    }

    private func isLoneImage(at index: Int) -> Bool {
        let events = document.events
        guard index + 1 < events.count, case .enter(.image) = events[index + 1].event else { return false }
        let end = document.endOfElement(from: index + 1)
        guard end + 1 < events.count, case .exit(.paragraph) = events[end + 1].event else { return false }
        return true
    }

    private func referenceID(_ number: Int, _ occurrence: Int) -> String {
        occurrence == 1 ? "\(idPrefix)fnref-\(number)" : "\(idPrefix)fnref-\(number)-\(occurrence)"
    }

    /// A link for each place that refers to a note, numbered if there are several.
    private mutating func writeWaysBack(from number: Int) {
        let count = number <= document.noteReferences.count ? document.noteReferences[number - 1] : 0
        for occurrence in 1...max(1, count) {
            let label = count > 1 ? language.backToText(occurrence, of: count) : language.backToText
            if occurrence > 1 { write(" ") }
            write("<a class=\"footnote-back\" href=\"#\(referenceID(number, occurrence))\"")
            write(" aria-label=\"\(MarkupText.escaped(label))\">\u{21A9}")
            if count > 1 { write("<sup>\(occurrence)</sup>") }
            write("</a>")
        }
    }
}
