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
        // With another kind of interval the picture would show a difference that no study makes.
        guard let pooled = synthesis.pooled, let all = synthesis.comparableToLeaveOneOut else { return [] }
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
                cells: [HeterogeneityText.percent(row.iSquared)]))
        }
        data.rows.append(
            .pooled(.init(
                label: "All studies", effect: effect(all),
                cells: [HeterogeneityText.percent(pooled.iSquared)])))
        return [
            Graphic(
                anchor: "\(idPrefix)influence-\(synthesis.id)", title: data.title, note: note(pooled, all),
                file: "\(Routes.files(synthesis))influence.svg", origin: context.place(of: synthesis),
                data: data)
        ]
    }

    private func note(_ pooled: PooledResult, _ all: PooledEstimate) -> String {
        guard all.test != pooled.estimate.test else { return "" }
        return "\(all.test.label.capitalisedFirst)s here, with all studies too, because two studies allow no other; "
            + "the result above has the \(pooled.estimate.test.label)."
    }

    private func effect(_ pooled: PooledEstimate) -> ForestPlotData.Effect {
        .init(
            measure.printedScale(pooled.estimate), measure.printedScale(pooled.interval.low),
            measure.printedScale(pooled.interval.high))
    }
}
