import TemplateEngine

/// The views of a question's page and of its syntheses.
enum QuestionViews {
    static let sensitivity = RecordType(
        "SensitivityResult",
        [
            .init("label", .text, "Model, estimator and interval"),
            .init("text", .text, "The pooled result"),
            .init("excludes", .bool, "Whether the interval excludes no effect"),
            .init("chosen", .bool, "Whether it is the choice shown first"),
        ])

    static let beside = RecordType(
        "ResultBeside",
        [
            .init("label", .text, "Whose result it is"),
            .init("path", .text, "The address of its place, from the root of the site"),
            .init("text", .text, "The result"),
            .init("patients", .text, "The number of patients; may be empty"),
            .init("because", .text, "What explains the difference; may be empty"),
        ])

    static let pooled = RecordType(
        "Pooled",
        [
            .init("text", .text, "The pooled result with its interval"),
            .init("sentence", .text, "The pooled result in a sentence"),
            .init("method", .text, "Model, estimator and interval"),
            .init("studies", .integer, "How many studies are pooled"),
            .init("patients", .text, "How many patients they have, or an en dash"),
            .init("heterogeneity", .text, "Q, I² and τ² in a line"),
            .init("prediction", .text, "The prediction interval; may be empty"),
            .init("warning", .text, "What to keep in mind when studies are few; may be empty"),
            .init("conclusion", .text, "Whether the conclusion depends on the choice of model and interval"),
            .init("sensitivity", .list(.record(sensitivity)), "The result under other choices"),
            .init("alternatives", .list(.record(beside)), "The result with the other value of a conflict"),
            .init("rounding", .text, "How far rounding of the printed figures can move the result; may be empty"),
        ])

    static let unplotted = RecordType(
        "UnplottedStudy",
        [
            .init("label", .text, "The study"),
            .init("path", .text, "The address of the result, from the root of the site"),
            .init("text", .text, "What the study found"),
            .init("because", .text, "Why it is not in the plot; may be empty"),
        ])

    static let note = RecordType(
        "SynthesisNote",
        [
            .init("label", .text, "The study"),
            .init("text", .text, "What the editors say of it in this synthesis, such as why it is not pooled"),
        ])

    static let absolute = RecordType(
        "AbsoluteEffect",
        [
            .init("sentence", .text, "How many of a hundred have the event, with and without"),
            .init("figure", .record(PlotViews.figure.type), "A hundred people"),
            .init("source", .record(Link.view.type), "Where the rate of the control arm stands"),
            .init("assumptions", .text, "What the calculation rests on"),
        ])

    static let synthesis = RecordType(
        "Synthesis",
        [
            .init("id", .text, "The identifier of the synthesis"),
            .init("anchor", .text, "Its identifier on the page"),
            .init("title", .text, "The title"),
            .init("outcome", .text, "The outcome"),
            .init("outcomePath", .text, "The address of the outcome's definition, from the root of the site"),
            .init("measure", .text, "The measure in words"),
            .init("forest", .record(PlotViews.figure.type), "The forest plot"),
            .init("pooled", .optional(.record(pooled)), "The pooled result"),
            .init("notPooled", .text, "Why there is no pooled result; empty if there is one"),
            .init("published", .list(.record(beside)), "Pooled results that others published"),
            .init("unplotted", .list(.record(unplotted)), "Studies without an effect to plot"),
            .init("notes", .list(.record(note)), "What the editors say of single studies"),
            .init("path", .text, "The folder of the synthesis's files, from the root of the site"),
            .init("absolute", .optional(.record(absolute)), "What the effect means for a hundred patients"),
            .init("influence", .optional(.record(PlotViews.figure.type)), "The pooled result without each study; absent below three"),
            .init("bias", .list(.record(PlotViews.figure.type)), "Funnel, Galbraith and Baujat plots; empty below ten studies"),
        ])
}
