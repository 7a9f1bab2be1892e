import Plots
import TemplateEngine

/// What each page template gets: the site, the page, and what the page is about.
enum PageViews {
    /// A plot that is a file of its own.
    static let plotFile = View<Scene>("PlotFile", [.part("plot", PlotViews.plot, "The plot", { $0 })])

    /// The template of a kind of plot.
    static func template(of kind: PlotKind) -> String { kind == .spark ? "plots/spark.svg" : "plots/plot.svg" }

    static let byPlotTemplate = [template(of: .spark): plotFile.type, template(of: .forest): plotFile.type]

    /// The templates that the site renders, with the view that each gets.
    static let byTemplate: [String: RecordType] = byPlotTemplate.merging([
        "home.html": HomePage.view.type, "questions.html": QuestionsPage.view.type,
        "question.html": QuestionPage.view.type,
        "studies.html": StudiesPage.view.type, "study.html": StudyPage.view.type, "sources.html": SourcesPage.view.type,
        "source.html": SourcePage.view.type, "page.html": TextPage.view.type, "glossary.html": GlossaryPage.view.type,
        "discrepancies.html": DiscrepanciesPage.view.type, "404.html": NotFoundPage.view.type,
        "entry.html": EntryPage.view.type, "map.html": MapPage.view.type, "ongoing.html": OngoingPage.view.type,
    ]) { _, page in page }
}
