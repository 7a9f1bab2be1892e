import TemplateEngine

/// The running trials.
struct OngoingPage: Sendable {
    /// One trial.
    struct Trial: Sendable {
        var name: String
        var path: String
        var design: String
        var status: String
        var statusLabel: String?
        var setting: String
        var compares: String
        var patients: String
        var end: String
        var questions: [Link]

        static let view = View<Trial>(
            "RunningTrial",
            [
                .text("name", "The name of the trial", \.name),
                .text("path", "Its page, from the root of the site", \.path),
                .text("design", "Its kind and phase", \.design),
                .text("status", "running or planned, as a code", \.status),
                .text("statusLabel", "Its status in words, of a trial that is planned", ifAny: \.statusLabel),
                .text("setting", "The setting; may be empty", \.setting),
                .text("compares", "What it compares", \.compares),
                .text("patients", "Its size, or an en dash", \.patients),
                .text("end", "The planned end as it is recorded, or an en dash", \.end),
                .parts("questions", Link.view, "The questions that it will help to answer", \.questions),
            ])
    }

    /// The trials of one disease.
    struct Group: Sendable {
        var label: String
        var caption: String
        var trials: [Trial]

        static let view = View<Group>(
            "RunningTrials",
            [
                .text("label", "The disease", \.label),
                .text("caption", "The caption of the table", \.caption),
                .parts("trials", Trial.view, "Its trials, by name", \.trials),
            ])
    }

    var figure: Figure?
    var lead: String
    var dated: String
    var groups: [Group]

    static let view = PageContent<OngoingPage>.view(
        "OngoingPage",
        [
            .part("figure", PlotViews.figure, "The timeline; absent if no date is recorded", ifAny: \.figure),
            .text("lead", "How many trials are running or planned", \.lead),
            .text("dated", "For how many a date is recorded", \.dated),
            .parts("groups", Group.view, "The trials, by disease", \.groups),
        ])
}
