import TemplateEngine

/// A page that can be composed, on any thread, when its turn comes.
struct PagePlan: Sendable {
    /// The file, from the root of the site.
    let path: String
    /// Whether the page belongs in the site map.
    let isListed: Bool
    /// The folders, from the root of the site, of the files that are made with the page.
    let folders: [String]
    private let compose: @Sendable (Scope) throws(TemplateError) -> [(path: String, content: Page.Content)]

    /// A page that a template makes of a view, with the files that belong to it.
    init(
        _ path: String, _ template: String, isListed: Bool = true, folders: [String] = [],
        parts: @escaping @Sendable (Scope) throws(TemplateError) -> PageParts
    ) {
        self.path = path
        self.isListed = isListed
        self.folders = folders
        compose = { scope throws(TemplateError) in
            let parts = try parts(scope)
            var pages = [(path: path, content: Page.Content.view(parts.view, template: template))]
            for graphic in parts.graphics { pages.append((graphic.file, try graphic.content(scope.language))) }
            return pages + parts.files
        }
    }

    /// A file that is no page.
    init(_ path: String, bytes: @escaping @Sendable (Scope) -> [UInt8]) {
        self.path = path
        isListed = false
        folders = []
        compose = { scope in [(path, .bytes(bytes(scope)))] }
    }

    /// Composes the page and its files from what a scope of its own answers.
    func pages(from evidence: SiteEvidence) throws(TemplateError) -> [Page] {
        let scope = Scope(evidence)
        let composed = try compose(scope)
        return composed.map { Page(path: $0.path, content: $0.content, inputs: scope.inputs) }
    }
}

/// What a composer makes: the view of a page, and what is published beside it.
struct PageParts {
    var view: Value
    /// The plots that are files of their own.
    var graphics: [Graphic] = []
    /// Other files, by their paths from the root of the site.
    var files: [(path: String, content: Page.Content)] = []
}
