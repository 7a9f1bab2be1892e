import Diagnostics
import Evidence
import Markdown
import Text

/// Writes the links, plots and citations of a text for the page that it stands on.
struct ProseRenderer: MarkdownReferences {
    let context: SiteContext
    let resolver: ReferenceResolver
    /// The way from the page to the root of the site.
    let root: String
    /// Makes the HTML of a synthesis with its plot.
    let plot: (Synthesis) -> String
    private var idPrefix = ""
    /// The documents cited so far, in the order of their first citation.
    private(set) var cited: [String] = []
    /// The syntheses shown so far, as `question/synthesis`.
    private(set) var shown: Set<String> = []

    init(context: SiteContext, question: String? = nil, root: String, plot: @escaping (Synthesis) -> String) {
        self.context = context
        self.root = root
        self.plot = plot
        resolver = ReferenceResolver(atlas: context.atlas, syntheses: context.syntheses, question: question, language: context.language)
    }

    /// The HTML of a text; its headings and notes get identifiers that begin with `idPrefix`, so that they cannot be those
    /// of the page around it.
    mutating func html(_ document: MarkdownDocument, idPrefix: String) -> String {
        self.idPrefix = idPrefix
        return document.html(resolving: &self, idPrefix: idPrefix, language: context.language)
    }

    mutating func link(to destination: String, text: String, at place: () -> Place) -> MarkdownReplacement {
        guard let reference = try? resolver.resolve(destination) else { return .content }
        switch reference {
        case .study(let study): return entry(text, study.name, Routes.study(study.id))
        case .question(let question): return entry(text, question.title, Routes.question(question.id))
        case .source(let source): return entry(text, source.short, Routes.source(source.id))
        case .page(let page): return entry(text, page.title, Routes.page(page.id))
        case .entry(let entry): return self.entry(text, entry.label.lowercased(), Routes.entry(entry.kind, entry.id))
        case .value(let study, let anchor, let shown):
            return .html(
                "<a class=\"value\" href=\"\(root)\(Routes.study(study.id))#\(HTMLText.escaped(anchor))\">\(HTMLText.escaped(shown))</a>")
        case .pooled(let synthesis, let pooled):
            let shown = ValueText.pooled(pooled, synthesis.measure)
            return .html(
                "<a class=\"value\" href=\"\(root)\(Routes.synthesis(synthesis.question, synthesis.id))\">\(HTMLText.escaped(shown))</a>")
        case .forest(let synthesis):
            return entry(
                text, synthesis.plan.title, Routes.synthesis(synthesis.question, synthesis.id))
        case .address(let address) where address.hasPrefix("#"): return .address("#" + idPrefix + address.dropFirst())
        case .address(let address): return .address(address)
        }
    }

    private func entry(_ text: String, _ name: String, _ path: String) -> MarkdownReplacement {
        text.isEmpty
            ? .html("<a href=\"\(root)\(path)\">\(HTMLText.escaped(name))</a>")
            : .address(root + path)
    }

    mutating func image(of destination: String, text: String, at place: () -> Place) -> MarkdownReplacement {
        guard case .forest(let synthesis)? = try? resolver.resolve(destination) else { return .content }
        shown.insert("\(synthesis.question)/\(synthesis.id)")
        return .block(plot(synthesis))
    }

    mutating func citation(_ citations: [MarkdownDocument.Citation], at place: () -> Place) -> String {
        var parts: [String] = []
        for citation in citations {
            guard let source = context.atlas.source(citation.source) else { continue }
            if !cited.contains(source.id) { cited.append(source.id) }
            let words = citation.place.isEmpty ? source.short : "\(source.short), \(citation.place)"
            parts.append(
                "<a class=\"citation\" href=\"\(root)\(Routes.source(source.id))\">\(HTMLText.escaped(words))</a>")
        }
        return "(" + parts.joined(separator: "; ") + ")"
    }
}
