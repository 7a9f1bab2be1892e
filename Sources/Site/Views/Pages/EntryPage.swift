import TemplateEngine

/// A condition, setting, intervention or outcome, and what there is about it.
struct EntryPage: Sendable {
    /// A narrower word.
    struct Narrower: Sendable {
        var label: String
        var path: String
        var studies: Int

        static let view = View<Narrower>(
            "NarrowerEntry",
            [
                .text("label", "The word", \.label),
                .text("path", "Its page, from the root of the site", \.path),
                .integer("studies", "How many studies bear it", \.studies),
            ])
    }

    /// Studies that share something.
    struct Group: Sendable {
        var label: String
        var anchor: String
        var studies: StudyTable
        var others: StudyTable
        var caption: String
        var otherCaption: String

        static let view = View<Group>(
            "StudyGroup",
            [
                .text("label", "What the studies share; empty if they are not divided", \.label),
                .text("anchor", "The identifier of the group", \.anchor),
                .part("studies", StudyTable.view, "The studies of patients, by name", \.studies),
                .part(
                    "others", StudyTable.view, "Secondary analyses, reviews, meta-analyses, guidelines and surveys",
                    \.others),
                .text("caption", "The caption of the table of studies", \.caption),
                .text("otherCaption", "The caption of the table of others", \.otherCaption),
            ])
    }

    var kind: String
    var entry: WordBlock
    var narrower: [Narrower]
    var lead: String
    var groups: [Group]
    var questions: [Link]
    var syntheses: [Link]

    static let view = PageContent<EntryPage>.view(
        "EntryPage",
        [
            .text("kind", "conditions, settings, interventions or outcomes, as a code", \.kind),
            .part("entry", WordBlock.view, "The word", \.entry),
            .parts("narrower", Narrower.view, "The narrower entries", \.narrower),
            .text("lead", "How many studies bear it", \.lead),
            .parts(
                "groups", Group.view, "The studies; those of a condition by setting, those of a treatment by disease",
                \.groups),
            .parts("questions", Link.view, "The questions that name it", \.questions),
            .parts("syntheses", Link.view, "Of an outcome: the syntheses", \.syntheses),
        ])
}
