import TemplateEngine

/// A question in a list.
struct QuestionCard: Sendable {
    var title: String
    var short: String
    var path: String
    var answer: String
    var facts: String

    static let view = View<QuestionCard>(
        "QuestionCard",
        [
            .text("title", "The question", \.title),
            .text("short", "The question in a few words", \.short),
            .text("path", "The address of its page, from the root of the site", \.path),
            .html("answer", "The answer in a sentence or two; may be empty", \.answer),
            .text("facts", "How many studies and plots it has", \.facts),
        ])
}

/// The questions of one disease.
struct QuestionCards: Sendable {
    var label: String
    var questions: [QuestionCard]

    static let view = View<QuestionCards>(
        "QuestionGroup",
        [
            .text("label", "The disease", \.label),
            .parts("questions", QuestionCard.view, "Its questions", \.questions),
        ])
}
