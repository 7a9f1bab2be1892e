import TemplateEngine

/// The list of all studies.
struct StudiesPage: Sendable {
    var lead: String
    var table: StudyTable

    static let view = PageContent<StudiesPage>.view(
        "StudiesPage",
        [
            .text("lead", "How many studies there are", \.lead),
            .part("table", StudyTable.view, "All studies, by name", \.table),
        ])
}
