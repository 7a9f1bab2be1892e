import TemplateEngine

/// A fact about a study or a document.
struct FactBlock: Sendable {
    var label: String
    var text = ""
    var links: [Link] = []
    var provenance = PrintedPlaces()

    static let view = View<FactBlock>(
        "Fact",
        [
            .text("label", "What the fact is about", \.label),
            .text("text", "The fact", \.text),
            .parts(
                "links", Link.view, "Pages that the fact names; shown instead of the text if there are any", \.links),
            .part("provenance", PrintedPlaces.view, "Where it is printed", \.provenance),
        ])
}

/// An arm of a study.
struct ArmBlock: Sendable {
    var anchor: String
    var label: String
    /// Its code.
    var role: String
    var roleLabel: String
    var patients: String?
    var dose: String
    var interventions: [Link]
    var provenance: PrintedPlaces

    static let view = View<ArmBlock>(
        "Arm",
        [
            .text("anchor", "The identifier of the arm on its page", \.anchor),
            .text("label", "The arm as the atlas names it", \.label),
            .text("role", "experimental, control or single, as a code", \.role),
            .text("roleLabel", "The same in words", \.roleLabel),
            .text("patients", "How many patients it has", ifAny: \.patients),
            .text("dose", "Dose and schedule; may be empty", \.dose),
            .parts("interventions", Link.view, "The interventions, linked to the glossary", \.interventions),
            .part("provenance", PrintedPlaces.view, "Where it is printed", \.provenance),
        ])
}

/// A number of patients, or a characteristic of them.
struct NumberBlock: Sendable {
    var anchor = ""
    var label: String
    var value: String
    var note: String
    var provenance: PrintedPlaces

    static let view = View<NumberBlock>(
        "StudyNumber",
        [
            .text("anchor", "Its identifier on the page; empty for a characteristic", \.anchor),
            .text("label", "What the number counts or measures", \.label),
            .text("value", "The number with its unit", \.value),
            .text("note", "What else there is to say; may be empty", \.note),
            .part("provenance", PrintedPlaces.view, "Where it is printed", \.provenance),
        ])
}
