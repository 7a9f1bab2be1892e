import Diagnostics
import Evidence
import Markdown
import Text

/// Resolves the links and citations of a text for the page that it stands on.
struct ProseComposer: MarkdownReferences {
    let scope: Scope
    /// The question on whose page the text stands.
    let question: String?
    /// The way from the page to the root of the site.
    let root: String
    private var idPrefix = ""
    /// The documents cited so far, in the order of their first citation.
    private(set) var cited: [String] = []

    init(scope: Scope, question: String? = nil, root: String) {
        self.scope = scope
        self.question = question
        self.root = root
    }

    /// The HTML of a text; its headings and notes get identifiers that begin with `idPrefix`, so that they cannot be those
    /// of the page around it.
    mutating func html(_ document: MarkdownDocument, idPrefix: String) -> String {
        self.idPrefix = idPrefix
        return document.html(resolving: &self, idPrefix: idPrefix, language: scope.language)
    }

    mutating func link(to destination: String, text: String, at place: () -> Place) -> MarkdownReplacement {
        guard let link = scope.link(destination, in: question) else { return .content }
        switch link.kind {
        case .address where link.path.hasPrefix("#"): return .address("#" + idPrefix + link.path.dropFirst())
        case .address: return .address(link.path)
        case .value:
            return .html("<a class=\"value\" href=\"\(root)\(HTMLText.escaped(link.path))\">\(HTMLText.escaped(link.text))</a>")
        case .record, .synthesis:
            return text.isEmpty
                ? .html("<a href=\"\(root)\(link.path)\">\(HTMLText.escaped(link.text))</a>") : .address(root + link.path)
        }
    }

    mutating func image(of destination: String, text: String, at place: () -> Place) -> MarkdownReplacement { .content }

    mutating func citation(_ citations: [MarkdownDocument.Citation], at place: () -> Place) -> String {
        var parts: [String] = []
        for citation in citations {
            if !cited.contains(citation.source) { cited.append(citation.source) }
            let short = scope.short(ofSource: citation.source)
            let words = citation.place.isEmpty ? short : "\(short), \(citation.place)"
            parts.append(
                "<a class=\"citation\" href=\"\(root)\(Routes.source(citation.source))\">\(HTMLText.escaped(words))</a>")
        }
        return "(" + parts.joined(separator: "; ") + ")"
    }
}
