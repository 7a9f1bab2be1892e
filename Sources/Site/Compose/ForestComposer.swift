import Evidence
import MetaAnalysis
import Plots

/// Says what the forest plot of a synthesis shows.
struct ForestComposer {
    let context: SiteContext
    let synthesis: Synthesis
    /// The way to the root of the site.
    let root: String
    let idPrefix: String

    private var measure: EffectMeasure { synthesis.measure }
    private var plan: SynthesisPlan { synthesis.plan }

    func graphic() -> Graphic {
        let data = data()
        return Graphic(
            anchor: "\(idPrefix)forest-\(synthesis.id)", title: plan.title, file: "\(Routes.files(synthesis))forest.svg",
            origin: context.place(of: synthesis)
        ) { options throws(PlotError) in try ForestPlotLayout(data, options: options).scene }
    }

    private func data() -> ForestPlotData {
        var data = ForestPlotData(
            id: "\(idPrefix)forest-\(synthesis.question)-\(synthesis.id)", title: plan.title, description: description,
            measure: measure.name.capitalisedFirst, shortMeasure: measure.rawValue,
            scale: measure.isRatio ? .logarithmic : .linear, nullValue: measure.nullValue)
        data.leftColumns = [.init(header: "Patients", alignment: .trailing, isEssential: true)]
        data.rightColumns = synthesis.pooled == nil ? [.effect] : [.effect, .weight]
        data.favours = favours
        data.rows = rows()
        return data
    }

    /// What lies left and right of no effect, if the plan says it.
    var favours: ForestPlotData.Favours? {
        guard let favours = plan.favours else { return nil }
        let lowerIsBetter = context.atlas.vocabulary.entry(.outcomes, plan.outcome.value)?.lowerIsBetter ?? true
        let (left, right) = lowerIsBetter ? (favours.experimental, favours.control) : (favours.control, favours.experimental)
        return .init(left: "Favours \(left)", right: "Favours \(right)")
    }

    private var description: String {
        let outcome = context.label(.outcomes, plan.outcome.value).lowercased()
        var out = "Forest plot of the \(measure.name) for \(outcome) in \(synthesis.rows.count.inWords) "
        out += synthesis.rows.count == 1 ? "study. " : "studies. "
        if let pooled = synthesis.pooled {
            out += "Pooled: \(ValueText.pooled(pooled, measure))."
        } else {
            let reason = synthesis.notPooledBecause.map { ": \($0)" } ?? ""
            out += "The studies are not pooled" + (reason.hasSuffix(".") ? reason : reason + ".")
        }
        return out
    }

    private func rows() -> [ForestPlotData.Row] {
        var rows: [ForestPlotData.Row] = []
        var groups: [String] = []
        for row in synthesis.rows where !groups.contains(row.group ?? "") { groups.append(row.group ?? "") }
        for group in groups {
            if !group.isEmpty { rows.append(.group(.init(label: group))) }
            for row in synthesis.rows where (row.group ?? "") == group { rows.append(.study(study(row))) }
        }
        if let pooled = synthesis.pooled { rows.append(contentsOf: summary(pooled)) }
        for published in synthesis.published {
            rows.append(
                .pooled(
                    .init(
                        label: "\(published.study.name), as published",
                        href: href(Routes.result(published.study.id, published.result.id)),
                        effect: effect(published.estimate), kind: .published,
                        cells: [published.study.patients.map { "\($0)" } ?? ""])))
        }
        return rows
    }

    private func study(_ row: SynthesisRow) -> ForestPlotData.Study {
        .init(
            label: row.label, href: href(Routes.result(row.study.id, row.result.id)),
            sublabel: [row.result.population, row.result.followUp?.median.map { "median follow-up \($0.padded()) \(row.result.followUp?.unit.rawValue ?? "")" }]
                .compactMap { $0 }.joined(separator: ", "),
            effect: effect(row.estimate), weight: row.weight.map { $0 / 100 }, kind: row.isPooled ? .pooled : .shown,
            comparison: isIndirect(row) ? .indirect : .direct,
            isDerived: row.estimate.isDerived, isInverted: row.effect.isInverted, alternatives: alternatives(row),
            cells: [row.patients.map { "\($0)" } ?? "\u{2013}"], remark: row.isPooled ? "" : row.because ?? "")
    }

    private func isIndirect(_ row: SynthesisRow) -> Bool {
        context.questionsOfStudy[row.study.id]?.contains {
            $0.question.id == synthesis.question && $0.member.role == .indirect
        } ?? false
    }

    /// The other values that are printed for the same quantity.
    private func alternatives(_ row: SynthesisRow) -> [ForestPlotData.Alternative] {
        guard let own = row.study.results.firstIndex(where: { $0.id == row.result.id }) else { return [] }
        var found: [ForestPlotData.Alternative] = []
        for conflict in context.conflictsOfStudy[row.study.id] ?? [] {
            guard case .result = conflict.subject, conflict.members.contains(own) else { continue }
            for member in conflict.members where member != own {
                let other = row.study.results[member]
                guard let estimate = other.effect?.estimate, other.effect?.measure == measure, estimate != row.estimate,
                    !found.contains(where: { $0.label == label(other) })
                else { continue }
                found.append(.init(label: label(other), effect: effect(estimate)))
            }
        }
        return found
    }

    private func label(_ result: StudyResult) -> String {
        guard let place = result.provenance.first else { return result.id }
        return "\(context.atlas.source(place.source)?.short ?? place.source), \(place.at)"
    }

    private func summary(_ pooled: PooledResult) -> [ForestPlotData.Row] {
        let label = pooled.model == .common ? "All studies, common effect" : "All studies, random effects"
        var rows: [ForestPlotData.Row] = [
            .pooled(
                .init(
                    label: label,
                    effect: natural(pooled.estimate), weight: 1, kind: .overall,
                    cells: [pooled.patients.map { "\($0)" } ?? "\u{2013}"]))
        ]
        if let prediction = pooled.prediction {
            rows.append(
                .prediction(
                    .init(
                        low: measure.printedScale(prediction.interval.low),
                        high: measure.printedScale(prediction.interval.high))))
        }
        let q = pooled.heterogeneity
        var note = "Heterogeneity: Q = \(ValueText.fixed(q.q, decimals: 2)), df = \(q.degreesOfFreedom), \(ValueText.pValue(q.pValue)); I² = \(ValueText.fixed(pooled.iSquared, decimals: 0))\u{202F}%"
        if let tau = pooled.tauSquared { note += "; τ² = \(ValueText.fixed(tau, decimals: 3))" }
        rows.append(.note(.init(note)))
        return rows
    }

    private func effect(_ estimate: AnalysisEffect) -> ForestPlotData.Effect {
        .init(measure.printedScale(estimate.estimate), estimate.low, estimate.high)
    }

    private func natural(_ estimate: PooledEstimate) -> ForestPlotData.Effect {
        .init(
            measure.printedScale(estimate.estimate), measure.printedScale(estimate.interval.low),
            measure.printedScale(estimate.interval.high))
    }

    private func href(_ path: String) -> String { root + path }
}
