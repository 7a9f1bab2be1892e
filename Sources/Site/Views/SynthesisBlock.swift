import TemplateEngine

/// A synthesis within a page: its plots, what it comes to, and what explains it.
struct SynthesisBlock: Sendable {
    var id: String
    var anchor: String
    var title: String
    var lead: String
    var outcome: Link
    var forest: Figure
    var pooled: Pooled?
    var notPooled: String
    var published: [Beside]
    var unplotted: [Unplotted]
    var notes: [Note]
    var path: String
    var absolute: Absolute?
    var influence: Figure?
    var bias: [Figure]

    static let view = View<SynthesisBlock>(
        "Synthesis",
        [
            .text("id", "The identifier of the synthesis", \.id),
            .text("anchor", "Its identifier on the page", \.anchor),
            .text("title", "The title", \.title),
            .text("lead", "The measure, before the outcome: Hazard ratio for", \.lead),
            .part("outcome", Link.view, "The outcome and its definition", \.outcome),
            .part("forest", PlotViews.figure, "The forest plot", \.forest),
            .part("pooled", Pooled.view, "The pooled result", ifAny: \.pooled),
            .text("notPooled", "Why there is no pooled result; empty if there is one", \.notPooled),
            .parts("published", Beside.view, "Pooled results that others published", \.published),
            .parts("unplotted", Unplotted.view, "Studies without an effect to plot", \.unplotted),
            .parts("notes", Note.view, "What the editors say of single studies", \.notes),
            .text("path", "The folder of the synthesis's files, from the root of the site", \.path),
            .part("absolute", Absolute.view, "What the effect means for a hundred patients", ifAny: \.absolute),
            .part(
                "influence", PlotViews.figure, "The pooled result without each study; absent below three",
                ifAny: \.influence),
            .parts("bias", PlotViews.figure, "Funnel, Galbraith and Baujat plots; empty below ten studies", \.bias),
        ])
}

extension SynthesisBlock {
    /// The pooled result with all that must stand beside it.
    struct Pooled: Sendable {
        var text: String
        var sentence: String
        var method: String
        var size: String
        var heterogeneity: String
        var prediction: String
        var warning: String
        var conclusion: String
        var sensitivity: [Choice]
        var alternatives: [Beside]
        var rounding: String

        static let view = View<Pooled>(
            "Pooled",
            [
                .text("text", "The pooled result with its interval", \.text),
                .text("sentence", "The pooled result in a sentence", \.sentence),
                .text("method", "Model, estimator and interval", \.method),
                .text("size", "How many studies and patients are pooled", \.size),
                .text("heterogeneity", "Q, I² and τ² in a line", \.heterogeneity),
                .text("prediction", "The prediction interval; may be empty", \.prediction),
                .text("warning", "What to keep in mind when studies are few; may be empty", \.warning),
                .text(
                    "conclusion", "Whether the conclusion depends on the model, the interval and single studies",
                    \.conclusion),
                .parts("sensitivity", Choice.view, "The result under other choices", \.sensitivity),
                .parts("alternatives", Beside.view, "The result with the other value of a conflict", \.alternatives),
                .text(
                    "rounding", "How far rounding of the printed figures can move the result; may be empty", \.rounding),
            ])
    }

    /// The pooled result under one choice of model, estimator and interval.
    struct Choice: Sendable {
        var label: String
        var text: String
        var includesNull: Bool
        var verdict: String
        var isShown: Bool

        static let view = View<Choice>(
            "SensitivityResult",
            [
                .text("label", "Model, estimator and interval", \.label),
                .text("text", "The pooled result", \.text),
                .flag("includesNull", "Whether the interval includes the value of no difference", \.includesNull),
                .text("verdict", "The same in words: includes 1", \.verdict),
                .flag("chosen", "Whether it is the choice shown first", \.isShown),
            ])
    }

    /// A result that stands beside ours.
    struct Beside: Sendable {
        var label: String
        var path: String
        var text: String
        var because = ""

        static let view = View<Beside>(
            "ResultBeside",
            [
                .text("label", "What the link to its place says", \.label),
                .text("path", "The address of its place, from the root of the site", \.path),
                .text("text", "The result, as the sentence around the link goes on or begins", \.text),
                .text("because", "What explains the difference; may be empty", \.because),
            ])
    }

    /// A study without an effect to plot.
    struct Unplotted: Sendable {
        var label: String
        var path: String
        var text: String
        var because: String

        static let view = View<Unplotted>(
            "UnplottedStudy",
            [
                .text("label", "The study", \.label),
                .text("path", "The address of the result, from the root of the site", \.path),
                .text("text", "What the study found", \.text),
                .text("because", "Why it is not in the plot; may be empty", \.because),
            ])
    }

    /// What the editors say of a study.
    struct Note: Sendable {
        var label: String
        var text: String

        static let view = View<Note>(
            "SynthesisNote",
            [
                .text("label", "The study", \.label),
                .text("text", "What the editors say of it in this synthesis, such as why it is not pooled", \.text),
            ])
    }

    /// What the effect means for a hundred patients.
    struct Absolute: Sendable {
        var sentence: String
        var figure: Figure
        var source: Link
        var assumptions: String

        static let view = View<Absolute>(
            "AbsoluteEffect",
            [
                .text("sentence", "How many of a hundred have the event, with and without", \.sentence),
                .part("figure", PlotViews.figure, "A hundred people", \.figure),
                .part("source", Link.view, "Where the rate of the control arm stands", \.source),
                .text("assumptions", "What the calculation rests on", \.assumptions),
            ])
    }
}
