import Evidence
import Markdown
import TemplateEngine
import Text

/// Composes a text for the page that it stands on: resolves its links and citations, and takes in the syntheses it shows.
struct ProseComposer: MarkdownReferences {
    let scope: Scope
    /// The question on whose page the text stands.
    let question: String?
    /// The way from the page to the root of the site.
    let root: String
    private var idPrefix = ""
    /// The documents cited so far, in the order of their first citation.
    private(set) var cited: [String] = []
    private var known: Set<String> = []
    /// The syntheses shown so far.
    private(set) var shown: Set<SynthesisAddress> = []

    init(scope: Scope, question: String? = nil, root: String) {
        self.scope = scope
        self.question = question
        self.root = root
    }

    /// The pieces of a text; its headings and notes get identifiers that begin with `idPrefix`, so that they cannot be those
    /// of the page around it.
    mutating func pieces(_ document: MarkdownDocument, idPrefix: String) -> [MarkdownPiece] {
        self.idPrefix = idPrefix
        return document.pieces(resolving: &self, idPrefix: idPrefix, language: scope.language)
    }

    /// The same as blocks of a page, with the syntheses that the text shows.
    mutating func blocks(
        _ document: MarkdownDocument, idPrefix: String,
        _ synthesis: (SynthesisAddress) throws(TemplateError) -> SynthesisBlock?
    ) throws(TemplateError) -> [ProseBlock] {
        var blocks: [ProseBlock] = []
        for piece in pieces(document, idPrefix: idPrefix) {
            switch piece {
            case .html(let html): blocks.append(ProseBlock(html: html))
            case .part(let destination):
                guard let address = scope.link(destination, in: question)?.synthesis else { continue }
                blocks.append(ProseBlock(synthesis: try synthesis(address)))
            }
        }
        return blocks
    }

    /// The HTML of a text that shows no synthesis.
    mutating func html(_ document: MarkdownDocument, idPrefix: String) -> String {
        self.idPrefix = idPrefix
        return document.html(resolving: &self, idPrefix: idPrefix, language: scope.language)
    }

    mutating func link(to destination: String, text: String, at place: () -> Place) -> MarkdownLink {
        guard let link = scope.link(destination, in: question) else { return .content }
        switch link.kind {
        case .address where link.path.hasPrefix("#"): return .address("#" + idPrefix + link.path.dropFirst())
        case .address: return .address(link.path)
        case .value: return .reference(MarkdownReference(link.text, to: root + link.path, style: "value"))
        case .record, .synthesis:
            return text.isEmpty
                ? .reference(MarkdownReference(link.text, to: root + link.path)) : .address(root + link.path)
        }
    }

    mutating func image(of destination: String, text: String, at place: () -> Place) -> MarkdownImage {
        guard let address = scope.link(destination, in: question)?.synthesis else { return .nothing }
        shown.insert(address)
        return .part
    }

    mutating func citation(_ citations: [MarkdownDocument.Citation], at place: () -> Place) -> [MarkdownReference] {
        citations.map { citation in
            if known.insert(citation.source).inserted { cited.append(citation.source) }
            let short = scope.short(ofSource: citation.source)
            return MarkdownReference(
                citation.place.isEmpty ? short : scope.language.place(citation.place, in: short),
                to: root + Routes.source(citation.source), style: "citation")
        }
    }
}
