import TemplateEngine

/// All that documents disagree about.
struct DiscrepanciesPage: Sendable {
    /// Something that disagrees without being a value, or a value to read with care.
    struct Remark: Sendable {
        var study: String
        var path: String
        var what: String
        var text: String
        var provenance: PrintedPlaces

        static let view = View<Remark>(
            "StudyRemark",
            [
                .text("study", "The study", \.study),
                .text("path", "The address of the place on its page, from the root of the site", \.path),
                .text("what", "What the remark is about; may be empty", \.what),
                .text("text", "The remark", \.text),
                .part("provenance", PrintedPlaces.view, "Where it is printed", \.provenance),
            ])
    }

    var conflicts: [ConflictBlock]
    var others: [Remark]
    var doubts: [Remark]
    /// The contents: each kind with how many there are.
    var conflictsLabel: String
    var othersLabel: String
    var doubtsLabel: String

    static let view = PageContent<DiscrepanciesPage>.view(
        "DiscrepanciesPage",
        [
            .parts("conflicts", ConflictBlock.view, "Every quantity with different values, by study", \.conflicts),
            .parts("others", Remark.view, "Where documents disagree in what is not a value, by study", \.others),
            .parts("doubts", Remark.view, "Every value to read with care, by study", \.doubts),
            .text("conflictsLabel", "The number of conflicts, for the contents", \.conflictsLabel),
            .text("othersLabel", "The number of other disagreements, for the contents", \.othersLabel),
            .text("doubtsLabel", "The number of doubted values, for the contents", \.doubtsLabel),
        ])
}
