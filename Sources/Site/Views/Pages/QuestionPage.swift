import TemplateEngine

/// A clinical question: the answer, the syntheses, the studies, where they disagree.
struct QuestionPage: Sendable {
    /// What the question says about one of its parts.
    struct Criterion: Sendable {
        var label: String
        var text = ""
        var links: [Link] = []

        static let view = View<Criterion>(
            "Criterion",
            [
                .text("label", "Population, intervention, comparison, outcomes", \.label),
                .text("text", "What the question says about it", \.text),
                .parts("links", Link.view, "Entries of the glossary; may be empty", \.links),
            ])
    }

    /// The studies that play one part for the question.
    struct Studies: Sendable {
        var label: String
        var role: String
        var table: StudyTable

        static let view = View<Studies>(
            "QuestionStudies",
            [
                .text("label", "The part that the studies play for the question", \.label),
                .text("role", "direct, indirect, context or running", \.role),
                .part("table", StudyTable.view, "The studies", \.table),
            ])
    }

    var title: String
    var answer: [ProseBlock]
    var criteria: [Criterion]
    var body: [ProseBlock]
    var sections: [SectionLink]
    var syntheses: [SynthesisBlock]
    var medians: [Figure]
    var riskOfBias: [Figure]
    var studies: [Studies]
    var conflicts: [ConflictBlock]
    var references: [ReferenceBlock]

    private static let question = View<QuestionPage>(
        "Question",
        [
            .text("title", "The question", \.title),
            .parts("answer", ProseBlock.view, "The answer in a sentence or two; may be empty", \.answer),
            .parts("criteria", Criterion.view, "Population, intervention, comparison, outcomes", \.criteria),
            .parts("body", ProseBlock.view, "The text, with the syntheses that it shows", \.body),
            .parts("sections", SectionLink.view, "The headings of the text", \.sections),
            .parts("syntheses", SynthesisBlock.view, "The syntheses that the text does not show", \.syntheses),
            .parts("medians", PlotViews.figure, "The medians of the arms, for each outcome with some", \.medians),
            .parts("riskOfBias", PlotViews.figure, "What documents judged of the studies, for each tool", \.riskOfBias),
            .parts("studies", Studies.view, "The studies, by the part that they play", \.studies),
            .parts("conflicts", ConflictBlock.view, "The conflicts of its studies", \.conflicts),
            .parts("references", ReferenceBlock.view, "The documents cited", \.references),
        ])

    static let view = PageContent<QuestionPage>.view(
        "QuestionPage",
        [
            .part("question", question, "The question", { $0 })
        ])
}
