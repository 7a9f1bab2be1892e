import TemplateEngine

/// What a document contributed, value by value.
struct SourcePage: Sendable {
    /// One value at one place of the document.
    struct Contribution: Sendable {
        var what: String
        var value: String
        var at: String
        var printed: [String]
        var path: String

        static let view = View<Contribution>(
            "Contribution",
            [
                .text("what", "What the value is", \.what),
                .text("value", "The value as the atlas writes it, or a dash", \.value),
                .text("at", "The place in the document", \.at),
                .texts("printed", "The figures as printed", \.printed),
                .text("path", "The address of the value, from the root of the site", \.path),
            ])
    }

    /// What it contributed to one study.
    struct Contributions: Sendable {
        var name: String
        var path: String
        var anchor: String
        var items: [Contribution]

        static let view = View<Contributions>(
            "Contributions",
            [
                .text("name", "The study", \.name),
                .text("path", "The address of its page, from the root of the site", \.path),
                .text("anchor", "The identifier of the study on this page", \.anchor),
                .parts("items", Contribution.view, "The values, in the order of the study's record", \.items),
            ])
    }

    var short: String
    var citation: String
    var url: String?
    var facts: [FactBlock]
    var note: String
    var tables: String
    var studies: [Contributions]

    static let view = PageContent<SourcePage>.view(
        "SourcePage",
        [
            .text("short", "The document, as it is named in short", \.short),
            .text("citation", "The full citation", \.citation),
            .url("url", "Where the document can be read", ifAny: \.url),
            .parts("facts", FactBlock.view, "Language, licence, review", \.facts),
            .text("note", "What to keep in mind; may be empty", \.note),
            .text("tables", "What it contributes; may be empty", \.tables),
            .parts("studies", Contributions.view, "The values taken from it, by study", \.studies),
        ])
}
