import TemplateEngine

/// The home page.
struct HomePage: Sendable {
    /// A number of things that the atlas holds, which may be a link to them.
    struct Count: Sendable {
        var number: String
        var label: String
        var path: String

        static let view = View<Count>(
            "HomeCount",
            [
                .text("number", "How many there are", \.number),
                .text("label", "What is counted", \.label),
                .text("path", "Where they are listed, from the root of the site; empty if nowhere", \.path),
            ])
    }

    var groups: [QuestionCards]
    var counts: [Count]
    var map: String

    static let view = PageContent<HomePage>.view(
        "HomePage",
        [
            .parts("groups", QuestionCards.view, "The questions, by disease", \.groups),
            .parts("counts", Count.view, "How much is recorded", \.counts),
            .text("map", "The address of the evidence map, from the root of the site", \.map),
        ])
}

/// The list of questions.
struct QuestionsPage: Sendable {
    var groups: [QuestionCards]

    static let view = PageContent<QuestionsPage>.view(
        "QuestionsPage",
        [
            .parts("groups", QuestionCards.view, "The questions, by disease", \.groups)
        ])
}
