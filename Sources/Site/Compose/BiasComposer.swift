import Evidence
import MetaAnalysis
import Plots
import TemplateEngine

/// Composes the plots that show whether small studies differ from large ones, and which study moves the result: only
/// from ten pooled studies on, because with fewer they show chance (Sterne et al. 2011).
struct BiasComposer {
    let synthesis: Synthesis
    let root: String
    let idPrefix: String

    static let fewest = 10

    func figures() -> [Value] {
        guard let pooled = synthesis.pooled, pooled.studies >= Self.fewest else { return [] }
        let measure = synthesis.measure
        let rows = synthesis.rows.filter(\.isPooled)
        let data = FunnelPlotData(
            id: "", title: "", measure: measure.name.capitalisedFirst, scale: measure.isRatio ? .logarithmic : .linear,
            nullValue: measure.nullValue, pooled: measure.printedScale(pooled.estimate.estimate),
            studies: rows.map { row in
                .init(
                    label: row.label, href: href(row), estimate: measure.printedScale(row.estimate.estimate),
                    standardError: row.estimate.standardError)
            })
        func named(_ kind: String, _ title: String) -> FunnelPlotData {
            var named = data
            named.id = "\(idPrefix)\(kind)-\(synthesis.question)-\(synthesis.id)"
            named.title = title
            return named
        }
        let funnel = named("funnel", "Funnel plot")
        let galbraith = named("galbraith", "Galbraith plot")
        return [
            PlotViews.figure("\(idPrefix)funnel-\(synthesis.id)", funnel.title) { options throws(PlotError) in
                try FunnelPlotLayout(funnel, options: options).scene
            },
            PlotViews.figure("\(idPrefix)galbraith-\(synthesis.id)", galbraith.title) { options throws(PlotError) in
                try GalbraithPlotLayout(galbraith, options: options).scene
            },
            baujat(rows),
        ].compactMap { $0 }
    }

    private func href(_ row: SynthesisRow) -> String { root + Routes.result(row.study.id, row.result.id) }

    /// Each study's part of Q against the squared standardised change of the common effect without it.
    private func baujat(_ rows: [SynthesisRow]) -> Value? {
        let weights = rows.map { 1 / ($0.estimate.standardError * $0.estimate.standardError) }
        let total = weights.reduce(0, +)
        let weighted = zip(rows, weights).map { $0.estimate.estimate * $1 }
        let sum = weighted.reduce(0, +)
        let mean = sum / total
        let studies = rows.indices.map { index in
            let rest = total - weights[index]
            let distance = rows[index].estimate.estimate - mean
            let change = mean - (sum - weighted[index]) / rest
            return BaujatPlotLayout.Study(
                label: rows[index].label, href: href(rows[index]), contribution: weights[index] * distance * distance,
                influence: change * change * rest)
        }
        let (id, title) = ("\(idPrefix)baujat-\(synthesis.question)-\(synthesis.id)", "Baujat plot")
        return PlotViews.figure("\(idPrefix)baujat-\(synthesis.id)", title) { options throws(PlotError) in
            try BaujatPlotLayout(id: id, title: title, studies: studies, options: options).scene
        }
    }
}
