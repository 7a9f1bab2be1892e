import Diagnostics
import MetaAnalysis
import Text

/// The checks of one question and its syntheses against the rest of the atlas.
struct QuestionValidation {
    let question: Question
    let atlas: Atlas

    private func place(_ mark: Mark) -> Place { question.text.place(mark) }

    func run() -> [Diagnostic] {
        var found: [Diagnostic] = []
        func check(_ names: [Marked<String>], _ kind: Vocabulary.Kind) {
            for name in names where atlas.vocabulary.entry(kind, name.value) == nil {
                found.append(optional: atlas.unknownName(name.value, kind, at: place(name.mark)))
            }
        }
        check(question.conditions, .conditions)
        check(question.setting.map { [$0] } ?? [], .settings)
        check(question.outcomes, .outcomes)
        check(question.interventions, .interventions)
        check(question.syntheses.map(\.outcome), .outcomes)
        var members: Set<String> = []
        for member in question.members {
            if !atlas.hasStudy(member.study.value) {
                found.append(optional: atlas.unknownStudy(member.study.value, at: place(member.study.mark)))
            } else if !members.insert(member.study.value).inserted {
                found.append(
                    .error(
                        "duplicate-id", "'\(member.study.value)' is listed twice", at: place(member.study.mark),
                        help: "keep one of them"))
            }
        }
        for plan in question.syntheses {
            for item in plan.items { found.append(contentsOf: problems(of: item, in: plan, members: members)) }
            for item in plan.published {
                if let problem = reference(item.study, item.result) {
                    found.append(problem)
                } else if let study = atlas.study(item.study.value), let result = study.result(item.result.value),
                    let problem = measureProblem(result, of: study, plan, at: place(item.result.mark))
                {
                    found.append(problem)
                }
            }
            if let absolute = plan.absolute { found.append(contentsOf: problems(of: absolute, in: plan)) }
            found.append(contentsOf: doubleCounting(in: plan))
        }
        return found
    }

    private func reference(_ study: Marked<String>, _ result: Marked<String>) -> Diagnostic? {
        guard let record = atlas.study(study.value) else {
            return atlas.unknownStudy(study.value, at: place(study.mark))
        }
        guard record.result(result.value) != nil else {
            guard atlas.isSound(study: study.value) else { return nil }
            return .error("unknown-result", "'\(study.value)' has no result '\(result.value)'", at: place(result.mark))
            {
                let known = record.results.map(\.id)
                return Suggestion.didYouMean(result.value, among: known) ?? "its results are \(Suggestion.list(known))"
            }
        }
        return nil
    }

    /// A plot shows one measure, whether its rows are pooled or not.
    private func measureProblem(
        _ result: StudyResult, of study: Study, _ plan: SynthesisPlan, at place: Place
    ) -> Diagnostic? {
        guard let effect = result.effect, effect.measure != plan.measure || effect.contrast != .treatment else {
            return nil
        }
        return .error(
            "wrong-measure",
            "the synthesis shows \(Language.english.label(of: plan.measure))s of treatment, but '\(result.id)' of '\(study.id)' is another measure (\(Language.english.label(of: effect.measure)), \(effect.contrast.rawValue))",
            at: place, help: "choose another result, or leave it out")
    }

    private func problems(of item: SynthesisPlan.Item, in plan: SynthesisPlan, members: Set<String>) -> [Diagnostic] {
        if let problem = reference(item.study, item.result) { return [problem] }
        guard let study = atlas.study(item.study.value), let result = study.result(item.result.value) else { return [] }
        var found: [Diagnostic] = []
        let at = place(item.result.mark)
        if !members.contains(study.id) {
            found.append(
                .error(
                    "study-not-in-question", "'\(study.id)' is not a study of this question",
                    at: place(item.study.mark),
                    help: "add it under 'studies' with its role"))
        }
        if let problem = measureProblem(result, of: study, plan, at: at) { found.append(problem) }
        guard plan.isPooled, item.isPooled, atlas.isSound(study: study.id) else { return found }
        if result.outcome.value != plan.outcome.value {
            found.append(
                .error(
                    "wrong-outcome",
                    "the result '\(result.id)' is about '\(result.outcome.value)', not '\(plan.outcome.value)'",
                    at: at, help: "choose another result, or set 'pooled: false' with a reason"))
        }
        guard let effect = result.effect else {
            found.append(
                .error(
                    "no-effect", "the result '\(result.id)' of '\(study.id)' has no effect to pool", at: at,
                    help: "set 'pooled: false' with a reason"))
            return found
        }
        if effect.estimate == nil { found.append(withoutEstimate(effect, "'\(result.id)' of '\(study.id)'", at: at)) }
        if result.doubt != nil, item.because == nil {
            found.append(
                .warning(
                    "doubtful-value-pooled",
                    "the result '\(result.id)' of '\(study.id)' is pooled although its record doubts it", at: at,
                    help: "say in 'because' why it can be pooled, or set 'pooled: false' with a reason"))
        }
        for conflict in study.conflicts(ofResult: result.id) {
            guard let preferred = conflict.preferred, case .result(let index) = study.statedValues[preferred].address,
                study.results[index].effect != nil, study.results[index].id != result.id
            else { continue }
            found.append(
                .warning(
                    "other-value-preferred",
                    "'\(study.id)' prefers the result '\(study.results[index].id)' to '\(result.id)'", at: at,
                    help: "pool the preferred result"))
        }
        return found
    }

    /// Why an effect cannot be pooled, as its printed figures tell.
    private func withoutEstimate(_ effect: Effect, _ result: String, at place: Place) -> Diagnostic {
        let otherwise = "add the exact p-value of the document to the effect, or set 'pooled: false' with a reason"
        if let rounded = effect.figureRoundedToZero {
            return .error(
                "rounded-limit",
                "the figure \(rounded.text) of \(result) is rounded, and the logarithm of 0 is not a number",
                at: place, help: "give it with more digits, \(otherwise)")
        }
        if let interval = effect.interval, interval.low.value == interval.high.value {
            return .error(
                "equal-limits", "both limits of \(result) are \(interval.low.text): they are rounded to one number",
                at: place,
                help: "give them with more digits, \(otherwise)")
        }
        return .error(
            "no-standard-error", "the result \(result) has neither an interval nor an exact p-value", at: place,
            help: "set 'pooled: false' with a reason")
    }

    private func problems(of absolute: SynthesisPlan.Absolute, in plan: SynthesisPlan) -> [Diagnostic] {
        if let problem = reference(absolute.study, absolute.result) { return [problem] }
        guard let study = atlas.study(absolute.study.value), let result = study.result(absolute.result.value) else {
            return []
        }
        if result.outcome.value != plan.outcome.value {
            return [
                .error(
                    "wrong-outcome",
                    "the result '\(result.id)' is about '\(result.outcome.value)', not '\(plan.outcome.value)'",
                    at: place(absolute.result.mark), help: "choose a result for the outcome of the synthesis")
            ]
        }
        var found: [Diagnostic] = []
        if study.arm(absolute.arm.value)?.role != .control {
            let known = study.arms.filter { $0.role == .control }.map(\.id)
            found.append(
                .error(
                    "not-a-control-arm", "'\(absolute.arm.value)' is not a control arm of '\(study.id)'",
                    at: place(absolute.arm.mark),
                    help: known.isEmpty
                        ? "choose a study with a control arm" : "its control arms are \(Suggestion.list(known))"))
        } else if result.survival(of: absolute.arm.value) == nil {
            found.append(
                .error(
                    "no-rate-at-a-time",
                    "the result '\(result.id)' states no percentage of '\(absolute.arm.value)' at a time",
                    at: place(absolute.result.mark),
                    help: "name a result with 'proportion' in % between 0 and 100, and 'time'"))
        }
        let own = plan.items.contains { item in
            item.study.value == study.id && study.result(item.result.value)?.population == result.population
        }
        if plan.measure != .hazardRatio || !(plan.isPooled || own) {
            found.append(
                .error(
                    "no-hazard-ratio", "no hazard ratio of this synthesis goes with the rate of '\(study.id)'",
                    at: place(absolute.study.mark),
                    help: "an absolute effect needs a pooled hazard ratio, or the study's own for the same population"))
        }
        return found
    }

    /// One synthesis never counts the same patients twice.
    private func doubleCounting(in plan: SynthesisPlan) -> [Diagnostic] {
        guard plan.isPooled else { return [] }
        /// For each study whose patients have been counted, the entry that counts them.
        var counted: [String: Int] = [:]
        let pooled = plan.items.filter(\.isPooled)
        var found: [Diagnostic] = []
        for (index, item) in pooled.enumerated() {
            if let (shared, earlier) = count(item.study.value, as: index, in: &counted) {
                found.append(clash(item.study, pooled[earlier].study, through: shared))
            }
        }
        let positions = Dictionary(
            pooled.enumerated().map { ($1.study.value, $0) }, uniquingKeysWith: { first, _ in first })
        for (index, item) in pooled.enumerated() {
            for other in atlas.study(item.study.value)?.overlaps ?? [] {
                guard let position = positions[other.value], position != index else { continue }
                found.append(
                    clash(pooled[max(index, position)].study, pooled[min(index, position)].study, through: nil))
            }
        }
        return found
    }

    /// Counts the patients of a study, and of every other whose patients are among its own: what it includes, and what it
    /// re-analyses.
    ///
    /// - Parameter counted: for each study whose patients have been counted, the entry that counts them. What such a study
    ///   includes has been counted with it, so that each study is visited once.
    /// - Returns: the first study that another entry counts, with that entry.
    private func count(_ id: String, as index: Int, in counted: inout [String: Int]) -> (study: String, entry: Int)? {
        var pending = [id]
        var next = 0
        var shared: (String, Int)?
        while next < pending.count {
            let current = pending[next]
            next += 1
            if let entry = counted[current] {
                if entry != index, shared == nil { shared = (current, entry) }
                continue
            }
            counted[current] = index
            guard let study = atlas.study(current) else { continue }
            pending += (study.includes + (study.partOf.map { [$0] } ?? [])).map(\.value)
        }
        return shared
    }

    private func clash(_ later: Marked<String>, _ earlier: Marked<String>, through shared: String?) -> Diagnostic {
        let reason =
            if later.value == earlier.value {
                "they are the same study"
            } else if let shared {
                shared == later.value || shared == earlier.value
                    ? "one counts or re-analyses those of the other" : "both count those of '\(shared)'"
            } else {
                "they overlap"
            }
        return .error(
            "patients-counted-twice", "'\(later.value)' and '\(earlier.value)' share patients: \(reason)",
            at: place(later.mark), notes: [.init("the other is here", at: place(earlier.mark))],
            help: "pool one of them and set 'pooled: false' with a reason on the other")
    }
}
