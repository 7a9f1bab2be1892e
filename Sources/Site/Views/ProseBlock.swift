import TemplateEngine

/// A piece of a text: HTML, or a synthesis that stands in it.
struct ProseBlock: Sendable {
    var html = ""
    var synthesis: SynthesisBlock?

    static let view = View<ProseBlock>(
        "ProseBlock",
        [
            .html("html", "A piece of the text; may be empty", \.html),
            .part("synthesis", SynthesisBlock.view, "A synthesis in place of a piece", ifAny: \.synthesis),
        ])
}

/// A part of a text, for its contents.
struct SectionLink: Sendable {
    var label: String
    var anchor: String

    static let view = View<SectionLink>(
        "Section",
        [
            .text("label", "The heading", \.label),
            .text("anchor", "Its identifier on the page", \.anchor),
        ])
}
