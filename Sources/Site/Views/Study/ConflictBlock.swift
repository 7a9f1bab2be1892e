import TemplateEngine

/// Different values that are printed for the same quantity.
struct ConflictBlock: Sendable {
    /// One of the values.
    struct Value: Sendable {
        var text: String
        var anchor: String
        var isUsed: Bool
        var provenance: PrintedPlaces

        static let view = View<Value>(
            "ConflictValue",
            [
                .text("text", "The value", \.text),
                .text("anchor", "The identifier of the result on the study's page; may be empty", \.anchor),
                .flag("used", "Whether the atlas uses this value", \.isUsed),
                .part("provenance", PrintedPlaces.view, "Where it is printed", \.provenance),
            ])
    }

    var study: String
    var path: String
    var what: String
    /// Why the value that is used is used, as a sentence.
    var why: String?
    var values: [Value]

    static let view = View<ConflictBlock>(
        "Conflict",
        [
            .text("study", "The study", \.study),
            .text("path", "The address of the study's page, from the root of the site", \.path),
            .text("what", "The quantity", \.what),
            .text("why", "Why the value that is used is used", ifAny: \.why),
            .parts("values", Value.view, "The values that are printed", \.values),
        ])
}
