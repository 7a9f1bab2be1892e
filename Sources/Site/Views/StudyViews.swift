import TemplateEngine

/// The views of a study's page.
enum StudyViews {
    static let fact = RecordType(
        "Fact",
        [
            .init("label", .text, "What the fact is about"),
            .init("text", .text, "The fact"),
            .init("links", .list(.record(CommonViews.link)), "Pages that the fact names; shown instead of the text if there are any"),
            .init("provenance", .list(.record(CommonViews.provenance)), "Where it is printed"),
        ])

    static let arm = RecordType(
        "Arm",
        [
            .init("anchor", .text, "The identifier of the arm on its page"),
            .init("label", .text, "The arm as the atlas names it"),
            .init("role", .text, "experimental, control or single"),
            .init("patients", .text, "The number of patients, or an en dash"),
            .init("dose", .text, "Dose and schedule; may be empty"),
            .init("interventions", .list(.record(CommonViews.link)), "The interventions, linked to the glossary"),
            .init("provenance", .list(.record(CommonViews.provenance)), "Where it is printed"),
        ])

    static let number = RecordType(
        "StudyNumber",
        [
            .init("anchor", .text, "Its identifier on the page; empty for a characteristic"),
            .init("label", .text, "What the number counts or measures"),
            .init("value", .text, "The number with its unit"),
            .init("note", .text, "What else there is to say; may be empty"),
            .init("provenance", .list(.record(CommonViews.provenance)), "Where it is printed"),
        ])

    static let armValue = RecordType(
        "ArmValue",
        [
            .init("arm", .text, "The arm; empty for a difference between arms"),
            .init("value", .text, "Its value with the unit"),
        ])

    static let line = RecordType(
        "ResultLine",
        [
            .init("label", .text, "The measure, and what is compared"),
            .init("text", .text, "The value; empty where the arms have one each"),
            .init("arms", .list(.record(armValue)), "The values of the arms"),
            .init("p", .text, "The p-value as printed; may be empty"),
        ])

    static let result = RecordType(
        "Result",
        [
            .init("anchor", .text, "The identifier of the result on its page"),
            .init("qualifiers", .list(.text), "Population, time, analysis, report and follow-up, as far as stated"),
            .init("lines", .list(.record(line)), "The values"),
            .init("text", .text, "What is stated in words; may be empty"),
            .init("inverted", .text, "Why the printed ratio was inverted, and what is printed; may be empty"),
            .init("derived", .text, "How the interval was derived; may be empty"),
            .init("doubt", .text, "Why the value should be read with care; may be empty"),
            .init("note", .text, "What else there is to say; may be empty"),
            .init("because", .text, "Why this value is used of several that differ; may be empty"),
            .init("conflict", .bool, "Whether other values are printed for the same quantity"),
            .init("provenance", .list(.record(CommonViews.provenance)), "Where it is printed"),
        ])

    static let outcome = RecordType(
        "OutcomeResults",
        [
            .init("label", .text, "The outcome"),
            .init("path", .text, "The address of its definition, from the root of the site"),
            .init("results", .list(.record(result)), "The results for the outcome, in the order of the record"),
        ])

    static let judgement = RecordType(
        "Judgement",
        [
            .init("domain", .text, "The part of the tool"),
            .init("text", .text, "What was judged of it, in words"),
            .init("because", .text, "The reason that the document gives, in words of the atlas; may be empty"),
        ])

    static let assessment = RecordType(
        "RiskOfBias",
        [
            .init("anchor", .text, "The identifier of the assessment on the study's page"),
            .init("tool", .text, "The tool as the document names it"),
            .init("outcome", .optional(.record(CommonViews.link)), "The outcome that it was judged for; absent for the study as a whole"),
            .init("judgements", .list(.record(judgement)), "What was judged of each domain"),
            .init("overall", .text, "What was judged of the whole; may be empty"),
            .init("provenance", .list(.record(CommonViews.provenance)), "Where it is printed"),
        ])

    static let conflictValue = RecordType(
        "ConflictValue",
        [
            .init("text", .text, "The value"),
            .init("anchor", .text, "The identifier of the result on the study's page; may be empty"),
            .init("used", .bool, "Whether the atlas uses this value"),
            .init("provenance", .list(.record(CommonViews.provenance)), "Where it is printed"),
        ])

    static let conflict = RecordType(
        "Conflict",
        [
            .init("study", .text, "The study"),
            .init("path", .text, "The address of the study's page, from the root of the site"),
            .init("what", .text, "The quantity"),
            .init("because", .text, "Why the value that is used is used"),
            .init("values", .list(.record(conflictValue)), "The values that are printed"),
        ])

    static let study = RecordType(
        "Study",
        [
            .init("name", .text, "The name of the study"),
            .init("aliases", .text, "Other names, separated by commas; may be empty"),
            .init("design", .text, "Its kind and phase"),
            .init("status", .text, "Whether it is completed, running, …"),
            .init("summary", .html, "The summary; may be empty"),
            .init("facts", .list(.record(fact)), "Design, setting, period, registration, …"),
            .init("arms", .list(.record(arm)), "The arms"),
            .init("numbers", .list(.record(number)), "Numbers of patients"),
            .init("flow", .optional(.record(PlotViews.figure.type)), "The patients from stage to stage; absent if too few numbers are recorded"),
            .init("noFlow", .text, "Why no flow is drawn, where the record says so; may be empty"),
            .init("eligibility", .list(.record(CommonViews.statement)), "Who could enter"),
            .init("characteristics", .list(.record(number)), "Who the patients were"),
            .init("outcomes", .list(.record(outcome)), "The results, by outcome"),
            .init("assessments", .list(.record(assessment)), "What documents judged of its risk of bias with a tool"),
            .init("riskOfBias", .list(.record(PlotViews.figure.type)), "The same as a figure for each tool"),
            .init("conflicts", .list(.record(conflict)), "Quantities for which different values are printed"),
            .init("discrepancies", .list(.record(CommonViews.statement)), "Where documents disagree in what is not a value"),
            .init("cautions", .list(.record(CommonViews.statement)), "Reservations of the authors or reviewers"),
            .init("notes", .list(.record(CommonViews.statement)), "Whatever else is stated"),
            .init("related", .list(.record(fact)), "Studies that share patients with this one"),
            .init("questions", .list(.record(CommonViews.link)), "The questions that the study belongs to"),
            .init("sources", .list(.record(CommonViews.reference)), "The documents that the record draws on"),
        ])
}
