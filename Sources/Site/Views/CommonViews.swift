import TemplateEngine

/// The views that pages share. A view is at once the shape of the data, the schema that templates are checked against,
/// and the documentation that `atlas schema views` prints.
enum CommonViews {
    static let link = RecordType(
        "Link",
        [
            .init("label", .text, "What the link says"),
            .init("path", .text, "Where it leads, from the root of the site: put page.root before it"),
        ])

    static func link(_ label: String, _ path: String) -> Value {
        .record(link, [.string(label), .string(path)])
    }

    static let section = RecordType(
        "Section",
        [
            .init("label", .text, "The heading"),
            .init("anchor", .text, "Its identifier on the page"),
        ])

    static let externalLink = RecordType(
        "ExternalLink",
        [
            .init("label", .text, "What the link says"),
            .init("url", .url, "A web address"),
        ])

    static let navigationItem = RecordType(
        "NavigationItem",
        [
            .init("label", .text, "What the link says"),
            .init("path", .text, "Where it leads, from the root of the site"),
            .init("section", .text, "The section it stands for; equal to page.section on the pages of that section"),
        ])

    static let site = RecordType(
        "Site",
        [
            .init("name", .text, "The name of the atlas"),
            .init("tagline", .optional(.text), "What it is about, in a few words"),
            .init("description", .optional(.text), "What it is about, in a sentence or two"),
            .init("language", .text, "The language of the pages, as a BCP 47 tag"),
            .init("licence", .optional(.record(externalLink)), "The licence of the content"),
            .init("editors", .list(.text), "Who edits the atlas"),
            .init("disclaimer", .optional(.text), "What every page says at its foot"),
            .init("navigation", .list(.record(navigationItem)), "The sections in the head of each page"),
            .init("footer", .list(.record(link)), "The pages in the foot of each page"),
            .init("stylesheet", .text, "The address of the style sheet, from the root of the site"),
            .init("assets", .map(.text), "The addresses of the assets, from the root of the site, by their file names"),
        ])

    static let page = RecordType(
        "Page",
        [
            .init("title", .text, "The title of the page, without that of the site"),
            .init("description", .text, "The page in a sentence, for search engines; may be empty"),
            .init("kind", .text, "The kind of page: home, question, study, …"),
            .init("section", .text, "The section of the navigation that the page belongs to; may be empty"),
            .init("root", .text, "The way from the page to the root of the site, such as ../../"),
            .init("path", .text, "The address of the page from the root of the site"),
            .init("canonical", .optional(.url), "The full address, if the site has a base URL"),
            .init("breadcrumbs", .list(.record(link)), "The pages above this one, from the home page down"),
        ])

    static let provenance = RecordType(
        "Provenance",
        [
            .init("source", .text, "The document, as it is named in short"),
            .init("path", .text, "The address of its page, from the root of the site"),
            .init("at", .text, "The place in the document"),
            .init("printed", .list(.text), "The figures exactly as they are printed there"),
        ])

    static let statement = RecordType(
        "Statement",
        [
            .init("text", .text, "The statement, in words of the atlas"),
            .init("provenance", .list(.record(provenance)), "Where it is printed"),
        ])

    static let studyRow = RecordType(
        "StudyRow",
        [
            .init("name", .text, "The name of the study"),
            .init("path", .text, "The address of its page, from the root of the site"),
            .init("design", .text, "Its kind and phase"),
            .init("status", .text, "Whether it is completed, running, …"),
            .init("conditions", .text, "The diseases, separated by commas"),
            .init("setting", .text, "The setting; may be empty"),
            .init("patients", .text, "The number of patients, or an en dash"),
            .init("results", .integer, "How many results are recorded"),
            .init("note", .text, "Why the study stands in this list; may be empty"),
            .init("spark", .optional(.record(PlotViews.plot)), "Its main effect as a small plot"),
            .init("effect", .text, "The same in words; empty without a plot"),
        ])

    static let studyTable = RecordType(
        "StudyTable",
        [
            .init("rows", .list(.record(studyRow)), "The studies"),
            .init("sparks", .bool, "Whether any of them has its main effect as a small plot"),
        ])

    static let questionCard = RecordType(
        "QuestionCard",
        [
            .init("title", .text, "The question"),
            .init("short", .text, "The question in a few words"),
            .init("path", .text, "The address of its page, from the root of the site"),
            .init("answer", .html, "The answer in a sentence or two; may be empty"),
            .init("conditions", .text, "The diseases, separated by commas"),
            .init("studies", .integer, "How many studies belong to it"),
            .init("syntheses", .integer, "How many syntheses it has"),
        ])

    static let reference = RecordType(
        "Reference",
        [
            .init("short", .text, "The document, as it is named in short"),
            .init("path", .text, "The address of its page, from the root of the site"),
            .init("citation", .text, "The full citation"),
            .init("url", .optional(.url), "Where the document can be read"),
        ])
}
