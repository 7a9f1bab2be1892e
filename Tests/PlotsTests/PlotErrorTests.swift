import PlotSamples
import Plots
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
                .init(1, 0.5, .infinity), .notFinite(item: "HORRAD"),
                "'HORRAD' has a number that is infinite or not a number"
            ),
            (.init(0, 0, 1), .notPositive(item: "HORRAD"), "'HORRAD' has a ratio that is zero or negative"),
            (.init(1, -0.5, 1), .notPositive(item: "HORRAD"), "'HORRAD' has a ratio that is zero or negative"),
            (
                .init(1e-300, 1e-301, 1), .outOfRange(item: "HORRAD"),
                "'HORRAD' has a number too large or too small to draw"
            ),
            (.init(1, 0.5, 1e300), .outOfRange(item: "HORRAD"), "'HORRAD' has a number too large or too small to draw"),
            (
                .init(1, 2, 0.5), .reversedInterval(item: "HORRAD"),
                "the interval of 'HORRAD' has its lower limit above its upper"
            ),
            (.init(1, 0.5, nil), .halfInterval(item: "HORRAD"), "the interval of 'HORRAD' has only one limit"),
        ]
        for (effect, error, text) in cases {
            #expect(throws: error) { try ForestPlotLayout(study(effect)) }
            #expect(error.description == text)
        }
    }

    @Test func theRest() {
        #expect(throws: PlotError.weight(item: "HORRAD")) { try ForestPlotLayout(study(.init(1, 0.5, 2), weight: 75)) }
        #expect(throws: PlotError.weight(item: "HORRAD")) {
            try ForestPlotLayout(study(.init(1, 0.5, 2), weight: .nan))
        }
        #expect(throws: PlotError.width) { try ForestPlotLayout(ForestSamples.two, options: PlotOptions(width: 10)) }
        #expect(throws: PlotError.width) { try ForestPlotLayout(ForestSamples.two, options: PlotOptions(width: .nan)) }
        var data = ForestSamples.two
        data.level = 95
        #expect(throws: PlotError.level) { try ForestPlotLayout(data) }
        data = ForestSamples.two
        data.axis = 0...1
        #expect(throws: PlotError.axis) { try ForestPlotLayout(data) }
        data = ForestSamples.two
        data.rows.append(.group(.init(label: "Low", cells: ["a"])))
        #expect(throws: PlotError.tooManyCells(item: "Low", columns: 0)) { try ForestPlotLayout(data) }
    }
}
