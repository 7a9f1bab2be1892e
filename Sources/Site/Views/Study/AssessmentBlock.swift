import TemplateEngine

/// What a document judged of a study's risk of bias with a tool.
struct AssessmentBlock: Sendable {
    /// What was judged of a part of the tool.
    struct Judgement: Sendable {
        var domain: String
        /// Its code.
        var judgement: String
        var text: String
        var because: String

        static let view = View<Judgement>(
            "Judgement",
            [
                .text("domain", "The part of the tool", \.domain),
                .text("judgement", "What was judged of it, as a code", \.judgement),
                .text("text", "The same in words", \.text),
                .text("because", "The reason that the document gives, in words of the atlas; may be empty", \.because),
            ])
    }

    var anchor: String
    var tool: String
    var outcome: Link?
    var judgements: [Judgement]
    var overall: String
    var provenance: PrintedPlaces

    static let view = View<AssessmentBlock>(
        "RiskOfBias",
        [
            .text("anchor", "The identifier of the assessment on the study's page", \.anchor),
            .text("tool", "The tool as the document names it", \.tool),
            .part(
                "outcome", Link.view, "The outcome that it was judged for; absent for the study as a whole",
                ifAny: \.outcome),
            .parts("judgements", Judgement.view, "What was judged of each domain", \.judgements),
            .text("overall", "What was judged of the whole; may be empty", \.overall),
            .part("provenance", PrintedPlaces.view, "Where it is printed", \.provenance),
        ])
}
