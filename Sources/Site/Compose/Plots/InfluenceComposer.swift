import Evidence
import MetaAnalysis
import Plots
import Tables
import Text

/// Composes the plot of the pooled result without each of its studies.
struct InfluenceComposer {
    let scope: Scope
    let synthesis: Synthesis
    let idPrefix: String

    private var measure: EffectMeasure { synthesis.measure }

    func graphics() -> [Graphic] {
        let language = scope.language
        // With another kind of interval the picture would show a difference that no study makes.
        guard let pooled = synthesis.pooled, let all = pooled.pool.comparableToLeaveOneOut else { return [] }
        let summary = PoolSummary(pooled.pool, measure, language)
        let name = language.measure(measure.rawValue)
        var data = ForestPlotData(
            id: "\(idPrefix)influence-\(synthesis.question)-\(synthesis.id)",
            title: language.withoutEachStudy(synthesis.plan.title),
            description: language.influenceDescription(measure: name),
            measure: language.capitalised(name), shortMeasure: language.abbreviation(ofMeasure: measure.rawValue),
            scale: measure.isRatio ? .logarithmic : .linear, nullValue: measure.nullValue)
        data.labelHeader = language.studiesPooled
        data.favours = ForestComposer(scope: scope, synthesis: synthesis, root: "", idPrefix: idPrefix).favours
        data.rightColumns = [.effect, .init(header: language.iSquaredHeader, alignment: .decimal)]
        data.rows = zip(synthesis.rows.filter(\.isPooled), pooled.pool.leaveOneOut).map { left, row in
            .study(
                .init(
                    label: language.without(left.label), effect: summary.effect(row.pooled), kind: .step,
                    cells: [language.numbers.percent(row.iSquared, decimals: 0)]))
        }
        data.rows.append(
            .pooled(
                .init(
                    label: language.allStudiesTogether, effect: summary.effect(all),
                    cells: [language.numbers.percent(pooled.pool.iSquared ?? 0, decimals: 0)])))
        return [
            Graphic(
                anchor: "\(idPrefix)influence-\(synthesis.id)", title: data.title,
                note: note(pooled.estimate.test, all.test),
                file: "\(Routes.files(synthesis))influence.svg", origin: synthesis.place, data: data)
        ]
    }

    private func note(_ shown: PoolingTest, _ here: PoolingTest) -> String {
        here == shown
            ? ""
            : scope.language.influenceNote(
                interval: scope.language.interval(of: here), shown: scope.language.interval(of: shown))
    }
}
