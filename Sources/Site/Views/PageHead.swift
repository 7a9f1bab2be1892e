import TemplateEngine

/// What every page says of itself.
struct PageHead: Sendable {
    /// The kinds of pages, as templates and style sheets know them.
    enum Kind: String, Sendable {
        case home, questions, question, studies, study, sources, source, page, glossary, entry, map, ongoing,
            discrepancies
        case notFound = "404"
    }

    var title: String
    var description = ""
    var kind: Kind
    var section = ""
    var path: String
    /// The way to the root of the site; that of the path if nil.
    var root: String?
    /// The address of the site, if it has one.
    var baseURL: String?
    var breadcrumbs: [Link] = []

    static let view = View<PageHead>(
        "Page",
        [
            .text("title", "The title of the page, without that of the site", \.title),
            .text("description", "The page in a sentence, for search engines; may be empty", \.description),
            .text("kind", "The kind of page: home, question, study, …") { $0.kind.rawValue },
            .text("section", "The section of the navigation that the page belongs to; may be empty", \.section),
            .text("root", "The way from the page to the root of the site, such as ../../") {
                $0.root ?? Routes.root(from: $0.path)
            },
            .text("path", "The address of the page from the root of the site", \.path),
            .url(
                "canonical", "The full address, if the site has a base URL",
                ifAny: { page in
                    page.baseURL.map { $0 + Routes.address(of: page.path) }
                }),
            .parts("breadcrumbs", Link.view, "The pages above this one, from the home page down", \.breadcrumbs),
        ])
}

/// A page of the site: what it says of the site, of itself, and its content.
struct PageContent<Content: Sendable>: Sendable {
    /// Made once for all pages.
    var site: Value
    var head: PageHead
    var content: Content

    /// The view of a page with content of a type: `site`, `page`, and the fields of the content.
    static func view(_ name: String, _ fields: [View<Content>.Field]) -> View<PageContent> {
        View(
            name,
            [
                .init("site", .record(SiteHead.view.type), "The site", { $0.site }),
                .part("page", PageHead.view, "The page", { $0.head }),
            ] + fields.map { $0.of { $0.content } })
    }
}
