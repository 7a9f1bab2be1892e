import Evidence
import Plots
import TemplateEngine

/// Composes a study's flow of patients from its recorded numbers.
struct FlowComposer {
    let study: Study

    /// The flow, with what does not add up below it; empty if too little is recorded.
    func graphics() -> [Graphic] {
        guard let flow = study.flow else { return [] }
        let data = data(flow)
        return [
            Graphic(
                anchor: "flow", title: data.title, note: note(flow), file: Routes.plot("flow", of: Routes.study(study.id)),
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
        let hasArms = flow.levels.contains(where: \.isOfArms)
            || flow.levels.contains { level in level.departures.contains { $0.arm != nil } }
        return FlowData(
            id: "flow-\(study.id)", title: "Flow of patients",
            description: "The recorded numbers of patients from stage to stage.",
            arms: hasArms ? study.arms.map(\.label) : [],
            levels: flow.levels.map { level in
                FlowData.Level(
                    boxes: level.counts.map { count in
                        .init(
                            stage: count.stage?.label ?? "", arm: count.arm, number: count.n, href: href(count),
                            isDisputed: count.isDisputed)
                    },
                    departures: level.departures.map { departure in
                        .init(
                            kind: departure.kind.label, arm: departure.arm, number: departure.total?.n,
                            href: departure.total.map(href),
                            reasons: departure.parts.map { part in
                                .init(text: reason(of: part), number: part.n, href: href(part), isDisputed: part.isDisputed)
                            }, isDisputed: departure.total?.isDisputed ?? false)
                    })
            })
    }

    private func reason(of count: StudyFlow.Count) -> String {
        guard case .enrolment(let index) = count.origin else { return "" }
        return study.enrolment[index].reason?.loweredFirst ?? ""
    }

    // MARK: Note

    private func note(_ flow: StudyFlow) -> String {
        var sentences = ["Drawn from the recorded numbers, as printed; what has no number has no box."]
        sentences += flow.imbalances.map(sentence)
        let numbers = flow.levels.flatMap { level in
            level.counts + level.departures.flatMap { [$0.total].compactMap { $0 } + $0.parts }
        }
        if numbers.contains(where: \.isDisputed) {
            sentences.append("* Documents print other numbers as well: see the discrepancies.")
        }
        return sentences.joined(separator: " ")
    }

    private func sentence(_ imbalance: StudyFlow.Imbalance) -> String {
        switch imbalance {
        case .rest(let above, let left, let below, let missing):
            "\(subject(below))\(words(above))\(leaving(left)), \(words(below)): no number is recorded for the other \(missing)."
        case .growth(let above, let below):
            "\(subject(below))\(words(below)) are more than \(words(above))."
        case .excess(let above, let left, let below):
            "\(subject(below))\(words(above)), but \(left) who left and \(words(below)) make \(left + below.n)."
        case .arms(let above, let sum, let left) where above.n - left > sum:
            "\(words(above))\(leaving(left)), \(sum) in the arms: no number is recorded for the other \(above.n - left - sum)."
        case .arms(let above, let sum, 0): "\(words(above)), but \(sum) in the arms."
        case .arms(let above, let sum, let left):
            "\(words(above)), but \(left) who left and \(sum) in the arms make \(left + sum)."
        case .unknownArm(let arm): "No number is recorded for the arm \u{201C}\(study.arms[arm].label)\u{201D}."
        case .reasons(let departure, let sum):
            "\(departure.total?.n ?? sum) \(departure.kind.label), but the recorded reasons make \(sum)."
        }
    }

    /// The arm that is spoken of.
    private func subject(_ count: StudyFlow.Count) -> String { count.arm.map { "\(study.arms[$0].label): " } ?? "" }

    private func leaving(_ left: Int) -> String { left > 0 ? ", \(left) of whom left" : "" }

    private func words(_ count: StudyFlow.Count) -> String { "\(count.n) \(count.stage?.label ?? "in the arm")" }
}
