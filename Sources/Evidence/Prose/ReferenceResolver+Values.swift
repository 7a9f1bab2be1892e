import Diagnostics
import Text

/// Links to stated values: `STUDY/RESULT`, `STUDY/RESULT/median/ARM`, `STUDY/randomised`.
extension ReferenceResolver {
    func value(_ address: String) throws(BrokenReference) -> Reference {
        let parts = address.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
        guard parts.count >= 2 else {
            throw BrokenReference(
                identifier: "unknown-value-address", summary: "'\(address)' does not name a value",
                help: "write it as STUDY/RESULT, STUDY/RESULT/median, or STUDY/randomised")
        }
        let study = try study(parts[0])
        if parts.count == 2, let found = try number(parts[1], of: study) { return found }
        guard let result = study.result(parts[1]) else {
            throw BrokenReference(
                identifier: "unknown-result", summary: "'\(study.id)' has no result '\(parts[1])'",
                isConsequence: !atlas.isSound(study: study.id)
            ) {
                let known = study.results.map(\.id)
                return Suggestion.didYouMean(parts[1], among: known) ?? "its results are \(Suggestion.list(known))"
            }
        }
        return .value(
            study: study, anchor: "result-\(result.id)",
            text: try text(of: result, in: study, Array(parts.dropFirst(2))))
    }

    /// A number of patients or a characteristic that has an address of its own.
    private func number(_ name: String, of study: Study) throws(BrokenReference) -> Reference? {
        let values = study.statedValues(ofNumber: name)
        if let first = values.first {
            let anchor = if case .enrolment = first.address { "patients" } else { "characteristics" }
            return .value(study: study, anchor: anchor, text: values.itemText(in: language))
        }
        guard let kind = Enrolment.Kind(rawValue: name) else { return nil }
        guard let item = study.enrolled(kind) else {
            throw BrokenReference(
                identifier: "unknown-result", summary: "'\(study.id)' states no number '\(name)' for the whole study"
            ) {
                let known = study.enrolment.compactMap {
                    $0.population == nil && $0.arm == nil ? $0.kind.rawValue : $0.id
                }
                return known.isEmpty
                    ? "give the number an 'id' in the study's file, and use that"
                    : "it states \(Suggestion.list(Set(known)))"
            }
        }
        return .value(study: study, anchor: "patients", text: language.numbers.count(item.n))
    }

    private func text(of result: StudyResult, in study: Study, _ path: [String]) throws(BrokenReference) -> String {
        let values = study.statedValues(ofResult: result.id)
        func missing(_ name: String) -> BrokenReference {
            BrokenReference(
                identifier: "unknown-part", summary: "the result '\(result.id)' has no '\(name)'",
                help: "it has \(Suggestion.list(partNames(of: result, values)))",
                isConsequence: !atlas.isSound(study: study.id))
        }
        func shown(_ text: String?, _ name: String) throws(BrokenReference) -> String {
            guard let text else { throw missing(name) }
            return text
        }
        guard let name = path.first else {
            return try shown(study.mainText(ofResult: result.id, in: language), "value")
        }
        switch name {
        case "effect": return try shown(result.effect?.text(in: language), name)
        case "p": return try shown(values.lazy.compactMap { $0.quantity?.p }.first?.text(in: language), name)
        case "time": return try shown(result.time?.text(in: language), name)
        case "followUp": return try shown(result.followUp?.medianText(in: language), name)
        default:
            guard let kind = ArmValues.Kind(rawValue: name) else { throw missing(name) }
            let ofKind = values.filter { $0.subject.measure == .values(kind) }
            guard path.count > 1 else { return try shown(ofKind.text(in: language), name) }
            guard let value = ofKind.first(where: { $0.subject.arm == path[1] }) else {
                guard !ofKind.isEmpty else { throw missing(name) }
                throw BrokenReference(
                    identifier: "unknown-arm", summary: "the \(name) of '\(result.id)' has no arm '\(path[1])'",
                    help: "it has \(Suggestion.list(ofKind.compactMap(\.subject.arm)))",
                    isConsequence: !atlas.isSound(study: study.id))
            }
            return try shown(value.quantity?.text(in: language), name)
        }
    }

    /// The parts of a result that an address can name.
    private func partNames(of result: StudyResult, _ values: ArraySlice<StatedValue>) -> [String] {
        var names = result.values.map(\.kind.rawValue)
        if result.effect != nil { names.append("effect") }
        if values.contains(where: { $0.quantity?.p != nil }) { names.append("p") }
        if result.time != nil { names.append("time") }
        if result.followUp?.median != nil { names.append("followUp") }
        return names
    }
}
