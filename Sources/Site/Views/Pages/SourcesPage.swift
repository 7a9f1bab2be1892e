import TemplateEngine

/// The list of documents.
struct SourcesPage: Sendable {
    /// One document.
    struct Row: Sendable {
        var short: String
        var title: String
        var path: String
        var about: String
        var studies: String

        static let view = View<Row>(
            "SourceRow",
            [
                .text("short", "The document, as it is named in short", \.short),
                .text("title", "Its title", \.title),
                .text("path", "The address of its page, from the root of the site", \.path),
                .text("about", "What kind of document it is; may be empty", \.about),
                .text("studies", "How many studies draw on it", \.studies),
            ])
    }

    var rows: [Row]

    static let view = PageContent<SourcesPage>.view(
        "SourcesPage",
        [
            .parts("rows", Row.view, "All documents, by name", \.rows)
        ])
}
