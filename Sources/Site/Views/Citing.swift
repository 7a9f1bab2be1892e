import TemplateEngine

/// A place where something is printed.
struct PrintedPlace: Sendable {
    var source: String
    var path: String
    var at: String
    var printed: [String]

    static let view = View<PrintedPlace>(
        "Provenance",
        [
            .text("source", "The document, as it is named in short", \.source),
            .text("path", "The address of its page, from the root of the site", \.path),
            .text("at", "The place in the document", \.at),
            .texts("printed", "The figures exactly as they are printed there", \.printed),
        ])
}

/// The places where something is printed.
struct PrintedPlaces: Sendable {
    /// The one place, or how many there are; empty without any.
    var summary = ""
    var places: [PrintedPlace] = []

    static let view = View<PrintedPlaces>(
        "Places",
        [
            .text("summary", "The one place, or how many there are; empty without any", \.summary),
            .parts("places", PrintedPlace.view, "The places", \.places),
        ])
}

/// Something that a document says of a study, in words of the atlas.
struct StatementBlock: Sendable {
    var text: String
    var provenance: PrintedPlaces

    static let view = View<StatementBlock>(
        "Statement",
        [
            .text("text", "The statement, in words of the atlas", \.text),
            .part("provenance", PrintedPlaces.view, "Where it is printed", \.provenance),
        ])
}

/// A document in a list of references.
struct ReferenceBlock: Sendable {
    var short: String
    var path: String
    var citation: String
    var url: String?

    static let view = View<ReferenceBlock>(
        "Reference",
        [
            .text("short", "The document, as it is named in short", \.short),
            .text("path", "The address of its page, from the root of the site", \.path),
            .text("citation", "The full citation", \.citation),
            .url("url", "Where the document can be read", ifAny: \.url),
        ])
}
