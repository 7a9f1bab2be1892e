import TemplateEngine

/// The evidence maps.
struct MapPage: Sendable {
    var figures: [Value]
    var lead: String
    var counted: String

    static let view = PageContent<MapPage>.view(
        "MapPage",
        [
            .init(
                "figures", .list(.record(PlotViews.figure.type)),
                "Disease by setting and treatment by disease; empty without a study"
            ) {
                .list($0.figures)
            },
            .text("lead", "What the maps show and how to read them", \.lead),
            .text("counted", "What is counted, and how", \.counted),
        ])
}
