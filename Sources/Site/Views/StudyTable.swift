import TemplateEngine

/// Studies as the rows of a table.
struct StudyTable: Sendable {
    /// One study.
    struct Row: Sendable {
        var name: String
        var path: String
        var design: String
        /// The code of its status.
        var status: String
        /// Its status in words where it is worth saying; else nil.
        var statusLabel: String?
        var conditions: String
        var setting: String
        var patients: String
        var results: Int
        var note: String
        var spark: Value?
        var effect: String

        static let view = View<Row>(
            "StudyRow",
            [
                .text("name", "The name of the study", \.name),
                .text("path", "The address of its page, from the root of the site", \.path),
                .text("design", "Its kind and phase", \.design),
                .text("status", "Whether it is completed, running, …, as a code", \.status),
                .text("statusLabel", "The same in words, of a study that is not completed", ifAny: \.statusLabel),
                .text("conditions", "The diseases, separated by commas", \.conditions),
                .text("setting", "The setting; may be empty", \.setting),
                .text("patients", "The number of patients, or an en dash", \.patients),
                .integer("results", "How many results are recorded", \.results),
                .text("note", "Why the study stands in this list; may be empty", \.note),
                .init("spark", .optional(.record(PlotViews.plot.type)), "Its main effect as a small plot") {
                    $0.spark ?? .none
                },
                .text("effect", "The same in words; empty without a plot", \.effect),
            ])
    }

    var rows: [Row]

    static let view = View<StudyTable>(
        "StudyTable",
        [
            .parts("rows", Row.view, "The studies", \.rows),
            .flag("sparks", "Whether any of them has its main effect as a small plot") {
                $0.rows.contains { $0.spark != nil }
            },
        ])
}
