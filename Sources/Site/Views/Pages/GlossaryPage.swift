import TemplateEngine

/// A word of the vocabulary.
struct WordBlock: Sendable {
    var anchor: String
    var label: String
    var abbreviation: String
    var definition: String
    var synonyms: String
    var french: String
    var parent: Link?
    var provenance: PrintedPlaces
    var path: String

    static let view = View<WordBlock>(
        "GlossaryEntry",
        [
            .text("anchor", "The identifier of the entry", \.anchor),
            .text("label", "The word", \.label),
            .text("abbreviation", "Its abbreviation; may be empty", \.abbreviation),
            .text("definition", "What it means, in plain words", \.definition),
            .text("synonyms", "Other words, separated by commas; may be empty", \.synonyms),
            .text("french", "The French word, where a document gives it; may be empty", \.french),
            .part("parent", Link.view, "The wider entry", ifAny: \.parent),
            .part("provenance", PrintedPlaces.view, "Where the definition is printed", \.provenance),
            .text("path", "The page with the studies behind it, from the root of the site; empty for a term", \.path),
        ])
}

/// Every word of the vocabulary.
struct GlossaryPage: Sendable {
    /// The words of one kind.
    struct Group: Sendable {
        var label: String
        var anchor: String
        var entries: [WordBlock]

        static let view = View<Group>(
            "GlossaryGroup",
            [
                .text("label", "Conditions, settings, interventions, outcomes or terms", \.label),
                .text("anchor", "The identifier of the group", \.anchor),
                .parts("entries", WordBlock.view, "The entries, by label", \.entries),
            ])
    }

    var groups: [Group]

    static let view = PageContent<GlossaryPage>.view(
        "GlossaryPage",
        [
            .parts("groups", Group.view, "The words, by kind", \.groups)
        ])
}
