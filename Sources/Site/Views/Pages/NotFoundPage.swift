import TemplateEngine

/// The page for an address at which there is nothing.
struct NotFoundPage: Sendable {
    var questions: String
    var studies: String

    static let view = PageContent<NotFoundPage>.view(
        "NotFoundPage",
        [
            .text("questions", "The address of the list of questions, from the root of the site", \.questions),
            .text("studies", "The address of the list of studies, from the root of the site", \.studies),
        ])
}
