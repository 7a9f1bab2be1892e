import Evidence
import TemplateEngine

/// Composes the conflicts of a study: what is printed, which value is used, and why.
struct ConflictComposer {
    let context: SiteContext
    let study: Study

    func views() -> [Value] {
        let conflicts = context.conflictsOfStudy[study.id] ?? []
        let anchors = conflicts.isEmpty ? [] : study.enrolmentAnchors
        return conflicts.map { conflict in
            .record(
                StudyViews.conflict,
                [
                    .string(study.name), .string(Routes.study(study.id)), .string(subject(conflict)),
                    .string(conflict.because ?? ""), .list(conflict.members.map { value(of: conflict, $0, anchors) }),
                ])
        }
    }

    private func subject(_ conflict: Conflict) -> String {
        let population = conflict.population.map { ", \($0)" } ?? ""
        switch conflict.subject {
        case .result(let outcome, let quantity):
            return context.label(.outcomes, outcome) + ", " + words(quantity) + population
        case .enrolment(let kind): return "Number of patients \(kind.label)" + population
        case .characteristic(let name): return name + population
        }
    }

    /// "HR sabr/control" as "HR, SABR vs control".
    private func words(_ quantity: String) -> String {
        let parts = quantity.split(separator: " ").map(String.init)
        guard let kind = parts.first else { return quantity }
        if kind == "p" { return "p-value" }
        if ArmValues.Kind(rawValue: kind) != nil {
            return parts.count > 1 ? "\(kind), \(study.arm(parts[1])?.label ?? parts[1])" : kind
        }
        return kind
    }

    private func value(of conflict: Conflict, _ member: Int, _ anchors: [String]) -> Value {
        let (text, anchor, places): (String, String, [Provenance])
        switch conflict.subject {
        case .result(_, let quantity):
            let result = study.results[member]
            (text, anchor, places) = (figure(quantity, of: result), "result-\(result.id)", result.provenance)
        case .enrolment:
            let item = study.enrolment[member]
            (text, anchor, places) = ("\(item.n)", anchors[member], item.provenance)
        case .characteristic:
            let item = study.characteristics[member]
            (text, anchor, places) = (item.valueText, "characteristics", item.provenance)
        }
        return .record(
            StudyViews.conflictValue,
            [.string(text), .string(anchor), .bool(conflict.preferred == member), context.provenance(places)])
    }

    private func figure(_ quantity: String, of result: StudyResult) -> String {
        let parts = quantity.split(separator: " ").map(String.init)
        if parts.first == "p", let p = result.anyPValue { return p.phrase }
        if let first = parts.first, let kind = ArmValues.Kind(rawValue: first), let values = result.values(kind) {
            if parts.count > 1, let entry = values.entry(parts[1]) {
                return ValueText.value(entry.value, unit: values.unit)
            }
            return ValueText.values(values, arms: study.arms)
        }
        return result.mainText(arms: study.arms) ?? ""
    }
}
