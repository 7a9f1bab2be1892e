import TemplateEngine

/// Everything known of one study.
struct StudyPage: Sendable {
    var study: StudyBlock

    static let view = PageContent<StudyPage>.view(
        "StudyPage",
        [
            .part("study", StudyBlock.view, "The study", \.study)
        ])
}

/// A study on its page.
struct StudyBlock: Sendable {
    var name: String
    var subtitle: String
    /// Its code.
    var status: String
    var statusLabel: String
    var summary: String
    var facts: [FactBlock]
    var arms: [ArmBlock]
    var numbers: [NumberBlock]
    var flow: Figure?
    var noFlow: String?
    var eligibility: [StatementBlock]
    var characteristics: [NumberBlock]
    var outcomes: [OutcomeBlock]
    var assessments: [AssessmentBlock]
    var riskOfBias: [Figure]
    var conflicts: [ConflictBlock]
    var discrepancies: [StatementBlock]
    var cautions: [StatementBlock]
    var notes: [StatementBlock]
    var related: [FactBlock]
    var questions: [Link]
    var sources: [ReferenceBlock]

    static let view = View<StudyBlock>(
        "Study",
        [
            .text("name", "The name of the study", \.name),
            .text("subtitle", "Its kind, its phase and its other names", \.subtitle),
            .text("status", "Whether it is completed, running, …, as a code", \.status),
            .text("statusLabel", "The same in words", \.statusLabel),
            .html("summary", "The summary; may be empty", \.summary),
            .parts("facts", FactBlock.view, "Design, setting, period, registration, …", \.facts),
            .parts("arms", ArmBlock.view, "The arms", \.arms),
            .parts("numbers", NumberBlock.view, "Numbers of patients", \.numbers),
            .part(
                "flow", PlotViews.figure, "The patients from stage to stage; absent if too few numbers are recorded",
                ifAny: \.flow),
            .text("noFlow", "Why no flow is drawn, where the record says so", ifAny: \.noFlow),
            .parts("eligibility", StatementBlock.view, "Who could enter", \.eligibility),
            .parts("characteristics", NumberBlock.view, "Who the patients were", \.characteristics),
            .parts("outcomes", OutcomeBlock.view, "The results, by outcome", \.outcomes),
            .parts(
                "assessments", AssessmentBlock.view, "What documents judged of its risk of bias with a tool",
                \.assessments),
            .parts("riskOfBias", PlotViews.figure, "The same as a figure for each tool", \.riskOfBias),
            .parts("conflicts", ConflictBlock.view, "Quantities for which different values are printed", \.conflicts),
            .parts(
                "discrepancies", StatementBlock.view, "Where documents disagree in what is not a value", \.discrepancies
            ),
            .parts("cautions", StatementBlock.view, "Reservations of the authors or reviewers", \.cautions),
            .parts("notes", StatementBlock.view, "Whatever else is stated", \.notes),
            .parts("related", FactBlock.view, "Studies that share patients with this one", \.related),
            .parts("questions", Link.view, "The questions that the study belongs to", \.questions),
            .parts("sources", ReferenceBlock.view, "The documents that the record draws on", \.sources),
        ])
}
