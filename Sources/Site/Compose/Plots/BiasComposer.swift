import Evidence
import MetaAnalysis
import Plots
import TemplateEngine

/// Composes the plots that show whether small studies differ from large ones, and which study moves the result: only
/// from ten pooled studies on, because with fewer they show chance (Sterne et al. 2011).
struct BiasComposer {
    let scope: Scope
    let synthesis: Synthesis
    let root: String
    let idPrefix: String

    static let fewest = 10

    func graphics() -> [Graphic] {
        guard let pooled = synthesis.pooled, pooled.pool.count >= Self.fewest else { return [] }
        let measure = synthesis.measure
        let rows = synthesis.rows.filter(\.isPooled)
        let data = FunnelPlotData(
            id: "", title: "", measure: scope.language.capitalised(scope.language.measure(measure.rawValue)),
            scale: measure.isRatio ? .logarithmic : .linear,
            nullValue: measure.nullValue, pooled: measure.printedScale(pooled.estimate.estimate),
            studies: rows.map { row in
                .init(
                    label: row.label, href: href(row), estimate: measure.printedScale(row.estimate.estimate),
                    standardError: row.estimate.standardError, printed: text(of: row))
            })
        return [
            graphic("funnel", scope.language.funnelTitle) { data.named($0, $1, .funnel) },
            graphic("galbraith", scope.language.galbraithTitle) { data.named($0, $1, .galbraith) },
            baujat(rows),
        ]
    }

    /// - Parameter data: Gives the plot by its identifier and title.
    private func graphic(_ kind: String, _ title: (String) -> String, data: (String, String) -> any PlotData) -> Graphic
    {
        // A page may have several syntheses.
        let title = title(synthesis.plan.title)
        let id = "\(idPrefix)\(kind)-\(synthesis.question)-\(synthesis.id)"
        return Graphic(
            anchor: "\(idPrefix)\(kind)-\(synthesis.id)", title: title, file: "\(Routes.files(synthesis))\(kind).svg",
            origin: synthesis.place, data: data(id, title))
    }

    /// The estimate as the forest plot has it.
    private func text(of row: SynthesisRow) -> String? {
        let (effect, language) = (row.effect, scope.language)
        return (effect.isDerived ? effect.derived(row.estimate, in: language) : effect.written(in: language))?.value
    }

    private func href(_ row: SynthesisRow) -> String { root + Routes.result(row.study, row.result) }

    /// Each study's part of Q against the squared standardised change of the common effect without it.
    private func baujat(_ rows: [SynthesisRow]) -> Graphic {
        let weights = rows.map { 1 / ($0.estimate.standardError * $0.estimate.standardError) }
        let total = weights.reduce(0, +)
        let weighted = zip(rows, weights).map { $0.estimate.estimate * $1 }
        let sum = weighted.reduce(0, +)
        let mean = sum / total
        let studies = rows.indices.map { index in
            let rest = total - weights[index]
            let distance = rows[index].estimate.estimate - mean
            let change = mean - (sum - weighted[index]) / rest
            return BaujatPlotData.Study(
                label: rows[index].label, href: href(rows[index]), contribution: weights[index] * distance * distance,
                influence: change * change * rest)
        }
        return graphic("baujat", scope.language.baujatTitle) { BaujatPlotData(id: $0, title: $1, studies: studies) }
    }
}

extension FunnelPlotData {
    fileprivate func named(_ id: String, _ title: String, _ form: Form) -> FunnelPlotData {
        var data = self
        (data.id, data.title, data.form) = (id, title, form)
        return data
    }
}
