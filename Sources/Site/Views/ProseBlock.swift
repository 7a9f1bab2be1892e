import TemplateEngine

/// A piece of a text: HTML, or a synthesis that stands in it.
struct ProseBlock: Sendable {
    var html = ""
    var synthesis: Value?

    static let view = View<ProseBlock>("ProseBlock", [
        .html("html", "A piece of the text; may be empty", \.html),
        .init("synthesis", .optional(.record(QuestionViews.synthesis)), "A synthesis in place of a piece") { $0.synthesis ?? .none },
    ])
}

/// A part of a text, for its contents.
struct SectionLink: Sendable {
    var label: String
    var anchor: String

    static let view = View<SectionLink>("Section", [
        .text("label", "The heading", \.label),
        .text("anchor", "Its identifier on the page", \.anchor),
    ])
}
