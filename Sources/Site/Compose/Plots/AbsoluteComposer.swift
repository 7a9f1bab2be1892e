import Evidence
import MetaAnalysis
import Plots
import TemplateEngine
import Text

/// Composes what a hazard ratio means for a hundred patients.
struct AbsoluteComposer {
    let scope: Scope
    let synthesis: Synthesis
    let idPrefix: String

    /// The picture of a hundred people, if the synthesis asks for one.
    func graphics() -> [Graphic] {
        guard let data else { return [] }
        return [
            Graphic(
                anchor: "\(idPrefix)absolute-\(synthesis.id)", title: data.title,
                file: "\(Routes.files(synthesis))absolute.svg", origin: synthesis.place, data: data)
        ]
    }

    private var language: Language { scope.language }

    private var data: AbsoluteEffectData? {
        guard let absolute = synthesis.absolute else { return nil }
        let (effect, favours, time) = (absolute.effect, synthesis.plan.favours, absolute.time.text(in: language))
        return AbsoluteEffectData(
            id: "\(idPrefix)absolute-\(synthesis.question)-\(synthesis.id)",
            title: language.absoluteTitle(synthesis.plan.title, time: time),
            event: language.event(absolute.event, within: time),
            experimental: favours?.experimental ?? language.experimentalTreatment,
            control: favours?.control ?? language.controlTreatment,
            experimentalRisk: 1 - effect.treatmentSurvival.value, controlRisk: 1 - effect.controlSurvival,
            difference: (effect.controlSurvival - effect.treatmentSurvival.high)...(effect.controlSurvival
                - effect.treatmentSurvival.low),
            isWelcome: scope.lowerIsBetter(synthesis.plan.outcome.value).map { !$0 } ?? false)
    }

    func block() throws(TemplateError) -> SynthesisBlock.Absolute? {
        guard let absolute = synthesis.absolute, let data, let graphic = graphics().first else { return nil }
        return SynthesisBlock.Absolute(
            sentence: language.sentence(data.sentence(language)), figure: try graphic.figure(language),
            source: Link(
                language.series([absolute.name, absolute.arm]), Routes.result(absolute.study, absolute.result)),
            assumptions: language.absoluteAssumptions(
                ratioOf: absolute.ratioOf, study: absolute.name, time: absolute.time.text(in: language),
                rate: absolute.printed.text(in: language, unit: .percent)))
    }
}
