import Evidence
import MetaAnalysis
import Plots

/// Says what the funnel plot of a table shows.
struct FunnelTable {
    private let analysis: TableAnalysis
    private let appearance: TablePlot.Appearance

    init(_ analysis: TableAnalysis, _ appearance: TablePlot.Appearance) {
        self.analysis = analysis
        self.appearance = appearance
    }

    func data() -> FunnelPlotData {
        let report = analysis.report
        let measure = report.measure
        let name = measure.name.capitalisedFirst
        let count = report.studies.count
        var data = FunnelPlotData(
            id: "funnel", title: appearance.visibleTitle ?? "\(name) by standard error",
            description: "Funnel plot of the \(measure.name) in \(count.inWords) \(count == 1 ? "study" : "studies").",
            measure: name, scale: measure.isRatio ? .logarithmic : .linear, nullValue: measure.nullValue,
            pooled: (report.random?.pooled ?? report.common).map { measure.printedScale($0.estimate) },
            studies: report.studies.map {
                .init(label: $0.study, estimate: measure.printedScale($0.estimate), standardError: $0.standardError)
            })
        if let egger = report.egger, let p = egger.bias.pValue {
            data.footnotes = ["Egger's test: \(ValueText.pValue(p))."]
        } else if count < report.options.policy.minimumForAsymmetry {
            data.footnotes = [
                "Fewer than \(report.options.policy.minimumForAsymmetry.inWords) studies: too few to judge whether the funnel is symmetric."
            ]
        }
        return data
    }
}
