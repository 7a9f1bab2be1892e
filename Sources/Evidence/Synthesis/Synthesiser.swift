import Diagnostics
import MetaAnalysis

/// Carries out the syntheses that an atlas plans.
public enum Synthesiser {
    /// The syntheses of every question, in the order of questions and plans.
    ///
    /// - Returns: what could be computed, and a diagnostic for every plan that could not.
    public static func run(_ atlas: Atlas) -> (syntheses: Syntheses, diagnostics: [Diagnostic]) {
        var all = Syntheses()
        var diagnostics: [Diagnostic] = []
        for question in atlas.questions {
            for plan in question.syntheses {
                let (synthesis, problem) = synthesise(plan, of: question, in: atlas)
                all.add(synthesis)
                if let problem { diagnostics.append(problem) }
            }
        }
        return (all, diagnostics)
    }

    private static func synthesise(
        _ plan: SynthesisPlan, of question: Question, in atlas: Atlas
    ) -> (Synthesis, Diagnostic?) {
        var synthesis = Synthesis(
            question: question.id, plan: plan, rows: [], unplotted: [], pooled: nil, published: [], alternatives: [],
            leaveOneOut: [], sensitivity: [])
        for item in plan.items {
            guard let study = atlas.study(item.study.value), let result = study.result(item.result.value),
                let effect = result.effect, let estimate = effect.estimate
            else {
                synthesis.unplotted.append(item)
                continue
            }
            synthesis.rows.append(
                SynthesisRow(
                    study: study, result: result, effect: effect, estimate: estimate, label: item.label ?? study.name,
                    group: item.group, isPooled: plan.isPooled && item.isPooled, because: item.because,
                    patients: patients(of: study, result, effect)))
        }
        for item in plan.published {
            guard let study = atlas.study(item.study.value), let result = study.result(item.result.value),
                let effect = result.effect, let estimate = effect.estimate
            else { continue }
            synthesis.published.append(
                PublishedResult(study: study, result: result, effect: effect, estimate: estimate, because: item.because))
        }
        do throws(MetaAnalysisError) {
            try pool(&synthesis)
            synthesis.absolute = try absolute(synthesis, in: atlas)
            return (synthesis, nil)
        } catch {
            synthesis.notPooledBecause = "the pooled result could not be computed"
            let problem = Diagnostic.error(
                "pooling-failed", "the synthesis '\(plan.id)' could not be pooled: \(error.sentence)",
                at: question.text.place(plan.mark), help: "check the values of its studies, or set 'pool: false' with a reason")
            return (synthesis, problem)
        }
    }

    private static func pool(_ synthesis: inout Synthesis) throws(MetaAnalysisError) {
        let plan = synthesis.plan
        guard plan.isPooled else {
            synthesis.notPooledBecause = plan.because
            return
        }
        let members = synthesis.rows.indices.filter { synthesis.rows[$0].isPooled }
        guard members.count >= 2 else {
            synthesis.notPooledBecause =
                members.count == 1 ? "only one study can be pooled" : "no study can be pooled"
            return
        }
        let rows = members.map { synthesis.rows[$0] }
        let effects = try studyEffects(rows)
        let (pooled, weights) = try Pooling(plan: plan, count: rows.count).pool(effects, patients: rows.map(\.patients))
        synthesis.pooled = pooled
        for (index, weight) in zip(members, weights) { synthesis.rows[index].weight = weight }
        let groups = rows.compactMap(\.group)
        if groups.count == rows.count, Set(groups).count > 1 {
            synthesis.subgroups = try Subgroups(
                effects, groups: groups, variance: Pooling(plan: plan, count: rows.count).variance, level: Pooling.level)
        }
        if Pooling.policy.allowsInfluence(studyCount: rows.count) {
            synthesis.leaveOneOut = try Influence.leaveOneOut(
                effects, model: Pooling(plan: plan, count: rows.count).repeated(asking: plan.test), level: Pooling.level)
            if let test = synthesis.leaveOneOut.first?.pooled.test {
                synthesis.comparableToLeaveOneOut = test == pooled.estimate.test
                    ? pooled.estimate
                    : try RandomEffects(effects, estimator: Pooling(plan: plan, count: rows.count).estimator, test: test).pooled
            }
        }
        synthesis.sensitivity = try SensitivityResult.all(effects, chosen: pooled)
        synthesis.alternatives = try alternatives(plan, rows, effects)
        if effects.count <= 8 { synthesis.roundingRange = try roundingRange(plan, rows, effects) }
    }

    /// Risks with and without, from the pooled hazard ratio, else from the study's own for the same population.
    private static func absolute(_ synthesis: Synthesis, in atlas: Atlas) throws(MetaAnalysisError) -> AbsoluteResult? {
        let measure = synthesis.measure
        guard measure == .hazardRatio, let plan = synthesis.plan.absolute, let study = atlas.study(plan.study.value),
            let result = study.result(plan.result.value), let arm = study.arm(plan.arm.value),
            let rate = result.survival(of: arm.id)
        else { return nil }
        let row = synthesis.rows.first { $0.study.id == study.id && $0.result.population == result.population }
        let ratio: (value: Double, low: Double, high: Double)
        if let pooled = synthesis.pooled?.estimate {
            ratio = (
                measure.printedScale(pooled.estimate), measure.printedScale(pooled.interval.low),
                measure.printedScale(pooled.interval.high)
            )
        } else if let row {
            ratio = (measure.printedScale(row.estimate.estimate), row.limits.low, row.limits.high)
        } else {
            return nil
        }
        let effect = try AbsoluteEffect(
            hazardRatio: ratio.value, low: ratio.low, high: ratio.high, controlSurvival: rate.proportion)
        return AbsoluteResult(
            study: study, result: result, arm: arm, time: rate.time, printed: rate.printed, event: plan.event,
            effect: effect, row: synthesis.pooled == nil ? row : nil)
    }

    private static func studyEffects(_ rows: [SynthesisRow]) throws(MetaAnalysisError) -> [StudyEffect] {
        var effects: [StudyEffect] = []
        for row in rows {
            effects.append(try StudyEffect(study: row.study.name, effect: row.estimate))
        }
        return effects
    }

    /// For each pooled study whose documents print another value: the pooled result with that.
    private static func alternatives(
        _ plan: SynthesisPlan, _ rows: [SynthesisRow], _ effects: [StudyEffect]
    ) throws(MetaAnalysisError) -> [AlternativeResult] {
        var found: [AlternativeResult] = []
        for (position, row) in rows.enumerated() {
            for other in row.study.rivals(ofResult: row.result.id) {
                guard let estimate = other.effect?.estimate, other.effect?.measure == plan.measure, estimate != row.estimate else {
                    continue
                }
                var changed = effects
                changed[position] = try StudyEffect(study: row.study.name, effect: estimate)
                let (pooled, _) = try Pooling(plan: plan, count: rows.count).pool(changed, patients: rows.map(\.patients))
                found.append(AlternativeResult(study: row.study.id, used: row.result.id, other: other.id, pooled: pooled))
            }
        }
        return found
    }

    /// Pools at the corners of what the printed digits allow; at most eight studies, so at most 512 times.
    private static func roundingRange(
        _ plan: SynthesisPlan, _ rows: [SynthesisRow], _ effects: [StudyEffect]
    ) throws(MetaAnalysisError) -> RoundingRange? {
        var estimates: [ClosedRange<Double>] = []
        var errors: [ClosedRange<Double>] = []
        for row in rows {
            guard let printed = row.effect.printed else { return nil }
            let range = printed.estimateRange
            guard let error = printed.standardErrorRange, range.lowerBound.isFinite, error.upperBound.isFinite,
                error.lowerBound > 0
            else { return nil }
            estimates.append(row.effect.isInverted ? -range.upperBound ... -range.lowerBound : range)
            errors.append(error)
        }
        var found: RoundingRange?
        let pooling = Pooling(plan: plan, count: rows.count)
        for corner in 0..<(1 << rows.count) {
            for upper in [false, true] {
                var moved: [StudyEffect] = []
                for index in rows.indices {
                    let error = corner & (1 << index) == 0 ? errors[index].lowerBound : errors[index].upperBound
                    moved.append(
                        try StudyEffect(
                            study: effects[index].study,
                            estimate: upper ? estimates[index].upperBound : estimates[index].lowerBound,
                            standardError: error))
                }
                let estimate = try pooling.estimate(moved)
                found = RoundingRange(including: estimate, found)
            }
        }
        return found
    }

    /// The patients behind an effect: the population's own number if the record states one, else the arms', else the study's.
    private static func patients(of study: Study, _ result: StudyResult, _ effect: Effect) -> Int? {
        if let population = result.population {
            let own = study.enrolment.filter { $0.population == population && $0.arm == nil }
            for kind in Enrolment.Kind.counted {
                let numbers = own.filter { $0.kind == kind }
                if let number = numbers.first(where: \.isPreferred) ?? numbers.first { return number.n }
            }
            return nil
        }
        // Of a cohort only the patients of the arms that are compared.
        if effect.isBetweenArms, study.arms.count > 2 || study.design.kind != .randomised,
            let first = study.arm(effect.experimental)?.n, let second = study.arm(effect.control)?.n
        {
            return first + second
        }
        return study.patients
    }
}

extension RoundingRange {
    fileprivate init(including estimate: PooledEstimate, _ other: RoundingRange?) {
        func extend(_ value: Double, _ range: ClosedRange<Double>?) -> ClosedRange<Double> {
            guard let range else { return value...value }
            return min(value, range.lowerBound)...max(value, range.upperBound)
        }
        self.init(
            estimate: extend(estimate.estimate, other?.estimate), low: extend(estimate.interval.low, other?.low),
            high: extend(estimate.interval.high, other?.high))
    }
}

extension Effect {
    /// The figures as printed, for checks of what their rounding allows; nil without a value.
    var printed: PrintedEffect? {
        value.map {
            PrintedEffect(
                measure: measure, value: $0, low: interval?.low, high: interval?.high, level: (interval?.level ?? 95) / 100,
                pValue: p?.value)
        }
    }
}

extension MetaAnalysisError {
    /// The error in plain words.
    var sentence: String {
        switch self {
        case .notConverged(_, let studies): "the iteration did not settle for \(studies.joinedAsList())"
        case .standardErrorOutOfRange(let study, let value): "the standard error of '\(study)' is \(value)"
        case .estimateOutOfRange(let study, let value): "the estimate of '\(study)' is \(value)"
        default: "the values do not allow it"
        }
    }
}
