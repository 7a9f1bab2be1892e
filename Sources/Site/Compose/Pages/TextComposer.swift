import Evidence
import Markdown
import TemplateEngine

/// Composes a page of prose, which may show syntheses of any question.
struct TextComposer {
    let scope: Scope
    let page: ProsePage

    /// How the identifiers of a page's own text begin.
    static let prefix = "text-"

    func parts() throws(TemplateError) -> PageParts {
        let path = Routes.page(page.id)
        let root = Routes.root(from: path)
        var prose = ProseComposer(scope: scope, root: root)
        var syntheses = SynthesisBlocks(scope: scope, root: root, question: nil)
        let body = try prose.blocks(page.body, idPrefix: Self.prefix) { address throws(TemplateError) in
            try syntheses.block(address)
        }
        let content = TextPage(
            body: body, sections: Self.sections(of: page.body), references: scope.references(prose.cited))
        let head = PageHead(
            title: page.title, description: page.description ?? "", kind: .page, section: page.id, path: path)
        return PageParts(view: TextPage.view.value(of: scope.content(content, on: head)))
    }

    static func sections(of document: MarkdownDocument) -> [SectionLink] {
        document.sections(idPrefix: prefix).map { SectionLink(label: $0.title, anchor: $0.anchor) }
    }
}
