import TemplateEngine

/// What every page says of the site.
struct SiteHead: Sendable {
    /// A section in the head of each page.
    struct Section: Sendable {
        var label: String
        var path: String
        var section: String

        static let view = View<Section>(
            "NavigationItem",
            [
                .text("label", "What the link says", \.label),
                .text("path", "Where it leads, from the root of the site", \.path),
                .text(
                    "section", "The section it stands for; equal to page.section on the pages of that section",
                    \.section),
            ])
    }

    var name: String
    var tagline: String?
    var description: String?
    var language: String
    var licence: ExternalLink?
    var editors: [String]
    var disclaimer: String?
    var navigation: [Section]
    var footer: [Link]
    /// The addresses of the assets by their file names.
    var assets: [(String, String)]

    static let view = View<SiteHead>(
        "Site",
        [
            .text("name", "The name of the atlas", \.name),
            .text("tagline", "What it is about, in a few words", ifAny: \.tagline),
            .text("description", "What it is about, in a sentence or two", ifAny: \.description),
            .text("language", "The language of the pages, as a BCP 47 tag", \.language),
            .part("licence", ExternalLink.view, "The licence of the content", ifAny: \.licence),
            .texts("editors", "Who edits the atlas", \.editors),
            .text("disclaimer", "What every page says at its foot", ifAny: \.disclaimer),
            .parts("navigation", Section.view, "The sections in the head of each page", \.navigation),
            .parts("footer", Link.view, "The pages in the foot of each page", \.footer),
            .texts(
                "assets", "The addresses of the assets, from the root of the site, by their file names", named: \.assets
            ),
        ])
}
