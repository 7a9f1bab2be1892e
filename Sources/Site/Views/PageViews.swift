import Plots
import TemplateEngine

/// What each page template gets: the site, the page, and what the page is about.
enum PageViews {
    private static func page(_ name: String, _ fields: [RecordType.Field]) -> RecordType {
        RecordType(
            name,
            [
                .init("site", .record(CommonViews.site), "The site"),
                .init("page", .record(CommonViews.page), "The page"),
            ] + fields)
    }

    static let study = page("StudyPage", [.init("study", .record(StudyViews.study), "The study")])

    static let contribution = RecordType(
        "Contribution",
        [
            .init("what", .text, "What the value is"),
            .init("value", .text, "The value as the atlas writes it; may be empty"),
            .init("at", .text, "The place in the document"),
            .init("printed", .list(.text), "The figures as printed"),
            .init("path", .text, "The address of the value, from the root of the site"),
        ])

    static let contributions = RecordType(
        "Contributions",
        [
            .init("name", .text, "The study"),
            .init("path", .text, "The address of its page, from the root of the site"),
            .init("items", .list(.record(contribution)), "The values, in the order of the study's record"),
        ])

    static let source = page(
        "SourcePage",
        [
            .init("short", .text, "The document, as it is named in short"),
            .init("citation", .text, "The full citation"),
            .init("url", .optional(.url), "Where the document can be read"),
            .init("facts", .list(.record(StudyViews.fact)), "Kind, language, licence, review"),
            .init("note", .text, "What to keep in mind; may be empty"),
            .init("tables", .text, "What it contributes; may be empty"),
            .init("studies", .list(.record(contributions)), "The values taken from it, by study"),
        ])

    static let remark = RecordType(
        "StudyRemark",
        [
            .init("study", .text, "The study"),
            .init("path", .text, "The address of the place on its page, from the root of the site"),
            .init("what", .text, "What the remark is about; may be empty"),
            .init("text", .text, "The remark"),
            .init("provenance", .list(.record(CommonViews.provenance)), "Where it is printed"),
        ])

    static let discrepancies = page(
        "DiscrepanciesPage",
        [
            .init("conflicts", .list(.record(StudyViews.conflict)), "Every quantity with different values, by study"),
            .init("others", .list(.record(remark)), "Every other disagreement, by study"),
            .init("doubts", .list(.record(remark)), "Every value to read with care, by study"),
        ])

    static let plotFile = RecordType("PlotFile", [.init("plot", .record(PlotViews.plot.type), "The plot")])

    /// The template of a kind of plot.
    static func template(of kind: PlotKind) -> String { kind == .spark ? "plots/spark.svg" : "plots/plot.svg" }

    static let byPlotTemplate = [template(of: .spark): plotFile, template(of: .forest): plotFile]

    /// The templates that the site renders, with the view that each gets.
    static let byTemplate: [String: RecordType] = byPlotTemplate.merging([
        "home.html": HomePage.view.type, "questions.html": QuestionsPage.view.type, "question.html": QuestionPage.view.type, "studies.html": StudiesPage.view.type,
        "study.html": study, "sources.html": SourcesPage.view.type, "source.html": source, "page.html": TextPage.view.type,
        "glossary.html": GlossaryPage.view.type, "discrepancies.html": discrepancies, "404.html": NotFoundPage.view.type,
        "entry.html": EntryPage.view.type, "map.html": MapPage.view.type, "ongoing.html": OngoingPage.view.type,
    ]) { _, page in page }
}
