import Evidence
import MetaAnalysis
import Plots

/// Composes the plot of the pooled result without each of its studies.
struct InfluenceComposer {
    let context: SiteContext
    let synthesis: Synthesis
    let idPrefix: String

    private var measure: EffectMeasure { synthesis.measure }

    func graphics() -> [Graphic] {
        guard let pooled = synthesis.pooled, !synthesis.leaveOneOut.isEmpty else { return [] }
        let title = "Without each study"
        var data = ForestPlotData(
            id: "\(idPrefix)influence-\(synthesis.question)-\(synthesis.id)", title: "\(synthesis.plan.title): without each study",
            description: "The pooled \(measure.name) when each study in turn is left out.",
            measure: measure.name.capitalisedFirst, shortMeasure: measure.rawValue,
            scale: measure.isRatio ? .logarithmic : .linear, nullValue: measure.nullValue)
        data.labelHeader = "Studies pooled"
        data.favours = ForestComposer(context: context, synthesis: synthesis, root: "", idPrefix: idPrefix).favours
        data.rightColumns = [.effect, .init(header: "I²", alignment: .decimal)]
        data.rows = zip(synthesis.rows.filter(\.isPooled), synthesis.leaveOneOut).map { left, row in
            .study(.init(
                label: "Without \(left.label)", effect: effect(row.pooled), kind: .step,
                cells: ["\(ValueText.fixed(row.iSquared, decimals: 0))\u{202F}%"]))
        }
        data.rows.append(
            .pooled(.init(
                label: "All studies", effect: effect(pooled.estimate),
                cells: ["\(ValueText.fixed(pooled.iSquared, decimals: 0))\u{202F}%"])))
        return [
            Graphic(
                anchor: "\(idPrefix)influence-\(synthesis.id)", title: title, note: note(pooled),
                file: "\(Routes.files(synthesis))influence.svg", origin: context.place(of: synthesis)
            ) { [data] options throws(PlotError) in try ForestPlotLayout(data, options: options).scene }
        ]
    }

    /// Fewer studies may get another kind of interval, which would make a difference that no study makes.
    private func note(_ pooled: PooledResult) -> String {
        guard let other = synthesis.leaveOneOut.first(where: { $0.pooled.test != pooled.estimate.test })?.pooled.test else { return "" }
        return "The intervals are not of one kind: \(other.label) without a study, \(pooled.estimate.test.label) with all. "
            + "That alone can make them narrower or wider."
    }

    private func effect(_ pooled: PooledEstimate) -> ForestPlotData.Effect {
        .init(
            measure.printedScale(pooled.estimate), measure.printedScale(pooled.interval.low),
            measure.printedScale(pooled.interval.high))
    }
}
