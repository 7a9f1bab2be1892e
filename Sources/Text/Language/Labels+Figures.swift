extension Language {
    /// What stands around every plot.
    static let figureLabels = LabelGroup(
        "figure", "What stands around every plot",
        [
            Label("asTable", "The heading of the table of a plot") { $0.say("The plot as a table") },
            Label("file", "The link to the plot as a file of its own") { $0.say("Plot (SVG)") },
        ])

    /// What a screen reader calls the table of a plot.
    package func asTable(_ title: String) -> String { say("\(title), as a table") }
}
