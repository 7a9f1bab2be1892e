import Evidence
import Plots
import TemplateEngine
import Text

/// Composes a study's flow of patients from its recorded numbers.
struct FlowComposer {
    let study: Study
    let language: Language

    /// The flow, with what does not add up below it; empty if too little is recorded.
    func graphics() -> [Graphic] {
        guard let flow = study.flow else { return [] }
        let data = data(flow)
        return [
            Graphic(
                anchor: "flow", title: data.title, note: note(flow),
                file: Routes.plot("flow", of: Routes.study(study.id)),
                origin: study.text.place(.start), data: data)
        ]
    }

    private func data(_ flow: StudyFlow) -> FlowData {
        let anchors = StudyAnchors(study).enrolment
        func href(_ count: StudyFlow.Count) -> String {
            switch count.origin {
            case .enrolment(let index): "#" + anchors[index]
            case .arm(let index): "#" + study.arms[index].anchor
            }
        }
        let hasArms =
            flow.levels.contains(where: \.isOfArms)
            || flow.levels.contains { level in level.departures.contains { $0.arm != nil } }
        return FlowData(
            id: "flow-\(study.id)", title: language.flowTitle, description: language.flowDescription,
            arms: hasArms ? study.arms.map(\.label) : [],
            levels: flow.levels.map { level in
                FlowData.Level(
                    boxes: level.counts.map { count in
                        .init(
                            stage: count.stage.map(language.label(of:)) ?? "", arm: count.arm, number: count.n,
                            href: href(count),
                            isDisputed: count.isDisputed)
                    },
                    departures: level.departures.map { departure in
                        .init(
                            kind: language.label(of: departure.kind), arm: departure.arm, number: departure.total?.n,
                            href: departure.total.map(href),
                            reasons: departure.parts.map { part in
                                .init(
                                    text: reason(of: part), number: part.n, href: href(part),
                                    isDisputed: part.isDisputed)
                            }, isDisputed: departure.total?.isDisputed ?? false)
                    })
            })
    }

    private func reason(of count: StudyFlow.Count) -> String {
        guard case .enrolment(let index) = count.origin else { return "" }
        return study.enrolment[index].reason.map(language.inSentence) ?? ""
    }

    // MARK: Note

    private func note(_ flow: StudyFlow) -> String {
        var sentences = [language.flowNote] + flow.imbalances.map(sentence)
        let numbers = flow.levels.flatMap { level in
            level.counts + level.departures.flatMap { [$0.total].compactMap { $0 } + $0.parts }
        }
        if numbers.contains(where: \.isDisputed) { sentences.append(language.flowIsDisputed) }
        return sentences.joined(separator: " ")
    }

    private func sentence(_ imbalance: StudyFlow.Imbalance) -> String {
        switch imbalance {
        case .rest(let above, let left, let below, let missing):
            language.flowRest(spoken(above), left: left, below: spoken(below), missing: missing)
        case .growth(let above, let below): language.flowGrowth(spoken(above), below: spoken(below))
        case .excess(let above, let left, let below):
            language.flowExcess(spoken(above), left: left, below: spoken(below))
        case .arms(let above, let sum, let left): language.flowArms(spoken(above), sum: sum, left: left)
        case .unknownArm(let arm): language.flowUnknownArm(study.arms[arm].label)
        case .reasons(let departure, let sum):
            language.flowReasons(
                .init(departure.total?.n ?? sum, done: language.label(of: departure.kind), arm: nil), sum: sum)
        }
    }

    /// A number as sentences speak of it.
    private func spoken(_ count: StudyFlow.Count) -> Language.FlowNumber {
        .init(count.n, done: count.stage.map(language.label(of:)), arm: count.arm.map { study.arms[$0].label })
    }
}
