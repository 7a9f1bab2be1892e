import Evidence
import MetaAnalysis
import Plots
import TemplateEngine

/// Composes what a hazard ratio means for a hundred patients.
struct AbsoluteComposer {
    let context: SiteContext
    let synthesis: Synthesis
    let idPrefix: String

    /// The picture of a hundred people, if the synthesis asks for one.
    func graphics() -> [Graphic] {
        guard let data else { return [] }
        return [
            Graphic(
                anchor: "\(idPrefix)absolute-\(synthesis.id)", title: data.title,
                file: "\(Routes.files(synthesis))absolute.svg", origin: context.place(of: synthesis), data: data)
        ]
    }

    private var data: AbsoluteEffectData? {
        guard let absolute = synthesis.absolute else { return nil }
        let effect = absolute.effect
        let control = synthesis.plan.favours?.control ?? "the control treatment"
        let time = absolute.time.text(in: context.language)
        return AbsoluteEffectData(
            id: "\(idPrefix)absolute-\(synthesis.question)-\(synthesis.id)", title: "\(synthesis.plan.title): of 100 patients, within \(time)",
            event: "\(absolute.event) within \(time)", experimental: synthesis.plan.favours?.experimental ?? "the experimental treatment",
            control: control, experimentalRisk: 1 - effect.treatmentSurvival.value, controlRisk: 1 - effect.controlSurvival,
            difference: (effect.controlSurvival - effect.treatmentSurvival.high)...(effect.controlSurvival - effect.treatmentSurvival.low),
            isWelcome: context.atlas.vocabulary.entry(.outcomes, synthesis.plan.outcome.value).map { !$0.lowerIsBetter } ?? false)
    }

    func view() throws(TemplateError) -> Value? {
        guard let absolute = synthesis.absolute, let data, let graphic = graphics().first else { return nil }
        let figure = try graphic.view(context.language)
        let time = absolute.time.text(in: context.language)
        let ratio = absolute.row.map { "the hazard ratio of \($0.label)" } ?? "the pooled hazard ratio"
        let assumptions =
            "Computed from \(ratio) and the rate of the control arm of \(absolute.study.name) at \(time), "
            + "\(absolute.printed.text(in: context.language, unit: .percent)) without the event, as if the ratio were the same at all times. "
            + "The interval is that of the ratio alone; how sure the rate is, is not in it."
        return .record(
            QuestionViews.absolute,
            [
                .string(data.sentence(context.language) + "."), figure,
                Link.view.value(
                    of: Link(
                        "\(absolute.study.name), \(absolute.arm.label)", Routes.result(absolute.study.id, absolute.result.id))),
                .string(assumptions),
            ])
    }
}
