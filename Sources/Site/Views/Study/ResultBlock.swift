import TemplateEngine

/// What a study found for one outcome in one population.
struct ResultBlock: Sendable {
    /// Values of one kind.
    struct Line: Sendable {
        var label: String
        var text = ""
        var arms: [ArmValue] = []
        var p = ""

        static let view = View<Line>(
            "ResultLine",
            [
                .text("label", "The measure, and what is compared", \.label),
                .text("text", "The value; empty where the arms have one each", \.text),
                .parts("arms", ArmValue.view, "The values of the arms", \.arms),
                .text("p", "The p-value as printed; may be empty", \.p),
            ])
    }

    /// The value of one arm.
    struct ArmValue: Sendable {
        var arm: String
        var value: String

        static let view = View<ArmValue>(
            "ArmValue",
            [
                .text("arm", "The arm; empty for a difference between arms", \.arm),
                .text("value", "Its value with the unit", \.value),
            ])
    }

    var anchor: String
    var qualifiers: [String]
    var lines: [Line]
    var text: String
    var inverted: String
    var derived: String
    var doubt: String
    var note: String
    var because: String
    var isInConflict: Bool
    var provenance: PrintedPlaces

    static let view = View<ResultBlock>(
        "Result",
        [
            .text("anchor", "The identifier of the result on its page", \.anchor),
            .texts("qualifiers", "Population, time, analysis, report and follow-up, as far as stated", \.qualifiers),
            .parts("lines", Line.view, "The values", \.lines),
            .text("text", "What is stated in words; may be empty", \.text),
            .text("inverted", "Why the printed ratio was inverted, and what is printed; may be empty", \.inverted),
            .text("derived", "How the interval was derived; may be empty", \.derived),
            .text("doubt", "Why the value should be read with care; may be empty", \.doubt),
            .text("note", "What else there is to say; may be empty", \.note),
            .text("because", "Why this value is used of several that differ; may be empty", \.because),
            .flag("conflict", "Whether other values are printed for the same quantity", \.isInConflict),
            .part("provenance", PrintedPlaces.view, "Where it is printed", \.provenance),
        ])
}

/// The results of a study for one outcome.
struct OutcomeBlock: Sendable {
    var label: String
    var path: String
    var results: [ResultBlock]

    static let view = View<OutcomeBlock>(
        "OutcomeResults",
        [
            .text("label", "The outcome", \.label),
            .text("path", "The address of its definition, from the root of the site", \.path),
            .parts("results", ResultBlock.view, "The results for the outcome, in the order of the record", \.results),
        ])
}
