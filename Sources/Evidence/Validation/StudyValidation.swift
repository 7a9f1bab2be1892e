import Diagnostics
import MetaAnalysis
import Text

/// The checks of one study against the rest of the atlas and against itself.
struct StudyValidation {
    let study: Study
    let atlas: Atlas

    private func place(_ mark: Mark) -> Place { study.text.place(mark) }

    /// Numbers in the notation of the file.
    private var numbers: NumberStyle { .program }

    func run() -> [Diagnostic] {
        let named = names() + identifiers()
        // What a record with errors seems to say would only distract from them.
        return atlas.isSound(study: study.id) ? named + arms() + departures() + results() + conflicts() : named
    }

    // MARK: Names

    private func names() -> [Diagnostic] {
        var found: [Diagnostic] = []
        func check(_ names: [Marked<String>], _ kind: Vocabulary.Kind) {
            for name in names where atlas.vocabulary.entry(kind, name.value) == nil {
                found.append(optional: atlas.unknownName(name.value, kind, at: place(name.mark)))
            }
        }
        check(study.conditions, .conditions)
        check(study.setting.map { [$0] } ?? [], .settings)
        check(study.design.primaryEndpoints, .outcomes)
        check(study.arms.flatMap(\.interventions), .interventions)
        check(study.results.map(\.outcome), .outcomes)
        check(study.riskOfBias.compactMap(\.outcome), .outcomes)
        study.forEachProvenance { provenance in
            if !atlas.hasSource(provenance.source) {
                found.append(optional: atlas.unknownSource(provenance.source, at: place(provenance.mark)))
            }
        }
        for name in study.includes + study.overlaps + (study.partOf.map { [$0] } ?? []) {
            if name.value == study.id {
                found.append(
                    .error("self-reference", "the study names itself", at: place(name.mark), help: "take it out"))
            } else if !atlas.hasStudy(name.value) {
                found.append(optional: atlas.unknownStudy(name.value, at: place(name.mark)))
            }
        }
        return found
    }

    // MARK: Identifiers

    private func identifiers() -> [Diagnostic] {
        var first: [String: Mark] = [:]
        var found: [Diagnostic] = []
        let numbers =
            study.enrolment.compactMap { item in item.id.map { ($0, item.mark) } }
            + study.characteristics.compactMap { item in item.id.map { ($0, item.mark) } }
        for (id, mark) in numbers {
            if let earlier = first[id] {
                found.append(
                    .error(
                        "duplicate-id", "another number has the address '\(id)'", at: place(mark),
                        notes: [.init("the first is here", at: place(earlier))], help: "give each its own ID"))
            }
            first[id] = mark
        }
        for result in study.results {
            if let earlier = first[result.id] {
                found.append(
                    .error(
                        "duplicate-result", "two results have the address '\(result.id)'", at: place(result.mark),
                        notes: [.init("the first is here", at: place(earlier))],
                        help: "give each an 'id' of its own"))
            } else {
                first[result.id] = result.mark
            }
            if Enrolment.Kind(rawValue: result.id) != nil {
                found.append(
                    .error(
                        "invalid-id", "'\(result.id)' cannot be the ID of a result", at: place(result.mark),
                        help: "it is the address of a number of patients"))
            }
        }
        return found
    }

    // MARK: Arms

    private func arms() -> [Diagnostic] {
        var found: [Diagnostic] = []
        let names = study.arms.map(\.id)
        func unknownArm(_ name: String, at mark: Mark) -> Diagnostic { .unknownArm(name, arms: names, at: place(mark)) }
        for item in study.enrolment {
            if let arm = item.arm, study.arm(arm) == nil {
                found.append(unknownArm(arm, at: item.mark))
            }
        }
        for item in study.characteristics {
            if let arm = item.arm, arm != "all", study.arm(arm) == nil {
                found.append(unknownArm(arm, at: item.mark))
            }
        }
        let sizes = study.arms.compactMap(\.n)
        if sizes.count == study.arms.count, sizes.count > 1, let total = study.enrolled(.randomised), total.note == nil
        {
            let sum = sizes.reduce(0, +)
            if sum != total.n {
                found.append(
                    .warning(
                        "arms-do-not-add-up", "the arms have \(sum) patients together, but \(total.n) were randomised",
                        at: place(total.mark),
                        help: "check the figures; if the document prints them so, say it in 'note' of this number"))
            }
        }
        return found
    }

    /// Patients can only have left after a stage whose number is recorded.
    private func departures() -> [Diagnostic] {
        study.enrolment.compactMap { item in
            guard item.population == nil, let after = item.after, !study.recordedStages.contains(after) else {
                return nil
            }
            let stages = study.recordedStages.map(\.rawValue)
            return .error(
                "unknown-stage",
                "no number of patients \(Language.english.label(of: after)) is recorded, after which these could have left",
                at: place(item.mark),
                help: stages.isEmpty
                    ? "record it, or take 'after' out" : "record it, or write one of \(Suggestion.list(stages))")
        }
    }

    // MARK: Results

    private func results() -> [Diagnostic] {
        study.results.flatMap { result in
            (result.effect.map { effectProblems($0, result) } ?? []) + directionProblems(result)
                + percentageProblems(result)
        }
    }

    private func effectProblems(_ effect: Effect, _ result: StudyResult) -> [Diagnostic] {
        // A doubt says that the document prints figures that do not fit.
        guard result.doubt == nil, let printed = effect.printed else { return [] }
        return printed.findings().map { finding in
            let at = place(effect.valueMark)
            switch finding {
            case .ratioNotPositive(let value):
                return .error(
                    "ratio-not-positive", "a ratio cannot be \(numbers.plain(value))", at: at,
                    help: "check the figure against the document")
            case .limitsOutOfOrder(let low, let high):
                return .error(
                    "limits-reversed",
                    "the limits \(numbers.plain(low)) and \(numbers.plain(high)) are not an interval",
                    at: at, help: "check the figures against the document")
            case .estimateOutsideInterval:
                let interval = effect.interval
                return .error(
                    "estimate-outside-interval",
                    "\(effect.value?.text ?? "") is not between \(interval?.low.text ?? "") and \(interval?.high.text ?? "")",
                    at: at,
                    help: "check the three figures against the document; if they are printed so, say it in 'doubt'")
            case .asymmetricInterval(let asymmetry, _):
                return .warning(
                    "asymmetric-interval",
                    "the estimate lies \(numbers.fixed(abs(asymmetry), decimals: 2)) standard errors off the middle of its interval, more than rounding explains",
                    at: at, help: "check the figures against the document; if they are printed so, say it in 'doubt'")
            case .pValueOutsideRange(_, let expected, _):
                return .warning(
                    "p-value-mismatch",
                    "the interval means \(Language.english.pValue(expected)), but \(effect.p?.value.text(in: .english) ?? "another p-value") is printed",
                    at: effect.p.map { place($0.mark) } ?? at,
                    help: "check the figures against the document; if they are printed so, say it in 'doubt'")
            case .eventsAboveTotal(let events, let total):
                return .error(
                    "events-above-total",
                    "\(numbers.plain(events)) events are more than the \(numbers.plain(total)) patients", at: at)
            }
        }
    }

    /// A ratio that says the opposite of the medians beside it is probably reversed.
    private func directionProblems(_ result: StudyResult) -> [Diagnostic] {
        guard result.doubt == nil, let effect = result.effect, effect.isBetweenArms, effect.measure.isRatio,
            let value = effect.value?.value, value > 0,
            let outcome = atlas.vocabulary.entry(.outcomes, result.outcome.value), outcome.lowerIsBetter,
            let medians = result.values(.median),
            case .number(let experimental, _)? = medians.entry(effect.experimental)?.value,
            case .number(let control, _)? = medians.entry(effect.control)?.value,
            experimental.value != control.value
        else { return [] }
        let oriented = effect.isInverted ? 1 / value : value
        // Without a clear effect, curves that cross can part medians and ratio.
        guard let limits = effect.estimate.map(effect.limits), (limits.low > 1) || (limits.high < 1),
            (oriented < 1) != (experimental.value > control.value)
        else { return [] }
        return [
            .error(
                "direction-contradicts-medians",
                "\(effect.measure.rawValue) \(numbers.estimate(oriented, scale: .ratio, null: 1)) for \(effect.experimental)/\(effect.control) contradicts the medians \(experimental.text) and \(control.text)",
                at: place(effect.valueMark),
                help:
                    "check which arm the ratio is for and turn 'compare' around if it is the other; if it is printed so, say it in 'doubt'"
            )
        ]
    }

    /// A percentage must be what its count rounds to.
    private func percentageProblems(_ result: StudyResult) -> [Diagnostic] {
        guard result.doubt == nil, let counts = result.values(.count), let proportions = result.values(.proportion)
        else {
            return []
        }
        return counts.entries.compactMap { entry in
            guard case .count(let events, let total?) = entry.value, total > 0, let arm = entry.arm,
                case .number(let percentage, _)? = proportions.entry(arm)?.value
            else { return nil }
            let exact = 100 * Double(events) / Double(total)
            guard abs(exact - percentage.value) > percentage.halfUnit + 1e-9 else { return nil }
            return .warning(
                "percentage-mismatch",
                "\(events) of \(total) is \(numbers.fixed(exact, decimals: 1)) %, not \(percentage.text) %",
                at: place(entry.mark),
                help: "check the figures against the document; if they are printed so, say it in 'doubt'")
        }
    }

    // MARK: Conflicts

    private func conflicts() -> [Diagnostic] {
        study.conflicts.compactMap { conflict in
            let members = conflict.members.map { study.statedValues[$0] }
            guard conflict.preferred == nil || members.count(where: \.standing.isPreferred) > 1 else { return nil }
            let marks = members.map { mark(of: $0.address) }
            let what = name(of: conflict.subject, members.first?.quantity?.unit)
            if conflict.preferred != nil {
                return .error(
                    "twice-preferred", "more than one of the values for \(what) is preferred", at: place(marks[0]),
                    notes: marks.dropFirst().prefix(4).map { .init("another value is here", at: place($0)) },
                    help: "keep 'preferred: true' at one of them")
            }
            return .error(
                "undecided-conflict", "different values are given for \(what)", at: place(marks[0]),
                notes: marks.dropFirst().prefix(4).map { .init("another value is here", at: place($0)) },
                help:
                    "mark one 'preferred: true' with 'because:'; or, if they are different reports, follow-ups or populations, state 'report', 'followUp' or 'population'"
            )
        }
    }

    private func mark(of address: StatedValue.Address) -> Mark {
        switch address {
        case .result(let index): study.results[index].mark
        case .enrolment(let index): study.enrolment[index].mark
        case .characteristic(let index): study.characteristics[index].mark
        default: study.nameMark
        }
    }

    /// A quantity by the names that the record gives it.
    private func name(of subject: StatedValue.Subject, _ unit: Unit?) -> String {
        switch subject.topic {
        case .patients(let kind): return "the number of patients \(Language.english.label(of: kind))"
        case .characteristic(let name): return "'\(name)'"
        case .outcome(let outcome):
            var parts = [subject.measure.code]
            if case .effect(_, let contrast) = subject.measure, contrast != .treatment {
                parts.insert(contrast.rawValue, at: 0)
            }
            if let pair = subject.comparison { parts.append("\(pair.experimental)/\(pair.control)") }
            parts += [subject.arm, subject.measure == .pValue ? nil : unit?.code].compactMap { $0 }
            return "'\(outcome)' (\(parts.joined(separator: " ")))"
        default: return "the study"
        }
    }
}
