import Evidence
import MetaAnalysis

/// A synthesis as JSON: the plan, the studies, and all that was computed, on the analysis scale with full precision.
///
/// A key that does not apply is left out; there is never a null.
struct SynthesisRecord {
    let synthesis: Synthesis

    private var measure: EffectMeasure { synthesis.measure }

    var json: String {
        var object = ReportObject()
        object.set("question", text: synthesis.question)
        object.set("id", text: synthesis.id)
        object.set("title", text: synthesis.plan.title)
        object.set("outcome", text: synthesis.plan.outcome.value)
        object.set("measure", text: measure.rawValue)
        object.set("scale", text: measure.isRatio ? "log" : "natural")
        object.set("level", number: synthesis.pooled?.estimate.interval.level ?? 0.95)
        object.set("plan", plan)
        object.set("studies", .list(synthesis.rows.map(study)))
        object.set("withoutEffect", list: synthesis.unplotted.map(unplotted))
        if let pooled = synthesis.pooled {
            object.set("pooled", self.pooled(pooled))
            object.set("heterogeneity", heterogeneity(pooled))
            object.set("prediction", pooled.prediction?.reportValue)
        } else if let because = synthesis.notPooledBecause {
            object.set("notPooledBecause", text: because)
        }
        object.set("subgroups", synthesis.subgroups.map(subgroups))
        object.set("leaveOneOut", list: synthesis.leaveOneOut.map(\.reportValue))
        object.set("sensitivity", list: synthesis.sensitivity.map(sensitivity))
        object.set("alternatives", list: synthesis.alternatives.map(alternative))
        object.set("published", list: synthesis.published.map(published))
        object.set("rounding", synthesis.roundingRange.map(rounding))
        return object.value.json + "\n"
    }

    private var plan: ReportValue {
        var object = ReportObject()
        object.set("pool", .flag(synthesis.plan.isPooled))
        set(&object, "because", synthesis.plan.because)
        set(&object, "model", synthesis.plan.model?.rawValue)
        set(&object, "method", synthesis.plan.estimator?.rawValue)
        set(&object, "test", synthesis.plan.test?.rawValue)
        return object.value
    }

    private func study(_ row: SynthesisRow) -> ReportValue {
        var object = ReportObject()
        object.set("study", text: row.label)
        object.set("id", text: row.study.id)
        object.set("result", text: row.result.id)
        set(&object, "group", row.group)
        object.set("pooled", .flag(row.isPooled))
        set(&object, "because", row.because)
        if let patients = row.patients { object.set("patients", count: patients) }
        set(&object, row.effect, row.estimate)
        object.set("weight", number: row.weight)
        object.set("inverted", .flag(row.effect.isInverted))
        object.set("from", list: places(row.result))
        return object.value
    }

    /// An effect on the analysis scale, with the limits that are shown on the natural one.
    private func set(_ object: inout ReportObject, _ effect: Effect, _ estimate: EffectEstimate) {
        let limits = effect.limits(of: estimate)
        object.set("yi", number: estimate.estimate)
        object.set("sei", number: estimate.standardError)
        object.set("low", number: limits.low)
        object.set("high", number: limits.high)
        object.set("derived", .flag(effect.isDerived))
    }

    private func set(_ object: inout ReportObject, _ key: String, _ text: String?) {
        if let text { object.set(key, text: text) }
    }

    private func places(_ result: StudyResult) -> [ReportValue] {
        result.provenance.map { place in
            var object = ReportObject()
            object.set("source", text: place.source)
            object.set("at", text: place.at)
            object.set("printed", .list(place.readable.map(ReportValue.text)))
            return object.value
        }
    }

    private func unplotted(_ item: SynthesisPlan.Item) -> ReportValue {
        var object = ReportObject()
        object.set("id", text: item.study.value)
        object.set("result", text: item.result.value)
        set(&object, "because", item.because)
        return object.value
    }

    private func pooled(_ pooled: PooledResult) -> ReportValue {
        var object = ReportObject()
        object.set("model", text: pooled.model.rawValue)
        set(&object, "method", pooled.estimator?.rawValue)
        object.set("test", text: pooled.estimate.test.rawValue)
        object.set("k", count: pooled.studies)
        if let patients = pooled.patients { object.set("patients", count: patients) }
        object.set(pooled.estimate)
        object.set("statistic", number: pooled.estimate.statistic)
        object.set("df", number: pooled.estimate.degreesOfFreedom)
        object.set("p", number: pooled.estimate.pValue)
        return object.value
    }

    private func heterogeneity(_ pooled: PooledResult) -> ReportValue {
        var object = ReportObject()
        object.set("q", number: pooled.heterogeneity.q)
        object.set("df", count: pooled.heterogeneity.degreesOfFreedom)
        object.set("p", number: pooled.heterogeneity.pValue)
        object.set("i2", number: pooled.iSquared)
        object.set("basis", text: pooled.model == .common ? "q" : "tau2")
        object.set("tau2", number: pooled.tauSquared)
        object.set("tau2Low", number: pooled.tauSquaredInterval?.limits?.low)
        object.set("tau2High", number: pooled.tauSquaredInterval?.limits?.high)
        if case .empty? = pooled.tauSquaredInterval { object.set("tau2IntervalEmpty", .flag(true)) }
        return object.value
    }

    private func sensitivity(_ other: SensitivityResult) -> ReportValue {
        var object = ReportObject()
        object.set("model", text: other.estimator == nil ? "common" : "random")
        set(&object, "method", other.estimator?.rawValue)
        object.set("test", text: other.estimate.test.rawValue)
        object.set(other.estimate)
        object.set("p", number: other.estimate.pValue)
        object.set("excludesNull", .flag(other.excludesNull))
        object.set("shown", .flag(other.isChosen))
        return object.value
    }

    private func subgroups(_ subgroups: Subgroups) -> ReportValue {
        var object = ReportObject()
        let isRandom = synthesis.pooled?.model == .random
        object.set("levels", .list(subgroups.levels.map { $0.reportValue(fromTauSquared: isRandom) }))
        object.set("withinQ", number: subgroups.withinQ)
        object.set("between", subgroups.between.reportValue)
        return object.value
    }

    private func alternative(_ other: AlternativeResult) -> ReportValue {
        var object = ReportObject()
        object.set("study", text: other.study)
        object.set("used", text: other.used)
        object.set("other", text: other.other)
        object.set("pooled", pooled(other.pooled))
        return object.value
    }

    private func published(_ other: PublishedResult) -> ReportValue {
        var object = ReportObject()
        object.set("id", text: other.study.id)
        object.set("result", text: other.result.id)
        set(&object, other.effect, other.estimate)
        set(&object, "because", other.because)
        object.set("from", list: places(other.result))
        return object.value
    }

    private func rounding(_ range: RoundingRange) -> ReportValue {
        func limits(_ range: ClosedRange<Double>) -> ReportValue {
            .list([.number(range.lowerBound), .number(range.upperBound)])
        }
        var object = ReportObject()
        object.set("estimate", limits(range.estimate))
        object.set("ciLow", limits(range.low))
        object.set("ciHigh", limits(range.high))
        return object.value
    }
}
