import PlotSamples
import Plots
import Tables
import Testing

/// Numbers that cannot be drawn are refused by name.
@Suite struct PlotErrorTests {
    private func study(_ effect: ForestPlotData.Effect, weight: Double? = nil) -> ForestPlotData {
        ForestSamples.data([.study(.init(label: "HORRAD", effect: effect, weight: weight))])
    }

    @Test func effects() {
        let cases: [(ForestPlotData.Effect, PlotError, String)] = [
            (.init(.nan, 0.5, 1), .notFinite(item: "HORRAD"), "'HORRAD' has a number that is infinite or not a number"),
            (
                .init(1, 0.5, .nan), .notFinite(item: "HORRAD"),
                "'HORRAD' has a number that is infinite or not a number"
            ),
            (.init(0, 0, 1), .notPositive(item: "HORRAD"), "'HORRAD' has a ratio that is zero or negative"),
            (.init(1, -0.5, 1), .notPositive(item: "HORRAD"), "'HORRAD' has a ratio that is zero or negative"),
            (
                .init(1e-300, 1e-301, 1), .outOfRange(item: "HORRAD"),
                "'HORRAD' has a number too large or too small to draw"
            ),
            (
                .init(1, 2, 0.5), .reversedInterval(item: "HORRAD"),
                "the interval of 'HORRAD' has its lower limit above its upper"
            ),
            (.init(1, 0.5, nil), .halfInterval(item: "HORRAD"), "the interval of 'HORRAD' has only one limit"),
        ]
        for (effect, error, text) in cases {
            #expect(throws: error) { try study(effect).scene(PlotOptions(), .english) }
            #expect(error.description == text)
        }
    }

    /// However far a limit is away, the rest of the plot stays readable, and the limit is in the text.
    @Test(arguments: [
        (0.0, Double.infinity, "(0.00 to ∞)"), (1e-300, 1e300, "(1.00×10⁻³⁰⁰ to 1.00×10³⁰⁰)"),
        (0.5, 1e13, "(0.50 to 1.00×10¹³)"),
    ])
    func limitsBeyondEverything(low: Double, high: Double, text: String) throws {
        var data = ForestSamples.two
        data.rows.insert(.study(.init(label: "WIDE", effect: .init(1, low, high), weight: 0.1)), at: 1)
        data.rows.append(.prediction(.init(low: low, high: high)))
        data.rows.append(.pooled(.init(label: "Group", effect: .init(1.1, low, high), kind: .subgroup)))
        for variant in [PlotVariant.wide, .narrow] {
            let scene = try data.scene(PlotOptions(variant), .english)
            #expect(scene.textFaults == [] && scene.markFaults == [])
            #expect(scene.texts.contains { $0.string.contains(text) })
            #expect(scene.groups.contains { $0.paths.contains { $0.style == .arrow } })
            #expect(scene.texts.filter { $0.style == .tickLabel }.map(\.string).contains("1"))
        }
    }

    @Test func theRest() {
        #expect(throws: PlotError.weight(item: "HORRAD")) {
            try study(.init(1, 0.5, 2), weight: 75).scene(PlotOptions(), .english)
        }
        #expect(throws: PlotError.weight(item: "HORRAD")) {
            try study(.init(1, 0.5, 2), weight: .nan).scene(PlotOptions(), .english)
        }
        #expect(throws: PlotError.width) { try ForestSamples.two.scene(PlotOptions(width: 10), .english) }
        #expect(throws: PlotError.width) { try ForestSamples.two.scene(PlotOptions(width: .nan), .english) }
        var data = ForestSamples.two
        data.level = 95
        #expect(throws: PlotError.level) { try data.scene(PlotOptions(), .english) }
        data = ForestSamples.two
        var spark = OtherSamples.spark
        spark.axis = 0...1
        #expect(throws: PlotError.axis) { try spark.scene(PlotOptions(), .english) }
        data.rows.append(.group(.init(label: "Low", cells: ["a"])))
        #expect(throws: PlotError.tooManyCells(item: "Low", columns: 0)) { try data.scene(PlotOptions(), .english) }
    }
}
