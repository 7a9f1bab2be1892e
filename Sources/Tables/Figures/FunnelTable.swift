import MetaAnalysis
import Plots
import Text

/// Says what the funnel plot of a table shows.
struct FunnelTable {
    private let analysis: TableAnalysis
    private let appearance: TableFigure.Appearance

    init(_ analysis: TableAnalysis, _ appearance: TableFigure.Appearance) {
        self.analysis = analysis
        self.appearance = appearance
    }

    func data() -> FunnelPlotData {
        let (report, language) = (analysis.report, analysis.language)
        let measure = report.measure
        let name = language.measure(measure.rawValue)
        let count = report.studies.count
        var data = FunnelPlotData(
            id: "funnel", title: appearance.visibleTitle ?? language.byStandardError(language.capitalised(name)),
            description: language.funnelDescription(measure: name, studies: count),
            measure: language.capitalised(name), scale: measure.isRatio ? .logarithmic : .linear,
            nullValue: measure.nullValue, pooled: report.pool.estimate.map { measure.printedScale($0.estimate) },
            studies: report.studies.map {
                .init(label: $0.study, estimate: measure.printedScale($0.estimate), standardError: $0.standardError)
            })
        if let egger = report.egger, let p = egger.bias.pValue {
            data.footnotes = [language.eggerFootnote(p: p)]
        } else if count < report.options.policy.minimumForAsymmetry {
            data.footnotes = [language.tooFewForFunnel(report.options.policy.minimumForAsymmetry)]
        }
        return data
    }
}
