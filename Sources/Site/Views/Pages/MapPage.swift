import TemplateEngine

/// The evidence maps.
struct MapPage: Sendable {
    var figures: [Figure]
    var lead: String
    var counted: String

    static let view = PageContent<MapPage>.view(
        "MapPage",
        [
            .parts(
                "figures", PlotViews.figure, "Disease by setting and treatment by disease; empty without a study",
                \.figures),
            .text("lead", "What the maps show and how to read them", \.lead),
            .text("counted", "What is counted, and how", \.counted),
        ])
}
