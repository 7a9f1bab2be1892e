import Diagnostics
import MetaAnalysis

/// Carries out the syntheses that an atlas plans.
package enum Synthesiser {
    /// The syntheses of every question, in the order of questions and plans.
    ///
    /// - Returns: what could be computed, and a diagnostic for every plan that could not.
    package static func run(_ atlas: Atlas) -> (syntheses: Syntheses, diagnostics: [Diagnostic]) {
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
            place: question.text.place(plan.mark))
        for item in plan.items {
            guard let study = atlas.study(item.study.value), let result = study.result(item.result.value),
                let effect = result.effect, let estimate = effect.estimate
            else {
                synthesis.unplotted.append(item)
                continue
            }
            synthesis.rows.append(
                SynthesisRow(
                    study: study.id, name: study.name, result: result.id, population: result.population,
                    isSubgroup: result.isSubgroup, setting: study.setting?.value, phase: study.design.phase,
                    followUp: result.followUp, experimental: side(effect.experimental, of: study, result),
                    control: side(effect.control, of: study, result), provenance: result.provenance,
                    rivals: rivals(of: result, in: study, plan.measure), effect: effect, estimate: estimate,
                    label: item.label ?? study.name, group: item.group, isPooled: plan.isPooled && item.isPooled,
                    because: item.because, patients: patients(of: study, result, effect)))
        }
        for item in plan.published {
            guard let study = atlas.study(item.study.value), let result = study.result(item.result.value),
                let effect = result.effect, let estimate = effect.estimate
            else { continue }
            synthesis.published.append(
                PublishedResult(
                    study: study.id, name: study.name, patients: study.patients, result: result.id,
                    provenance: result.provenance, effect: effect, estimate: estimate, because: item.because))
        }
        do throws(MetaAnalysisError) {
            try pool(&synthesis)
            synthesis.absolute = try absolute(synthesis, in: atlas)
            return (synthesis, nil)
        } catch {
            synthesis.notPooledBecause = .notComputed
            let problem = Diagnostic.error(
                "pooling-failed", "the synthesis '\(plan.id)' could not be pooled: \(error.sentence)",
                at: question.text.place(plan.mark),
                help: "check the values of its studies, or set 'pool: false' with a reason")
            return (synthesis, problem)
        }
    }

    private static func pool(_ synthesis: inout Synthesis) throws(MetaAnalysisError) {
        let plan = synthesis.plan
        guard plan.isPooled else {
            synthesis.notPooledBecause = plan.because.map(NotPooled.editors)
            return
        }
        let members = synthesis.rows.indices.filter { synthesis.rows[$0].isPooled }
        guard members.count >= 2 else {
            synthesis.notPooledBecause = .tooFew(members.count)
            return
        }
        let rows = members.map { synthesis.rows[$0] }
        let effects = try studyEffects(rows)
        let groups = rows.compactMap(\.group)
        let options = Pool.Options(plan)
        let pool = try Pool(effects, groups: groups.count == rows.count ? groups : nil, options: options)
        if let omission = pool.omissions.first { throw omission.error }
        guard let estimate = pool.estimate, let weights = pool.weights else { return }
        let patients = rows.compactMap(\.patients)
        synthesis.pooled = PooledResult(
            pool: pool, estimate: estimate, patients: patients.count == rows.count ? patients.reduce(0, +) : nil)
        for (index, weight) in zip(members, weights) { synthesis.rows[index].weight = weight }
        synthesis.alternatives = try alternatives(options, rows, effects)
        synthesis.roundingRange = try roundingRange(options, rows)
    }

    /// Risks with and without, from the pooled hazard ratio, else from the study's own for the same population.
    private static func absolute(_ synthesis: Synthesis, in atlas: Atlas) throws(MetaAnalysisError) -> AbsoluteResult? {
        let measure = synthesis.measure
        guard measure == .hazardRatio, let plan = synthesis.plan.absolute, let study = atlas.study(plan.study.value),
            let result = study.result(plan.result.value), let arm = study.arm(plan.arm.value),
            let rate = result.survival(of: arm.id)
        else { return nil }
        let row = synthesis.rows.first { $0.study == study.id && $0.population == result.population }
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
            study: study.id, name: study.name, result: result.id, arm: arm.label, time: rate.time,
            printed: rate.printed,
            event: plan.event, effect: effect, ratioOf: synthesis.pooled == nil ? row?.label : nil)
    }

    private static func studyEffects(_ rows: [SynthesisRow]) throws(MetaAnalysisError) -> [StudyEffect] {
        var effects: [StudyEffect] = []
        for row in rows {
            effects.append(try StudyEffect(study: row.name, effect: row.estimate))
        }
        return effects
    }

    /// For each pooled study whose documents print another value: the pooled result with that.
    private static func alternatives(
        _ options: Pool.Options, _ rows: [SynthesisRow], _ effects: [StudyEffect]
    ) throws(MetaAnalysisError) -> [AlternativeResult] {
        var found: [AlternativeResult] = []
        for (position, row) in rows.enumerated() {
            for other in row.rivals where other.estimate != row.estimate {
                var changed = effects
                changed[position] = try StudyEffect(study: row.name, effect: other.estimate)
                found.append(
                    AlternativeResult(
                        study: row.study, name: row.name, used: row.result, other: other.result, effect: other.effect,
                        estimate: try options.estimate(changed)))
            }
        }
        return found
    }

    /// - Returns: nil where a figure has no known range, as after a lower limit of 0.00.
    private static func roundingRange(_ options: Pool.Options, _ rows: [SynthesisRow]) throws(MetaAnalysisError)
        -> RoundingRange?
    {
        var figures: [RoundingRange.Figures] = []
        for row in rows {
            guard let printed = row.effect.printed else { return nil }
            let range = printed.estimateRange
            guard let error = printed.standardErrorRange, range.lowerBound.isFinite, error.upperBound.isFinite,
                error.lowerBound > 0
            else { return nil }
            figures.append(
                RoundingRange.Figures(
                    estimate: row.effect.isInverted ? -range.upperBound ... -range.lowerBound : range,
                    standardError: error))
        }
        return try RoundingRange(figures, options: options)
    }

    /// The size of an arm, of a part of the patients only where that is recorded, and its events.
    private static func side(_ arm: String, of study: Study, _ result: StudyResult) -> SynthesisRow.Side {
        let patients =
            result.population.map { population in
                study.enrolment.first { $0.population == population && $0.arm == arm }?.n
            } ?? study.arm(arm)?.n
        return SynthesisRow.Side(patients: patients, events: result.values(.count)?.entry(arm)?.value)
    }

    /// The other values that are printed for the same quantity, of one measure.
    private static func rivals(of result: StudyResult, in study: Study, _ measure: EffectMeasure) -> [SynthesisRow
        .Rival]
    {
        study.rivals(ofResult: result.id).compactMap { other in
            guard let effect = other.effect, effect.measure == measure, let estimate = effect.estimate else {
                return nil
            }
            return SynthesisRow.Rival(
                result: other.id, effect: effect, estimate: estimate, place: other.provenance.first)
        }
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

extension Effect {
    /// The figures as printed, for checks of what their rounding allows; nil without a value.
    var printed: PrintedEffect? {
        value.map {
            PrintedEffect(
                measure: measure, value: $0, low: interval?.low, high: interval?.high,
                level: (interval?.level ?? 95) / 100,
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
