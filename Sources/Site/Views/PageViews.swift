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

    static let questionGroup = RecordType(
        "QuestionGroup",
        [
            .init("label", .text, "The disease"),
            .init("questions", .list(.record(CommonViews.questionCard)), "Its questions"),
        ])

    static let home = page(
        "HomePage",
        [
            .init("groups", .list(.record(questionGroup)), "The questions, by disease"),
            .init("studies", .integer, "How many studies are recorded"),
            .init("results", .integer, "How many results are recorded"),
            .init("sources", .integer, "How many documents they come from"),
            .init("conflicts", .integer, "In how many places documents disagree"),
            .init("running", .integer, "How many trials are running or planned"),
        ])

    static let questions = page(
        "QuestionsPage", [.init("groups", .list(.record(questionGroup)), "The questions, by disease")])

    static let question = page(
        "QuestionPage", [.init("question", .record(QuestionViews.question), "The question")])

    static let studies = page(
        "StudiesPage", [.init("table", .record(CommonViews.studyTable), "All studies, by name")])

    static let study = page("StudyPage", [.init("study", .record(StudyViews.study), "The study")])

    static let sourceRow = RecordType(
        "SourceRow",
        [
            .init("short", .text, "The document, as it is named in short"),
            .init("title", .text, "Its title"),
            .init("path", .text, "The address of its page, from the root of the site"),
            .init("about", .text, "What kind of document it is; may be empty"),
            .init("studies", .integer, "How many studies draw on it"),
        ])

    static let sources = page("SourcesPage", [.init("rows", .list(.record(sourceRow)), "All documents, by name")])

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

    static let prose = page("ProsePage", [
        .init("body", .html, "The text"),
        .init("sections", .list(.record(CommonViews.section)), "The headings of the text"),
        .init("references", .list(.record(CommonViews.reference)), "The documents cited"),
    ])

    static let entry = RecordType(
        "GlossaryEntry",
        [
            .init("anchor", .text, "The identifier of the entry"),
            .init("label", .text, "The word"),
            .init("abbreviation", .text, "Its abbreviation; may be empty"),
            .init("definition", .text, "What it means, in plain words"),
            .init("synonyms", .text, "Other words, separated by commas; may be empty"),
            .init("french", .text, "The French word, where a document gives it; may be empty"),
            .init("parent", .optional(.record(CommonViews.link)), "The wider entry"),
            .init("provenance", .list(.record(CommonViews.provenance)), "Where the definition is printed"),
            .init("path", .text, "The page with the studies behind it, from the root of the site; empty for a term"),
        ])

    static let entries = RecordType(
        "GlossaryGroup",
        [
            .init("label", .text, "Conditions, settings, interventions, outcomes or terms"),
            .init("anchor", .text, "The identifier of the group"),
            .init("entries", .list(.record(entry)), "The entries, by label"),
        ])

    static let glossary = page("GlossaryPage", [.init("groups", .list(.record(entries)), "The words, by kind")])

    static let narrower = RecordType(
        "NarrowerEntry",
        [
            .init("label", .text, "The word"), .init("path", .text, "Its page, from the root of the site"),
            .init("studies", .integer, "How many studies bear it"),
        ])

    static let studyGroup = RecordType(
        "StudyGroup",
        [
            .init("label", .text, "What the studies share; empty if they are not divided"),
            .init("anchor", .text, "The identifier of the group"),
            .init("studies", .record(CommonViews.studyTable), "The studies of patients, by name"),
            .init("others", .record(CommonViews.studyTable), "Secondary analyses, reviews, meta-analyses, guidelines and surveys"),
        ])

    /// A condition, setting, intervention or outcome.
    static let vocabularyEntry = page(
        "EntryPage",
        [
            .init("kind", .text, "condition, setting, intervention or outcome"),
            .init("entry", .record(entry), "The word"),
            .init("narrower", .list(.record(narrower)), "The narrower entries"),
            .init("studies", .integer, "How many studies bear it"),
            .init("groups", .list(.record(studyGroup)), "The studies; those of a condition by setting, those of a treatment by disease"),
            .init("questions", .list(.record(CommonViews.link)), "The questions that name it"),
            .init("syntheses", .list(.record(CommonViews.link)), "Of an outcome: the syntheses"),
        ])

    static let map = page(
        "MapPage",
        [
            .init("figures", .list(.record(PlotViews.figure)), "Disease by setting and treatment by disease; empty without a study"),
            .init("counted", .integer, "How many studies are on the map"),
            .init("others", .integer, "How many are not: reviews, meta-analyses, consensus, surveys"),
        ])

    static let trial = RecordType(
        "RunningTrial",
        [
            .init("name", .text, "The name of the trial"), .init("path", .text, "Its page, from the root of the site"),
            .init("design", .text, "Its kind and phase"), .init("status", .text, "running or planned"),
            .init("setting", .text, "The setting; may be empty"),
            .init("compares", .text, "What it compares"), .init("patients", .text, "Its size, or an en dash"),
            .init("end", .text, "The planned end as it is recorded, or an en dash"),
            .init("questions", .list(.record(CommonViews.link)), "The questions that it will help to answer"),
        ])

    static let trials = RecordType(
        "RunningTrials",
        [.init("label", .text, "The disease"), .init("trials", .list(.record(trial)), "Its trials, by name")])

    static let ongoing = page(
        "OngoingPage",
        [
            .init("figure", .optional(.record(PlotViews.figure)), "The timeline; absent if no date is recorded"),
            .init("total", .integer, "How many trials are running or planned"),
            .init("dated", .integer, "For how many a date is recorded"),
            .init("groups", .list(.record(trials)), "The trials, by disease"),
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

    static let notFound = page("NotFoundPage", [])

    /// The synthesis on its own, within the page that shows it.
    static let synthesis = page(
        "SynthesisPart", [.init("synthesis", .record(QuestionViews.synthesis), "The synthesis")])

    static let plotFile = RecordType("PlotFile", [.init("plot", .record(PlotViews.plot), "The plot")])

    /// The template of a kind of plot.
    static func template(of kind: PlotKind) -> String { kind == .spark ? "plots/spark.svg" : "plots/plot.svg" }

    static let byPlotTemplate = [template(of: .spark): plotFile, template(of: .forest): plotFile]

    /// The templates that the site renders, with the view that each gets.
    static let byTemplate: [String: RecordType] = byPlotTemplate.merging([
        "home.html": home, "questions.html": questions, "question.html": question, "studies.html": studies,
        "study.html": study, "sources.html": sources, "source.html": source, "page.html": prose,
        "glossary.html": glossary, "discrepancies.html": discrepancies, "404.html": notFound,
        "entry.html": vocabularyEntry, "map.html": map, "ongoing.html": ongoing, "synthesis.html": synthesis,
    ]) { _, page in page }
}
