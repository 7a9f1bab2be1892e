import TemplateEngine

/// A link to a place of the site.
struct Link: Sendable, Hashable {
    var label: String
    var path: String

    init(_ label: String, _ path: String) {
        self.label = label
        self.path = path
    }

    static let view = View<Link>(
        "Link",
        [
            .text("label", "What the link says", \.label),
            .text("path", "Where it leads, from the root of the site: put page.root before it", \.path),
        ])
}

/// A link to an address outside of the site.
struct ExternalLink: Sendable {
    var label: String
    var url: String

    static let view = View<ExternalLink>(
        "ExternalLink",
        [
            .text("label", "What the link says", \.label),
            .url("url", "A web address", \.url),
        ])
}
