import Evidence
import TemplateEngine
import Text

/// Composes the conflicts of a study: what is printed, which value is used, and why.
struct ConflictComposer {
    let context: SiteContext
    let study: Study

    private var language: Language { context.language }

    func views() -> [Value] {
        guard !study.conflicts.isEmpty else { return [] }
        let anchors = StudyAnchors(study)
        return study.conflicts.map { conflict in
            .record(
                StudyViews.conflict,
                [
                    .string(study.name), .string(Routes.study(study.id)), .string(subject(conflict.subject)),
                    .string(conflict.because ?? ""), .list(conflict.members.map { value(of: conflict, $0, anchors) }),
                ])
        }
    }

    private func subject(_ subject: StatedValue.Subject) -> String {
        let what: [String] =
            switch subject.topic {
            case .outcome(let outcome): [context.label(.outcomes, outcome), measure(subject.measure)]
            case .patients(let kind): [language.numberOfPatients(language.label(of: kind))]
            case .characteristic(let name): [name]
            default: []
            }
        let whose = [subject.arm.map { study.name(ofArm: $0, in: language) }, subject.population]
        return language.series(what + whose.compactMap { $0 })
    }

    private func measure(_ measure: StatedValue.Measure) -> String {
        switch measure {
        case .effect(let effect, .treatment): effect.rawValue
        case .effect(let effect, _): language.interaction(effect.rawValue)
        case .values(let kind): language.label(of: kind)
        case .pValue: language.pValueName
        default: measure.code
        }
    }

    private func value(of conflict: Conflict, _ member: Int, _ anchors: StudyAnchors) -> Value {
        let value = study.statedValues[member]
        let text: String? =
            switch value.address {
            case .result where conflict.subject.measure == .pValue: value.quantity?.p?.text(in: language)
            case .result: value.quantity?.text(in: language)
            default: study.statedValues[member...].prefix { $0.address == value.address }.itemText(in: language)
            }
        return .record(
            StudyViews.conflictValue,
            [
                .string(text ?? ""), .string(anchors[value.address]),
                .bool(conflict.preferred == member), context.provenance(value.provenance),
            ])
    }
}
