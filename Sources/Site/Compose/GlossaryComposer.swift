import Evidence
import TemplateEngine

/// Composes the glossary: every word of the vocabulary.
struct GlossaryComposer {
    let context: SiteContext

    func glossary() -> Value {
        .record(
            PageViews.glossary,
            [
                context.site,
                context.page(
                    title: "Glossary", description: "The words that the atlas uses, and what they mean",
                    kind: "glossary", section: "glossary", path: Routes.glossary),
                .list(Vocabulary.Kind.allCases.compactMap(group)),
            ])
    }

    private func group(_ kind: Vocabulary.Kind) -> Value? {
        let entries = context.atlas.vocabulary.entries(kind)
        guard !entries.isEmpty else { return nil }
        return .record(
            PageViews.entries,
            [.string(kind.rawValue.capitalisedFirst), .string(kind.rawValue), .list(entries.map(context.entry))])
    }
}

extension SiteContext {
    /// A word of the vocabulary.
    func entry(_ entry: VocabularyEntry) -> Value {
        let parent = entry.parent.map { CommonViews.link(label(entry.kind, $0.value), Routes.entry(entry.kind, $0.value)) }
        return .record(
            PageViews.entry,
            [
                .string(Routes.anchor(entry.kind, entry.id)), .string(entry.label), .string(entry.abbreviation ?? ""),
                .string(entry.definition), .string(entry.synonyms.joined(separator: ", ")), .string(entry.french ?? ""),
                parent ?? .none, provenance(entry.provenance),
                .string(entry.kind == .terms ? "" : Routes.entry(entry.kind, entry.id)),
            ])
    }
}
