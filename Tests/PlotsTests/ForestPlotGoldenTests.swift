import Plots
import Testing

@Suite struct ForestPlotGoldenTests {
    @Test(arguments: ["forest-two", "forest-full", "forest-empty", "forest-cumulative"], [PlotVariant.wide, .narrow])
    func layout(name: String, variant: PlotVariant) throws {
        let data = try #require(Samples.scenes.first { $0.name == name }).data
        let scene = try ForestPlotLayout(data, options: PlotOptions(variant)).scene
        try Golden.expect(scene.transcript, named: "\(name).\(variant.name)")
    }

    @Test func standAlone() throws {
        let scene = try ForestPlotLayout(Samples.two, options: PlotOptions(isStandalone: true)).scene
        try Golden.expect(scene.transcript, named: "forest-two.standalone")
    }
}
