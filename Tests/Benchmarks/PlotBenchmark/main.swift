import Diagnostics
import Plots
import Site
import Text

// Prints the time that a forest plot takes to be laid out, and to be laid out and written as a file of its own.

func data(studies: Int) -> ForestPlotData {
    var rows: [ForestPlotData.Row] = []
    for index in 0..<studies {
        let centre = 0.6 + 0.04 * Double(index % 20)
        rows.append(
            .study(
                .init(
                    label: "Study number \(index + 1)", href: "/studies/study-\(index + 1)/",
                    sublabel: "n = \(100 + index)",
                    effect: .init(centre, centre * 0.8, centre * 1.25), weight: 1 / Double(studies),
                    cells: ["\(10 + index)/\(200 + index)", "\(20 + index)/\(200 + index)"])))
    }
    rows.append(.pooled(.init(label: "All studies (random effects)", effect: .init(0.9, 0.8, 1.02), weight: 1)))
    rows.append(.prediction(.init(low: 0.6, high: 1.4)))
    rows.append(.note(.init("Heterogeneity: τ² = 0.04, I² = 43% (12 to 63), Q = 61.2, p = 0.01")))
    return ForestPlotData(
        id: "benchmark", title: "Overall survival", measure: "Hazard ratio", shortMeasure: "HR",
        leftColumns: [
            .init(header: "Radiotherapy", alignment: .trailing), .init(header: "Control", alignment: .trailing),
        ], rows: rows, favours: .init(left: "Favours radiotherapy", right: "Favours control"))
}

/// The best of 41 samples, in microseconds a call: what else the machine does can only add to it.
func microseconds(_ calls: Int, _ body: () throws -> Void) rethrows -> Double {
    let clock = ContinuousClock()
    var samples: [Double] = []
    for _ in 0..<41 {
        let elapsed = try clock.measure { for _ in 0..<calls { try body() } }
        samples.append(Double(elapsed.components.attoseconds) / 1e12 + Double(elapsed.components.seconds) * 1e6)
    }
    return (samples.min() ?? 0) / Double(calls)
}

var problems = DiagnosticCollector()
guard let templates = try PlotTemplates(folder: "Templates", &problems) else {
    preconditionFailure("The templates have mistakes.")
}
var work = 0
for studies in [1, 20, 150] {
    let plot = data(studies: studies)
    let calls = max(2, 400 / studies)
    for variant in [PlotVariant.wide, .narrow] {
        let options = PlotOptions(variant, isStandalone: true)
        let layout = try microseconds(calls) { work += try plot.scene(options, .english).groups.count }
        let whole = try microseconds(calls) {
            work += try templates.render(plot.scene(options, .english)).count
        }
        let bytes = try templates.render(plot.scene(options, .english)).count
        print(
            "\(studies) studies, \(variant.name): laid out \(Language.english.numbers.fixed(layout, decimals: 1)) µs, "
                + "laid out and written \(Language.english.numbers.fixed(whole, decimals: 1)) µs, \(bytes) bytes")
    }
}
precondition(work > 0, "The plots must not be optimised away.")
