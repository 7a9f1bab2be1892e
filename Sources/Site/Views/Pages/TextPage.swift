import TemplateEngine

/// A page of prose: about, methods, and the like.
struct TextPage: Sendable {
    var body: [ProseBlock]
    var sections: [SectionLink]
    var references: [ReferenceBlock]

    static let view = PageContent<TextPage>.view(
        "ProsePage",
        [
            .parts("body", ProseBlock.view, "The text", \.body),
            .parts("sections", SectionLink.view, "The headings of the text", \.sections),
            .parts("references", ReferenceBlock.view, "The documents cited", \.references),
        ])
}
